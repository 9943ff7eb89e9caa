import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { frapperGestion, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { lireBeneficiaires } from '@/lib/services/beneficiaire/data'
import {
  accepterPaiementDirect,
  annoncerSeizeAnsDuJour,
  constaterSituation,
  refuserPaiementDirect,
} from '@/lib/services/beneficiaire/mutations'
import { type BeneficiairesVue, voirBeneficiaires } from '@/lib/services/beneficiaire/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { creerPersonne, lignes, travauxEnAttente } from '../support/comptes'
import { baseDeTest } from '../support/database'
import {
  ADHESION_CLAIRE,
  CLAIRE,
  ELIE,
  installerFamilles,
  ODETTE,
  porteeClaire,
  porteeElie,
  porteeOdette,
} from '../support/famille'

let base: pg.Pool
let donnees: string

beforeAll(async () => {
  const { urlProprietaire } = await baseDeTest()
  donnees = await mkdtemp(join(tmpdir(), 'portail-beneficiaire-'))
  Object.assign(process.env, { PORTAIL_TODAY: '2026-03-17', PORTAIL_DATA: donnees })
  base = new pg.Pool({ connectionString: urlProprietaire, max: 3 })
  await installerFamilles(base)
  await base.query(
    `INSERT INTO comptes (id, role, statut, personne_id, email, nom_affiche)
      VALUES ($1, 'ADHERENT', 'EN_ATTENTE', $2, 'claire@exemple.fr', 'Claire Morel')`,
    [porteeClaire.compteId, CLAIRE],
  )
})
afterAll(async () => {
  await base.end()
  await rm(donnees, { recursive: true, force: true })
})

const JOUR = dateCivile('2026-03-17')
const d = dateCivile

async function voir(qui: PorteeAdherent, jour: DateCivile = JOUR): Promise<BeneficiairesVue[]> {
  const lus = await lireBeneficiaires(qui, jour)
  return voirBeneficiaires(lus, { jour, personneId: qui.personneId, article: articleCite })
}
const personne = async (qui: PorteeAdherent, prenom: string, jour: DateCivile = JOUR) => {
  const vues = (await voir(qui, jour)).flatMap((c) => [...c.presents, ...c.anciens])
  const vue = vues.find((p) => p.nom.startsWith(prenom))
  if (vue === undefined) throw new Error(`${prenom} n’est pas sur la page`)
  return vue
}

/** Élie, born that day, under that règlement. */
async function elie(reglement: string, naissance: string): Promise<void> {
  await base.query('UPDATE adhesions SET reglement = $1', [reglement])
  await base.query('UPDATE personnes SET date_naissance = $2 WHERE id = $1', [ELIE, naissance])
}

beforeEach(async () => {
  await base.query('TRUNCATE situations_ayant_droit, refus_paiement_direct, rappels_seize_ans')
  await elie('mutami', '2008-08-30')
})

describe('qui est couvert, jusqu’à quand et pourquoi', () => {
  test.each([
    // Mutami: 31 December of the year of 18, then of 27; SMB 18 and 25; Ociane 28.
    [
      'mutami, 17 ans',
      'mutami',
      '2008-08-30',
      {},
      'Couverture depuis le 1er janvier 2023, au plus tard jusqu’au 31 décembre 2026.',
      null,
    ],
    [
      'mutami, 20 ans, études prouvées cette année',
      'mutami',
      '2005-08-30',
      { situation: 'ETUDES', justificatifRecuLe: d('2026-01-10') },
      'Couverture depuis le 1er janvier 2023, au plus tard jusqu’au 31 décembre 2032.',
      null,
    ],
    [
      'mutami, 20 ans, preuve de l’an dernier',
      'mutami',
      '2005-08-30',
      { situation: 'ETUDES', justificatifRecuLe: d('2025-10-01') },
      'Couverture depuis le 1er janvier 2023, au plus tard jusqu’au 31 décembre 2032.',
      null,
    ],
    [
      'mutami, 20 ans, preuve d’il y a deux ans',
      'mutami',
      '2005-08-30',
      { situation: 'ETUDES', justificatifRecuLe: d('2024-10-01') },
      'Couverture depuis le 1er janvier 2023, sans date de fin.',
      /trop ancienne/,
    ],
    [
      'mutami, 20 ans, on ne sait pas',
      'mutami',
      '2005-08-30',
      {},
      'Couverture depuis le 1er janvier 2023, sans date de fin.',
      /ce que fait cette personne/,
    ],
    [
      'mutami, 20 ans, en emploi',
      'mutami',
      '2005-08-30',
      { situation: 'EMPLOI' },
      'Couverture depuis le 1er janvier 2023, sans date de fin.',
      /n’a plus sa place/,
    ],
    [
      'mutami, handicap reconnu à 10 ans',
      'mutami',
      '1995-08-30',
      { handicapReconnuLe: d('2005-09-01') },
      'Couverture depuis le 1er janvier 2023, sans date de fin.',
      null,
    ],
    [
      'SMB, 20 ans, service civique',
      'mutame-smb',
      '2005-08-30',
      { situation: 'SERVICE_CIVIQUE', justificatifRecuLe: d('2026-01-10') },
      'Couverture depuis le 1er janvier 2023, au plus tard jusqu’au 31 décembre 2030.',
      null,
    ],
    [
      'Ociane, 20 ans, célibataire',
      'ociane-collectif',
      '2005-08-30',
      { celibataire: true },
      'Couverture depuis le 1er janvier 2023, au plus tard jusqu’au 31 décembre 2033.',
      null,
    ],
    [
      'Ociane, 20 ans, on ne sait pas',
      'ociane-collectif',
      '2005-08-30',
      {},
      'Couverture depuis le 1er janvier 2023, sans date de fin.',
      /célibataire/,
    ],
    [
      'Mutame & Plus, rattaché',
      'mutame-plus',
      '2005-08-30',
      { rattacheFiscalement: true },
      'Couverture depuis le 1er janvier 2023, sans date de fin.',
      null,
    ],
    [
      'Mieux-Etre ne dit rien',
      'mieux-etre',
      '2005-08-30',
      {},
      'Couverture depuis le 1er janvier 2023, sans date de fin.',
      /ne dit pas jusqu’à quand/,
    ],
  ] as const)('%s', async (_nom, reglement, naissance, faits, couverture, alerte) => {
    await elie(reglement, naissance)
    if (Object.keys(faits).length > 0)
      await constaterSituation(SYSTEME, {
        adhesionId: ADHESION_CLAIRE,
        personneId: ELIE,
        du: d('2025-09-01'),
        ...faits,
      })
    const vue = await personne(porteeClaire, 'Élie')
    expect(vue.couverture).toBe(couverture)
    if (alerte === null) {
      expect(vue.alerte).toBeNull()
      expect(vue.etapes.length).toBeGreaterThan(0)
      expect(vue.etapes[0]?.article).toMatch(/\d{4}|FAQ|Règlement|Notice/)
    } else expect(vue.alerte).toMatch(alerte)
  })

  test('à 17 ans, la page dit aussi jusqu’où mènent des études', async () => {
    const { etapes } = await personne(porteeClaire, 'Élie')
    expect(etapes.map((e) => e.phrase).join(' ')).toMatch(
      /18 ans.*31 décembre 2026.*peut prolonger.*27 ans.*31 décembre 2035/,
    )
  })

  test('un départ connu l’emporte sur l’âge ; une fois passé, la personne est rangée avec les anciennes', async () => {
    await base.query("UPDATE beneficiaires SET au = '2026-06-30' WHERE personne_id = $1", [ELIE])
    expect((await personne(porteeClaire, 'Élie')).couverture).toBe(
      'Couverture depuis le 1er janvier 2023, jusqu’au 30 juin 2026 compris.',
    )
    const apres = await voir(porteeClaire, d('2026-07-01'))
    await base.query('UPDATE beneficiaires SET au = NULL WHERE personne_id = $1', [ELIE])
    expect(apres[0]?.presents.map((p) => p.nom)).toEqual(['Claire Morel'])
    expect(apres[0]?.anciens.map((p) => [p.nom, p.couverture])).toEqual([
      ['Élie Morel', 'Couverture du 1er janvier 2023 au 30 juin 2026.'],
    ])
  })

  test('une fin inscrite avant la limite d’âge n’est pas expliquée par elle : on dit pourquoi la personne est couverte', async () => {
    expect(await personne(porteeClaire, 'Élie')).toMatchObject({
      question: 'Pourquoi cette date ?',
      finInscrite: false,
    })
    await base.query("UPDATE beneficiaires SET au = '2026-06-30' WHERE personne_id = $1", [ELIE])
    const inscrite = await personne(porteeClaire, 'Élie')
    await base.query('UPDATE beneficiaires SET au = NULL WHERE personne_id = $1', [ELIE])
    expect(inscrite).toMatchObject({
      question: 'Pourquoi cette personne est-elle couverte ?',
      finInscrite: true,
      decidee: null,
    })
    expect(inscrite.etapes.length).toBeGreaterThan(0)
  })

  test('une naissance « lunaire » se dit, elle n’arrête pas la page', async () => {
    await elie('mutami', '2005-13-40')
    expect((await personne(porteeClaire, 'Élie')).alerte).toMatch(/date de naissance/)
  })
})

describe('les preuves de l’année', () => {
  const constat = {
    adhesionId: ADHESION_CLAIRE,
    personneId: ELIE,
    du: d('2025-09-01'),
    situation: 'ETUDES',
  } as const

  test('celle qui manque dit quoi, avant quand, et comment l’envoyer', async () => {
    await elie('mutami', '2005-08-30')
    await constaterSituation(SYSTEME, { ...constat, justificatifRecuLe: d('2025-10-01') })
    expect((await personne(porteeClaire, 'Élie')).preuve).toMatchObject({
      titre: 'Preuve de 2026 à envoyer',
      phrase: 'À envoyer au plus tard le 31 décembre 2026.',
      pieces: ['Certificat de scolarité ou carte d’étudiant'],
      envoyer: true,
    })
  })

  test('un justificatif envoyé pour cette personne se voit ; constaté, plus rien n’est dû', async () => {
    await elie('mutami', '2005-08-30')
    await constaterSituation(SYSTEME, constat)
    await base.query(
      `WITH f AS (INSERT INTO fichiers (type_mime, taille, empreinte, cle_scellee, conservation, verdict, depose_par_id)
          VALUES ('application/pdf', 1, sha256('x'), 'x', 'PIECE', 'SAIN', $1) RETURNING id)
        INSERT INTO depots (compte_id, adhesion_id, personne_id, fichier_id, objet, nom_origine, cree_le)
        SELECT $1, $2, $3, f.id, 'JUSTIFICATIF', 'certificat.pdf', '2026-03-02T10:00:00Z' FROM f`,
      [porteeClaire.compteId, ADHESION_CLAIRE, ELIE],
    )
    expect((await personne(porteeClaire, 'Élie')).preuve).toMatchObject({
      phrase: expect.stringContaining('envoyé un justificatif le 2 mars 2026'),
      envoyer: false,
    })
    await constaterSituation(SYSTEME, {
      ...constat,
      du: d('2026-03-05'),
      justificatifRecuLe: d('2026-03-05'),
    })
    expect((await personne(porteeClaire, 'Élie')).preuve).toMatchObject({
      phrase: 'Reçue le 5 mars 2026 : rien à faire.',
      pieces: [],
      envoyer: false,
    })
  })

  test('un constat ferme le précédent la veille, le même deux fois n’écrit rien, seul qui tient les dossiers constate', async () => {
    await constaterSituation(SYSTEME, constat)
    await constaterSituation(SYSTEME, constat)
    const gestion = frapperGestion({ type: 'GESTION', compteId: porteeClaire.compteId, role: 'COMPTABLE' })
    await expect(constaterSituation(gestion, constat)).rejects.toThrow(/refusé/)
    await expect(constaterSituation(porteeClaire, constat)).rejects.toThrow(/refusé/)
    await constaterSituation(SYSTEME, { ...constat, du: d('2026-02-01'), situation: 'EMPLOI' })
    expect(
      await lignes('SELECT situation::text, du::text, au::text FROM situations_ayant_droit ORDER BY du'),
    ).toEqual([
      { situation: 'ETUDES', du: '2025-09-01', au: '2026-01-31' },
      { situation: 'EMPLOI', du: '2026-02-01', au: null },
    ])
  })
})

describe('de qui parle une pièce', () => {
  test('la base elle-même refuse une pièce au nom d’un autre contrat', async () => {
    const envoi = ecrire(porteeClaire, (client) =>
      client.query(
        `INSERT INTO depots (compte_id, adhesion_id, personne_id, fichier_id, objet, nom_origine)
          VALUES ($1, $2, $3, gen_random_uuid(), 'JUSTIFICATIF', 'a.pdf')`,
        [porteeClaire.compteId, ADHESION_CLAIRE, ODETTE],
      ),
    )
    await expect(envoi).rejects.toThrow(/row-level security/)
  })
})

describe('chacun ne voit que les siens', () => {
  test('A34 : l’ayant droit de seize ans ne voit que lui, une étrangère ne voit rien', async () => {
    await constaterSituation(SYSTEME, {
      adhesionId: ADHESION_CLAIRE,
      personneId: CLAIRE,
      du: d('2025-01-01'),
      celibataire: true,
    })
    const [contrat] = await voir(porteeElie)
    expect(contrat?.presents.map((p) => [p.nom, p.lien])).toEqual([['Élie Morel', 'vous']])
    expect((await voir(porteeOdette)).map((c) => c.presents.map((p) => p.nom))).toEqual([['Odette Vidal']])
    const siennes = await ecrire(porteeElie, (c) => c.query('SELECT personne_id FROM situations_ayant_droit'))
    expect(siennes.rows).toEqual([])
  })
})

describe('A34 : à seize ans', () => {
  test.each([
    ['mutami', /remboursements lui reviennent directement/, /propre attestation de droits, sinon/],
    ['mutame-smb', /adhérer à son propre nom/, /propre attestation de droits, sinon/],
  ] as const)('%s : ce qui a changé, pour la famille', async (reglement, dit, tait) => {
    await elie(reglement, '2009-08-30')
    const texte = (await personne(porteeClaire, 'Élie')).seizeAns?.changements.join(' ') ?? ''
    expect(texte).toMatch(dit)
    expect(texte).not.toMatch(tait)
    expect(texte).toMatch(/propre espace/)
  })

  test('Ociane : l’attestation propre, pas le paiement direct', async () => {
    await elie('ociane-collectif', '2009-08-30')
    const texte = (await personne(porteeClaire, 'Élie')).seizeAns?.changements.join(' ') ?? ''
    expect(texte).toMatch(/sa propre attestation de droits, sinon/)
    expect(texte).not.toMatch(/remboursements/)
  })

  test('dans l’année qui précède, la page annonce ; avant, elle n’en parle pas', async () => {
    await elie('mutami', '2010-08-30')
    expect((await personne(porteeClaire, 'Élie')).seizeAns?.titre).toBe(
      'Aura 16 ans le 30 août 2026 : ce qui changera',
    )
    await elie('mutami', '2011-08-30')
    expect((await personne(porteeClaire, 'Élie')).seizeAns).toBeNull()
  })

  test('le paiement direct se refuse et s’accepte, par la personne seule, deux fois comme une', async () => {
    await elie('mutami', '2009-08-30')
    await refuserPaiementDirect(porteeElie, ADHESION_CLAIRE, JOUR)
    await refuserPaiementDirect(porteeElie, ADHESION_CLAIRE, JOUR)
    expect((await personne(porteeElie, 'Élie')).seizeAns?.paiementDirect).toEqual({
      refuse: true,
      phrase: 'Depuis le 17 mars 2026, à votre demande, vos remboursements vont sur le compte du contrat.',
    })
    await accepterPaiementDirect(porteeElie, ADHESION_CLAIRE, d('2026-03-20'))
    expect((await personne(porteeElie, 'Élie')).seizeAns?.paiementDirect?.refuse).toBe(false)
    expect(await lignes('SELECT du::text, leve_le::text FROM refus_paiement_direct')).toEqual([
      { du: '2026-03-17', leve_le: '2026-03-20' },
    ])
    await expect(refuserPaiementDirect(porteeClaire, ADHESION_CLAIRE, JOUR)).rejects.toThrow(/un autre/)
    await expect(
      ecrire(porteeClaire, (c) =>
        c.query('INSERT INTO refus_paiement_direct (adhesion_id, personne_id, du) VALUES ($1, $2, $3)', [
          ADHESION_CLAIRE,
          ELIE,
          JOUR,
        ]),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('avant seize ans, ou sous un règlement qui n’en dit rien, il n’y a rien à refuser', async () => {
    await elie('mutami', '2010-08-30')
    await expect(refuserPaiementDirect(porteeElie, ADHESION_CLAIRE, JOUR)).rejects.toThrow(/n’ouvre pas/)
    await elie('ociane-collectif', '2009-08-30')
    await expect(refuserPaiementDirect(porteeElie, ADHESION_CLAIRE, JOUR)).rejects.toThrow(/n’ouvre pas/)
    expect((await personne(porteeElie, 'Élie')).seizeAns?.paiementDirect).toBeNull()
  })
})

describe('A34 : le rappel des seize ans', () => {
  test('part une fois, deux mois avant, à qui tient le contrat ; il ne nomme personne', async () => {
    const parent = await creerPersonne({ prenom: 'Nora', nom: 'Rappel', email: 'nora@exemple.fr' })
    const enfant = await creerPersonne({
      prenom: 'Yanis',
      nom: 'Rappel',
      dateNaissance: '2010-05-17',
      rattache: { adhesionId: parent.adhesionId, lien: 'ENFANT' },
    })
    await base.query("UPDATE adhesions SET reglement = 'mutami' WHERE id = $1", [parent.adhesionId])
    expect(await annoncerSeizeAnsDuJour(d('2026-03-16'))).toBe(0)
    const ensemble = await Promise.all([annoncerSeizeAnsDuJour(JOUR), annoncerSeizeAnsDuJour(JOUR)])
    expect(ensemble.reduce((a, b) => a + b, 0)).toBe(1)
    expect(await annoncerSeizeAnsDuJour(d('2026-04-01'))).toBe(0)
    const courriels = (await travauxEnAttente('courriel')).map(({ contenu }) => contenu)
    const recus = courriels.filter(({ a }) => a === 'nora@exemple.fr')
    expect(recus).toHaveLength(1)
    expect(recus[0]?.sujet).toMatch(/Bientôt 16 ans/)
    expect(recus[0]?.texte).toMatch(/directement, sauf si elle le refuse/)
    expect(recus[0]?.texte).toContain('/adherent/beneficiaires')
    expect(recus[0]?.texte).not.toMatch(/Yanis|Rappel|Nora/)
    expect(await lignes('SELECT personne_id, envoye_le::text FROM rappels_seize_ans')).toEqual([
      { personne_id: enfant.personneId, envoye_le: '2026-03-17' },
    ])
  })

  test('sans compte pour le lire, rien n’est marqué : le lendemain d’une ouverture de compte, il part', async () => {
    const parent = await creerPersonne({ prenom: 'Sans', nom: 'Compte' })
    const enfant = await creerPersonne({
      dateNaissance: '2010-05-01',
      rattache: { adhesionId: parent.adhesionId, lien: 'ENFANT' },
    })
    await base.query("UPDATE adhesions SET reglement = 'ociane-collectif' WHERE id = $1", [parent.adhesionId])
    await annoncerSeizeAnsDuJour(JOUR)
    const rappels = () =>
      lignes('SELECT envoye_le::text FROM rappels_seize_ans WHERE personne_id = $1', [enfant.personneId])
    expect(await rappels()).toEqual([])
    await base.query(
      `INSERT INTO comptes (role, statut, personne_id, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
        VALUES ('ADHERENT', 'ACTIF', $1, 'tard@exemple.fr', now(), 'Sans Compte', '$argon2id$x', '1', now())`,
      [parent.personneId],
    )
    expect(await annoncerSeizeAnsDuJour(d('2026-03-18'))).toBe(1)
    expect(await rappels()).toEqual([{ envoye_le: '2026-03-18' }])
    const recu = (await travauxEnAttente('courriel'))
      .map((t) => t.contenu)
      .find(({ a }) => a === 'tard@exemple.fr')
    expect(recu?.texte).toMatch(/sa propre attestation de droits/)
    expect(recu?.texte).not.toMatch(/remboursements/)
  })

  test('un règlement qui n’ouvre rien à cet âge n’annonce rien ; la page dit le rappel envoyé', async () => {
    await elie('mutami', '2010-05-01')
    await base.query("INSERT INTO rappels_seize_ans VALUES ($1, $2, '2026-03-05')", [ELIE, ADHESION_CLAIRE])
    expect((await personne(porteeClaire, 'Élie')).seizeAns?.rappel).toBe(
      'Nous vous l’avons rappelé par courriel le 5 mars 2026.',
    )
  })
})
