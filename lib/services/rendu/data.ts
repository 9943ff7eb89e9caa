import { faitsCodeAcces } from '@/lib/papiers/code-acces'
import { faitsMandat } from '@/lib/papiers/mandat-sepa'
import type { Papier } from '@/lib/papiers/papier'
import { composer } from '@/lib/papiers/papiers'
import { dechiffrer } from '@/lib/server/chiffrement'
import { lire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { SYSTEME } from '@/lib/server/portee'
import { GABARIT_CODE, loadCodeDuPapier } from '../code-acces/data'
import { contexteIban } from '../compte-bancaire/data'
import type { DocumentLu } from '../document/data'

type ARendre = Pick<DocumentLu, 'nature' | 'gabarit' | 'donnees' | 'emisLe' | 'numero' | 'jetonVerification'>

/** What the page and the PDF both print, for a reader who was found to read this paper. */
export async function papierDuDocument(d: ARendre): Promise<Papier> {
  const iban = d.nature === 'MANDAT_SEPA' ? await ibanDuMandat(d.donnees.faits) : null
  const codeAcces = d.gabarit === GABARIT_CODE ? await codeDeLaLettre(d.donnees.faits) : null
  return composer(d.gabarit, d.donnees.faits, {
    emisLe: d.emisLe,
    numero: d.numero,
    urlVerification: new URL(`/verifier/${d.jetonVerification}`, env().PORTAIL_URL).href,
    ...(iban === null ? {} : { iban }),
    codeAcces,
  })
}

/** As the account of a mandate: the facts say whose code and which one, the code is opened for one printing. */
async function codeDeLaLettre(faits: unknown): Promise<string | null> {
  const { personneId, marque } = faitsCodeAcces.parse(faits).code
  return loadCodeDuPapier(personneId, marque)
}

/**
 * A paper's facts are in clear in the base, an IBAN may not be: the mandate names its account, whose row keeps its number sealed and may not
 * become another (a trigger sees to it). So the paper prints the same, and the number is in one place, under the key ring.
 */
async function ibanDuMandat(faits: unknown): Promise<string> {
  const { id } = faitsMandat.parse(faits).compte
  const compte = await lire(SYSTEME, (tx) =>
    tx.compteBancaire.findUniqueOrThrow({ where: { id }, select: { ibanChiffre: true } }),
  )
  return dechiffrer(compte.ibanChiffre, contexteIban(id))
}
