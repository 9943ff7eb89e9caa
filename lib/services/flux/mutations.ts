import { type CodeRefusFlux, type DetailRefus, RefusFlux } from '@/lib/flux/decomptes/anomalie'
import { choisirAdaptateur, controlerFlux } from '@/lib/flux/decomptes/lecture'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { type Portee, SYSTEME } from '@/lib/server/portee'
import { type CompteReception, chercherFlux, recevoirLignes } from '../reception/mutations'
import { peutImporterFlux } from './access'
import { type Depot, deposer } from './data'

export type ResultatFlux =
  | { readonly issue: 'IMPORTE'; readonly fluxId: string; readonly compte: CompteReception }
  | { readonly issue: 'DEJA_IMPORTE'; readonly fluxId: string }
  | { readonly issue: 'REFUSE'; readonly code: CodeRefusFlux; readonly detail: DetailRefus }

/**
 * Receives a file of décomptes: refused whole when its envelope or totals are wrong, else every line is written, counted as already
 * known or set aside, in one transaction. The liquidation comes after (lib/services/liquidation).
 * @throws {Error} when the actor may not.
 */
export async function importerFlux(acteur: Portee, source: AsyncIterable<Uint8Array>): Promise<ResultatFlux> {
  if (!peutImporterFlux(acteur)) throw new Error('import de flux refusé à cet acteur')
  let depot: Depot | undefined
  try {
    depot = await deposer(source)
    return await recevoir(acteur, depot)
  } catch (erreur) {
    if (!(erreur instanceof RefusFlux)) throw erreur
    await noterRefus(acteur, erreur)
    return { issue: 'REFUSE', code: erreur.code, detail: erreur.detail }
  } finally {
    await depot?.fermer()
  }
}

async function recevoir(acteur: Portee, { empreinte, ouvrir }: Depot): Promise<ResultatFlux> {
  const adaptateur = await choisirAdaptateur(ouvrir)
  const enveloppe = await controlerFlux(adaptateur, ouvrir, organisme().numeroAmc)
  const lignes = () => adaptateur.lire(ouvrir, enveloppe)
  const connu = await ecrire(SYSTEME, (client) => chercherFlux(client, enveloppe.entete))
  if (connu !== null) return dejaRecu(connu, empreinte)
  return ecrire(SYSTEME, async (client) => {
    const recu = await recevoirLignes(client, enveloppe, empreinte, lignes)
    if (recu.issue === 'CONNU') return dejaRecu(recu.flux, empreinte)
    await journaliser(client, {
      acte: 'FLUX_IMPORTE',
      ...auteur(acteur),
      objetType: 'flux',
      objetId: recu.fluxId,
      resultat: 'FAIT',
      donnees: { ...recu.compte },
    })
    return { issue: 'IMPORTE', fluxId: recu.fluxId, compte: recu.compte }
  })
}

function dejaRecu(flux: { id: string; empreinte: Buffer }, empreinte: Buffer): ResultatFlux {
  if (!flux.empreinte.equals(empreinte))
    throw new RefusFlux('CONTENU_DIFFERENT', { chemin: 'entete.idFichier' })
  return { issue: 'DEJA_IMPORTE', fluxId: flux.id }
}

const auteur = (acteur: Portee) =>
  acteur.type === 'GESTION'
    ? { compteId: acteur.compteId, role: acteur.role }
    : { compteId: null, role: acteur.type }

async function noterRefus(acteur: Portee, refus: RefusFlux): Promise<void> {
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte: 'FLUX_REFUSE',
      ...auteur(acteur),
      objetType: 'flux',
      objetId: null,
      resultat: 'REFUSE',
      donnees: { code: refus.code, chemin: refus.detail.chemin ?? null },
    }),
  )
}
