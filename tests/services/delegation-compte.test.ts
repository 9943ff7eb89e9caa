import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { pourAutrui, pourSoi } from '@/lib/server/pour-autrui'
import { loadMesDelegations } from '@/lib/services/delegation/data'
import { donnerDelegation, repondreDelegation } from '@/lib/services/delegation/mutations'
import { baseDeFlux } from '../support/base-flux'
import { creerPersonne, type PersonneDeTest } from '../support/comptes'
import { donnerListe, ouvrirSessionDe } from '../support/facteurs'

/** What is of the account itself: whoever acts for its owner, with the widest right there is, neither writes nor reads it. */
let base: pg.Pool
let fermer: () => Promise<void>
let sienne: PorteeAdherent
let parAutrui: PorteeAdherent
/** Of the person, their account, their contract, the account of the delegate, a session of the person's. */
let valeurs: readonly string[]

const porteeDe = ({ compteId, personneId, adhesionId }: PersonneDeTest, plus: object = {}) =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId,
    personneId,
    adhesions: [adhesionId],
    adhesionsLues: [],
    ...plus,
  })

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  const [aidee, fille] = [
    await creerPersonne({ email: 'aidee@exemple.fr' }),
    await creerPersonne({ email: 'fille@exemple.fr' }),
  ]
  sienne = porteeDe(aidee)
  await donnerDelegation(sienne, {
    motif: 'AIDANT',
    etendue: 'RECEVOIR',
    au: null,
    designation: { par: 'EMAIL', email: 'fille@exemple.fr' },
  })
  const id = (await loadMesDelegations(sienne)).delegations[0]?.id ?? ''
  await repondreDelegation(porteeDe(fille), id, 'ACCEPTER')
  parAutrui = porteeDe(aidee, { delegation: { id, compteId: fille.compteId, etendue: 'RECEVOIR' } })
  await donnerListe(aidee.compteId)
  const { session } = await ouvrirSessionDe(aidee.compteId)
  valeurs = [aidee.personneId, aidee.compteId, aidee.adhesionId, fille.compteId, session.sessionId]
})
afterAll(() => fermer())

const TOUS = '($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid)'
/** Statements on what is the person's, with every value of `valeurs`. */
const faire = (sql: string) => () =>
  ecrire(SYSTEME, (client) => client.query(`${sql.replaceAll('TOUS', TOUS)}`, [...valeurs]))
const inserer = (table: string, colonnes: string, valeur: string) =>
  `INSERT INTO ${table} (${colonnes}) SELECT ${valeur} FROM (VALUES TOUS) v (personne, compte, adhesion, autre, session)`
const effacer = (table: string, condition: string) =>
  `DELETE FROM ${table} WHERE ${condition.replaceAll('LUI', `(SELECT v.compte FROM (VALUES TOUS) v (personne, compte, adhesion, autre, session))`)}`
const DU_COMPTE_SEUL = 'compte_id = LUI'

/** Table; what is written there; what is erased there, when the system may. */
const GESTES: readonly (readonly [string, string, string | null])[] = [
  [
    'entrees_en_attente',
    inserer(
      'entrees_en_attente',
      'compte_id, empreinte, moyen, cree_le, expire_le',
      "compte, sha256('e'), 'OIDC', now(), now() + interval '5 min'",
    ),
    DU_COMPTE_SEUL,
  ],
  [
    'defis',
    inserer(
      'defis',
      'empreinte, usage, porteur, expire_le',
      "sha256('d'), 'CONNEXION', session, now() + interval '5 min'",
    ),
    'LUI IS NOT NULL',
  ],
  [
    'levees_facteurs',
    inserer(
      'levees_facteurs',
      'compte_id, demandee_par, demandee_le, verifie, motif, effet_le',
      "compte, autre, now(), '{RAPPEL}', 'Perdu', now() + interval '25 h'",
    ),
    null,
  ],
  [
    'interventions_compte',
    inserer(
      'interventions_compte',
      'compte_id, geste, faite_par, faite_le, motif',
      "compte, 'SUSPENSION', autre, now(), 'Volé'",
    ),
    null,
  ],
  [
    'codes_secours',
    `UPDATE codes_secours SET utilise_le = now() FROM (VALUES TOUS) v (personne, compte, adhesion, autre, session)
      WHERE empreinte = (SELECT min(c.empreinte) FROM codes_secours c JOIN facteurs f ON f.id = c.facteur_id WHERE f.compte_id = v.compte)`,
    'facteur_id IN (SELECT id FROM facteurs WHERE compte_id = LUI)',
  ],
  [
    'facteurs',
    inserer('facteurs', 'compte_id, nature, nom, cree_le, voies', "compte, 'CODES', 'Liste', now(), '{}'"),
    `${DU_COMPTE_SEUL} AND confirme_le IS NULL`,
  ],
  [
    'consentements',
    inserer(
      'consentements',
      'compte_id, texte, version, accepte, donne_le',
      "compte, 'CONDITIONS', '1', false, now()",
    ),
    null,
  ],
  [
    'preferences_courriel',
    inserer('preferences_courriel', 'compte_id, nature, rang, voulu', "compte, 'RELEVE', 1, false"),
    null,
  ],
  [
    'exports_donnees',
    inserer(
      'exports_donnees',
      'compte_id, personne_id, demande_le, expire_le',
      "compte, personne, now(), now() + interval '1 h'",
    ),
    null,
  ],
  [
    'effacements',
    inserer('effacements', 'personne_id, classe, cause, efface_le', "personne, 'COMPTE', 'DEMANDE', now()"),
    null,
  ],
  [
    'identites_externes',
    inserer(
      'identites_externes',
      'compte_id, fournisseur, emetteur, sujet, liee_le',
      "compte, 'ici', 'https://ici.example', '42', now()",
    ),
    DU_COMPTE_SEUL,
  ],
  [
    'demarches_externes',
    inserer(
      'demarches_externes',
      'etape, fournisseur, empreinte, contenu, cree_le, expire_le',
      "'SORTIE', 'ici', sha256(session::text::bytea), '\\x00', now(), now() + interval '1 h'",
    ),
    'LUI IS NOT NULL',
  ],
  [
    'accords_lecture',
    inserer('accords_lecture', 'adhesion_id, personne_id, du', "adhesion, personne, '2026-01-01'"),
    null,
  ],
  [
    'regards',
    inserer(
      'regards',
      'session_id, personne_id, motif, debute_le, expire_le',
      "session, personne, 'Une question au téléphone', now(), now() + interval '5 min'",
    ),
    null,
  ],
]

const SANS_GARDE: Readonly<Record<string, string>> = {
  annonces_lots: 'La banque a payé : la personne en est prévenue, qui que ce soit qui ait agi.',
  courriels: 'Elle est prévenue de ce qui est fait pour elle ; ne se lisent pas (courriels_soi).',
  journal: 'Ce qui est fait pour elle y est écrit, au nom de qui le fait ; ne se lit pas (journal_soi).',
  passages_delegation: 'Suivent leur délégation, qui a sa garde.',
}

describe('A35 : ce qui est au compte ne se fait jamais pour un autre', () => {
  test.each(GESTES)(
    '%s, ni écrit ni effacé, même par une transaction du système',
    async (table, ecriture, condition) => {
      const refuse = (sql: string) =>
        expect(pourAutrui(parAutrui, faire(sql))).rejects.toThrow('ne se délègue pas')
      await refuse(ecriture)
      // The very same statements, by one's own hands.
      expect((await faire(ecriture)()).rowCount).toBe(1)
      if (condition === null) return
      await refuse(effacer(table, condition))
      const { rows } = await base.query(`SELECT count(*)::int AS n FROM ${table}`)
      expect(rows[0]?.n).toBeGreaterThan(0)
    },
  )

  test.each([
    'consentements',
    'preferences_courriel',
    'exports_donnees',
    'effacements',
    'accords_lecture',
    'regards',
    'journal',
  ])('%s : la personne le lit, qui agit pour elle non', async (table) => {
    if (table === 'journal')
      await ecrire(SYSTEME, (client) =>
        journaliser(client, {
          acte: 'CONNEXION',
          compteId: sienne.compteId,
          role: 'ADHERENT',
          objetType: 'compte',
          objetId: sienne.compteId,
          resultat: 'FAIT',
        }),
      )
    const compter = async (portee: PorteeAdherent) =>
      (
        await ecrire(portee, (client) =>
          client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`),
        )
      ).rows[0]?.n
    expect(await compter(sienne)).toBeGreaterThan(0)
    expect(await compter(parAutrui)).toBe(0)
  })

  test('prouver que l’on est toujours soi se fait pour soi, pendant que l’on agit pour un autre', async () => {
    const sql = 'UPDATE sessions SET reconfirmee_le = now() WHERE id = $1'
    const prouver = () => ecrire(SYSTEME, (client) => client.query(sql, [valeurs[4]]))
    await expect(pourAutrui(parAutrui, prouver)).rejects.toThrow('ne se délègue pas')
    expect((await pourAutrui(parAutrui, () => pourSoi(prouver))).rowCount).toBe(1)
    await expect(pourAutrui(parAutrui, () => pourSoi(prouver).then(prouver))).rejects.toThrow(
      'ne se délègue pas',
    )
  })

  test('une table qui a un compte dit si elle se délègue, ou est sur cette liste avec sa raison', async () => {
    const { rows } = await base.query<{ nom: string }>(
      `SELECT c.relname AS nom FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'compte_id'
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'exiger_delegation'::regproc) ORDER BY 1`,
    )
    expect(rows.map(({ nom }) => nom)).toEqual(Object.keys(SANS_GARDE).sort())
  })
})
