import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { envoyerDemande, garderBrouillon } from '@/lib/services/demande/mutations'
import { loadFichierDuDepot, loadMesDepots } from '@/lib/services/depot/data'
import { exporterDossier } from '@/lib/services/dossier-demande/mutations'
import { classerPiece } from '@/lib/services/fiche-demande/mutations'
import {
  loadBrouillons,
  loadMaDemande,
  loadMesDemandes,
  loadMesFils,
  loadParCle,
} from '@/lib/services/mes-demandes/data'
import { voirPiece } from '@/lib/services/mes-demandes/view'
import { loadLectures } from '@/lib/services/mon-compte/data'
import { ajouterADemande } from '@/lib/services/suite-demande/mutations'
import { creerPersonne, lignes } from '../support/comptes'
import { redaction, unAgent, unMembre } from '../support/demandes'
import { pdf } from '../support/pdf-pieges'

/** Staff look at a space as its owner sees it, but for what only its owner and the médecin-conseil read (I08). */
let membre: PorteeAdherent
let regard: PorteeAdherent
let gestionnaire: PorteeGestion
let ordinaire: string
let medicale: string
let brouillon: ReturnType<typeof redaction>

const fichier = async (nom: string) =>
  new File([new Uint8Array(await pdf())], nom, { type: 'application/pdf' })
const ids = (lues: { readonly demandes: readonly { readonly id: string }[] }) =>
  lues.demandes.map(({ id }) => id).sort()

beforeAll(async () => {
  process.env.PORTAIL_TODAY = '2026-03-17'
  membre = await unMembre()
  regard = frapperAdherent({ ...membre, lectureSeule: true })
  gestionnaire = await unAgent()
  ordinaire = (
    await envoyerDemande(membre, {
      ...redaction(membre),
      fichiers: [await fichier('facture.pdf'), await fichier('biopsie.pdf')],
    })
  ).id
  const [biopsie] = await lignes<{ id: string }>(
    `SELECT p.id FROM pieces_demande p JOIN depots d ON d.id = p.depot_id WHERE d.nom_origine = 'biopsie.pdf'`,
  )
  await classerPiece(gestionnaire, { demande: ordinaire, piece: biopsie?.id ?? '', medicale: true })
  medicale = (
    await envoyerDemande(membre, {
      ...redaction(membre),
      equipe: 'MEDICAL',
      texte: 'Mes analyses sont revenues.',
      fichiers: [await fichier('analyses.pdf')],
    })
  ).id
  brouillon = redaction(membre)
  await garderBrouillon(membre, { ...brouillon, fichiers: [await fichier('radio.pdf')] })
})

const depots = () =>
  lignes<{ id: string; nom: string }>(
    'SELECT id, nom_origine AS nom FROM depots WHERE compte_id = $1 ORDER BY nom',
    [membre.compteId],
  )

describe('I08 : « voir ce que voit l’adhérent » n’ouvre pas ce qui lui est réservé', () => {
  test('aucun fichier ne sort par là, et le dossier d’une demande non plus ; la personne les garde', async () => {
    for (const { id } of await depots()) {
      expect(await loadFichierDuDepot(regard, id)).toBeNull()
      expect(await loadFichierDuDepot(membre, id)).not.toBeNull()
    }
    for (const id of [ordinaire, medicale]) expect(await exporterDossier(regard, id)).toBeNull()
    expect(await exporterDossier(membre, ordinaire)).not.toBeNull()
  })

  test('une pièce médicale n’y a pas de nom, et aucune n’a de lien', async () => {
    const vues = async (qui: PorteeAdherent) =>
      ((await loadMaDemande(qui, ordinaire))?.pieces ?? [])
        .map(voirPiece)
        .map(({ nom, href }) => [nom, href !== null])
    expect(await vues(membre)).toEqual([
      ['facture.pdf', true],
      ['biopsie.pdf', true],
    ])
    expect(await vues(regard)).toEqual([
      ['facture.pdf', false],
      ['Pièce médicale, réservée au médecin-conseil', false],
    ])
    expect(JSON.stringify(await loadMaDemande(regard, ordinaire))).not.toContain('biopsie')
    const envois = async (qui: PorteeAdherent) =>
      (await loadMesDepots(qui, null)).depots.map(({ nom, telechargeable }) => [nom, telechargeable]).sort()
    expect(await envois(membre)).toEqual([
      ['analyses.pdf', true],
      ['biopsie.pdf', true],
      ['facture.pdf', true],
    ])
    expect(await envois(regard)).toEqual([['facture.pdf', false]])
  })

  test('ni ce que suit le médecin-conseil, ni ce qui n’est pas envoyé', async () => {
    expect(await loadMaDemande(regard, medicale)).toBeNull()
    expect(ids(await loadMesDemandes(regard, null))).toEqual([ordinaire])
    expect(ids(await loadMesFils(regard, null))).toEqual([ordinaire])
    expect(await loadBrouillons(regard, null)).toEqual([])
    expect(await loadParCle(regard, brouillon.cle)).toBeNull()
    expect(ids(await loadMesDemandes(membre, null))).toEqual([ordinaire, medicale].sort())
    expect(await loadBrouillons(membre, null)).toHaveLength(1)
  })
})

describe('A35, S-54 : qui n’a que le droit de voir pour un autre emporte un dossier, et le journal le nomme', () => {
  test('l’export est à son nom, et la personne le lit', async () => {
    const delegue = await creerPersonne({ email: 'voit@exemple.fr' })
    const [delegation] = await lignes<{ id: string }>(
      `INSERT INTO delegations (motif, etendue, etat, protege_id, delegue_id, auteur_id, invite_email, designation, du, proposee_le, decidee_le)
        VALUES ('AIDANT', 'VOIR', 'ACTIVE', $1, $2, $3, 'voit@exemple.fr', '{"par":"EMAIL","email":"voit@exemple.fr"}', '2020-01-01', now(), now()) RETURNING id`,
      [membre.personneId, delegue.compteId, membre.compteId],
    )
    const id = delegation?.id ?? ''
    const pour = frapperAdherent({
      ...membre,
      lectureSeule: true,
      delegation: { id, compteId: delegue.compteId, etendue: 'VOIR' },
    })
    expect(await exporterDossier(pour, ordinaire)).not.toBeNull()
    const notes = await lignes(
      `SELECT compte_id, donnees ->> 'delegation' AS delegation FROM journal WHERE acte = 'DEMANDE_EXPORTEE' AND compte_id <> $1`,
      [membre.compteId],
    )
    expect(notes).toEqual([{ compte_id: delegue.compteId, delegation: id }])
    expect((await loadLectures(membre, null)).lignes.map(({ quoi }) => quoi)).toContain(
      'Une personne qui agit pour vous : a téléchargé le dossier d’une de vos demandes',
    )
  })
})

describe('I08 : les pièces d’une demande', () => {
  test('envoyées seules, elles font un message qui ne dit pas leur nom', async () => {
    const qui = await unMembre()
    const { id } = await envoyerDemande(qui, redaction(qui))
    for (const noms of [['irm.pdf'], ['irm 2.pdf', 'irm 3.pdf']])
      await ajouterADemande(qui, id, {
        cle: randomUUID(),
        texte: null,
        fichiers: await Promise.all(noms.map(fichier)),
      })
    const textes = (await loadMaDemande(qui, id))?.messages.map(({ texte }) => texte)
    expect(textes).toEqual(['Quand serai-je remboursée ?', 'Une pièce jointe.', '2 pièces jointes.'])
  })
})
