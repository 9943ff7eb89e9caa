import { randomUUID } from 'node:crypto'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { instantEnMots } from '@/lib/lexique/attente'
import { expliquerMotifBancaire } from '@/lib/lexique/banque'
import {
  PHRASES_RIB,
  phraseRibAnnule,
  phraseRibChangeAilleurs,
  phraseRibFait,
  phraseRibInchange,
} from '@/lib/lexique/coordonnees'
import type { Modele } from '@/lib/lexique/courriels/cadre'
import { courrielRibAnnule, courrielRibChange } from '@/lib/lexique/courriels/coordonnees'
import { PHRASES_POUR_AUTRUI } from '@/lib/lexique/delegations'
import { phraseRefusNomme } from '@/lib/lexique/depot'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { PieceRefusee } from '@/lib/server/piece/refus'
import { mainsPermettent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { remplacerCompte, retirerCompte } from '../compte-bancaire/mutations'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { controlerPiece, inscrireDepot, type PieceControlee } from '../depot/mutations'
import {
  aDejaRecu,
  type ChangementLu,
  type CibleRib,
  loadAAvertir,
  loadChangement,
  loadChangementsPrevus,
  loadCodesRevenus,
  loadComptesServants,
  loadDroitDirect,
  loadVersionsRib,
} from './data'
import type { RibSaisi } from './schema'

interface Moment {
  readonly jour: DateCivile
  readonly instant: Date
}

/**
 * The account that receives benefits from tomorrow, its proof kept in the same transaction; until then the former one stays. Of a contract
 * they hold, the contract's; of one that covers them, their own. Returns the sentence of what is so now; the same form again gives the
 * same one and writes nothing. @throws {SaisieRefusee}
 */
export async function changerRib(
  acteur: PorteeAdherent,
  { justificatif, ...rib }: RibSaisi,
  { jour, instant }: Moment,
): Promise<string> {
  await ecrire(SYSTEME, (client) => exigerCible(client, acteur, rib.adhesion, jour))
  try {
    const piece = await controlerPiece(justificatif)
    return await ecrire(SYSTEME, (client) => ecrireRib(client, acteur, { ...rib, piece, jour, instant }))
  } catch (erreur) {
    if (!(erreur instanceof PieceRefusee)) throw erreur
    const message = phraseRefusNomme(justificatif.name, erreur.code, 'ENVOI')
    throw new SaisieRefusee({ champ: 'justificatif', message })
  }
}

const refuser = (message: string, champ = ''): never => {
  throw new SaisieRefusee({ champ, message })
}

/** @throws {SaisieRefusee} when it is nobody's of theirs, or when they left their benefits to the contract. */
async function exigerCible(
  client: Ecriture,
  acteur: PorteeAdherent,
  adhesionId: string,
  jour: DateCivile,
): Promise<CibleRib> {
  if (!mainsPermettent(acteur, 'RECEVOIR')) return refuser(PHRASES_POUR_AUTRUI.RECEVOIR)
  if (acteur.adhesions.includes(adhesionId)) return { adhesionId, personneId: null }
  const { personneId } = acteur
  const droit = acteur.adhesionsLues.includes(adhesionId)
    ? await loadDroitDirect(client, { adhesionId, personneId }, jour)
    : null
  if (droit === null) return refuser(PHRASES_RIB.INTROUVABLE)
  return droit.valeur === 'PROPRE' ? { adhesionId, personneId } : refuser(PHRASES_RIB.REFUS_EN_COURS)
}

/** The account of one contract is changed by one at a time. */
const attendreSonTour = (client: Ecriture, adhesionId: string) =>
  client.query(`SELECT pg_advisory_xact_lock(hashtextextended('rib:' || $1, 0))`, [adhesionId])

interface Voulu extends Omit<RibSaisi, 'justificatif'>, Moment {
  readonly piece: PieceControlee
}

async function ecrireRib(client: Ecriture, acteur: PorteeAdherent, voulu: Voulu): Promise<string> {
  const { titulaire, iban, jour } = voulu
  await attendreSonTour(client, voulu.adhesion)
  const cible = await exigerCible(client, acteur, voulu.adhesion, jour)
  const servants = await loadComptesServants(client, cible, jour)
  const dernier = servants.at(-1)
  const fin = iban.slice(-4)
  if (dernier?.iban === iban && dernier.titulaire === titulaire && dernier.au === null)
    return dernier.du > jour ? phraseRibFait(fin, dernier.du) : phraseRibInchange(fin, dernier.du)
  const versions = await loadVersionsRib(client, cible)
  if (versions.cible !== voulu.version)
    refuser(phraseRibChangeAilleurs(dernier?.iban.slice(-4) ?? null), 'iban')
  const effet = ajouterJours(jour, 1)
  const compte = { ...cible, usage: 'PRESTATIONS', titulaire, iban, du: effet } as const
  const { id: compteBancaireId, remplaces } = await remplacerCompte(client, compte)
  const depotId = await inscrireDepot(client, acteur, {
    // Of nobody in particular: the page of the beneficiaries counts the others as proofs of a situation.
    personneId: null,
    ...voulu.piece,
    adhesionId: cible.adhesionId,
    objet: 'JUSTIFICATIF',
  })
  const id = randomUUID()
  await client.query(
    `INSERT INTO changements_rib (id, adhesion_id, personne_id, version, compte_bancaire_id, titulaire, iban_fin, bic, effet_le, depot_id,
        remplaces, compte_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      cible.adhesionId,
      cible.personneId,
      versions.contrat + 1,
      compteBancaireId,
      titulaire,
      fin,
      voulu.bic,
      effet,
      depotId,
      JSON.stringify(remplaces),
      acteur.compteId,
    ],
  )
  const titulaires = [titulaire, ...servants.map((s) => s.titulaire)]
  await avertir(client, cible, titulaires, voulu.instant, (alerte) =>
    courrielRibChange({ ...alerte, effet: formatDateEnLettres(effet) }, signature()),
  )
  await consigner(client, acteur, 'RIB_CHANGE', id, { depot: depotId, effet })
  return phraseRibFait(fin, effet)
}

/**
 * Gives up a change of account before it serves: the one of today goes on, as it was. Returns the sentence of what is so now; again, the
 * same one and nothing written. @throws {SaisieRefusee}
 */
export function annulerRib(
  acteur: PorteeAdherent,
  changementId: string,
  { jour, instant }: Moment,
): Promise<string> {
  return ecrire(SYSTEME, async (client) => {
    if (!mainsPermettent(acteur, 'RECEVOIR')) return refuser(PHRASES_POUR_AUTRUI.RECEVOIR)
    const vise = await loadChangement(client, changementId)
    if (vise === null || !estSien(acteur, vise)) return refuser(PHRASES_RIB.INTROUVABLE)
    await attendreSonTour(client, vise.adhesionId)
    const deja = (await loadChangement(client, changementId))?.annule === true
    if (!deja) {
      if (vise.effetLe <= jour) refuser(PHRASES_RIB.DEJA_SERVI)
      const prevus = await loadChangementsPrevus(client, vise, jour)
      await abandonner(client, acteur, vise, prevus, instant)
    }
    const reste = (await loadComptesServants(client, vise, jour)).at(-1)?.iban.slice(-4) ?? null
    return phraseRibAnnule(vise.ibanFin, reste, await aDejaRecu(client, vise.compteBancaireId))
  })
}

const estSien = ({ adhesions, personneId }: PorteeAdherent, c: CibleRib): boolean =>
  c.personneId === null ? adhesions.includes(c.adhesionId) : c.personneId === personneId

/** The last change first: each gives back what it took. */
async function abandonner(
  client: Ecriture,
  acteur: PorteeAdherent,
  vise: ChangementLu,
  prevus: readonly ChangementLu[],
  instant: Date,
): Promise<void> {
  if (prevus[0]?.id !== vise.id) refuser(PHRASES_RIB.PLUS_LE_DERNIER)
  const premier = prevus.at(-1) ?? vise
  const rendus = premier.remplaces.map(({ id }) => id)
  const codes = await loadCodesRevenus(client, rendus, premier.creeLe)
  if (codes.some((code) => ['DEMANDER_RIB', 'DECES'].includes(expliquerMotifBancaire(code).action)))
    refuser(PHRASES_RIB.ANCIEN_REFUSE)
  for (const changement of prevus) {
    await retirerCompte(client, changement.compteBancaireId, changement.remplaces)
    await client.query(
      'INSERT INTO annulations_rib (changement_id, compte_id, cree_le) VALUES ($1, $2, $3)',
      [changement.id, acteur.compteId, instant],
    )
  }
  const titulaires = prevus.map(({ titulaire }) => titulaire)
  await avertir(client, vise, titulaires, instant, (alerte) => courrielRibAnnule(alerte, signature()))
  await consigner(client, acteur, 'RIB_ANNULE', vise.id, {})
}

async function avertir(
  client: Ecriture,
  cible: CibleRib,
  titulaires: readonly string[],
  instant: Date,
  ecrireModele: (alerte: Parameters<typeof courrielRibAnnule>[0]) => Modele,
): Promise<void> {
  const urlAcces = new URL('/acces-perdu', env().PORTAIL_URL).href
  const propre = cible.personneId !== null
  const modele = ecrireModele({ quand: instantEnMots(instant), urlAcces, propre })
  for (const { compteId, email } of await loadAAvertir(client, cible, titulaires, instant))
    await envoyerCourriel(client, email, modele, compteId)
}

const consigner = (
  client: Ecriture,
  acteur: PorteeAdherent,
  acte: 'RIB_CHANGE' | 'RIB_ANNULE',
  objetId: string,
  donnees: Readonly<Record<string, string>>,
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId: acteur.compteId,
    role: acteur.type,
    objetType: 'changement_rib',
    objetId,
    resultat: 'FAIT',
    donnees,
  })
