import type { TypeValeur } from '@/lib/lexique/donnees/formes'
import { SOINS } from '@/lib/lexique/donnees/soins'
import { type NomTable, TABLES, tablesExportees } from '@/lib/lexique/donnees/tables'
import { dechiffrer } from '@/lib/server/chiffrement'
import { maintenant } from '@/lib/server/clock'
import { lire } from '@/lib/server/db'
import { contexteCodeAcces } from '@/lib/server/identifiant'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import type { FichierADonner } from '@/lib/server/telechargement'
import { contexteIban } from '../compte-bancaire/data'
import { contexteDestinataire } from '../courriel/data'
import { contexteOrdre } from '../lot-bancaire/data'

const MES_ADHESIONS = 'ANY ($3::uuid[])'
const MES_PRESTATIONS = `ANY (ARRAY(SELECT id FROM prestations WHERE personne_id = $1::uuid))`
const MES_COMPTES_BANCAIRES = `ANY (ARRAY(SELECT id FROM comptes_bancaires WHERE personne_id = $1::uuid OR (personne_id IS NULL AND adhesion_id = ${MES_ADHESIONS})))`
/** Not those that paid an ayant droit on an account of their own. */
const MES_ORDRES = `ANY (ARRAY(SELECT id FROM ordres_bancaires WHERE (adhesion_id = ${MES_ADHESIONS} AND compte_bancaire_id IS NULL) OR compte_bancaire_id = ${MES_COMPTES_BANCAIRES}))`
const MES_COMPTES_LIVRE = `ANY (ARRAY(SELECT id FROM comptes_livre WHERE adhesion_id = ${MES_ADHESIONS}))`
const MES_DEMANDES = `ANY (ARRAY(SELECT id FROM demandes WHERE compte_id = $2::uuid))`
/** Asked by them, or for their care. */
const MES_AVANCES = `ANY (ARRAY(SELECT id FROM avances_sante WHERE personne_id = $1::uuid OR demande_id = ${MES_DEMANDES}))`
/** Those of either side: who is acted for, and who acts. */
const MES_DELEGATIONS =
  'ANY (ARRAY(SELECT id FROM delegations WHERE protege_id = $1::uuid OR delegue_id = $2::uuid OR auteur_id = $2::uuid))'
const DU_CONTRAT = `adhesion_id = ${MES_ADHESIONS}`
const DE_LA_PERSONNE = 'personne_id = $1::uuid'
const DU_COMPTE = 'compte_id = $2::uuid'
/** The contracts that cover the person. */
const COUVERT = `(adhesion_id = ${MES_ADHESIONS} OR adhesion_id = ANY (ARRAY(SELECT b.adhesion_id FROM beneficiaires b WHERE b.personne_id = $1::uuid)))`

/** Which rows of each table are the person's: $1 the person, $2 their account, $3 the contracts of which they are membre participant. Nothing here leads to what somebody else may not show them. */
const CHEMINS: Readonly<Record<NomTable, string>> = {
  personnes: 'id = $1::uuid',
  immatriculations: DE_LA_PERSONNE,
  adresses: DE_LA_PERSONNE,
  telephones: DE_LA_PERSONNE,
  teletransmissions: DE_LA_PERSONNE,
  preferences_envoi: DE_LA_PERSONNE,
  adhesions: `id = ${MES_ADHESIONS} OR id = ANY (ARRAY(SELECT b.adhesion_id FROM beneficiaires b WHERE b.personne_id = $1::uuid))`,
  choix_formules: COUVERT,
  beneficiaires: `${DE_LA_PERSONNE} OR ${DU_CONTRAT}`,
  situations_ayant_droit: DE_LA_PERSONNE,
  refus_paiement_direct: DE_LA_PERSONNE,
  rappels_seize_ans: DE_LA_PERSONNE,
  accords_lecture: DE_LA_PERSONNE,
  suspensions: COUVERT,
  documents: DE_LA_PERSONNE,
  codes_acces: DE_LA_PERSONNE,
  lignes_decompte: DE_LA_PERSONNE,
  prestations: DE_LA_PERSONNE,
  prestation_details: `prestation_id = ${MES_PRESTATIONS}`,
  consommations: DE_LA_PERSONNE,
  compteurs: DE_LA_PERSONNE,
  prises_en_charge: DE_LA_PERSONNE,
  lignes_prise_en_charge: `prise_en_charge_id = ANY (ARRAY(SELECT id FROM prises_en_charge WHERE ${DE_LA_PERSONNE}))`,
  aides_accordees: `${DE_LA_PERSONNE} OR (personne_id IS NULL AND ${DU_CONTRAT})`,
  comptes_bancaires: `id = ${MES_COMPTES_BANCAIRES}`,
  changements_rib: `compte_bancaire_id = ${MES_COMPTES_BANCAIRES}`,
  annulations_rib: `changement_id = ANY (ARRAY(SELECT id FROM changements_rib WHERE compte_bancaire_id = ${MES_COMPTES_BANCAIRES}))`,
  mandats: DU_CONTRAT,
  ordres_bancaires: `id = ${MES_ORDRES}`,
  ordres_prestations: `prestation_id = ${MES_PRESTATIONS}`,
  ordres_echeances: `echeance_id = ANY (ARRAY(SELECT id FROM echeances WHERE ${DU_CONTRAT}))`,
  retours_bancaires: `ordre_id = ${MES_ORDRES}`,
  rejets_prelevement: DU_CONTRAT,
  modalites_cotisation: DU_CONTRAT,
  echeanciers: DU_CONTRAT,
  echeances: DU_CONTRAT,
  impayes: DU_CONTRAT,
  indus: `${DU_CONTRAT} AND tiers_id IS NULL`,
  reglements_indus: `indu_id = ANY (ARRAY(SELECT id FROM indus WHERE ${DU_CONTRAT} AND tiers_id IS NULL))`,
  remises_indus: `indu_id = ANY (ARRAY(SELECT id FROM indus WHERE ${DU_CONTRAT} AND tiers_id IS NULL))`,
  comptes_livre: DU_CONTRAT,
  // Of the contract's accounts, what is not somebody else's: one line tells the amount of one care, or what an account of their own was paid.
  ecritures: `(debit_id = ${MES_COMPTES_LIVRE} OR credit_id = ${MES_COMPTES_LIVRE}) AND CASE piece_type
    WHEN 'prestation' THEN piece_id = ${MES_PRESTATIONS} WHEN 'ordre' THEN piece_id = ${MES_ORDRES}
    WHEN 'reglement_avance' THEN piece_id = ANY (ARRAY(SELECT id FROM reglements_avances WHERE avance_id = ${MES_AVANCES}))
    ELSE true END`,
  avances_sante: `id = ${MES_AVANCES}`,
  ordres_avances: `avance_id = ${MES_AVANCES}`,
  reglements_avances: `avance_id = ${MES_AVANCES}`,
  facteurs: DU_COMPTE,
  entrees_en_attente: DU_COMPTE,
  levees_facteurs: DU_COMPTE,
  identites_externes: DU_COMPTE,
  consentements: DU_COMPTE,
  preferences_courriel: DU_COMPTE,
  annonces_lots: DU_COMPTE,
  delegations: `id = ${MES_DELEGATIONS}`,
  passages_delegation: `delegation_id = ${MES_DELEGATIONS}`,
  exercices_delegation: `delegation_id = ${MES_DELEGATIONS}`,
  comptes: 'id = $2::uuid',
  sessions: DU_COMPTE,
  regards: DE_LA_PERSONNE,
  changements_courriel: DU_COMPTE,
  courriels: DU_COMPTE,
  demandes: DU_COMPTE,
  passages_demande: `demande_id = ${MES_DEMANDES}`,
  // Notes of the team are given by a person, without what they say of others.
  messages_demande: `NOT interne AND demande_id = ${MES_DEMANDES}`,
  pieces_demande: `demande_id = ${MES_DEMANDES}`,
  pieces_attendues: `demande_id = ${MES_DEMANDES}`,
  depots: DU_COMPTE,
  fichiers: `id = ANY (ARRAY(SELECT fichier_id FROM depots WHERE ${DU_COMPTE})) OR id = ANY (ARRAY(SELECT fichier_id FROM documents WHERE ${DE_LA_PERSONNE}))`,
  // What they did, for themselves and for another; what was done of their file, who read what is theirs, and what was done for them.
  journal: `${DU_COMPTE} OR rang = ANY (ARRAY(SELECT j.rang FROM objets_lus($1::uuid, $2::uuid, $3::uuid[]) o CROSS JOIN LATERAL
      (SELECT k.rang FROM journal k WHERE k.objet_type = o.type AND k.objet_id = o.id AND est_une_lecture(k.acte) OFFSET 0) j))
    OR (objet_type = 'personne' AND objet_id = $1::text)
    OR (donnees ? 'delegation' AND donnees ->> 'delegation' = ANY (ARRAY(SELECT id::text FROM delegations WHERE protege_id = $1::uuid)))`,
  exports_donnees: DU_COMPTE,
  effacements: DE_LA_PERSONNE,
}

/** Care is read with the rights of its reader, as on their pages: what they may not see there, no path leads to here. */
const SOUS_LEUR_PORTEE: ReadonlySet<string> = new Set([...Object.keys(SOINS), 'documents'])

export type LigneExportee = Readonly<Record<string, unknown>>
const LOT = 500

/** The columns given of a table, in the order of their list. */
export const colonnesDonnees = (table: NomTable): readonly (readonly [string, TypeValeur, string])[] =>
  Object.entries(tablesExportees.find(([nom]) => nom === table)?.[1].colonnes ?? {}).flatMap(
    ([colonne, c]) => ('exclue' in c ? [] : [[colonne, c[0], c[1]] as const]),
  )

/** The rows of a table that are the person's, a few at a time: nothing is held whole. */
export async function* lignesExportees(qui: PorteeAdherent, table: NomTable): AsyncGenerator<LigneExportee> {
  const colonnes = colonnesDonnees(table)
  const liste = colonnes.map(([nom]) => `t.${nom}`).join(', ')
  // $1 to $3 are always read, so that every path has the same values.
  const sql = `SELECT to_jsonb(l) AS ligne FROM (SELECT ${liste} FROM ${table} t
      WHERE (${CHEMINS[table]}) AND ($1::text, $2::text, $3::uuid[]) IS NOT NULL ORDER BY ${liste}) l LIMIT ${LOT} OFFSET $4`
  for (let vues = 0; ; vues += LOT) {
    const lues = await lire(SOUS_LEUR_PORTEE.has(table) ? qui : SYSTEME, (tx) =>
      tx.$queryRawUnsafe<{ ligne: Readonly<Record<string, unknown>> }[]>(
        sql,
        qui.personneId,
        qui.compteId,
        [...qui.adhesions],
        vues,
      ),
    )
    for (const { ligne } of lues) yield ouvrirLigne(table, colonnes, ligne)
    if (lues.length < LOT) return
  }
}

const CONTEXTES: Partial<Record<NomTable, (ligne: Readonly<Record<string, unknown>>) => string>> = {
  immatriculations: ({ id }) => `immatriculations:${id}`,
  comptes_bancaires: ({ id }) => contexteIban(String(id)),
  ordres_bancaires: ({ id }) => contexteOrdre(String(id)),
  codes_acces: ({ personne_id }) => contexteCodeAcces(String(personne_id)),
  courriels: ({ id }) => contexteDestinataire(String(id)),
}

/** Sealed values are opened: they are the person's. What was erased is null. */
function ouvrirLigne(
  table: NomTable,
  colonnes: readonly (readonly [string, TypeValeur, string])[],
  ligne: Readonly<Record<string, unknown>>,
): LigneExportee {
  const contexte = CONTEXTES[table]
  if (contexte === undefined) return ligne
  return Object.fromEntries(
    colonnes.map(([nom, type]) => [
      nom,
      SCELLES.has(type) ? ouvrirValeur(ligne[nom], contexte(ligne)) : ligne[nom],
    ]),
  )
}

const SCELLES: ReadonlySet<TypeValeur> = new Set(['nir', 'iban', 'codeAcces', 'courriel'])

function ouvrirValeur(valeur: unknown, contexte: string): string | null {
  if (typeof valeur !== 'string' || valeur === '\\x') return null
  return dechiffrer(Buffer.from(valeur.slice(2), 'hex'), contexte)
}

export interface DepotDonne {
  readonly nom: string
  readonly fichier: FichierADonner
}

/** The pieces this account sent, with what opens them; those of drafts too, and medical ones: they are theirs. */
export const loadDepotsAExporter = (acteur: PorteeAdherent): Promise<DepotDonne[]> =>
  lire(acteur, async (tx) => {
    const lus = await tx.depot.findMany({
      select: {
        nomOrigine: true,
        fichier: { select: { id: true, typeMime: true, verdict: true, cleScellee: true, effaceLe: true } },
      },
      where: { compteId: acteur.compteId },
      orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
    })
    return lus.map(({ nomOrigine, fichier }) => ({ nom: nomOrigine, fichier }))
  })

/** The papers that speak of this person. */
export const loadPapiersAExporter = (acteur: PorteeAdherent): Promise<string[]> =>
  lire(acteur, async (tx) => {
    const lus = await tx.document.findMany({
      select: { id: true },
      where: { personneId: acteur.personneId },
      orderBy: [{ emisLe: 'asc' }, { id: 'asc' }],
    })
    return lus.map(({ id }) => id)
  })

export const TABLES_EXPORTEES = Object.keys(TABLES) as readonly NomTable[]

/** The name on the readable page. */
export const loadQui = async (acteur: PorteeAdherent): Promise<string> => {
  const lue = await lire(acteur, (tx) =>
    tx.personne.findUnique({ where: { id: acteur.personneId }, select: { prenom: true, nom: true } }),
  )
  return lue === null ? '' : `${lue.prenom} ${lue.nom}`
}

/** Whether this copy still waits for its owner. */
export const loadExportPret = (acteur: PorteeAdherent, id: string): Promise<boolean> =>
  lire(acteur, async (tx) => {
    const lu = await tx.exportDonnees.findUnique({ where: { id } })
    return lu !== null && lu.telechargeLe === null && lu.expireLe > maintenant()
  })
