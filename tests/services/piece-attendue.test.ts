import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { suivreDemandes } from '@/lib/services/echeances-demande/mutations'
import { loadFiche } from '@/lib/services/fiche-demande/data'
import { contexteDemandes, direFaits, loadMaDemande } from '@/lib/services/mes-demandes/data'
import { voirDemande } from '@/lib/services/mes-demandes/view'
import { recevoirPiece, redemanderPiece, sePasserDePiece } from '@/lib/services/piece-attendue/mutations'
import { ajouterADemande } from '@/lib/services/suite-demande/mutations'
import { accepter, demanderPieces, prendre, transferer } from '@/lib/services/traitement/mutations'
import { baseDeFlux } from '../support/base-flux'
import { lignes } from '../support/comptes'
import { unAdherentDe, uneFacture, unFichier, unTraitant } from '../support/facture-demandee'

let base: pg.Pool
let fermer: () => Promise<void>
let membre: PorteeAdherent
let ines: PorteeGestion
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
  membre = await unAdherentDe(base)
  ines = await unTraitant()
})
afterAll(() => fermer())

const etat = async (id: string) =>
  (
    await lignes<{ etat: string; version: number }>('SELECT etat, version FROM demandes WHERE id = $1', [id])
  )[0]
const accepterLa = async (id: string, acteur = ines) =>
  accepter(acteur, id, { version: (await etat(id))?.version ?? -1, phrase: null, saisie: {} })
const attendues = async (id: string) =>
  lignes<{ id: string; recue: boolean; dispensee: boolean; avant: string }>(
    `SELECT id, recue_le IS NOT NULL AS recue, dispensee_le IS NOT NULL AS dispensee, avant_le::text AS avant
      FROM pieces_attendues WHERE demande_id = $1 ORDER BY demandee_le, id`,
    [id],
  )
const reclamer = (id: string, piece = 'la facture acquittée') =>
  demanderPieces(ines, id, {
    piece,
    avant: dateCivile('2026-04-01'),
    bloquante: true,
    texte: null,
    cle: randomUUID(),
  })
/** A bill that waits for a piece it may not be decided without. */
async function enAttente(): Promise<{ readonly id: string; readonly piece: string }> {
  // Asking for the same bill twice is asking once: each has its own member.
  membre = await unAdherentDe(base)
  const id = await uneFacture(membre)
  await prendre(ines, id)
  await reclamer(id)
  return { id, piece: (await attendues(id))[0]?.id ?? '' }
}
const envoyer = async (id: string, texte: string | null = null) =>
  ajouterADemande(membre, id, {
    cle: randomUUID(),
    texte,
    fichiers: texte === null ? [await unFichier('acquittee.pdf', 2)] : [],
  })
/** The day of the piece was yesterday. */
async function jourPasse(id: string): Promise<void> {
  await base.query('ALTER TABLE pieces_attendues DISABLE TRIGGER USER')
  await base.query("UPDATE pieces_attendues SET avant_le = '2026-03-16' WHERE demande_id = $1", [id])
  await base.query('ALTER TABLE pieces_attendues ENABLE TRIGGER USER')
  await suivreDemandes()
}
const vueDuMembre = async (id: string) => {
  const lue = await loadMaDemande(membre, id)
  if (lue === null) throw new Error('demande introuvable')
  return voirDemande(lue, direFaits(lue), contexteDemandes())
}

describe('une pièce indispensable qui vient tard compte (G04)', () => {
  test('son jour passé, la demande reprise : envoyée ensuite, elle est reçue, et la demande s’accepte', async () => {
    const { id } = await enAttente()
    await jourPasse(id)
    expect((await etat(id))?.etat).toBe('PRISE')
    await expect(accepterLa(id)).rejects.toThrow('Une pièce indispensable n’est pas arrivée')
    await envoyer(id)
    expect(await attendues(id)).toMatchObject([{ recue: true }])
    await accepterLa(id)
    expect((await etat(id))?.etat).toBe('ACCEPTEE')
  })

  test('transférée, puis prise par quelqu’un d’autre : envoyée ensuite, elle est reçue, et la demande s’accepte', async () => {
    const { id } = await enAttente()
    await transferer(ines, id, { equipe: 'ADHESIONS' })
    await envoyer(id)
    expect(await etat(id)).toMatchObject({ etat: 'ENVOYEE' })
    expect(await attendues(id)).toMatchObject([{ recue: true }])
    const autre = await unTraitant()
    await prendre(autre, id)
    await accepterLa(id, autre)
    expect((await etat(id))?.etat).toBe('ACCEPTEE')
  })

  test('la page ouverte avant qu’elle arrive ne décide pas sans elle : la demande a avancé', async () => {
    const { id } = await enAttente()
    await jourPasse(id)
    const version = (await etat(id))?.version ?? -1
    await envoyer(id)
    await expect(accepter(ines, id, { version, phrase: null, saisie: {} })).rejects.toThrow('a avancé')
  })

  test('son histoire dit qu’elle est reçue, à la personne aussi', async () => {
    const { id } = await enAttente()
    await jourPasse(id)
    await envoyer(id)
    expect((await vueDuMembre(id)).histoire.at(-1)?.phrase).toBe('Pièce reçue')
  })
})

describe('le gestionnaire dit ce qu’il en est de chaque pièce (G04)', () => {
  test('reçue autrement : la demande lui revient, deux fois pressé est une fois', async () => {
    const { id, piece } = await enAttente()
    await Promise.all([recevoirPiece(ines, id, piece), recevoirPiece(ines, id, piece)])
    expect((await etat(id))?.etat).toBe('PRISE')
    expect(
      await lignes("SELECT FROM passages_demande WHERE demande_id = $1 AND passage = 'COMPLETER'", [id]),
    ).toHaveLength(1)
    await accepterLa(id)
  })

  test('il s’en passe : la demande s’accepte, la personne lit que la pièce n’est plus à envoyer', async () => {
    const { id, piece } = await enAttente()
    await sePasserDePiece(ines, id, piece)
    expect((await vueDuMembre(id)).attendues).toEqual([])
    expect((await vueDuMembre(id)).histoire.at(-1)?.phrase).toBe(
      'Nous n’avons plus besoin de la pièce demandée : le traitement reprend',
    )
    expect((await loadFiche(ines, id, {}))?.fiche.attendues).toMatchObject([
      {
        phrase: expect.stringMatching(
          /^Plus attendue depuis le 17 mars 2026 à .* : la décision se prend sans elle\.$/,
        ),
      },
    ])
    await expect(recevoirPiece(ines, id, piece)).rejects.toThrow('n’est plus attendue')
    await accepterLa(id)
  })

  test('ce n’est pas la bonne : redemandée, la demande l’attend de nouveau et ne s’accepte pas sans elle', async () => {
    const { id, piece } = await enAttente()
    await envoyer(id)
    expect((await etat(id))?.etat).toBe('PRISE')
    const redemande = {
      attendue: piece,
      avant: dateCivile('2026-04-10'),
      texte: 'La facture est coupée en bas.',
      cle: randomUUID(),
    }
    await expect(
      redemanderPiece(ines, id, { ...redemande, avant: dateCivile('2026-03-17') }),
    ).rejects.toThrow('Choisissez un jour à venir')
    await redemanderPiece(ines, id, redemande)
    expect((await etat(id))?.etat).toBe('PIECE_DEMANDEE')
    expect(await attendues(id)).toMatchObject([{ recue: false, avant: '2026-04-10' }])
    await expect(accepterLa(id)).rejects.toThrow('Une pièce indispensable n’est pas arrivée')
    const vue = await vueDuMembre(id)
    expect(vue.histoire.at(-1)?.phrase).toBe(
      'La pièce n’est pas encore là, ou n’est pas celle qu’il faut : elle est attendue avant le 10 avril 2026',
    )
    expect(vue.fil.at(-1)?.texte).toBe('La facture est coupée en bas.')
    await ajouterADemande(membre, id, {
      cle: randomUUID(),
      texte: null,
      fichiers: [await unFichier('entiere.pdf', 3)],
    })
    await accepterLa(id)
  })

  test('une de deux reçue, l’autre est encore attendue', async () => {
    const { id, piece } = await enAttente()
    await jourPasse(id)
    await reclamer(id, 'l’ordonnance')
    await recevoirPiece(ines, id, piece)
    expect((await etat(id))?.etat).toBe('PIECE_DEMANDEE')
    expect(await attendues(id)).toMatchObject([{ recue: true }, { recue: false }])
  })

  test('seul qui l’a en main le dit ; une pièce d’une autre demande est introuvable', async () => {
    const { id, piece } = await enAttente()
    for (const acte of [recevoirPiece, sePasserDePiece])
      await expect(acte(await unTraitant(), id, piece)).rejects.toThrow('Prenez d’abord')
    const autre = await enAttente()
    await expect(recevoirPiece(ines, autre.id, piece)).rejects.toThrow('n’est plus attendue')
    expect((await loadFiche(ines, autre.id, {}))?.fiche.attendues[0]?.gestes).toEqual({
      recevoir: true,
      sePasser: true,
      redemander: false,
    })
  })
})

test('des mots sans la pièce rendent la demande à qui l’a : il les lit sans attendre le jour', async () => {
  const { id } = await enAttente()
  await envoyer(id, 'Je ne l’ai plus : que puis-je envoyer ?')
  expect((await etat(id))?.etat).toBe('PRISE')
  expect(await attendues(id)).toMatchObject([{ recue: false }])
})
