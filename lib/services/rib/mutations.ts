import { randomUUID } from 'node:crypto'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { instantEnMots } from '@/lib/lexique/attente'
import {
  PHRASES_RIB,
  phraseRibChangeAilleurs,
  phraseRibFait,
  phraseRibInchange,
} from '@/lib/lexique/coordonnees'
import { courrielRibChange } from '@/lib/lexique/courriels/coordonnees'
import { phraseRefusNomme } from '@/lib/lexique/depot'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { PieceRefusee } from '@/lib/server/piece/refus'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { remplacerCompte } from '../compte-bancaire/mutations'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { controlerPiece, inscrireDepot, type PieceControlee } from '../depot/mutations'
import { loadAAvertir, loadComptesServants, loadVersionRib } from './data'
import type { RibSaisi } from './schema'

interface Moment {
  readonly jour: DateCivile
  readonly instant: Date
}

/**
 * The account that receives benefits from tomorrow, its proof kept in the same transaction; until then the former one stays. Returns the
 * sentence of what is so now; the same form again gives the same one and writes nothing. @throws {SaisieRefusee}
 */
export async function changerRib(
  acteur: PorteeAdherent,
  { justificatif, ...rib }: RibSaisi,
  { jour, instant }: Moment,
): Promise<string> {
  if (!acteur.adhesions.includes(rib.adhesion))
    throw new SaisieRefusee({ champ: '', message: PHRASES_RIB.INTROUVABLE })
  try {
    const piece = await controlerPiece(justificatif)
    return await ecrire(SYSTEME, (client) => ecrireRib(client, acteur, { ...rib, piece, jour, instant }))
  } catch (erreur) {
    if (!(erreur instanceof PieceRefusee)) throw erreur
    const message = phraseRefusNomme(justificatif.name, erreur.code, 'ENVOI')
    throw new SaisieRefusee({ champ: 'justificatif', message })
  }
}

interface Voulu extends Omit<RibSaisi, 'justificatif'>, Moment {
  readonly piece: PieceControlee
}

async function ecrireRib(client: Ecriture, acteur: PorteeAdherent, voulu: Voulu): Promise<string> {
  const { adhesion, titulaire, iban, jour } = voulu
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('rib:' || $1, 0))`, [adhesion])
  const servants = await loadComptesServants(client, adhesion, jour)
  const dernier = servants.at(-1)
  const fin = iban.slice(-4)
  if (dernier?.iban === iban && dernier.titulaire === titulaire && dernier.au === null)
    return dernier.du > jour ? phraseRibFait(fin, dernier.du) : phraseRibInchange(fin, dernier.du)
  const version = await loadVersionRib(client, adhesion)
  if (version !== voulu.version)
    throw new SaisieRefusee({
      champ: 'iban',
      message: phraseRibChangeAilleurs(dernier?.iban.slice(-4) ?? ''),
    })
  const effet = ajouterJours(jour, 1)
  const compteBancaireId = await remplacerCompte(client, {
    adhesionId: adhesion,
    usage: 'PRESTATIONS',
    titulaire,
    iban,
    du: effet,
  })
  const depotId = await inscrireDepot(client, acteur, {
    personneId: null,
    ...voulu.piece,
    adhesionId: adhesion,
    objet: 'JUSTIFICATIF',
  })
  const id = randomUUID()
  await client.query(
    `INSERT INTO changements_rib (id, adhesion_id, version, compte_bancaire_id, titulaire, iban_fin, bic, effet_le, depot_id, compte_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, adhesion, version + 1, compteBancaireId, titulaire, fin, voulu.bic, effet, depotId, acteur.compteId],
  )
  await avertir(client, voulu, [titulaire, ...servants.map((s) => s.titulaire)], effet)
  await journaliser(client, {
    acte: 'RIB_CHANGE',
    compteId: acteur.compteId,
    role: acteur.type,
    objetType: 'changement_rib',
    objetId: id,
    resultat: 'FAIT',
    donnees: { depot: depotId, effet },
  })
  return phraseRibFait(fin, effet)
}

async function avertir(
  client: Ecriture,
  { adhesion, instant }: Voulu,
  titulaires: readonly string[],
  effet: DateCivile,
): Promise<void> {
  const urlAcces = new URL('/acces-perdu', env().PORTAIL_URL).href
  const modele = courrielRibChange(
    { quand: instantEnMots(instant), effet: formatDateEnLettres(effet), urlAcces },
    signature(),
  )
  for (const { compteId, email } of await loadAAvertir(client, adhesion, titulaires, instant))
    await envoyerCourriel(client, email, modele, compteId)
}
