import { AsyncLocalStorage } from 'node:async_hooks'
import type { Portee, PorteeDeleguee } from './portee'

/**
 * What runs for somebody else says so to everything it calls, to the system's transactions and to the journal too: no service can forget
 * whose hands these are.
 */
interface EnCours extends PorteeDeleguee {
  /** The account of who is acted for. */
  readonly protegeId: string
}

const enCours = new AsyncLocalStorage<EnCours>()

export const delegationEnCours = (): EnCours | null => enCours.getStore() ?? null

/** Runs `faire`; for somebody else when this portée is a delegate's. */
export function pourAutrui<T>(portee: Portee | null, faire: () => Promise<T>): Promise<T> {
  if (portee?.type !== 'ADHERENT' || portee.delegation === undefined) return faire()
  return enCours.run({ ...portee.delegation, protegeId: portee.compteId }, faire)
}

/** What the hands do of their own account while they act for another: proving that they are still theirs, and nothing else. */
export const pourSoi = <T>(faire: () => Promise<T>): Promise<T> => enCours.exit(faire)
