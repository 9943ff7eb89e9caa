import type {
  DemandeurPriseEnCharge,
  GenrePriseEnCharge,
  NaturePriseEnCharge,
} from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_PRISE } from '@/lib/lexique/prises-en-charge'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import { aujourdhui, instantMetier } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { type Portee, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { type Calcul, calculerPrise, exigerAccordable, refusDuCalcul } from '../calcul-prise/data'
import { ecrireEtDire } from '../document/mutations'
import { ecrireAnnulation, ecrireRefus, papierDAccord } from '../papier-prise/mutations'
import { peutGererPrises } from './access'
import { estDuContrat, type PriseLue, verrouillerPrise } from './data'
import { peutPasser } from './etats'
import type { ActeDemandeDePrise, DecisionSaisie } from './schema'

/** What is asked, whoever asks it: a person, an establishment, the mutuelle itself. */
export interface PriseDemandee {
  readonly genre: GenrePriseEnCharge
  readonly nature: NaturePriseEnCharge
  readonly adhesionId: string
  readonly personneId: string
  readonly professionnel: string
  readonly finess: string | null
  /** Of entry, or of the care. */
  readonly jour: DateCivile
  /** Both with a stay in hospital, and only then. */
  readonly dmt: string | null
  readonly codeRisque: string | null
  readonly demandeur: DemandeurPriseEnCharge
  /** Acts already known; staff may complete them before they decide. */
  readonly actes: readonly ActeDemandeDePrise[]
}

/** Of the year, without a hole: its row stays locked until the caller's transaction ends. */
async function numeroSuivant(client: Ecriture, an: number): Promise<string> {
  const { rows } = await client.query<{ dernier: number }>(
    `INSERT INTO numerotations (nature, annee, dernier) VALUES ('PRISE_EN_CHARGE', $1, 1)
      ON CONFLICT (nature, annee) DO UPDATE SET dernier = numerotations.dernier + 1 RETURNING dernier`,
    [an],
  )
  return `P-${an}-${String(rows[0]?.dernier ?? 0).padStart(6, '0')}`
}

const auteur = (acteur: Portee) =>
  acteur.type === 'SYSTEME'
    ? { compteId: null, role: 'SYSTEME' }
    : { compteId: acteur.compteId, role: acteur.type === 'GESTION' ? acteur.role : acteur.type }

const noter = (client: Ecriture, acteur: Portee, acte: ActeJournal, objetId: string) =>
  journaliser(client, { acte, ...auteur(acteur), objetType: 'prise_en_charge', objetId, resultat: 'FAIT' })

/**
 * Records a request in the caller's transaction (of the system). `acteur` is who asks, and has been found to have the right to.
 * @throws {SaisieRefusee} when the contract does not know the person.
 */
export async function creerPriseEnCharge(
  client: Ecriture,
  acteur: Portee,
  d: PriseDemandee,
  jour: DateCivile = aujourdhui(),
): Promise<{ readonly id: string; readonly numero: string }> {
  if (!(await estDuContrat(client, d.adhesionId, d.personneId)))
    throw new SaisieRefusee({ champ: 'personne', message: PHRASES_PRISE.PERSONNE })
  const numero = await numeroSuivant(client, annee(jour))
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO prises_en_charge (numero, genre, nature, adhesion_id, personne_id, professionnel, finess, jour, dmt, code_risque, demandeur,
        demande_par_id, demandee_le)
      VALUES ($1, $2::text::"GenrePriseEnCharge", $3::text::"NaturePriseEnCharge", $4, $5, $6, $7, $8, $9, $10,
        $11::text::"DemandeurPriseEnCharge", $12, $13) RETURNING id`,
    [
      numero,
      d.genre,
      d.nature,
      d.adhesionId,
      d.personneId,
      d.professionnel,
      d.finess,
      d.jour,
      d.dmt,
      d.codeRisque,
      d.demandeur,
      auteur(acteur).compteId,
      `${jour}${instantMetier().toISOString().slice(10)}`,
    ],
  )
  const [ecrite] = rows
  if (ecrite === undefined) throw new Error('prise en charge non écrite')
  await ecrireLignes(client, ecrite.id, d.actes, [])
  await noter(client, acteur, 'PRISE_EN_CHARGE_DEMANDEE', ecrite.id)
  return { id: ecrite.id, numero }
}

/** What staff record of a request that came by telephone, post or from an establishment. Returns its id. @throws {SaisieRefusee} */
export async function enregistrerPriseEnCharge(
  acteur: PorteeGestion,
  demande: PriseDemandee,
  jour: DateCivile = aujourdhui(),
): Promise<string> {
  exigerRole(acteur)
  const { id } = await ecrire(SYSTEME, (client) => creerPriseEnCharge(client, acteur, demande, jour))
  return id
}

/** The acts anew, computed when there is a calculation to keep. */
async function ecrireLignes(
  client: Ecriture,
  id: string,
  lignes: readonly ActeDemandeDePrise[],
  calculees: Calcul['actes'],
): Promise<void> {
  await client.query('DELETE FROM lignes_prise_en_charge WHERE prise_en_charge_id = $1', [id])
  const ecrites = lignes.map(({ soin, acte, quantite, cote, prix, base }, rang) => {
    const calcul = calculees[rang]
    const commun = { rang: rang + 1, soin, acte, quantite, cote, prix, base_saisie: base }
    if (calcul === undefined) return { ...commun, motifs: [], limites: [] }
    const { partage: p, libelle, ligneGarantie, entrees, limites } = calcul.prestation
    return {
      ...commun,
      libelle,
      ligne_garantie: ligneGarantie,
      depense: p.depense,
      base: p.base,
      part_amo: p.partAmo,
      participation: p.participation,
      franchise: p.franchise,
      part_regime_local: p.partRegimeLocal,
      autres_remboursements: p.autresRemboursements,
      part_mutuelle: p.partMutuelle,
      reste_a_charge: p.resteACharge,
      entrees,
      motifs: calcul.motifs,
      limites,
    }
  })
  await client.query(
    `INSERT INTO lignes_prise_en_charge (prise_en_charge_id, rang, soin, acte, quantite, cote, prix, base_saisie, libelle, ligne_garantie, depense,
        base, part_amo, participation, franchise, part_regime_local, autres_remboursements, part_mutuelle, reste_a_charge, entrees, motifs,
        limites)
      SELECT $1, l.* FROM jsonb_to_recordset($2::jsonb) AS l (rang smallint, soin text, acte text, quantite smallint, cote text, prix bigint,
        base_saisie bigint, libelle text, ligne_garantie text, depense bigint, base bigint, part_amo bigint, participation bigint,
        franchise bigint, part_regime_local bigint, autres_remboursements bigint, part_mutuelle bigint, reste_a_charge bigint,
        entrees jsonb, motifs jsonb, limites text[])`,
    [id, JSON.stringify(ecrites)],
  )
}

/** The request as the reader saw it, locked. @throws {SaisieRefusee} when it is not, or no longer is. */
async function ouvrir(
  client: Ecriture,
  { prise: id, version }: { readonly prise: string; readonly version: number },
) {
  const prise = await verrouillerPrise(client, id)
  if (prise === null) throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.INTROUVABLE })
  if (prise.version !== version) throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.DEPASSEE })
  return prise
}

/** Why this may not be granted; null: it may. */
function empechementDAccord(prise: PriseLue, calcul: Calcul, saisie: DecisionSaisie): string | null {
  try {
    exigerAccordable(prise, calcul, saisie)
    return null
  } catch (erreur) {
    if (erreur instanceof SaisieRefusee) return erreur.message
    throw erreur
  }
}

/** What a decision would be, for whoever is about to take it; nothing is written. @throws {SaisieRefusee} */
export async function apercevoirPriseEnCharge(
  acteur: PorteeGestion,
  saisie: DecisionSaisie,
): Promise<{ readonly calcul: Calcul; readonly empechement: string | null }> {
  exigerRole(acteur)
  return ecrire(SYSTEME, async (client) => {
    const prise = await ouvrir(client, saisie)
    const calcul = await calculerPrise(prise, saisie)
    return { calcul, empechement: empechementDAccord(prise, calcul, saisie) }
  })
}

/**
 * The answer to a request: an accord on amounts that were read (`attendu`), or a refusal with its grounds; computed, written, printed and
 * journaled in one transaction. Of two decisions at once, the second is told that the request has changed. @throws {SaisieRefusee}
 */
export async function deciderPriseEnCharge(
  acteur: PorteeGestion,
  saisie: DecisionSaisie,
  jour: DateCivile = aujourdhui(),
): Promise<void> {
  exigerRole(acteur)
  await ecrire(SYSTEME, async (client) => {
    const prise = await ouvrir(client, saisie)
    if (!peutPasser(prise.etat, 'ACCORDEE'))
      throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.DEPASSEE })
    if (saisie.geste === 'REFUSER') await refuser(client, acteur, prise, saisie, jour)
    else await accorder(client, acteur, prise, saisie, jour)
  })
}

/** Grants in the caller's transaction a request that it has just written. @throws {SaisieRefusee} */
export async function accorderPriseEnCharge(
  client: Ecriture,
  acteur: PorteeGestion,
  saisie: DecisionSaisie,
  jour: DateCivile,
): Promise<void> {
  exigerRole(acteur)
  await accorder(client, acteur, await ouvrir(client, saisie), saisie, jour)
}

async function accorder(
  client: Ecriture,
  acteur: PorteeGestion,
  prise: PriseLue,
  saisie: DecisionSaisie,
  jour: DateCivile,
): Promise<void> {
  const calcul = await calculerPrise(prise, saisie)
  exigerAccordable(prise, calcul, saisie)
  if (saisie.attendu !== calcul.total)
    throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.CALCUL_CHANGE })
  const { valideDu: du, valideAu: au } = saisie
  await ecrireLignes(client, prise.id, saisie.lignes, calcul.actes)
  const papier = await papierDAccord(client, prise, calcul, { du, au, jour })
  const documentId = await ecrireEtDire(client, acteur, papier)
  const version = calcul.actes[0]?.prestation.versionReglement ?? null
  await client.query(
    `UPDATE prises_en_charge SET etat = 'ACCORDEE', version = version + 1, situation = $2, dptam = $3, decide_par_id = $4, decidee_le = $5,
        valide_du = $6, valide_au = $7, calculee_le = $8, formule = $9, version_reglement = $10, document_id = $11 WHERE id = $1`,
    [
      prise.id,
      saisie.situation,
      saisie.secteur === 'DPTAM',
      acteur.compteId,
      decideeLe(jour),
      du,
      au,
      jour,
      calcul.formule?.id ?? null,
      version,
      documentId,
    ],
  )
  await noter(client, acteur, 'PRISE_EN_CHARGE_ACCORDEE', prise.id)
}

const decideeLe = (jour: DateCivile): string => `${jour}${instantMetier().toISOString().slice(10)}`

/** The grounds are the rules' own when they say that nothing is due; else those who decide say theirs. */
async function refuser(
  client: Ecriture,
  acteur: PorteeGestion,
  prise: PriseLue,
  saisie: DecisionSaisie,
  jour: DateCivile,
): Promise<void> {
  const { raison, lignes } = saisie
  // With a reason of their own, staff may refuse what cannot be computed.
  const calcul = lignes.length === 0 || raison !== null ? null : await calculerPrise(prise, saisie)
  const motifs = calcul === null ? [] : refusDuCalcul(calcul)
  if (raison === null && motifs.length === 0)
    throw new SaisieRefusee({ champ: 'raison', message: PHRASES_PRISE.RAISON })
  const uniques = [...new Map(motifs.map((motif) => [JSON.stringify(motif), motif])).values()]
  await ecrireLignes(client, prise.id, lignes, calcul?.actes ?? [])
  const documentId = await ecrireRefus(client, prise, { motifs: uniques, raison, jour })
  await client.query(
    `UPDATE prises_en_charge SET etat = 'REFUSEE', version = version + 1, decide_par_id = $2, decidee_le = $3, calculee_le = $4, motifs = $5,
        raison = $6, document_id = $7 WHERE id = $1`,
    [prise.id, acteur.compteId, decideeLe(jour), jour, JSON.stringify(uniques), raison, documentId],
  )
  await noter(client, acteur, 'PRISE_EN_CHARGE_REFUSEE', prise.id)
}

interface Suivi {
  readonly prise: string
  readonly version: number
}

/** Takes back a request, or an accord: who relied on it gets a letter. @throws {SaisieRefusee} */
export async function annulerPriseEnCharge(
  acteur: PorteeGestion,
  { raison, ...suivi }: Suivi & { readonly raison: string },
  jour: DateCivile = aujourdhui(),
): Promise<void> {
  exigerRole(acteur)
  await ecrire(SYSTEME, async (client) => {
    const prise = await ouvrir(client, suivi)
    if (!peutPasser(prise.etat, 'ANNULEE'))
      throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.DEPASSEE })
    await annuler(client, acteur, prise, raison, jour)
  })
}

async function annuler(
  client: Ecriture,
  acteur: PorteeGestion,
  prise: PriseLue,
  raison: string,
  jour: DateCivile,
): Promise<void> {
  if (prise.etat === 'ACCORDEE') await ecrireAnnulation(client, prise, raison, jour)
  await client.query(
    `UPDATE prises_en_charge SET etat = 'ANNULEE', version = version + 1, raison = $2, annulee_le = $3 WHERE id = $1`,
    [prise.id, raison, decideeLe(jour)],
  )
  await noter(client, acteur, 'PRISE_EN_CHARGE_ANNULEE', prise.id)
}

/** Takes back in the caller's transaction an accord that has not served; already cancelled, it is done. False: its invoice came. */
export async function reprendrePriseEnCharge(
  client: Ecriture,
  acteur: PorteeGestion,
  { prise: id, raison }: { readonly prise: string; readonly raison: string },
  jour: DateCivile,
): Promise<boolean> {
  exigerRole(acteur)
  const prise = await verrouillerPrise(client, id)
  if (prise === null || prise.etat === 'UTILISEE') return false
  if (peutPasser(prise.etat, 'ANNULEE')) await annuler(client, acteur, prise, raison, jour)
  return true
}

/** The invoice came: the accord has served. @throws {SaisieRefusee} */
export async function utiliserPriseEnCharge(
  acteur: PorteeGestion,
  suivi: Suivi,
  jour: DateCivile = aujourdhui(),
): Promise<void> {
  exigerRole(acteur)
  await ecrire(SYSTEME, async (client) => {
    const prise = await ouvrir(client, suivi)
    if (!peutPasser(prise.etat, 'UTILISEE'))
      throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.DEPASSEE })
    await client.query(
      `UPDATE prises_en_charge SET etat = 'UTILISEE', version = version + 1, utilisee_le = $2 WHERE id = $1`,
      [prise.id, jour],
    )
    await noter(client, acteur, 'PRISE_EN_CHARGE_UTILISEE', prise.id)
  })
}

function exigerRole(acteur: Portee): void {
  if (!peutGererPrises(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.ROLE })
}
