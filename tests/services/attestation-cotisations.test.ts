import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composer } from '@/lib/papiers/papiers'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadAnneesPayees } from '@/lib/services/attestation-cotisations/data'
import { loadDocument } from '@/lib/services/document/data'
import { emettreDocument } from '@/lib/services/document/mutations'
import { nomFichierDocument, voirDocument } from '@/lib/services/document/view'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { signerMandat } from '@/lib/services/mandat/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { comptable } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille, preleverJusquAu } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let adhesion: string
let membre: PorteeAdherent
let conjoint: PorteeAdherent
const JOUR = dateCivile('2026-11-15')

/**
 * The family of tests/services/trop-percu: 136,10 € a month, ten months debited, the contract ended on 20 October, 49,97 € given back
 * on 17 November. Paid in 2026: 1 361,00 − 49,97 = 1 311,03 €.
 */
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
  const [ines, paul] = [await comptable('Ines'), await comptable('Paul')]
  await installerFamille({
    numero: 'C0001',
    formules: [['tribu-equilibre', '2024-01-01', '']],
    personnes: [
      ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'],
      ['CONJOINT', 'Yann', '1984-09-03'],
      ['ENFANT', 'Nils', '2015-02-20'],
      ['ENFANT', 'Lise', '2018-07-09'],
    ],
  })
  adhesion = await adhesionDe(base, 'C0001')
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, du)
      VALUES ($1, 'MENSUELLE', 'PRELEVEMENT', 6, '2024-01-01')`,
    [adhesion],
  )
  await signerMandat(SYSTEME, { adhesionId: adhesion, signeLe: dateCivile('2024-01-02') })
  await ecrireEcheancier(adhesion, 2026, dateCivile('2026-01-01'))
  for (const mois of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'])
    await preleverJusquAu(ines, paul, `2026-${mois}-06`)
  await base.query(`UPDATE adhesions SET date_fin = '2026-10-20' WHERE id = $1`, [adhesion])
  await base.query(`UPDATE choix_formules SET au = '2026-10-20' WHERE adhesion_id = $1`, [adhesion])
  await base.query(`UPDATE beneficiaires SET au = '2026-10-20' WHERE adhesion_id = $1`, [adhesion])
  await ecrireEcheancier(adhesion, 2026, JOUR)
  const { lotId } = await preparerVersements(ines, { executionLe: dateCivile('2026-11-17'), jour: JOUR })
  await validerLot(paul, lotId ?? '')
  await emettreLot(lotId ?? '')
  membre = await portee('Maud')
  conjoint = await portee('Yann')
})
afterAll(() => fermer())

async function portee(prenom: string): Promise<PorteeAdherent> {
  const { rows } = await base.query(`SELECT id FROM personnes WHERE prenom = $1 AND nom = 'C0001'`, [prenom])
  const { rows: comptes } = await base.query(
    `INSERT INTO comptes (role, statut, personne_id, nom_affiche, email) VALUES ('ADHERENT', 'EN_ATTENTE', $1, $2, $3) RETURNING id`,
    [rows[0].id, prenom, `${prenom.toLowerCase()}@exemple.test`],
  )
  const [adhesions, adhesionsLues] = prenom === 'Maud' ? [[adhesion], []] : [[], [adhesion]]
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: comptes[0].id,
    personneId: rows[0].id,
    adhesions,
    adhesionsLues,
  })
}

const demande = {
  nature: 'ATTESTATION_COTISATIONS',
  get adhesion() {
    return adhesion
  },
} as const

async function papier(jour: string, annee?: number) {
  const id = await emettreDocument(
    membre,
    { ...demande, ...(annee === undefined ? {} : { annee }) },
    dateCivile(jour),
  )
  const document = await loadDocument(membre, id)
  if (document === null) throw new Error('attestation introuvable')
  return { id, document, faits: document.donnees.faits as { versements: unknown[]; total: number } }
}

describe('L’attestation annuelle des cotisations payées (A14)', () => {
  test('dit chaque paiement à sa date et leur total ; ce qui fut rendu en est déduit', async () => {
    const { document, faits } = await papier('2027-01-10', 2026)
    expect(faits.versements).toHaveLength(11)
    expect(faits.versements[0]).toEqual({ periode: 'Janvier 2026', le: '2026-01-06', montant: 13_610 })
    expect(faits.versements.at(-1)).toEqual({
      periode: 'Cotisation rendue',
      le: '2026-11-17',
      montant: -4997,
    })
    expect(faits.total).toBe(131_103)
    expect(voirDocument(document)).toMatchObject({
      titre: 'Attestation de cotisations',
      precision: 'année 2026',
    })
    expect(nomFichierDocument(document)).toBe('Attestation de cotisations du 10 janvier 2027.pdf')
    const texte = JSON.stringify(
      composer(document.gabarit, document.donnees.faits, {
        emisLe: document.emisLe,
        numero: null,
        urlVerification: null,
      }),
    ).replace(/[\u00a0\u202f]/g, ' ')
    expect(texte).toContain('Cotisation rendue')
    expect(texte).toContain('1 311,03 €')
  })

  test('de l’année en cours, ne compte que ce qui est payé ce jour-là et le dit', async () => {
    const { document, faits } = await papier('2026-11-15')
    expect(faits.versements).toHaveLength(10)
    expect(faits.total).toBe(136_100)
    expect(voirDocument(document).precision).toBe('année 2026, jusqu’au 15 novembre 2026')
  })

  test('redemandée sans paiement nouveau, est le même papier', async () => {
    expect((await papier('2027-02-01', 2026)).id).toBe((await papier('2027-01-10', 2026)).id)
  })

  test('sans paiement cette année-là, ou pour une année à venir, est refusée avec sa raison', async () => {
    await expect(papier('2026-11-15', 2025)).rejects.toThrow(
      'Aucune cotisation de ce contrat n’a été payée en 2025',
    )
    await expect(papier('2026-11-15', 2027)).rejects.toThrow('n’a pas commencé')
  })

  test('n’est pas faite pour un ayant droit, ni pour le contrat d’un autre', async () => {
    await expect(emettreDocument(conjoint, { ...demande, annee: 2026 }, JOUR)).rejects.toThrow(
      'pour la personne qui paie',
    )
    const autre = frapperAdherent({ ...membre, adhesions: [], adhesionsLues: [] })
    await expect(emettreDocument(autre, { ...demande, annee: 2026 }, JOUR)).rejects.toThrow(
      'n’est pas dans votre espace',
    )
  })

  test('se propose pour les seules années où quelque chose fut payé', async () => {
    expect([...(await loadAnneesPayees(membre, JOUR))]).toEqual([[adhesion, [2026]]])
    expect([...(await loadAnneesPayees(conjoint, JOUR))]).toEqual([])
  })
})
