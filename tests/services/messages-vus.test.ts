import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { loadCorbeille } from '@/lib/services/corbeille/data'
import { filtresCorbeilleSchema } from '@/lib/services/corbeille/schema'
import { loadFiche } from '@/lib/services/fiche-demande/data'
import { noterLectureDemande } from '@/lib/services/fiche-demande/mutations'
import { contexteDemandes, direFaits, loadMaDemande } from '@/lib/services/mes-demandes/data'
import { voirDemande } from '@/lib/services/mes-demandes/view'
import { ajouterADemande } from '@/lib/services/suite-demande/mutations'
import {
  accepter,
  ecrireALaPersonne,
  noter,
  prendre,
  refuserDemande,
  rendre,
  repondre,
} from '@/lib/services/traitement/mutations'
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

const version = async (id: string): Promise<number> =>
  (await lignes<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id]))[0]?.version ?? -1
const ecrire = (id: string, texte = 'Et pour mon fils ?') =>
  ajouterADemande(membre, id, { cle: randomUUID(), texte, fichiers: [] })
/** As the page does it: what it shows is read. */
async function ouvrir(acteur: PorteeGestion, id: string): Promise<number> {
  const lue = await loadFiche(acteur, id, {})
  await noterLectureDemande(acteur, id, lue?.nonLus)
  return lue?.fiche.vus ?? -1
}
const etatsLus = async (id: string) => {
  const lue = await loadMaDemande(membre, id)
  if (lue === null) throw new Error('demande introuvable')
  return voirDemande(lue, direFaits(lue), contexteDemandes()).fil.map(({ etats }) => etats.join(' · '))
}
const ligne = async (id: string) =>
  lignes('SELECT etat, agent_id, repondre_avant, version FROM demandes WHERE id = $1', [id])
const ligneDe = async (id: string, vue = 'a-faire') =>
  (await loadCorbeille(agent, filtresCorbeilleSchema.parse({ vue }), {}))?.lignes.find((l) => l.id === id)

const compte = async (): Promise<number> =>
  (await loadCorbeille(agent, filtresCorbeilleSchema.parse({}), {}))?.comptes.messages ?? -1

describe('« Pas encore lu » est vrai', () => {
  test('G03 : ouvert par qui a la demande, un message est lu ; par un collègue, non', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    await ouvrir(await unAgent(), id)
    expect(await etatsLus(id)).toEqual([expect.stringContaining('Pas encore lu')])
    await ouvrir(agent, id)
    expect(await etatsLus(id)).toEqual([expect.stringContaining('Lu par la mutuelle le')])
  })

  test('ce que la page ne montrait pas n’est pas lu ; une note interne ne lit rien', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    const montres = (await loadFiche(agent, id, {}))?.nonLus
    await ecrire(id)
    await noterLectureDemande(agent, id, montres)
    await noter(agent, id, { cle: randomUUID(), texte: 'À voir avec la comptabilité.' })
    expect(await etatsLus(id)).toEqual([
      expect.stringContaining('Lu par la mutuelle'),
      expect.stringContaining('Pas encore lu'),
    ])
  })
})

describe('rien ne se décide par-dessus ce qu’on n’a pas lu', () => {
  test('G12 : une réponse d’une page ouverte avant un message est refusée, et le dit ; relue, elle part', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    const vus = await ouvrir(agent, id)
    await ecrire(id)
    const reponse = { cle: randomUUID(), texte: 'Jeudi.', vus }
    await expect(repondre(agent, id, reponse)).rejects.toThrow('La personne a écrit')
    expect(await etatsLus(id)).toHaveLength(2)
    await repondre(agent, id, { ...reponse, vus: await ouvrir(agent, id) })
    // Twice is once, even from the old page.
    await repondre(agent, id, reponse)
    expect(await etatsLus(id)).toHaveLength(3)
  })

  test('un refus et une acceptation aussi', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    const vus = await ouvrir(agent, id)
    await ecrire(id)
    const v = await version(id)
    await expect(refuserDemande(agent, id, { version: v, phrase: 'Non.', vus })).rejects.toThrow(
      'La personne a écrit',
    )
    await expect(accepter(agent, id, { version: v, phrase: null, saisie: {}, vus })).rejects.toThrow(
      'La personne a écrit',
    )
  })
})

describe('écrire sans clore', () => {
  test('G12 : la personne lit le message, la demande reste en cours et son délai ne bouge pas ; deux fois est une fois', async () => {
    const { id } = await uneDemande(membre, 'PORTABILITE')
    const message = { cle: randomUUID(), texte: 'Il nous faut la date de fin de votre contrat de travail.' }
    await expect(ecrireALaPersonne(agent, id, message)).rejects.toThrow('Prenez d’abord')
    await prendre(agent, id)
    const avant = await ligne(id)
    await ecrireALaPersonne(agent, id, message)
    await ecrireALaPersonne(agent, id, message)
    expect(await ligne(id)).toEqual(avant)
    const ecrits = await lignes(
      'SELECT texte, interne FROM messages_demande WHERE demande_id = $1 AND de_gestion',
      [id],
    )
    expect(ecrits).toEqual([{ texte: message.texte, interne: false }])
    expect(
      await lignes("SELECT FROM journal WHERE objet_id = $1 AND acte = 'DEMANDE_ECRITE'", [id]),
    ).toHaveLength(1)
  })

  test('close, elle ne se prolonge pas par un message', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    await repondre(agent, id, { cle: randomUUID(), texte: 'Jeudi.' })
    await expect(ecrireALaPersonne(agent, id, { cle: randomUUID(), texte: 'Ou vendredi.' })).rejects.toThrow(
      'a avancé',
    )
  })
})

describe('la corbeille montre ce qui est venu', () => {
  test('G01 : un message venu depuis la prise en main se voit sur la ligne et a sa liste, jusqu’à ce qu’il soit lu', async () => {
    const { id } = await uneDemande(membre)
    // Nobody has taken it: all of it is to be read.
    expect(await ligneDe(id)).toMatchObject({ nonLus: null })
    expect(await ligneDe(id, 'messages')).toBeUndefined()
    await prendre(agent, id)
    await ouvrir(agent, id)
    expect(await ligneDe(id, 'messages')).toBeUndefined()
    await ecrire(id)
    expect(await ligneDe(id)).toMatchObject({ nonLus: 'Un message non lu' })
    await ecrire(id, 'Et ma fille ?')
    expect(await ligneDe(id, 'messages')).toMatchObject({ nonLus: '2 messages non lus' })
    const avant = await compte()
    await ouvrir(agent, id)
    expect(await compte()).toBe(avant - 1)
    expect(await ligneDe(id, 'messages')).toBeUndefined()
  })

  test('rendue à l’équipe avec un message non lu, elle le montre encore', async () => {
    const { id } = await uneDemande(membre)
    await prendre(agent, id)
    await ouvrir(agent, id)
    await ecrire(id)
    await rendre(agent, id)
    expect(await ligneDe(id, 'messages')).toMatchObject({ nonLus: 'Un message non lu' })
  })
})
