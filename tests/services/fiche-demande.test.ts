import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { instantMetier } from '@/lib/server/clock'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { loadCorbeille } from '@/lib/services/corbeille/data'
import { uneFois } from '@/lib/services/corbeille/mutations'
import { filtresCorbeilleSchema, pieceADemanderSchema } from '@/lib/services/corbeille/schema'
import { loadDepotsRecus, loadFichierDuDepot } from '@/lib/services/depot/data'
import { loadFiche, loadPieceADonner } from '@/lib/services/fiche-demande/data'
import { classerPiece, noterLectureDemande, noterLecturePiece } from '@/lib/services/fiche-demande/mutations'
import {
  demanderPieces,
  noter,
  prendre,
  rendre,
  repondre,
  transferer,
} from '@/lib/services/traitement/mutations'
import { refusSchema, reponseSchema } from '@/lib/services/traitement/schema'
import { lignes } from '../support/comptes'
import { unAgent, uneDemande, unMembre } from '../support/demandes'

let membre: PorteeAdherent
let agent: PorteeGestion

beforeAll(async () => {
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
  membre = await unMembre()
  agent = await unAgent()
})

const fiche = async (acteur: PorteeGestion, id: string) => (await loadFiche(acteur, id, {}))?.fiche ?? null
const version = async (id: string): Promise<number> =>
  (await lignes<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id]))[0]?.version ?? -1

/** A piece as the member's form writes one. */
async function joindre(demandeId: string, medicale = false): Promise<string> {
  const [fichier] = await lignes<{ id: string }>(
    `INSERT INTO fichiers (cle_scellee, empreinte, taille, type_mime, verdict, conservation, depose_par_id)
      VALUES ('\\x01', sha256('a'), 1200, 'application/pdf', 'NON_REQUIS', 'PIECE', $1) RETURNING id`,
    [membre.compteId],
  )
  const [depot] = await lignes<{ id: string }>(
    `INSERT INTO depots (compte_id, adhesion_id, fichier_id, objet, nom_origine) VALUES ($1, $2, $3, 'JUSTIFICATIF', 'biopsie.pdf') RETURNING id`,
    [membre.compteId, membre.adhesions[0], fichier?.id],
  )
  const [piece] = await lignes<{ id: string }>(
    'INSERT INTO pieces_demande (demande_id, depot_id, medicale, cree_le) VALUES ($1, $2, $3, $4) RETURNING id',
    [demandeId, depot?.id, medicale, instantMetier()],
  )
  return piece?.id ?? ''
}
const depotDe = async (piece: string): Promise<string> =>
  (await lignes<{ id: string }>('SELECT depot_id AS id FROM pieces_demande WHERE id = $1', [piece]))[0]?.id ??
  ''

describe('qui ouvre quoi', () => {
  test.each([
    ['MESSAGE', 'GESTIONNAIRE', true],
    ['MESSAGE', 'SUPERVISEUR', true],
    ['MESSAGE', 'COMPTABLE', false],
    ['MESSAGE', 'MEDECIN_CONSEIL', false],
    ['MESSAGE', 'ADMINISTRATEUR', false],
    ['CONTESTATION_INDU', 'COMPTABLE', true],
    ['CONTESTATION_INDU', 'GESTIONNAIRE', true],
  ] as const)('G13 : une demande %s, un %s : %s', async (nature, role, ouvre) => {
    const { id } = await uneDemande(membre, nature)
    expect((await fiche(await unAgent(role), id)) !== null).toBe(ouvre)
  })

  test('G13 : transférée au médecin-conseil, elle n’est plus à personne d’autre', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    await transferer(agent, id, { equipe: 'MEDICAL' })
    expect(await fiche(agent, id)).toBeNull()
    expect(await fiche(await unAgent('SUPERVISEUR'), id)).toBeNull()
    expect(await fiche(await unAgent('MEDECIN_CONSEIL'), id)).toMatchObject({ equipe: 'MEDICAL' })
  })

  test('G13 : une pièce médicale n’a de nom et ne s’ouvre que pour le médecin-conseil, par quelque chemin que ce soit', async () => {
    const { id } = await uneDemande(membre)
    const piece = await joindre(id)
    const depot = await depotDe(piece)
    expect((await fiche(agent, id))?.pieces).toMatchObject([{ nom: 'biopsie.pdf', ouvrable: true }])
    expect(await loadPieceADonner(agent, id, piece)).not.toBeNull()
    expect(await loadFichierDuDepot(agent, depot)).not.toBeNull()

    await classerPiece(agent, { demande: id, piece, medicale: true })

    expect((await fiche(agent, id))?.pieces).toMatchObject([
      { nom: 'Pièce médicale, réservée au médecin-conseil', ouvrable: false },
    ])
    for (const role of ['GESTIONNAIRE', 'SUPERVISEUR', 'COMPTABLE', 'ADMINISTRATEUR'] as const) {
      const autre = await unAgent(role)
      expect(await loadPieceADonner(autre, id, piece), role).toBeNull()
      expect(await loadFichierDuDepot(autre, depot), role).toBeNull()
      expect((await loadDepotsRecus(autre, null)).depots.map((d) => d.id)).not.toContain(depot)
    }
    const medecin = await unAgent('MEDECIN_CONSEIL')
    expect(await loadPieceADonner(medecin, id, piece)).toMatchObject({ nom: 'biopsie.pdf', medicale: true })
    await expect(classerPiece(agent, { demande: id, piece, medicale: false })).rejects.toThrow(
      'Seul le médecin-conseil',
    )
  })

  test('les pièces d’un brouillon ne sont pas parmi les documents reçus', async () => {
    const { id } = await uneDemande(membre)
    const piece = await joindre(id)
    const depot = await depotDe(piece)
    expect((await loadDepotsRecus(agent, null)).depots.map((d) => d.id)).toContain(depot)
    await lignes("UPDATE demandes SET etat = 'ANNULEE', close_le = now() WHERE id = $1", [id])
    const [brouillon] = await lignes<{ id: string }>(
      `INSERT INTO demandes (nature, etat, compte_id, cle, faits, equipe, cree_le) VALUES ('MESSAGE', 'BROUILLON', $1, gen_random_uuid(), '{}', 'ADHESIONS', now()) RETURNING id`,
      [membre.compteId],
    )
    const cachee = await depotDe(await joindre(brouillon?.id ?? ''))
    expect((await loadDepotsRecus(agent, null)).depots.map((d) => d.id)).not.toContain(cachee)
    expect(await loadFichierDuDepot(agent, cachee)).toBeNull()
    expect(await fiche(agent, brouillon?.id ?? '')).toBeNull()
  })

  test('G09 G13 : ouvrir une demande, prendre une pièce : le journal garde qui', async () => {
    const { id } = await uneDemande(membre)
    const piece = await joindre(id)
    const donnee = await loadPieceADonner(agent, id, piece)
    await noterLectureDemande(agent, id)
    await noterLecturePiece(agent, donnee?.depotId ?? '', false)
    const entrees = await lignes<{ acte: string; compte: string }>(
      'SELECT acte, compte_id AS compte FROM journal WHERE objet_id = ANY ($1) ORDER BY rang',
      [[id, donnee?.depotId]],
    )
    expect(entrees.filter(({ compte }) => compte === agent.compteId).map(({ acte }) => acte)).toEqual([
      'DEMANDE_LUE',
      'PIECE_LUE',
    ])
  })
})

describe('ce que la page dit', () => {
  test('G02 : la limite a son article, ou la promesse de la mutuelle', async () => {
    const reclamation = await fiche(agent, (await uneDemande(membre, 'RECLAMATION')).id)
    expect(reclamation?.horloge).toMatchObject({
      phrase: 'Répondre avant le 17 mai 2026 à 23 h 59.',
      promesse: null,
    })
    expect(reclamation?.horloge.etapes[0]?.article).toMatch(/^Art\. 37/)
    const message = await fiche(agent, (await uneDemande(membre)).id)
    expect(message?.horloge).toMatchObject({
      etapes: [],
      promesse: 'Promesse de la mutuelle : 48 heures, les jours ouvrés.',
    })
  })

  test('G03 : seuls les gestes permis sont proposés, selon qui l’a et où elle en est', async () => {
    const { id } = await uneDemande(membre)
    const permis = async (acteur: PorteeGestion) =>
      Object.entries((await fiche(acteur, id))?.gestes ?? {})
        .filter(([, oui]) => oui)
        .map(([geste]) => geste)
    const superviseur = await unAgent('SUPERVISEUR')
    expect(await permis(agent)).toEqual(['prendre', 'noter'])
    expect(await permis(superviseur)).toEqual(['prendre', 'transferer', 'attribuer', 'noter'])
    await prendre(agent, id)
    expect(await permis(agent)).toEqual([
      'rendre',
      'transferer',
      'demanderPiece',
      'repondre',
      'ecrire',
      'noter',
    ])
    expect(await permis(await unAgent())).toEqual(['noter'])
    expect(await permis(superviseur)).toEqual(['rendre', 'transferer', 'attribuer', 'noter'])
    await demanderPieces(agent, id, PIECE)
    expect(await permis(agent)).toEqual(['transferer', 'ecrire', 'noter'])
    expect((await fiche(agent, id))?.attendues).toMatchObject([
      {
        piece: 'copie du livret de famille',
        phrase: 'Attendue avant le mercredi 1er avril 2026. Indispensable.',
      },
    ])
  })

  test('G12 : chaque modèle est rempli de la demande ; ce qui reste à compléter empêche l’envoi', async () => {
    const { id, numero } = await uneDemande(membre, 'RECLAMATION')
    const modeles = (await loadFiche(agent, id, {}))?.modeles ?? []
    const refusee = modeles.find(({ code }) => code === 'RECLAMATION_REFUSEE')?.texte ?? ''
    expect(refusee).toContain('Bonjour Ana,')
    expect(refusee).toContain(`D-${String(numero).padStart(6, '0')} du 17 mars 2026`)
    expect(refusee).toContain('le médiateur : ')
    expect(modeles.some(({ texte }) => texte.includes('{'))).toBe(false)
    const [base, texte] = [{ demande: id, version: 0, vus: 1, cle: randomUUID() }, refusee]
    expect(reponseSchema.safeParse({ ...base, texte }).success).toBe(false)
    expect(
      reponseSchema.safeParse({ ...base, texte: texte.replaceAll('[à compléter]', 'voici') }).success,
    ).toBe(true)
    expect(refusSchema.safeParse({ ...base, phrase: 'Parce que [à compléter]' }).success).toBe(false)
  })

  test('une pièce se choisit ou se dit avec ses mots : l’un des deux', () => {
    const base = { demande: randomUUID(), version: '1', cle: randomUUID(), avant: '2026-04-01', texte: '' }
    const lue = (autre: object) => pieceADemanderSchema.safeParse({ ...base, ...autre })
    expect(lue({ choix: 'LIVRET_DE_FAMILLE', mots: '' }).data).toMatchObject({
      piece: 'LIVRET_DE_FAMILLE',
      bloquante: false,
    })
    expect(lue({ choix: 'LIVRET_DE_FAMILLE', mots: 'la facture', bloquante: 'oui' }).data).toMatchObject({
      piece: 'la facture',
      bloquante: true,
    })
    expect(lue({ choix: '', mots: '' }).error?.issues[0]).toMatchObject({ path: ['mots'] })
  })
})

const PIECE = {
  piece: 'LIVRET_DE_FAMILLE',
  avant: dateCivile('2026-04-01'),
  bloquante: true,
  texte: null,
  cle: randomUUID(),
}

describe('un formulaire envoyé deux fois', () => {
  const passages = async (id: string): Promise<string[]> =>
    (
      await lignes<{ passage: string }>(
        'SELECT passage FROM passages_demande WHERE demande_id = $1 ORDER BY rang',
        [id],
      )
    ).map(({ passage }) => passage)

  test.each([
    [
      'rendre',
      (id: string, v: number) =>
        uneFois(agent, { demande: id, version: v, passage: 'RENDRE' }, () => rendre(agent, id)),
      'RENDRE',
    ],
    [
      'transférer',
      (id: string, v: number) =>
        uneFois(agent, { demande: id, version: v, passage: 'TRANSFERER' }, () =>
          transferer(agent, id, { equipe: 'MEDICAL' }),
        ),
      'TRANSFERER',
    ],
    [
      'demander une pièce',
      (id: string, v: number) =>
        uneFois(agent, { demande: id, version: v, passage: 'DEMANDER_PIECE' }, () =>
          demanderPieces(agent, id, PIECE),
        ),
      'DEMANDER_PIECE',
    ],
  ] as const)(
    'G03 : %s dix fois en même temps se fait une fois, sans erreur',
    async (_nom, geste, passage) => {
      const { id } = await uneDemande(membre)
      await prendre(agent, id)
      const v = await version(id)
      await Promise.all(Array.from({ length: 10 }, () => geste(id, v)))
      expect((await passages(id)).filter((p) => p === passage)).toHaveLength(1)
    },
  )

  test('une réponse et une note envoyées deux fois sont une réponse et une note', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    const [note, reponse] = [
      { cle: randomUUID(), texte: 'À vérifier.' },
      { cle: randomUUID(), texte: 'Jeudi.' },
    ]
    await Promise.all([noter(agent, id, note), noter(agent, id, note)])
    await Promise.all([repondre(agent, id, reponse), repondre(agent, id, reponse)])
    const messages = (await fiche(agent, id))?.messages.map(({ sorte, paragraphes }) => [
      sorte,
      ...paragraphes,
    ])
    expect(messages).toEqual([
      ['RECU', 'Quand serai-je remboursée ?'],
      ['NOTE', 'À vérifier.'],
      ['ENVOYE', 'Jeudi.'],
    ])
    expect((await passages(id)).filter((p) => p === 'REPONDRE')).toHaveLength(1)
  })

  test('la demande d’un autre ne se transfère pas, même avec sa version', async () => {
    const { id } = await uneDemande(membre)
    await prendre(await unAgent(), id)
    const acte = { demande: id, version: await version(id), passage: 'TRANSFERER' } as const
    await expect(uneFois(agent, acte, () => transferer(agent, id, { equipe: 'MEDICAL' }))).rejects.toThrow(
      'Prenez d’abord',
    )
  })
})

test('les pages : une transaction chacune, au plus dix requêtes', async () => {
  const { id } = await uneDemande(membre)
  const espion = vi.spyOn(pg.Client.prototype, 'query')
  for (const page of [
    () => loadFiche(agent, id, {}),
    () => loadCorbeille(agent, filtresCorbeilleSchema.parse({}), {}),
  ]) {
    espion.mockClear()
    await page()
    const textes = espion.mock.calls.map(([premier]) => {
      const requete: unknown = premier
      return typeof requete === 'string' ? requete : String(Object(requete).text)
    })
    expect(textes.filter((t) => /^(BEGIN|START)/i.test(t))).toHaveLength(1)
    const lectures = textes.filter((t) => /^SELECT/i.test(t))
    expect(lectures.length).toBeGreaterThan(1)
    expect(lectures.length).toBeLessThanOrEqual(8)
  }
  espion.mockRestore()
})
