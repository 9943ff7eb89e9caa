/** Runs once, before the server answers anything. The edge runtime has no process to filter, and nothing of ours runs there. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { env } = await import('@/lib/server/env')
  env()
  if (process.env.NODE_ENV !== 'production') return
  const { filtrerSorties } = await import('@/lib/server/sorties')
  filtrerSorties()
}
