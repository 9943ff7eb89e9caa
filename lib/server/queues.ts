/** A queue of jobs: created by the owner of the database at start, before anything is sent to it. */
export type QueueDefinition = {
  readonly name: string
  readonly retryLimit: number
  /** Seconds before the first retry; doubled each time. */
  readonly retryDelay: number
  readonly expireInSeconds: number
}

export const QUEUES = [
  { name: 'courriel', retryLimit: 8, retryDelay: 30, expireInSeconds: 120 },
  { name: 'acces-perdu', retryLimit: 8, retryDelay: 5, expireInSeconds: 120 },
  { name: 'liquidation', retryLimit: 0, retryDelay: 60, expireInSeconds: 3600 },
  { name: 'cotisations', retryLimit: 3, retryDelay: 300, expireInSeconds: 6 * 3600 },
  { name: 'menage', retryLimit: 2, retryDelay: 600, expireInSeconds: 600 },
] as const satisfies readonly QueueDefinition[]

export type QueueName = (typeof QUEUES)[number]['name']
