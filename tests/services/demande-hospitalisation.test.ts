import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frapperAdherent, frapperGestion, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { demanderHospitalisation } from '@/lib/services/demande-hospitalisation/mutations'
import { demandeHospitalisationSchema } from '@/lib/services/demande-hospitalisation/schema'
import { loadDocuments } from '@/lib/services/document/data'
import { loadFiche, loadPieceADonner } from '@/lib/services/fiche-demande/data'
import { classerPiece } from '@/lib/services/fiche-demande/mutations'
import { loadPrise } from '@/lib/services/prise-en-charge/data'
import { utiliserPriseEnCharge } from '@/lib/services/prise-en-charge/mutations'
import { ajouterADemande } from '@/lib/services/suite-demande/mutations'
import { accepter, defaire, lireApercu, prendre, transferer } from '@/lib/services/traitement/mutations'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'
import { pdf } from '../support/pdf-pieges'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = '2026-04-08'
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', 'i@exemple.fr', 'Ines') RETURNING id`,
  )
  ines = frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role: 'GESTIONNAIRE' })
})
afterAll(() => fermer())

let numero = 0
async function unMembre(formule = 'tribu-equilibre'): Promise<PorteeAdherent> {
  numero += 1
  const n = `H${String(numero).padStart(4, '0')}`
  await installerFamille({
    numero: n,
    formules: [[formule, '2024-01-01', '']],
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

const saisie = (acteur: PorteeAdherent, plus: Record<string, string> = {}) =>
  demandeHospitalisationSchema.parse({
    cle: randomUUID(),
    personne: acteur.personneId,
    entree: '2026-04-13',
    etablissement: 'Clinique des Tilleuls',
    ville: 'Rennes',
    finess: '',
    dmt: '137',
    codeRisque: '10',
    chambre: 'oui',
    prixChambre: '90',
    nuits: '4',
    ...plus,
  })
const versionDe = async (id: string) =>
  (await base.query<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id])).rows[0]
    ?.version ?? -1
const parts = async (personne: string) =>
  (
    await base.query(
      `SELECT l.acte, l.quantite::int, l.depense::int, l.part_mutuelle::int AS mutuelle, l.reste_a_charge::int AS reste
        FROM prises_en_charge p JOIN lignes_prise_en_charge l ON l.prise_en_charge_id = p.id
        WHERE p.personne_id = $1 AND p.etat = 'ACCORDEE' ORDER BY l.rang`,
      [personne],
    )
  ).rows
const prises = async (personne: string) =>
  (
    await base.query<{ id: string; etat: string; version: number; document: boolean }>(
      `SELECT id, etat::text, version::int, document_id IS NOT NULL AS document FROM prises_en_charge WHERE personne_id = $1
        ORDER BY numero`,
      [personne],
    )
  ).rows
async function traiter(id: string, typee: Record<string, string> = {}): Promise<void> {
  await prendre(ines, id)
  await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: typee })
}

describe('A27 : une prise en charge hospitalière demandée par l’adhérent', () => {
  // Équilibre, avril 2026 : forfait journalier 23 € par jour, sans limite ; chambre garantie 40 € la nuit.
  test('de quatre nuits : cinq jours de forfait, 115 € ; quatre nuits à 90 €, 160 € payés et 200 € qui restent', async () => {
    const acteur = await unMembre()
    const { id } = await demanderHospitalisation(acteur, saisie(acteur))
    await traiter(id)
    expect(await parts(acteur.personneId)).toEqual([
      { acte: 'FJ', quantite: 5, depense: 11500, mutuelle: 11500, reste: 0 },
      { acte: 'CP', quantite: 4, depense: 36000, mutuelle: 16000, reste: 20000 },
    ])
    const [prise] = await prises(acteur.personneId)
    const lue = await loadPrise(acteur, prise?.id ?? '')
    expect(lue).toMatchObject({
      etat: 'ACCORDEE',
      professionnel: 'Clinique des Tilleuls, Rennes',
      jour: '2026-04-13',
      dmt: '137',
      codeRisque: '10',
      demandeur: 'ADHERENT',
      valideDu: '2026-04-13',
      valideAu: '2026-07-13',
    })
    expect(lue?.numero).toMatch(/^P-2026-\d{6}$/)
    expect(lue?.documentId).not.toBeNull()
  })

  test('I08 : le papier de l’hôpital est médical de lui-même, au formulaire et après ; qui traite la demande y répond sans lui, ou la transfère au médecin-conseil qui la rend', async () => {
    const acteur = await unMembre()
    const papier = async (nom: string) =>
      new File([new Uint8Array(await pdf())], nom, { type: 'application/pdf' })
    const { id } = await demanderHospitalisation(acteur, {
      ...saisie(acteur),
      fichiers: [await papier('psychiatrie.pdf')],
    })
    await ajouterADemande(acteur, id, {
      cle: randomUUID(),
      texte: null,
      fichiers: [await papier('suite.pdf')],
    })
    const { rows } = await base.query<{ id: string }>(
      'SELECT id FROM pieces_demande WHERE demande_id = $1 ORDER BY cree_le, id',
      [id],
    )
    const piece = rows[0]?.id ?? ''
    const fiche = async (qui: PorteeGestion) => {
      const lue = await loadFiche(qui, id, {})
      if (lue === null) throw new Error('fiche introuvable')
      return lue.fiche
    }
    const ficheAgent = await fiche(ines)
    expect(ficheAgent.pieces.map(({ medicale, ouvrable }) => [medicale, ouvrable])).toEqual([
      [true, false],
      [true, false],
    ])
    expect(JSON.stringify(ficheAgent)).not.toMatch(/psychiatrie|suite\.pdf/)
    expect(await loadPieceADonner(ines, id, piece)).toBeNull()
    // What she needs to answer is in what the member copied.
    expect((await lireApercu(ines, id)).verdict).toBe('ACCORDEE')

    const { rows: comptes } = await base.query<{ id: string }>(
      `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('MEDECIN_CONSEIL', 'EN_ATTENTE', 'm@exemple.fr', 'Marc') RETURNING id`,
    )
    const medecin = frapperGestion({
      type: 'GESTION',
      compteId: comptes[0]?.id ?? '',
      role: 'MEDECIN_CONSEIL',
    })
    expect(await loadFiche(medecin, id, {})).toBeNull()
    await prendre(ines, id)
    await transferer(ines, id, { equipe: 'MEDICAL' })
    expect((await fiche(medecin)).pieces.map(({ nom }) => nom)).toEqual(['psychiatrie.pdf', 'suite.pdf'])
    expect(await loadPieceADonner(medecin, id, piece)).toMatchObject({
      nom: 'psychiatrie.pdf',
      medicale: true,
    })
    await prendre(medecin, id)
    await classerPiece(medecin, { demande: id, piece: rows[1]?.id ?? '', medicale: false })
    await transferer(medecin, id, { equipe: 'PRESTATIONS' })
    expect((await fiche(ines)).pieces.map(({ ouvrable }) => ouvrable)).toEqual([false, true])
    await traiter(id)
    expect(await prises(acteur.personneId)).toMatchObject([{ etat: 'ACCORDEE' }])
  })

  test('d’une durée inconnue : l’aperçu dit ce qui est payé par jour et par nuit, chacun avec son article', async () => {
    const acteur = await unMembre()
    const { id } = await demanderHospitalisation(acteur, saisie(acteur, { nuits: '' }))
    const apercu = await lireApercu(ines, id)
    if (apercu.verdict !== 'ACCORDEE') throw new Error(apercu.verdict)
    const dites = apercu.lignes.map(({ libelle, apres }) => [libelle.split(', ').at(-1), apres])
    expect(dites).toContainEqual(['par jour', 'la mutuelle paie 23,00\u00a0€'])
    expect(dites).toContainEqual(['par nuit', 'la mutuelle paie 40,00\u00a0€, reste à payer 50,00\u00a0€'])
    for (const { libelle, motifs } of apercu.lignes.filter(({ apres }) => apres.includes('paie')))
      expect(motifs.length, libelle).toBeGreaterThan(0)
    expect(await prises(acteur.personneId)).toEqual([])
  })

  test('sans chambre et sans dépassement : avec les frais de séjour du devis, 20 % de 2 000 € sont payés', async () => {
    const acteur = await unMembre()
    const { id } = await demanderHospitalisation(acteur, saisie(acteur, { chambre: 'non', nuits: '1' }))
    await traiter(id, { fraisSejour: '2000' })
    expect(await parts(acteur.personneId)).toEqual([
      { acte: 'GHS', quantite: 1, depense: 200000, mutuelle: 40000, reste: 0 },
      { acte: 'FJ', quantite: 2, depense: 4600, mutuelle: 4600, reste: 0 },
    ])
  })

  test('sans DMT ni code risque : elle n’est pas acceptée tant que l’équipe ne les a pas écrits, puis elle l’est', async () => {
    const acteur = await unMembre()
    const { id } = await demanderHospitalisation(acteur, saisie(acteur, { dmt: '', codeRisque: '' }))
    const apercu = await lireApercu(ines, id)
    expect(apercu.verdict === 'INCOMPLETE' && apercu.manque).toEqual([
      expect.stringContaining('DMT'),
      expect.stringContaining('code risque'),
    ])
    await prendre(ines, id)
    const version = await versionDe(id)
    await expect(accepter(ines, id, { version, phrase: null, saisie: {} })).rejects.toThrow('DMT')
    await accepter(ines, id, { version, phrase: null, saisie: { dmt: '137', codeRisque: '10' } })
    expect(await prises(acteur.personneId)).toMatchObject([{ etat: 'ACCORDEE', document: true }])
  })

  test('défaite, elle est annulée et une lettre le dit ; acceptée de nouveau, elle a un autre numéro', async () => {
    const acteur = await unMembre()
    const { id } = await demanderHospitalisation(acteur, saisie(acteur))
    await traiter(id)
    const lettres = async () =>
      (await loadDocuments(acteur, 50)).filter(({ objet }) => objet?.endsWith(': annulation')).length
    const avant = await lettres()
    await defaire(ines, id, await versionDe(id))
    expect(await prises(acteur.personneId)).toMatchObject([{ etat: 'ANNULEE' }])
    expect(await lettres()).toBe(avant + 1)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: {} })
    expect((await prises(acteur.personneId)).map(({ etat }) => etat)).toEqual(['ANNULEE', 'ACCORDEE'])
  })

  test('utilisée, elle ne se défait plus, et la phrase le dit', async () => {
    const acteur = await unMembre()
    const { id } = await demanderHospitalisation(acteur, saisie(acteur))
    await traiter(id)
    const [prise] = await prises(acteur.personneId)
    await utiliserPriseEnCharge(ines, { prise: prise?.id ?? '', version: prise?.version ?? 0 })
    await expect(defaire(ines, id, await versionDe(id))).rejects.toThrow('déjà envoyé sa facture')
    expect(await prises(acteur.personneId)).toMatchObject([{ etat: 'UTILISEE' }])
  })

  test('de quelqu’un d’autre, ou trop loin : une phrase, rien n’est écrit ; après « retour », c’est la même', async () => {
    const acteur = await unMembre()
    await expect(demanderHospitalisation(acteur, saisie(acteur, { personne: randomUUID() }))).rejects.toThrow(
      'Choisissez une personne',
    )
    await expect(demanderHospitalisation(acteur, saisie(acteur, { entree: '2028-01-01' }))).rejects.toThrow(
      'à moins d’un an',
    )
    const premiere = await demanderHospitalisation(acteur, saisie(acteur))
    expect((await demanderHospitalisation(acteur, saisie(acteur))).id).toBe(premiere.id)
  })

  test('la réponse est promise par l’organisme, en heures ouvrées', async () => {
    const acteur = await unMembre()
    const { id } = await demanderHospitalisation(acteur, saisie(acteur))
    const { rows } = await base.query(
      'SELECT limite, repondre_avant IS NOT NULL AS datee FROM demandes WHERE id = $1',
      [id],
    )
    expect(rows).toMatchObject([{ limite: { type: 'PROMESSE', unite: 'HEURES_OUVREES' }, datee: true }])
  })
})

test.each([
  ['dmt', '13', 'La DMT a 3 chiffres'],
  ['codeRisque', 'A1', 'Le code risque a 2 chiffres'],
  ['finess', '350000023', 'Ce numéro FINESS est faux'],
  ['nuits', '400', 'de 0 à 365'],
  ['nuits', 'x', 'de 0 à 365'],
  ['prixChambre', '-3', 'négatif'],
  ['etablissement', '', 'Écrivez le nom de l’hôpital'],
  ['entree', '2026-02-30', 'Cette date n’existe pas'],
])('A27 : un mauvais champ est dit à côté de lui : %s %s', (champ, valeur, phrase) => {
  const lue = demandeHospitalisationSchema.safeParse({
    cle: randomUUID(),
    personne: randomUUID(),
    entree: '2026-04-13',
    etablissement: 'Clinique',
    ville: 'Rennes',
    chambre: 'non',
    [champ]: valeur,
  })
  expect(lue.error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`).join()).toContain(
    `${champ} `,
  )
  expect(lue.error?.issues.map(({ message }) => message).join()).toContain(phrase)
})
