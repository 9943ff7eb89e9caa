import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frapperAdherent, frapperGestion, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { demanderRemboursement } from '@/lib/services/envoi-remboursement/mutations'
import { accepter, defaire, lireApercu, prendre } from '@/lib/services/traitement/mutations'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'
import * as P from '../support/pdf-pieges'

let base: pg.Pool
let fermer: () => Promise<void>
let pdf: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = '2026-03-17'
  pdf = new Uint8Array(await P.pdf())
})
afterAll(() => fermer())

let numero = 0
async function unMembre(): Promise<PorteeAdherent> {
  numero += 1
  const n = `R${String(numero).padStart(4, '0')}`
  await installerFamille({
    numero: n,
    formules: [['tribu-equilibre', '2024-01-01', '']],
    personnes: [['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12']],
    rib: false,
  })
  const adhesion = await adhesionDe(base, n)
  const { rows } = await base.query<{ id: string; personne: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
      SELECT 'ADHERENT', 'EN_ATTENTE', membre_participant_id, $2, 'Maud' FROM adhesions WHERE id = $1 RETURNING id, personne_id AS personne`,
    [adhesion, `${n.toLowerCase()}@exemple.fr`],
  )
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: rows[0]?.id ?? '',
    personneId: rows[0]?.personne ?? '',
    adhesions: [adhesion],
    adhesionsLues: [],
  })
}
async function unGestionnaire(): Promise<PorteeGestion> {
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', $1, 'Ines') RETURNING id`,
    [`${randomUUID()}@exemple.fr`],
  )
  return frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role: 'GESTIONNAIRE' })
}
const facture = () => new File([pdf], 'facture.pdf', { type: 'application/pdf' })
const saisie = (acteur: PorteeAdherent, plus: Record<string, string> = {}) => ({
  cle: randomUUID(),
  amo: 'NON' as const,
  fichiers: [facture()],
  soin: 'medecin-generaliste',
  personne: acteur.personneId,
  date: '2026-03-10',
  acte: 'G',
  prix: '30',
  base: '',
  autres: '',
  secteur: 'DPTAM',
  parcours: 'OUI',
  situation: 'HABITUELLE',
  ...plus,
})
const versionDe = async (id: string) =>
  (await base.query<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id])).rows[0]
    ?.version ?? -1
const prestations = async (personne: string) =>
  (
    await base.query<{ etat: string; depense: string; amo: string; mutuelle: string }>(
      `SELECT etat, depense::int, part_amo::int AS amo, part_mutuelle::int AS mutuelle FROM prestations WHERE personne_id = $1
        ORDER BY calculee_le, id`,
      [personne],
    )
  ).rows
const pieces = async (id: string) =>
  (await base.query('SELECT FROM pieces_demande WHERE demande_id = $1', [id])).rowCount

describe('Une facture envoyée', () => {
  test('A22, A24 : acceptée, elle devient une prestation à payer : 30 € au généraliste, 70 % moins 2 €, et le ticket modérateur de 9 €', async () => {
    const acteur = await unMembre()
    const { id } = await demanderRemboursement(acteur, saisie(acteur))
    expect(await pieces(id)).toBe(1)
    const ines = await unGestionnaire()
    const apercu = await lireApercu(ines, id)
    const part =
      apercu.verdict === 'ACCORDEE'
        ? apercu.lignes.find(({ libelle }) => libelle === 'Part de la mutuelle')
        : null
    expect(part?.apres).toBe('9,00\u00a0€')
    expect(part?.motifs.length).toBeGreaterThan(0)
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: {} })
    expect(await prestations(acteur.personneId)).toEqual([
      { etat: 'A_PAYER', depense: 3000, amo: 1900, mutuelle: 900 },
    ])
  })

  test('défaite avant le virement, elle se contre-passe : rien ne reste à payer', async () => {
    const acteur = await unMembre()
    const { id } = await demanderRemboursement(acteur, saisie(acteur))
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: {} })
    await defaire(ines, id, await versionDe(id))
    const apres = await prestations(acteur.personneId)
    expect(apres.filter(({ etat }) => etat === 'A_PAYER')).toEqual([])
    expect(apres.reduce((somme, { mutuelle }) => somme + Number(mutuelle), 0)).toBe(0)
  })

  test('A30 : après une première mutuelle qui a payé 5 €, le complément ne dépasse pas ce qui reste : 4 €', async () => {
    const acteur = await unMembre()
    const { id } = await demanderRemboursement(acteur, saisie(acteur, { autres: '5' }))
    const { rows } = await base.query('SELECT nature FROM demandes WHERE id = $1', [id])
    expect(rows).toEqual([{ nature: 'COMPLEMENT' }])
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: {} })
    expect(await prestations(acteur.personneId)).toEqual([
      { etat: 'A_PAYER', depense: 3000, amo: 1900, mutuelle: 400 },
    ])
  })

  test('un soin à venir, un prix absent, un fichier absent : une phrase à côté du champ, rien n’est écrit', async () => {
    const acteur = await unMembre()
    await expect(demanderRemboursement(acteur, saisie(acteur, { date: '2026-04-10' }))).rejects.toThrow(
      'pas encore eu lieu',
    )
    await expect(demanderRemboursement(acteur, saisie(acteur, { prix: '' }))).rejects.toThrow(
      'Indiquez le prix',
    )
    const { rows } = await base.query('SELECT FROM demandes WHERE compte_id = $1', [acteur.compteId])
    expect(rows).toHaveLength(0)
  })

  test('la même demande après « retour » est la même, tant qu’elle est en cours', async () => {
    const acteur = await unMembre()
    const premiere = await demanderRemboursement(acteur, saisie(acteur))
    const seconde = await demanderRemboursement(acteur, saisie(acteur))
    expect(seconde.id).toBe(premiere.id)
    expect(await pieces(premiere.id)).toBe(1)
  })
})
