import type { Papier } from '@/lib/papiers/papier'
import { composer } from '@/lib/papiers/papiers'
import { env } from '@/lib/server/env'
import type { DocumentLu } from '../document/data'

type ARendre = Pick<DocumentLu, 'gabarit' | 'donnees' | 'emisLe' | 'numero' | 'jetonVerification'>

/** What the page and the PDF both print. */
export const papierDuDocument = (d: ARendre): Papier =>
  composer(d.gabarit, d.donnees.faits, {
    emisLe: d.emisLe,
    numero: d.numero,
    urlVerification: new URL(`/verifier/${d.jetonVerification}`, env().PORTAIL_URL).href,
  })
