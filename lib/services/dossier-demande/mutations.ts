import { Zip, ZipPassThrough } from 'fflate'
import { ecrireNumeroDemande } from '@/lib/lexique/demandes'
import { instantEntier } from '@/lib/lexique/instants'
import { instantMetier } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { organisme } from '@/lib/server/organisme'
import type { Acteur } from '@/lib/server/portee'
import { FichierEfface, ouvrirFichier } from '@/lib/server/stockage/fichiers'
import { FichierAbsent } from '@/lib/server/stockage/magasin'
import { contexteDemandes, direFaits } from '../mes-demandes/data'
import { voirDemande } from '../mes-demandes/view'
import { roleDe } from '../passage-demande/mutations'
import { type DossierLu, type FichierDuDossier, loadDossier } from './data'
import { ecrireDossier, type PieceDuDossier } from './view'

export interface Archive {
  readonly nom: string
  readonly octets: AsyncIterable<Uint8Array>
}

/** Everything of a demande in one file. The journal says so before the first byte leaves. Null: not theirs, or not there. */
export async function exporterDossier(acteur: Acteur, id: string): Promise<Archive | null> {
  const lu = await loadDossier(acteur, id)
  if (lu === null) return null
  await ecrire(acteur, (client) =>
    journaliser(client, {
      acte: 'DEMANDE_EXPORTEE',
      compteId: acteur.compteId,
      role: roleDe(acteur),
      objetType: 'demande',
      objetId: id,
      resultat: 'FAIT',
      donnees: { pieces: lu.fichiers.length },
    }),
  )
  return { nom: `dossier-${ecrireNumeroDemande(lu.demande.numero)}.zip`, octets: zipper(entrees(lu)) }
}

interface Entree {
  readonly nom: string
  readonly octets: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Names of an archive go no further than its folder. */
const nomDans = ({ nom }: FichierDuDossier, rang: number): string =>
  `pieces/${String(rang + 1).padStart(2, '0')}-${nom.replace(/[/\\]/g, '-')}`

const seDonne = ({ fichier }: FichierDuDossier): boolean =>
  fichier.effaceLe === null && (fichier.verdict === 'SAIN' || fichier.verdict === 'NON_REQUIS')

async function* entrees(lu: DossierLu): AsyncGenerator<Entree> {
  const { demande, demandeur, numeroAdherent, fichiers } = lu
  const { nom: mutuelle, adresse } = organisme()
  const c = contexteDemandes()
  const pieces: PieceDuDossier[] = []
  for (const [rang, piece] of fichiers.entries()) {
    const nom = nomDans(piece, rang)
    const octets = seDonne(piece) ? await ouvrir(piece) : null
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

/** A piece whose bytes are gone leaves the rest: the page says it. */
async function ouvrir({ fichier }: FichierDuDossier): Promise<AsyncIterable<Uint8Array> | null> {
  try {
    return await ouvrirFichier(fichier)
  } catch (erreur) {
    if (!(erreur instanceof FichierAbsent || erreur instanceof FichierEfface)) throw erreur
    log.error({ evenement: 'piece-absente', fichier: fichier.id })
    return null
  }
}

/** One entry at a time, as it is read: nothing is held whole. */
async function* zipper(contenu: AsyncIterable<Entree>): AsyncGenerator<Uint8Array> {
  const prets: Uint8Array[] = []
  const zip = new Zip((erreur, octets) => {
    if (erreur !== null) throw erreur
    prets.push(octets)
  })
  for await (const { nom, octets } of contenu) {
    const entree = new ZipPassThrough(nom)
    entree.mtime = instantMetier()
    zip.add(entree)
    for await (const morceau of octets) {
      entree.push(morceau)
      yield* prets.splice(0)
    }
    entree.push(new Uint8Array(0), true)
    yield* prets.splice(0)
  }
  zip.end()
  yield* prets.splice(0)
}
