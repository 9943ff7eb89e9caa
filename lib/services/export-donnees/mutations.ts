import { randomUUID } from 'node:crypto'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_POUR_AUTRUI } from '@/lib/lexique/delegations'
import { SECTIONS } from '@/lib/lexique/donnees/tables'
import { formatDateEnChiffres } from '@/lib/lexique/formats'
import { instantEntier } from '@/lib/lexique/instants'
import { type Archive, type EntreeArchive, nomDePiece, ouvrirPourArchive, zipper } from '@/lib/server/archive'
import { aujourdhui, instantMetier, maintenant } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadDocument } from '../document/data'
import { nomFichierDocument } from '../document/view'
import { fichierDuDocument } from '../rendu/mutations'
import {
  type LigneExportee,
  lignesExportees,
  loadDepotsAExporter,
  loadPapiersAExporter,
  loadQui,
  TABLES_EXPORTEES,
} from './data'
import {
  CHEMIN_SCHEMA,
  debutPage,
  ecrireLigne,
  type FichierDit,
  FORMAT,
  finPage,
  RIEN,
  schemaExport,
  titreSection,
  titreTable,
} from './view'

const QUART_D_HEURE = 15 * 60 * 1000

/** Their own hands only: nobody takes the whole of somebody else's data away, whatever was delegated. */
const enPersonne = ({ lectureSeule, delegation }: PorteeAdherent): boolean =>
  lectureSeule !== true && delegation === undefined

/**
 * A copy is asked for: it may be taken once, within a quarter of an hour, by this account. Returns its id.
 * @throws {SaisieRefusee} for somebody else.
 */
export async function demanderExport(acteur: PorteeAdherent): Promise<string> {
  if (!enPersonne(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_POUR_AUTRUI.JAMAIS })
  const instant = maintenant()
  return ecrire(SYSTEME, async (client) => {
    const id = randomUUID()
    await client.query(
      'INSERT INTO exports_donnees (id, compte_id, personne_id, demande_le, expire_le) VALUES ($1, $2, $3, $4, $5)',
      [id, acteur.compteId, acteur.personneId, instant, new Date(instant.getTime() + QUART_D_HEURE)],
    )
    await journaliser(client, {
      acte: 'EXPORT_DEMANDE',
      compteId: acteur.compteId,
      role: acteur.type,
      objetType: 'personne',
      objetId: acteur.personneId,
      resultat: 'FAIT',
    })
    return id
  })
}

/** Takes the copy, once; the journal says so before the first byte. Null: not theirs, not by them, taken already, or too late. */
export async function exporterDonnees(acteur: PorteeAdherent, id: string): Promise<Archive | null> {
  if (!enPersonne(acteur)) return null
  const prise = await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE exports_donnees SET telecharge_le = $3 WHERE id = $1 AND compte_id = $2 AND personne_id = $4
        AND telecharge_le IS NULL AND expire_le > $3`,
      [id, acteur.compteId, maintenant(), acteur.personneId],
    )
    if (rowCount !== 1) return false
    await journaliser(client, {
      acte: 'DONNEES_EXPORTEES',
      compteId: acteur.compteId,
      role: acteur.type,
      objetType: 'personne',
      objetId: acteur.personneId,
      resultat: 'FAIT',
    })
    return true
  })
  return prise ? { nom: `mes-donnees-${aujourdhui()}.zip`, octets: zipper(entrees(acteur)) } : null
}

const adresseSchema = (): string => new URL(CHEMIN_SCHEMA, env().PORTAIL_URL).href
/** The published schema of the copy. */
export const schemaPublie = (): object => schemaExport(adresseSchema())

const enOctets = (texte: string): Uint8Array => new TextEncoder().encode(texte)

async function* entrees(acteur: PorteeAdherent): AsyncGenerator<EntreeArchive> {
  const fichiers: FichierDit[] = []
  yield* papiers(acteur, fichiers)
  yield* pieces(acteur, fichiers)
  yield { nom: 'schema.json', octets: [enOctets(JSON.stringify(schemaPublie(), null, 2))] }
  yield { nom: 'donnees.json', octets: ecrireJson(acteur) }
  yield { nom: 'index.html', octets: ecrirePage(acteur, fichiers) }
}

async function* papiers(acteur: PorteeAdherent, dits: FichierDit[]): AsyncGenerator<EntreeArchive> {
  const ids = await loadPapiersAExporter(acteur)
  for (const [rang, id] of ids.entries()) {
    const document = await loadDocument(acteur, id)
    if (document === null) continue
    const nom = nomFichierDocument(document)
    const octets = await ouvrirPourArchive(await fichierDuDocument(acteur, document))
    const chemin = `papiers/${nomDePiece(rang, nom)}`
    dits.push({
      nom: `${nom}, ${formatDateEnChiffres(document.emisLe)}`,
      chemin: octets === null ? null : chemin,
    })
    if (octets !== null) yield { nom: chemin, octets }
  }
}

async function* pieces(acteur: PorteeAdherent, dits: FichierDit[]): AsyncGenerator<EntreeArchive> {
  for (const [rang, { nom, fichier }] of (await loadDepotsAExporter(acteur)).entries()) {
    const octets = await ouvrirPourArchive(fichier)
    const chemin = `pieces/${nomDePiece(rang, nom)}`
    dits.push({ nom, chemin: octets === null ? null : chemin })
    if (octets !== null) yield { nom: chemin, octets }
  }
}

async function* ecrireJson(acteur: PorteeAdherent): AsyncGenerator<Uint8Array> {
  const { nom, dpo } = organisme()
  const entete = {
    $schema: adresseSchema(),
    format: FORMAT,
    faitLe: instantMetier().toISOString(),
    organisme: nom,
    dpo,
    personne: acteur.personneId,
  }
  yield enOctets(`${JSON.stringify(entete).slice(0, -1)},"donnees":{`)
  for (const [rang, table] of TABLES_EXPORTEES.entries()) {
    yield enOctets(`${rang === 0 ? '' : ','}\n${JSON.stringify(table)}:[`)
    let premiere = true
    for await (const ligne of lignesExportees(acteur, table)) {
      yield enOctets(`${premiere ? '' : ','}\n${JSON.stringify(ligne)}`)
      premiere = false
    }
    yield enOctets(']')
  }
  yield enOctets('}}\n')
}

async function* ecrirePage(
  acteur: PorteeAdherent,
  fichiers: readonly FichierDit[],
): AsyncGenerator<Uint8Array> {
  const { nom, adresse, dpo } = organisme()
  const qui = await loadQui(acteur)
  yield enOctets(debutPage({ organisme: nom, adresse, dpo, qui, fait: instantEntier(instantMetier()) }))
  for (const [rang, section] of SECTIONS.entries()) {
    yield enOctets(titreSection(rang))
    for (const table of section.tables) {
      yield enOctets(titreTable(table))
      let nombre = 0
      for await (const ligne of lignesExportees(acteur, table)) {
        yield enOctets(`${nombre === 0 ? '<ol>' : ''}${ecrireLigne(table, ligne satisfies LigneExportee)}`)
        nombre += 1
      }
      yield enOctets(nombre === 0 ? RIEN : '</ol>\n')
    }
  }
  yield enOctets(finPage(fichiers))
}
