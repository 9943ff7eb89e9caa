import type pg from 'pg'
import type { Motif } from '@/lib/rules/decision/motif'
import { frapperAdherent, type PorteeAdherent } from '@/lib/server/portee'

/** Two families in the base: people, a contract each, and reimbursements placed by hand. Ids end with what they are. */
const id = (suite: string): string => `00000000-0000-4000-8000-${suite.padStart(12, '0')}`

export const CLAIRE = id('c1')
export const ELIE = id('e1')
export const ODETTE = id('d9')
export const ADHESION_CLAIRE = id('a1')
export const ADHESION_ODETTE = id('a9')
const FLUX = id('f1')

export const porteeClaire: PorteeAdherent = frapperAdherent({
  type: 'ADHERENT',
  compteId: id('c0'),
  personneId: CLAIRE,
  adhesions: [ADHESION_CLAIRE],
  adhesionsLues: [],
})
/** An ayant droit who looks at their own care. */
export const porteeElie: PorteeAdherent = frapperAdherent({
  type: 'ADHERENT',
  compteId: id('e0'),
  personneId: ELIE,
  adhesions: [],
  adhesionsLues: [ADHESION_CLAIRE],
})
export const porteeOdette: PorteeAdherent = frapperAdherent({
  type: 'ADHERENT',
  compteId: id('d0'),
  personneId: ODETTE,
  adhesions: [ADHESION_ODETTE],
  adhesionsLues: [],
})

export async function installerFamilles(base: pg.Pool): Promise<void> {
  await base.query(`INSERT INTO personnes (id, nom, prenom, date_naissance, rang_naissance) VALUES
    ('${CLAIRE}', 'Morel', 'Claire', '1979-04-12', 1), ('${ELIE}', 'Morel', 'Élie', '2008-08-30', 1),
    ('${ODETTE}', 'Vidal', 'Odette', '1941-01-05', 1)`)
  await base.query(`INSERT INTO adhesions (id, numero_adherent, reglement, membre_participant_id, date_effet) VALUES
    ('${ADHESION_CLAIRE}', '100234', 'r', '${CLAIRE}', '2023-01-01'), ('${ADHESION_ODETTE}', '100777', 'r', '${ODETTE}', '2023-01-01')`)
  await base.query(`INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du) VALUES
    ('${ADHESION_CLAIRE}', '${CLAIRE}', 'MEMBRE_PARTICIPANT', '2023-01-01'), ('${ADHESION_CLAIRE}', '${ELIE}', 'ENFANT', '2023-01-01'),
    ('${ADHESION_ODETTE}', '${ODETTE}', 'MEMBRE_PARTICIPANT', '2023-01-01')`)
  // Élie is more than sixteen: his mother reads his care because he agreed (tests/services/lecture-soins.test.ts is about that).
  await base.query(
    `INSERT INTO accords_lecture (adhesion_id, personne_id, du) VALUES ('${ADHESION_CLAIRE}', '${ELIE}', '2024-08-30')`,
  )
  await base.query(`INSERT INTO flux_recus (id, emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes,
    total_depense, total_ro, lignes_nouvelles, lignes_doublons, lignes_quarantaine)
    VALUES ('${FLUX}', 'AMO', '01999', 'F1', '\\x00', now(), 'LIQUIDE', 0, 0, 0, 0, 0, 0)`)
}

interface Soin {
  readonly personne: string
  readonly jour: string
  readonly etat?: 'CALCULEE' | 'A_VERIFIER' | 'A_PAYER' | 'PAYEE' | 'REFUSEE' | 'ANNULEE'
  readonly destinataire?: 'ASSURE' | 'PROFESSIONNEL' | 'ETABLISSEMENT'
  /** Cents: expense, AMO, mutuelle; what is left is left to pay. */
  readonly montants?: readonly [depense: number, amo: number, mutuelle: number]
  readonly annule?: string
  readonly motifs?: readonly Motif[]
  /** Day of the payment; the day of care when nothing is said. */
  readonly payeLe?: string
  /** Day the file was made by its sender; now when nothing is said. */
  readonly fichierDu?: string
  readonly horsDroits?: boolean
}

const SANS_MOTIF: readonly Motif[] = [{ code: 'NON_GARANTI', article: 'mutami/art-10', donnees: {} }]
let rang = 0

/** The file its sender made that day, at noon in Paris. */
async function fluxDu(base: pg.Pool, jour: string | undefined): Promise<string> {
  if (jour === undefined) return FLUX
  const flux = id(`f${jour.replaceAll('-', '')}`)
  await base.query(
    `INSERT INTO flux_recus (id, emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes,
      total_depense, total_ro, lignes_nouvelles, lignes_doublons, lignes_quarantaine)
      VALUES ($1, 'AMO', '01999', $2, '\\x00', $3, 'LIQUIDE', 0, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING`,
    [flux, `F${jour}`, `${jour}T12:00:00+01:00`],
  )
  return flux
}

/** Returns the id of the prestation. Ids grow, so that within a day the last one placed is the most recent. */
export async function placerSoin(base: pg.Pool, soin: Soin): Promise<string> {
  rang += 1
  const [ligne, prestation] = [
    id(`b${String(rang).padStart(4, '0')}`),
    id(`f${String(rang).padStart(4, '0')}`),
  ]
  const [depense, amo, mutuelle] = soin.montants ?? [3000, 1900, soin.horsDroits === true ? 0 : 900]
  const etat = soin.etat ?? 'A_PAYER'
  await base.query(
    `INSERT INTO lignes_decompte (id, flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte, operation,
      reversion, pour_information, personne_id, soins_debut, contenu)
     VALUES ($1, $6, $2, 'AMO', '01999', $3, 1, '\\x00', 'PAIEMENT', false, false, $4, $5, '{}')`,
    [ligne, rang, `D${rang}`, soin.personne, soin.jour, await fluxDu(base, soin.fichierDu)],
  )
  await base.query(
    `INSERT INTO prestations (id, ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, executant, destinataire, depense, base,
      part_amo, participation, franchise, part_mutuelle, reste_a_charge, annule_id, version_reglement, entrees, motifs, limites, payee_le)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'Dr Bertin', $8, $9::bigint, $9, $10::bigint, 0, 0, $11::bigint, $9::bigint - $10 - $11, $12, 'r@2024-01-01',
      '{}', $13, '{}', $14)`,
    [
      prestation,
      ligne,
      soin.horsDroits === true ? null : soin.personne === ODETTE ? ADHESION_ODETTE : ADHESION_CLAIRE,
      soin.personne,
      etat,
      soin.jour,
      `Soin ${rang}`,
      soin.destinataire ?? 'ASSURE',
      depense,
      amo,
      mutuelle,
      soin.annule ?? null,
      JSON.stringify(soin.motifs ?? SANS_MOTIF),
      etat === 'PAYEE' ? (soin.payeLe ?? soin.jour) : null,
    ],
  )
  return prestation
}
