import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Papier } from '@/lib/papiers/papier'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire, lire } from '@/lib/server/db'
import {
  frapperAdherent,
  frapperGestion,
  type PorteeAdherent,
  type PorteeGestion,
  SYSTEME,
} from '@/lib/server/portee'
import { donnerCodes, renouvelerCode } from '@/lib/services/code-acces/mutations'
import { lireCarte } from '@/lib/services/compte/mutations'
import { loadDocument, loadDocuments } from '@/lib/services/document/data'
import { mouvoir } from '@/lib/services/mouvement/mutations'
import { papierDuDocument } from '@/lib/services/rendu/data'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { baseDeFlux } from '../support/base-flux'
import { creerPersonne, lignes, travauxEnAttente, visiteDeTest } from '../support/comptes'
import { adhesionDe, installerFamille } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
const JOUR = dateCivile('2026-03-17')

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = JOUR
  await chargerTarifs(SYSTEME, tarifs)
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', 'ines@exemple.fr', 'Ines') RETURNING id`,
  )
  ines = frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role: 'GESTIONNAIRE' })
})
afterAll(() => fermer())

let numero = 0
async function uneFamille(): Promise<{ n: string; adhesion: string }> {
  numero += 1
  const n = `K${String(numero).padStart(4, '0')}`
  await installerFamille({
    numero: n,
    formules: [['tribu-equilibre', '2024-01-01', '']],
    personnes: [
      ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'],
      ['ENFANT', 'Nils', '2010-03-18'],
    ],
  })
  return { n, adhesion: await adhesionDe(base, n) }
}

const entrer = (
  adhesion: string,
  qui: { prenom: string; dateNaissance: string; lien: 'CONJOINT' | 'ENFANT' },
) =>
  ecrire(SYSTEME, (client) =>
    mouvoir(
      client,
      ines,
      adhesion,
      {
        type: 'ENTREE',
        entrant: { nom: 'Essai', rang: 1, nir: null, ...qui, dateNaissance: dateCivile(qui.dateNaissance) },
        le: JOUR,
      },
      JOUR,
    ),
  )

const personneDe = async (adhesion: string, prenom: string): Promise<string> =>
  (
    await base.query<{ id: string }>(
      'SELECT p.id FROM personnes p JOIN beneficiaires b ON b.personne_id = p.id WHERE b.adhesion_id = $1 AND p.prenom = $2',
      [adhesion, prenom],
    )
  ).rows[0]?.id ?? ''

const lettresDe = (personneId: string) =>
  lignes<{ id: string; support: string; nature: string; donnees: unknown }>(
    `SELECT id, support::text, nature::text, donnees FROM documents WHERE personne_id = $1 AND gabarit LIKE 'code-acces/%' ORDER BY cree_le`,
    [personneId],
  )

const codeImprime = (papier: Papier): string | undefined =>
  papier.blocs
    .flatMap((bloc) => (bloc.type === 'fiche' ? bloc.lignes : []))
    .find(({ libelle }) => /code d.accès/.test(libelle))
    ?.valeur.replace(/[^a-z0-9-]/g, '')

async function lireLettre(id: string): Promise<{ code: string | undefined; texte: string }> {
  const lettre = await loadDocument(SYSTEME, id)
  if (lettre === null) throw new Error('lettre introuvable')
  const papier = await papierDuDocument(lettre)
  return { code: codeImprime(papier), texte: JSON.stringify(papier.blocs) }
}

const seule = <T>(tous: readonly T[]): T => {
  const [une] = tous
  if (une === undefined || tous.length !== 1) throw new Error(`attendait une lettre, pas ${tous.length}`)
  return une
}

const portee = (personneId: string, autre: Partial<PorteeAdherent> = {}): PorteeAdherent =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: randomUUID(),
    personneId,
    adhesions: [],
    adhesionsLues: [],
    ...autre,
  })

describe('A01, A34 : chaque personne couverte reçoit son code d’accès', () => {
  test('un conjoint ajouté au contrat a son code, sa lettre part par la poste, et le code ouvre la création de son compte', async () => {
    const { n, adhesion } = await uneFamille()
    await entrer(adhesion, { prenom: 'Yann', dateNaissance: '1984-09-03', lien: 'CONJOINT' })
    const yann = await personneDe(adhesion, 'Yann')
    const lettre = seule(await lettresDe(yann))
    expect([lettre.nature, lettre.support]).toEqual(['COURRIER', 'PAPIER'])
    const { code = '', texte } = await lireLettre(lettre.id)
    expect(code).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/)
    expect(texte).toContain(n)
    const porteur = await lireCarte({ numeroAdherent: n, codeAcces: code.toUpperCase() }, visiteDeTest({}))
    expect(porteur.personneId).toBe(yann)
    // In the base the paper only says which code it is.
    expect(JSON.stringify(lettre.donnees)).not.toContain(code)
  })

  test('un nouveau-né a son code, dont la lettre attend ses seize ans', async () => {
    const { adhesion } = await uneFamille()
    await entrer(adhesion, { prenom: 'Lou', dateNaissance: '2026-02-20', lien: 'ENFANT' })
    const lou = await personneDe(adhesion, 'Lou')
    expect(await lignes('SELECT a_remettre FROM codes_acces WHERE personne_id = $1', [lou])).toEqual([
      { a_remettre: true },
    ])
    await donnerCodes(dateCivile('2042-02-19'))
    expect(await lettresDe(lou)).toEqual([])
    await donnerCodes(dateCivile('2042-02-20'))
    await donnerCodes(dateCivile('2042-02-21'))
    expect(await lettresDe(lou)).toHaveLength(1)
  })

  test('un import sans codes : chaque personne en a un le lendemain matin, les lettres une seule fois, à qui peut s’en servir', async () => {
    const { adhesion } = await uneFamille()
    const [maud, nils] = [await personneDe(adhesion, 'Maud'), await personneDe(adhesion, 'Nils')]
    await donnerCodes(JOUR)
    expect((await donnerCodes(JOUR)).crees).toBe(0)
    expect(await lettresDe(maud)).toHaveLength(1)
    expect(await lettresDe(nils)).toEqual([])
    expect(await lignes('SELECT FROM codes_acces WHERE personne_id = ANY ($1)', [[maud, nils]])).toHaveLength(
      2,
    )
    // Sixteen on 18 March.
    await donnerCodes(dateCivile('2026-03-18'))
    expect(await lettresDe(nils)).toHaveLength(1)
    expect(await lettresDe(maud)).toHaveLength(1)
  })

  test('un code venu avec le portefeuille reste le même, et ne fait pas de lettre', async () => {
    const { personneId, code, numeroAdherent } = await creerPersonne({})
    await donnerCodes(JOUR)
    expect(await lettresDe(personneId)).toEqual([])
    const porteur = await lireCarte({ numeroAdherent, codeAcces: code }, visiteDeTest({}))
    expect(porteur.personneId).toBe(personneId)
  })
})

describe('la lettre d’un code n’est lue que par qui il est', () => {
  test('ni le membre participant, ni qui agit pour la personne, ni un agent sans courrier ; la base elle-même la cache', async () => {
    const { adhesion } = await uneFamille()
    await entrer(adhesion, { prenom: 'Yann', dateNaissance: '1984-09-03', lien: 'CONJOINT' })
    const [maud, yann] = [await personneDe(adhesion, 'Maud'), await personneDe(adhesion, 'Yann')]
    const { id } = seule(await lettresDe(yann))
    const titulaire = portee(maud, { adhesions: [adhesion] })
    expect(await loadDocument(titulaire, id)).toBeNull()
    expect((await loadDocuments(titulaire, 50)).map((d) => d.id)).not.toContain(id)
    expect(await lire(titulaire, (tx) => tx.document.count({ where: { id } }))).toBe(0)
    expect((await loadDocument(portee(yann, { adhesionsLues: [adhesion] }), id))?.id).toBe(id)
    expect(await loadDocument(portee(yann, { lectureSeule: true }), id)).toBeNull()
    const delegation = { id: randomUUID(), compteId: randomUUID(), etendue: 'RECEVOIR' } as const
    const delegue = portee(yann, { adhesionsLues: [adhesion], delegation })
    expect(await loadDocument(delegue, id)).toBeNull()
    expect(await lire(delegue, (tx) => tx.document.count({ where: { id } }))).toBe(0)
    expect(await loadDocument(frapperGestion({ ...ines, role: 'COMPTABLE' }), id)).toBeNull()
    expect((await loadDocument(ines, id))?.id).toBe(id)
  })
})

describe('un nouveau code', () => {
  test('l’ancien meurt aussitôt, dans sa lettre aussi ; le nouveau part par la poste, un e-mail prévient, le journal le dit sans le code', async () => {
    const qui = await creerPersonne({ email: 'nouveau-code@exemple.fr' })
    await renouvelerCode(ines, qui.personneId, JOUR)
    const premiere = seule(await lettresDe(qui.personneId))
    const { code: premier = '' } = await lireLettre(premiere.id)
    await renouvelerCode(ines, qui.personneId, JOUR)
    const [, seconde] = await lettresDe(qui.personneId)
    const { code: second = '', texte } = await lireLettre(seconde?.id ?? '')
    expect(seconde?.support).toBe('PAPIER')
    expect(texte).toContain('Il remplace votre ancien code')
    const ancienne = await lireLettre(premiere.id)
    expect(ancienne.code).toBeUndefined()
    expect(ancienne.texte).toContain('ne sert plus')
    for (const mort of [qui.code, premier])
      await expect(
        lireCarte({ numeroAdherent: qui.numeroAdherent, codeAcces: mort }, visiteDeTest({})),
      ).rejects.toThrow('ne vont pas ensemble')
    const porteur = await lireCarte(
      { numeroAdherent: qui.numeroAdherent, codeAcces: second },
      visiteDeTest({}),
    )
    expect(porteur.personneId).toBe(qui.personneId)
    const courriels = (await travauxEnAttente('courriel')).filter(
      ({ contenu }) => contenu.a === 'nouveau-code@exemple.fr',
    )
    expect(courriels.map(({ contenu }) => contenu.sujet)).toEqual(
      Array(2).fill('Votre code d’accès a été remplacé'),
    )
    expect(JSON.stringify(courriels)).not.toContain(second)
    const journal = await lignes<{ donnees: unknown }>(
      `SELECT compte_id, donnees FROM journal WHERE acte = 'CODE_ACCES_RENOUVELE' AND objet_id = $1`,
      [qui.personneId],
    )
    expect(journal).toEqual(Array(2).fill({ compte_id: ines.compteId, donnees: {} }))
  })

  test('un comptable n’en envoie pas, et un enfant de moins de seize ans n’en reçoit pas encore', async () => {
    const { adhesion } = await uneFamille()
    const nils = await personneDe(adhesion, 'Nils')
    await expect(renouvelerCode(frapperGestion({ ...ines, role: 'COMPTABLE' }), nils, JOUR)).rejects.toThrow(
      'ne pouvez pas',
    )
    await expect(renouvelerCode(ines, nils, JOUR)).rejects.toThrow('moins de 16 ans')
    expect(await lettresDe(nils)).toEqual([])
  })
})
