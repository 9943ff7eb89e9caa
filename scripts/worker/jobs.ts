/** What the worker does with a queue of lib/server/queues. */
export type Job = { readonly queue: string; readonly handle: (data: object) => Promise<void> }

export const JOBS: readonly Job[] = []
