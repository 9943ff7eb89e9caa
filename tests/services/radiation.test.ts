import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import type { FaitsRadiation } from '@/lib/papiers/attestation-radiation'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadDocument, verifierDocument } from '@/lib/services/document/data'
import { emettreDocument } from '@/lib/services/document/mutations'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let donnees: string
const JOUR = dateCivile('2026-03-17')

beforeAll(async () => {
  donnees = await mkdtemp(join(tmpdir(), 'portail-radiation-'))
  Object.assign(process.env, { PORTAIL_TODAY: '2026-03-17', PORTAIL_DATA: donnees })
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
})
afterAll(async () => {
  await fermer()
  await rm(donnees, { recursive: true, force: true })
})

const PERSONNES = [
  ['MEMBRE_PARTICIPANT', 'Maud', '1980-04-12'],
  ['CONJOINT', 'Yann', '1984-09-03'],
  ['ENFANT', 'Nils', '2009-02-20'],
] as const

interface Foyer {
  readonly adhesion: string
  readonly membre: PorteeAdherent
  readonly enfant: PorteeAdherent
}

async function foyer(numero: string, formule: string): Promise<Foyer> {
  await installerFamille({
    numero,
    formules: [[formule, '2024-01-01', '']],
    personnes: PERSONNES,
    rib: false,
  })
  const adhesion = await adhesionDe(base, numero)
  const { rows } = await base.query<{ id: string; prenom: string }>(
    'SELECT p.id, p.prenom FROM personnes p JOIN beneficiaires b ON b.personne_id = p.id WHERE b.adhesion_id = $1',
    [adhesion],
  )
  const id = (prenom: string) => rows.find((r) => r.prenom === prenom)?.id ?? ''
  const compteId = '00000000-0000-4000-8000-000000000001'
  return {
    adhesion,
    membre: frapperAdherent({
      type: 'ADHERENT',
      compteId,
      personneId: id('Maud'),
      adhesions: [adhesion],
      adhesionsLues: [],
    }),
    enfant: frapperAdherent({
      type: 'ADHERENT',
      compteId,
      personneId: id('Nils'),
      adhesions: [],
      adhesionsLues: [adhesion],
    }),
  }
}

const finir = (adhesion: string, fin: string) =>
  base.query('UPDATE adhesions SET date_fin = $2 WHERE id = $1', [adhesion, fin])
const partir = (qui: PorteeAdherent, au: string | null) =>
  base.query('UPDATE beneficiaires SET au = $2 WHERE personne_id = $1', [qui.personneId, au])

const demander = (qui: PorteeAdherent, adhesion: string, jour = JOUR) =>
  emettreDocument(qui, { nature: 'ATTESTATION_RADIATION', adhesion }, jour)
async function faitsDe(qui: PorteeAdherent, adhesion: string): Promise<FaitsRadiation> {
  const document = await loadDocument(qui, await demander(qui, adhesion))
  return document?.donnees.faits as FaitsRadiation
}
const refus = async (promesse: Promise<unknown>): Promise<string> => {
  const erreur = await promesse.catch((e: unknown) => e)
  return erreur instanceof SaisieRefusee ? erreur.message : 'aucun refus'
}

describe('A14 : l’attestation de radiation', () => {
  test('tant que tout le monde est couvert, elle n’a pas lieu d’être, et le dit', async () => {
    const f = await foyer('RAD01', 'tribu-essentiel')
    expect(await refus(demander(f.membre, f.adhesion))).toMatch(/Toutes les personnes.*attestation de droits/)
    expect(await refus(demander(f.enfant, f.adhesion))).toMatch(/Vous êtes couvert/)
  })

  test('un contrat fini : chacun, son dernier jour, la formule jusque-là ; pas de coefficient en Tribu', async () => {
    const f = await foyer('RAD02', 'tribu-essentiel')
    await partir(f.enfant, '2025-09-30')
    await finir(f.adhesion, '2025-12-31')
    const faits = await faitsDe(f.membre, f.adhesion)
    expect(faits.beneficiaires.map((b) => [b.prenom, b.du, b.au])).toEqual([
      ['Maud', '2024-01-01', '2025-12-31'],
      ['Yann', '2024-01-01', '2025-12-31'],
      ['Nils', '2024-01-01', '2025-09-30'],
    ])
    expect(faits.finContrat).toBe('2025-12-31')
    expect(faits.formules).toEqual([{ formule: 'Tribu Essentiel', du: '2024-01-01', au: '2025-12-31' }])
    expect(faits.majorations).toBeNull()
  })

  test('un enfant parti, contrat vivant : lui seul ; il a la sienne, sans rien des autres', async () => {
    const f = await foyer('RAD03', 'tribu-essentiel')
    await partir(f.enfant, '2025-09-30')
    const faits = await faitsDe(f.membre, f.adhesion)
    expect(faits.beneficiaires.map((b) => b.prenom)).toEqual(['Nils'])
    expect([faits.finContrat, faits.formules[0]?.au]).toEqual([null, '2025-09-30'])
    const siens = await faitsDe(f.enfant, f.adhesion)
    expect(siens.beneficiaires.map((b) => b.prenom)).toEqual(['Nils'])
    await partir(f.enfant, null)
    expect(await refus(demander(f.membre, f.adhesion))).toMatch(/Toutes les personnes/)
  })

  test('contrat territorial : le coefficient de chaque année, tel qu’il a été appliqué', async () => {
    // TER, article 46: 2 % a year not contributed after 30. Born in 1980: 3 years → 6 %.
    const f = await foyer('RAD04', 'ter-2')
    await base.query(
      `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, faits, du)
        VALUES ($1, 'TRIMESTRIELLE', 'CHEQUE', '{"anneesNonCotisees": 3}', '2024-01-01')`,
      [f.adhesion],
    )
    for (const an of [2025, 2026])
      expect(await ecrireEcheancier(f.adhesion, an, dateCivile(`${an}-01-01`))).toEqual({
        version: 1,
        issue: 'ECRIT',
      })
    await finir(f.adhesion, '2026-02-28')
    const faits = await faitsDe(f.membre, f.adhesion)
    expect(faits.majorations).toEqual([
      { annee: 2025, pourcent: 6 },
      { annee: 2026, pourcent: 6 },
    ])
    expect((await faitsDe(f.enfant, f.adhesion)).majorations).toBeNull()
  })

  test('contrat territorial sans majoration : le coefficient 1 se dit aussi', async () => {
    const f = await foyer('RAD05', 'ter-2')
    await base.query(
      `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, du) VALUES ($1, 'TRIMESTRIELLE', 'CHEQUE', '2024-01-01')`,
      [f.adhesion],
    )
    await ecrireEcheancier(f.adhesion, 2026, dateCivile('2026-01-01'))
    await finir(f.adhesion, '2026-02-28')
    expect((await faitsDe(f.membre, f.adhesion)).majorations).toEqual([{ annee: 2026, pourcent: 0 }])
  })

  test('demandée deux fois, un autre jour, c’est le même papier ; on vérifie qu’il vient de nous', async () => {
    const f = await foyer('RAD06', 'tribu-essentiel')
    await finir(f.adhesion, '2025-12-31')
    const id = await demander(f.membre, f.adhesion)
    expect(await demander(f.membre, f.adhesion, dateCivile('2026-05-02'))).toBe(id)
    const document = await loadDocument(f.membre, id)
    expect(await verifierDocument(document?.jetonVerification ?? '')).toMatchObject({
      titre: 'Attestation de radiation',
      etat: 'AUTHENTIQUE',
      personnes: [],
    })
  })

  test('une étrangère n’en obtient pas ; la base elle-même refuse de l’écrire', async () => {
    const [f, autre] = [await foyer('RAD07', 'tribu-essentiel'), await foyer('RAD08', 'tribu-essentiel')]
    await finir(f.adhesion, '2025-12-31')
    expect(await refus(demander(autre.membre, f.adhesion))).toMatch(/pas dans votre espace/)
    await expect(
      ecrire(autre.membre, (client) =>
        client.query(
          `INSERT INTO documents (nature, adhesion_id, personne_id, emis_le, gabarit, donnees, empreinte_donnees, jeton_verification)
            VALUES ('ATTESTATION_RADIATION', $1, $2, '2026-03-17', 'radiation/1', '{}', sha256('r'), repeat('r', 43))`,
          [f.adhesion, f.membre.personneId],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
