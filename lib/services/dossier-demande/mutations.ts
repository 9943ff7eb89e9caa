import { ecrireNumeroDemande } from '@/lib/lexique/demandes'
import { instantEntier } from '@/lib/lexique/instants'
import { type Archive, type EntreeArchive, nomDePiece, ouvrirPourArchive, zipper } from '@/lib/server/archive'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import { pourAutrui } from '@/lib/server/pour-autrui'
import { contexteDemandes, direFaits } from '../mes-demandes/data'
import { voirDemande } from '../mes-demandes/view'
import { roleDe } from '../passage-demande/mutations'
import { type DossierLu, loadDossier } from './data'
import { ecrireDossier, type PieceDuDossier } from './view'

/** Everything of a demande in one file. The journal says so before the first byte leaves. Null: not theirs, or not there. */
export async function exporterDossier(acteur: Acteur, id: string): Promise<Archive | null> {
  const lu = await loadDossier(acteur, id)
  if (lu === null) return null
  // By the system: who may only see writes nothing, and is written down all the same, under their own name.
  await pourAutrui(acteur.type === 'ADHERENT' ? acteur : null, () =>
    ecrire(SYSTEME, (client) =>
      journaliser(client, {
        acte: 'DEMANDE_EXPORTEE',
        compteId: acteur.compteId,
        role: roleDe(acteur),
        objetType: 'demande',
        objetId: id,
        resultat: 'FAIT',
        donnees: { pieces: lu.fichiers.length },
      }),
    ),
  )
  return { nom: `dossier-${ecrireNumeroDemande(lu.demande.numero)}.zip`, octets: zipper(entrees(lu)) }
}

async function* entrees(lu: DossierLu): AsyncGenerator<EntreeArchive> {
  const { demande, demandeur, numeroAdherent, fichiers } = lu
  const { nom: mutuelle, adresse } = organisme()
  const c = contexteDemandes()
  const pieces: PieceDuDossier[] = []
  for (const [rang, piece] of fichiers.entries()) {
    const nom = `pieces/${nomDePiece(rang, piece.nom)}`
    const octets = await ouvrirPourArchive(piece.fichier)
    pieces.push({ nom: piece.nom, fichier: octets === null ? null : nom })
    if (octets !== null) yield { nom, octets }
  }
  const html = ecrireDossier(
    voirDemande(demande, direFaits(demande), c),
    { organisme: mutuelle, adresse, demandeur, numeroAdherent, fait: instantEntier(c.instant) },
    pieces,
  )
  yield { nom: 'dossier.html', octets: [new TextEncoder().encode(html)] }
}
