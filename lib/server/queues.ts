/** A queue of jobs: created by the owner of the database at start, before anything is sent to it. */
export type QueueDefinition = {
  readonly name: string
  readonly retryLimit: number
  /** Seconds before the first retry; doubled each time. */
  readonly retryDelay: number
  readonly expireInSeconds: number
}

export const QUEUES = [
  // The row of the mail decides when to give up, after about half a day; the queue outlasts it.
  { name: 'courriel', retryLimit: 14, retryDelay: 30, expireInSeconds: 300 },
  { name: 'courriels-oublies', retryLimit: 0, retryDelay: 60, expireInSeconds: 300 },
  { name: 'acces-perdu', retryLimit: 8, retryDelay: 5, expireInSeconds: 120 },
  { name: 'liquidation', retryLimit: 0, retryDelay: 60, expireInSeconds: 3600 },
  { name: 'banque', retryLimit: 8, retryDelay: 30, expireInSeconds: 3600 },
  { name: 'indus', retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 },
  { name: 'releves', retryLimit: 0, retryDelay: 60, expireInSeconds: 7200 },
  { name: 'analyse', retryLimit: 0, retryDelay: 60, expireInSeconds: 3600 },
  { name: 'impayes', retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 },
  { name: 'fichiers', retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 },
  { name: 'cotisations', retryLimit: 3, retryDelay: 300, expireInSeconds: 6 * 3600 },
  { name: 'cartes', retryLimit: 3, retryDelay: 600, expireInSeconds: 6 * 3600 },
  { name: 'seize-ans', retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 },
  { name: 'demandes', retryLimit: 2, retryDelay: 120, expireInSeconds: 1800 },
  { name: 'conservation', retryLimit: 2, retryDelay: 600, expireInSeconds: 6 * 3600 },
  { name: 'menage', retryLimit: 2, retryDelay: 600, expireInSeconds: 600 },
] as const satisfies readonly QueueDefinition[]

export type QueueName = (typeof QUEUES)[number]['name']
