import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { CODES_BESOIN } from '@/lib/lexique/besoins'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { voirBesoins } from '@/lib/services/besoins/view'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { verifierComptes } from '@/lib/services/controle/data'
import { lireGaranties, lireSuivi } from '@/lib/services/garanties/data'
import { voirLimites } from '@/lib/services/limites/view'
import { lireAnnee } from '@/lib/services/mon-annee/data'
import { voirAnnee } from '@/lib/services/mon-annee/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { voirTableaux } from '@/lib/services/tableau-garanties/view'
import fichier from '@/prisma/demonstration/comptes.json'
import { type LigneProduite, lignesDemonstration } from '@/prisma/demonstration/flux'
import { type Situation, situations } from '@/prisma/demonstration/situations'
import { chargerDemonstration } from '@/scripts/demonstration/chargement'
import { baseDeTest } from '@/tests/support/database'
import { montants } from './montants'
import { montantsAgents } from './montants-agents'
import { montantsAutres } from './montants-autres'
import { montantsJeuneAine } from './montants-jeune-aine'
import { montantsReglements } from './montants-reglements'
import { connecter, toutVoir, VISITE } from './visite'

interface Lue {
  readonly id: string
  readonly etat: string
  readonly part_mutuelle: string
  readonly reste_a_charge: string
  readonly limites: readonly string[]
  readonly payee_le: string | null
}

// A member's twenty-four months are read page by page, beside the other test files.
vi.setConfig({ testTimeout: 30_000 })

let proprietaire: pg.Pool
const dites: string[] = []
const lignes = lignesDemonstration()

beforeAll(async () => {
  Object.assign(process.env, { PORTAIL_DEMO: '1', PORTAIL_TODAY: fichier.jour })
  proprietaire = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  await chargerDemonstration((phrase) => dites.push(phrase))
}, 300_000)
afterAll(() => proprietaire.end())

async function prestationDe({ emetteur, ligne }: LigneProduite): Promise<Lue> {
  const { rows } = await proprietaire.query<Lue>(
    `SELECT p.id, p.etat, (p.part_mutuelle / 100.0)::numeric(12, 2)::text AS part_mutuelle,
       (p.reste_a_charge / 100.0)::numeric(12, 2)::text AS reste_a_charge, p.limites, p.payee_le::text AS payee_le
     FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id
     WHERE l.emetteur_type = $1 AND l.id_decompte = $2 AND l.numero_ligne = $3`,
    [emetteur, ligne.idDecompte, ligne.numeroLigne],
  )
  const [lue] = rows
  if (lue === undefined) throw new Error(`${ligne.idDecompte}/${ligne.numeroLigne} : aucune prestation`)
  return lue
}

const celles = (situation: Situation, famille?: string, acte?: string): readonly LigneProduite[] =>
  lignes.filter(
    (l) =>
      l.montre.includes(situation) &&
      (famille === undefined || l.famille === famille) &&
      (acte === undefined || l.ligne.acte.code === acte),
  )

describe('les prestations de la démonstration', () => {
  test.each([...montants, ...montantsJeuneAine, ...montantsAgents, ...montantsAutres, ...montantsReglements])(
    '%s, %s, %s : %s € de la mutuelle, %s € à charge (%s)',
    async (situation, famille, acte, mutuelle, reste) => {
      expect(celles(situation, famille, acte)).not.toEqual([])
      const lues = await Promise.all(celles(situation, famille, acte).map(prestationDe))
      expect([...new Set(lues.map((p) => p.part_mutuelle))].join('|')).toBe(mutuelle)
      expect([...new Set(lues.map((p) => p.reste_a_charge))].join('|')).toBe(reste)
    },
  )

  test.each([
    ['HORS_DROITS', 'HORS_DROITS'],
    ['OPTIQUE_TROP_TOT', 'RENOUVELLEMENT'],
    ['AUDIO_TROP_TOT', 'RENOUVELLEMENT'],
    ['LENTILLES_FORFAIT_EPUISE_TOUT', 'PLAFOND_ANNUEL'],
    ['MEDECINE_DOUCE_NON_GARANTIE', 'NON_GARANTI'],
    ['MEDICAMENT_NON_REMBOURSE', 'NON_GARANTI'],
    ['VACCIN_NON_GARANTI', 'NON_GARANTI'],
    ['HORS_HOSPITALISATION', 'NON_GARANTI'],
    ['CHAMBRE_NON_GARANTIE', 'NON_GARANTI'],
    ['ACCOMPAGNEMENT_AGE', 'NON_GARANTI'],
    ['ATTENTE_TROIS_MOIS', 'DELAI_ATTENTE'],
    ['ZEN_FORFAIT_EPUISE', 'PLAFOND_ANNUEL'],
    ['PSYCHOLOGUE_EPUISE', 'PLAFOND_ANNUEL'],
    ['CHAMBRE_JOURS_EPUISES', 'JOURS_EPUISES'],
    ['MEDECINE_DOUCE_PLAFOND', 'PLAFOND_ANNUEL'],
    ['FIN_GAMME_JEUNE', 'HORS_DROITS'],
    ['PHARMACIE_HORS_PANIER', 'NON_GARANTI'],
  ] as const)('%s est refusé et dit %s', async (situation, limite) => {
    for (const ligne of celles(situation)) {
      expect(await prestationDe(ligne)).toMatchObject({
        etat: 'REFUSEE',
        limites: expect.arrayContaining([limite]),
      })
    }
  })

  test.each(['ALD', 'MATERNITE_100', 'PREVENTION'] as const)(
    '%s, payé en entier par l’Assurance maladie, n’est pas un refus',
    async (situation) => {
      for (const ligne of celles(situation)) {
        expect(await prestationDe(ligne)).toMatchObject({ etat: 'PAYEE', part_mutuelle: '0.00', limites: [] })
      }
    },
  )

  test('payé en entier par l’Assurance maladie, rien n’est refusé non plus sous une garantie plus haute', async () => {
    for (const ligne of celles('TOUT_PAYE_PAR_L_AMO')) {
      expect(await prestationDe(ligne)).toMatchObject({
        etat: 'PAYEE',
        part_mutuelle: '0.00',
        limites: ['FRAIS_REELS'],
      })
    }
  })

  test('un rejet et une ligne pour information ne sont jamais payés', async () => {
    for (const ligne of [...celles('REJET_AMO'), ...celles('POUR_INFORMATION')]) {
      expect(await prestationDe(ligne)).toMatchObject({ etat: 'REFUSEE', part_mutuelle: '0.00' })
    }
  })

  test('une ligne annulée avant son versement ne sera pas versée ; annulée après, elle le reste', async () => {
    const [avant, apres] = [celles('ANNULEE_AVANT_VERSEMENT')[0], celles('LIGNE_ANNULEE')[0]]
    if (avant === undefined || apres === undefined) throw new Error('ligne absente')
    expect(await prestationDe(avant)).toMatchObject({ etat: 'ANNULEE', part_mutuelle: '9.00' })
    expect(await prestationDe(apres)).toMatchObject({ etat: 'PAYEE', part_mutuelle: '9.45' })
  })

  test('le forfait qu’une rectification rend va au soin suivant, repris et payé de nouveau', async () => {
    // 80 € a year (Jeune ÉQUILIBRE): 65 to the first session, 15 to the second of 60; the first being 35, the second is owed 45.
    const suivant = celles('FORFAIT_SOIN_SUIVANT')[0]
    if (suivant === undefined) throw new Error('ligne absente')
    const { rows } = await proprietaire.query(
      `SELECT p.part_mutuelle::int AS part, p.reste_a_charge::int AS reste, p.etat FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id
       JOIN personnes q ON q.id = p.personne_id WHERE q.prenom = 'Inès' AND l.soins_debut = $1 AND p.libelle = 'Ostéopathie'
       ORDER BY p.part_mutuelle`,
      [suivant.ligne.soinsDebut],
    )
    expect(rows).toEqual([
      { part: -1500, reste: -4500, etat: 'PAYEE' },
      { part: 1500, reste: 4500, etat: 'PAYEE' },
      { part: 4500, reste: 1500, etat: 'PAYEE' },
    ])
  })

  test('deux contrats : un seul reste à charge est dit, et le second se tait quand il n’ajoute rien', async () => {
    const motifsDe = async (situation: Situation, acte: string) => {
      const [produite] = celles(situation, 'baptiste', acte)
      if (produite === undefined) throw new Error('ligne absente')
      const { id } = await prestationDe(produite)
      const { rows } = await proprietaire.query<{ motifs: { code: string; donnees: object }[] }>(
        'SELECT motifs FROM prestations WHERE id = $1',
        [id],
      )
      return rows[0]?.motifs ?? []
    }
    const codes = (motifs: readonly { code: string }[]) => motifs.map((m) => m.code)
    const payee = await motifsDe('SURCOMPLEMENTAIRE', 'CS')
    expect(codes(payee).filter((code) => code === 'RESTE_A_CHARGE')).toHaveLength(1)
    // 60 − 14.10 − 26.90.
    expect(payee.at(-1)).toMatchObject({
      code: 'RESTE_A_CHARGE',
      donnees: { montant: { type: 'montant', valeur: 1900 } },
    })
    expect(payee).toContainEqual(
      expect.objectContaining({
        code: 'SURCOMPLEMENTAIRE',
        donnees: expect.objectContaining({ formule: { type: 'code', valeur: 'Zen 2' } }),
      }),
    )
    expect(codes(payee)).not.toContain('AUTRES_REMBOURSEMENTS')
    expect(codes(await motifsDe('RIEN_A_COMPLETER', 'G'))).not.toContain('SURCOMPLEMENTAIRE')
    const attend = codes(await motifsDe('SURCOMPLEMENTAIRE_ATTENTE', 'CS'))
    expect(attend).toEqual(expect.arrayContaining(['SURCOMPLEMENTAIRE', 'DELAI_ATTENTE']))
  })

  test('aucune ligne n’attend d’être vérifiée, sauf sous un règlement qui ne publie pas ses garanties', async () => {
    const { rows } = await proprietaire.query(
      `SELECT DISTINCT a.reglement, p.etat, m ->> 'code' AS motif, p.part_mutuelle::int AS part FROM prestations p
       JOIN adhesions a ON a.id = p.adhesion_id, jsonb_array_elements(p.motifs) m WHERE p.etat IN ('CALCULEE', 'A_VERIFIER')`,
    )
    expect(rows).toEqual([
      { reglement: 'mieux-etre', etat: 'A_VERIFIER', motif: 'GARANTIES_INCONNUES', part: 0 },
    ])
    const { rows: autres } = await proprietaire.query(
      `SELECT count(*) FILTER (WHERE a.reglement IS NULL)::int AS "sansContrat",
         count(*) FILTER (WHERE a.reglement = 'mieux-etre' AND p.etat <> 'A_VERIFIER')::int AS decidees
       FROM prestations p LEFT JOIN adhesions a ON a.id = p.adhesion_id WHERE p.etat = 'A_VERIFIER' OR a.reglement = 'mieux-etre'`,
    )
    expect(autres).toEqual([{ sansContrat: 0, decidees: 0 }])
  })

  test('un montant de démonstration le dit dans ses raisons, sous les trois règlements qui n’en impriment pas', async () => {
    const { rows } = await proprietaire.query(
      `SELECT a.reglement, count(*)::int > 0 AS lues, bool_and(p.motifs::text LIKE '%MONTANTS_DE_DEMONSTRATION%') AS dit FROM prestations p
       JOIN adhesions a ON a.id = p.adhesion_id WHERE p.part_mutuelle > 0 AND a.reglement <> 'mutami' GROUP BY 1 ORDER BY 1`,
    )
    expect(rows).toEqual(
      ['mutame-plus', 'mutame-smb', 'ociane-collectif'].map((reglement) => ({
        reglement,
        lues: true,
        dit: true,
      })),
    )
  })

  test('tout est versé deux jours après l’envoi, sauf la dernière quinzaine', async () => {
    const premiere = celles('PARTICIPATION_2_EUROS')[0]
    if (premiere === undefined) throw new Error('ligne absente')
    // File of 27 May 2024.
    expect(await prestationDe(premiere)).toMatchObject({ etat: 'PAYEE', payee_le: '2024-05-29' })
    for (const ligne of celles('A_VERSER'))
      expect(await prestationDe(ligne)).toMatchObject({ etat: 'A_PAYER' })
    const { rows } = await proprietaire.query(
      `SELECT DISTINCT (f.cree_le AT TIME ZONE 'Europe/Paris')::date::text AS jour FROM prestations p
       JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id WHERE p.etat = 'A_PAYER'`,
    )
    expect(rows).toEqual([{ jour: '2026-03-16' }])
  })

  test('chaque ligne reçue a sa prestation, équilibrée au centime', async () => {
    const { rows } = await proprietaire.query(
      `SELECT count(*)::int AS lignes, count(p.id)::int AS prestations,
         count(*) FILTER (WHERE p.depense <> p.part_amo + p.part_regime_local + p.part_mutuelle + p.autres_remboursements + p.reste_a_charge)::int AS fausses
       FROM lignes_decompte l LEFT JOIN prestations p ON p.ligne_id = l.id`,
    )
    expect(rows[0].prestations).toBe(rows[0].lignes)
    expect(rows[0].fausses).toBe(0)
  })
})

const adherents = fichier.comptes.flatMap((c) =>
  c.role === 'ADHERENT' && c.famille !== undefined && c.montre !== undefined
    ? [
        {
          qui: c.qui,
          identifiant: c.identifiant,
          motDePasse: c.motDePasse,
          famille: c.famille,
          personne: c.personne,
          montre: c.montre,
          reserve: c.reserve ?? [],
        },
      ]
    : [],
)
const situationsSchema = z.array(
  z.custom<Situation>((code) => typeof code === 'string' && code in situations),
)

const TABLES = [
  'personnes',
  'adhesions',
  'comptes',
  'lignes_decompte',
  'quarantaines',
  'flux_recus',
  'journal',
  'lots_bancaires',
  'ordres_bancaires',
  'ecritures',
  'indus',
]

async function compter(): Promise<Record<string, number>> {
  const comptes = await Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await proprietaire.query(`SELECT count(*)::int AS n FROM ${table}`)
      return [table, rows[0].n] as const
    }),
  )
  return Object.fromEntries(comptes)
}

describe('le chargement de la démonstration', () => {
  test('dit ce qu’il fait, en français', () => {
    expect(dites[0]).toBe('Portefeuille : 40 adhésions, 85 personnes.')
    expect(dites[1]).toBe('Comptes : 48 ouverts.')
  })

  test('ne laisse de côté que ce qui devait l’être', async () => {
    const { rows } = await proprietaire.query(
      'SELECT motif, count(*)::int AS n FROM quarantaines GROUP BY 1 ORDER BY 1',
    )
    expect(rows).toEqual([
      { motif: 'CONFLIT', n: 1 },
      { motif: 'DATE_INEXISTANTE', n: 1 },
      { motif: 'PERSONNE_INCONNUE', n: 2 },
    ])
    const { rows: totaux } = await proprietaire.query(
      'SELECT sum(lignes_doublons)::int AS doublons, sum(nombre_lignes)::int AS lignes FROM flux_recus',
    )
    expect(totaux).toEqual([{ doublons: 1, lignes: lignesDemonstration().length }])
  })

  test('réclame à l’adhérent ce qui fut versé à tort, expliqué avant d’être retenu', async () => {
    const { rows } = await proprietaire.query(
      `SELECT a.numero_adherent, i.montant::int, i.etat, i.constate_le::text, i.retenue_des::text, (s.debit - s.credit)::int AS reste,
          r.etat AS reprise
        FROM indus i JOIN adhesions a ON a.id = i.adhesion_id JOIN prestations r ON r.id = i.prestation_id
        JOIN soldes s ON s.adhesion_id = i.adhesion_id AND s.nature = 'INDUS_ADHERENT'
        ORDER BY i.constate_le, i.montant DESC`,
    )
    // Paid 9,45 € on a file of March 2025, taken back by that of 14 April; thirty days later, retained on what was to be paid.
    expect(rows).toEqual([
      {
        numero_adherent: '00410136',
        montant: 945,
        etat: 'SOLDE',
        constate_le: '2025-04-14',
        retenue_des: '2025-05-14',
        reste: 0,
        reprise: 'PAYEE',
      },
      // A correction of 23 June 2025: 65,00 € and 15,00 € taken back and paid anew in the same file, netted that day.
      ...[6500, 1500].map((montant) => ({
        numero_adherent: '00410144',
        montant,
        etat: 'SOLDE',
        constate_le: '2025-06-23',
        retenue_des: '2025-07-23',
        reste: 0,
        reprise: 'PAYEE',
      })),
    ])
  })

  test('laisse des comptes justes', async () => {
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })

  test('les relevés des mois passés disent tout ce qui y fut versé, sans trou dans leurs numéros ; chacun a sa carte', async () => {
    const { rows } = await proprietaire.query(
      `WITH versees AS (SELECT p.part_mutuelle, p.destinataire = 'ASSURE' AND NOT p.compte_propre AS au_contrat, q.prenom,
            p.date_soins >= seize_ans_le(q.date_naissance) AND EXISTS (SELECT FROM beneficiaires b WHERE b.adhesion_id = p.adhesion_id
              AND b.personne_id = p.personne_id AND b.lien = 'ENFANT') AND NOT EXISTS (SELECT FROM accords_lecture k
              WHERE k.adhesion_id = p.adhesion_id AND k.personne_id = p.personne_id AND k.retire_le IS NULL) AS reservee
          FROM prestations p JOIN personnes q ON q.id = p.personne_id WHERE p.etat = 'PAYEE' AND p.payee_le <= '2026-01-31')
        SELECT (SELECT sum((donnees -> 'faits' -> 'totaux' ->> 'partMutuelle')::bigint)::text FROM documents
          WHERE nature = 'RELEVE_PRESTATIONS') AS releve,
        (SELECT sum((r ->> 'montant')::bigint)::text FROM documents, jsonb_array_elements(donnees -> 'faits' -> 'reserves') r
          WHERE nature = 'RELEVE_PRESTATIONS') AS sommes,
        (SELECT sum(part_mutuelle)::text FROM versees WHERE NOT reservee) AS verse,
        (SELECT sum(part_mutuelle)::text FROM versees WHERE reservee AND au_contrat) AS verse_en_sommes,
        (SELECT json_agg(DISTINCT prenom ORDER BY prenom) FROM versees WHERE reservee) AS reserves,
        (SELECT bool_and(rang = dernier) FROM (SELECT annee, dernier, (SELECT count(*) FROM documents
          WHERE numero LIKE 'R-' || annee || '-%') AS rang FROM numerotations WHERE nature = 'RELEVE_PRESTATIONS') n) AS sans_trou,
        (SELECT count(*)::int FROM lots_releves) AS mois, (SELECT count(*)::int FROM lots_releves WHERE etat = 'EN_COURS') AS ouverts,
        (SELECT count(*)::int FROM adhesions WHERE daterange(date_effet, date_fin, '[]') @> date '2026-03-17')
          - (SELECT count(*)::int FROM documents WHERE nature = 'CARTE_TIERS_PAYANT') AS sans_carte`,
    )
    const [lu] = rows
    // March 2024 to January 2026: February is for the staff to launch.
    expect(lu).toMatchObject({ sans_trou: true, mois: 23, ouverts: 0, sans_carte: 0 })
    expect(lu?.releve).toBe(lu?.verse)
    // Of care that is its person's alone, the sums that reached the contract's account; what professionals were paid is told to nobody here.
    expect(lu?.sommes).toBe(lu?.verse_en_sommes)
    expect(lu?.reserves).toEqual(['Yasmine'])
  })

  test('une seconde fois, ne change rien', async () => {
    const avant = await compter()
    await chargerDemonstration(() => {})
    expect(await compter()).toEqual(avant)
  }, 300_000)

  test('chaque compte annoncé se connecte', async () => {
    for (const { identifiant, motDePasse, role } of fichier.comptes) {
      expect(await seConnecter({ identifiant, motDePasse }, VISITE)).toMatchObject({ role })
    }
  }, 60_000)

  test.each(adherents)(
    '$qui voit ce qui est annoncé, avec des mots',
    async ({ identifiant, motDePasse, famille, montre, reserve }) => {
      const acteur = await connecter(identifiant, motDePasse)
      const vues = await toutVoir(acteur)
      const ids = new Set(vues.map(({ id }) => id))
      for (const situation of situationsSchema.parse(montre)) {
        const attendues = await Promise.all(celles(situation, famille).map(prestationDe))
        expect([situation, attendues.some(({ id }) => ids.has(id))]).toEqual([situation, true])
      }
      // Care of somebody of sixteen who has not agreed: it is there, and this account does not see it.
      for (const situation of situationsSchema.parse(reserve)) {
        const cachees = await Promise.all(celles(situation, famille).map(prestationDe))
        expect([situation, cachees.length > 0]).toEqual([situation, true])
        expect([situation, cachees.some(({ id }) => ids.has(id))]).toEqual([situation, false])
      }
      // A code that has no sentence would show as itself.
      const phrases = vues.flatMap((v) => [v.libelle, v.etat.phrase, ...v.etapes.map((e) => e.phrase)])
      expect(phrases.filter((phrase) => phrase === '' || /[A-Z]{3,}_[A-Z]/.test(phrase))).toEqual([])
    },
  )

  test('la jeune fille de seize ans ne voit que ses soins, ses parents ceux de leur contrat', async () => {
    const voirDe = async (personne: string) => {
      const compte = adherents.find((c) => c.personne === personne)
      const vues = await toutVoir(await connecter(compte?.identifiant ?? '', compte?.motDePasse ?? ''))
      return new Set(vues.map((v) => v.personne))
    }
    expect(await voirDe('yasmine')).toEqual(new Set(['Yasmine']))
    expect(await voirDe('elias')).toEqual(new Set(['Elias']))
    expect([...(await voirDe('rachid'))].sort()).toEqual(['Elias', 'Nora', 'Rachid', 'Yasmine'])
  })

  test('l’adresse que deux conjoints partagent ne suffit pas', async () => {
    const [compte] = fichier.comptes.filter((c) => c.email === 'dornano.legoff@exemple.test')
    const saisie = { identifiant: compte?.email ?? '', motDePasse: compte?.motDePasse ?? '' }
    await expect(seConnecter(saisie, VISITE)).rejects.toThrow(SaisieRefusee)
  })
})

describe('A09, A10 : ce que les familles de la démonstration regardent', () => {
  const jour = dateCivile(fichier.jour)
  const acteurDe = (personne: string) => {
    const compte = adherents.find((c) => c.personne === personne)
    return connecter(compte?.identifiant ?? '', compte?.motDePasse ?? '')
  }

  test('Roger, en janvier, a pris deux nuits sur trente ; Huguette est appareillée jusqu’en mars 2029', async () => {
    const { personnes } = voirLimites(await lireSuivi(await acteurDe('roger'), []), jour, articleCite)
    const chiffres = (nom: string, titre: string) => {
      const compteurs = personnes.find((p) => p.nom === nom)?.contrats.flatMap((c) => c.compteurs) ?? []
      const trouve = compteurs.find((c) => c.titre === titre)
      return [trouve?.prevu, trouve?.utilise, trouve?.reste, trouve?.renouvelle, trouve?.soins.length]
    }
    expect(chiffres('Roger', 'chambre particulière')).toEqual([
      '30 jours',
      '2 jours',
      '28 jours',
      'le 1er janvier 2027',
      1,
    ])
    expect(chiffres('Huguette', 'aide auditive, oreille droite')).toEqual([
      '1 tous les 4 ans',
      '1',
      '0',
      'le 11 mars 2029',
      1,
    ])
  })

  test('A09 : Jean-François a atteint en 2025 ses plafonds de 50 €, un examen de décembre 2024 remboursé en janvier compris', async () => {
    // Twenty-four participations of 2 € on care of 2025; the twenty-fifth is of 30 December 2024, reimbursed on 4 January.
    const lue = await lireAnnee(await acteurDe('jean-francois'), 2025, null)
    const [sien] = voirAnnee(lue, jour, articleCite).retenues
    expect(sien?.retenues.map((r) => [r.titre, r.retenu])).toEqual([
      ['Participations forfaitaires', '50,00\u00a0€'],
      ['Franchises médicales', '50,00\u00a0€'],
    ])
  })

  test('chaque adhérent a ses limites, ses garanties et ses années, sans une erreur ni un code', async () => {
    for (const { identifiant, motDePasse } of adherents) {
      const acteur = await connecter(identifiant, motDePasse)
      const suivi = await lireSuivi(acteur, [])
      const limites = voirLimites(suivi, jour, articleCite)
      const lues = await lireGaranties(acteur, null, jour)
      const vues = CODES_BESOIN.map((besoin) => voirBesoins(lues, besoin, jour, articleCite))
      const annees = [2024, 2025, 2026].map((an) => lireAnnee(acteur, an, null))
      for (const lue of await Promise.all(annees)) voirAnnee(lue, jour, articleCite)
      const texte = JSON.stringify([limites, vues, voirTableaux(lues, jour, articleCite)])
      expect(texte).not.toMatch(/"phrase":"[^"]*[A-Z]{3,}_[A-Z]/)
    }
  }, 90_000)
})
