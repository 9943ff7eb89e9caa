import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire, lire } from '@/lib/server/db'
import { frapperAdherent, type PorteeGestion } from '@/lib/server/portee'
import { PASSAGES_IMPAYE } from '@/lib/services/impaye/etats'
import {
  relacherImpaye,
  resilierPourImpaye,
  retenirImpaye,
  suivreImpayes,
} from '@/lib/services/impaye/mutations'
import { baseDeFlux } from '../support/base-flux'
import { chaqueJour, creerContrat, creerEcheance, payer, personnel, rejeter } from '../support/impayes'

/**
 * Mutami, art. 21, on paper: due 6 March 2026; mise en demeure from the 16th (+ 10); sent that day, suspension from 15 April (+ 30: 15 days
 * of March, 15 of April) and end of the contract from 25 April (+ 40).
 */
let base: pg.Pool
let fermer: () => Promise<void>
let gestionnaire: PorteeGestion
let superviseur: PorteeGestion

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  gestionnaire = await personnel(base, 'GESTIONNAIRE')
  superviseur = await personnel(base, 'SUPERVISEUR')
})
afterAll(() => fermer())

interface ImpayeDeBase {
  id: string
  etape: string
  med: string | null
  sus: string | null
  res: string | null
  reg: string | null
  prochaine: string | null
  decision: { issue: string; code?: string; fraisRecouvrement?: number }
}

async function impayes(echeanceId: string): Promise<ImpayeDeBase[]> {
  const { rows } = await base.query<ImpayeDeBase>(
    `SELECT id, etape, mis_en_demeure_le::text AS med, suspendu_le::text AS sus, resilie_le::text AS res,
        regularise_le::text AS reg, prochaine_le::text AS prochaine, decision FROM impayes WHERE echeance_id = $1 ORDER BY cree_le`,
    [echeanceId],
  )
  return rows
}

async function suspensions(adhesionId: string): Promise<{ du: string; au: string | null }[]> {
  const { rows } = await base.query(
    'SELECT du::text, au::text FROM suspensions WHERE adhesion_id = $1 ORDER BY du',
    [adhesionId],
  )
  return rows
}

async function objets(adhesionId: string): Promise<string[]> {
  const { rows } = await base.query<{ objet: string }>(
    `SELECT donnees -> 'faits' ->> 'objet' AS objet FROM documents WHERE adhesion_id = $1 ORDER BY cree_le`,
    [adhesionId],
  )
  return rows.map(({ objet }) => objet)
}

async function texteDuDernier(adhesionId: string): Promise<string> {
  const { rows } = await base.query<{ texte: string }>(
    'SELECT donnees::text AS texte FROM documents WHERE adhesion_id = $1 ORDER BY cree_le DESC LIMIT 1',
    [adhesionId],
  )
  return rows[0]?.texte ?? ''
}

const actes = async (id: string): Promise<string[]> =>
  (await base.query('SELECT acte FROM journal WHERE objet_id = $1 ORDER BY rang', [id])).rows.map(
    (r) => r.acte,
  )

const MISE_EN_DEMEURE = 'Cotisation impayée : mise en demeure de payer'
const SUSPENSION = 'Vos garanties sont suspendues'

describe('Une cotisation due le 6 mars 2026 et jamais payée (Mutami, article 21)', () => {
  let adhesionId: string
  let echeance: string
  let compteId: string
  beforeAll(async () => {
    ;({ adhesionId, compteId } = await creerContrat(base, 'mutami', 'impaye@exemple.fr'))
    echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' })
  })

  test('n’est pas un impayé avant la veille du dixième jour ; elle est alors annoncée à l’équipe', async () => {
    await chaqueJour('2026-03-14')
    expect(await impayes(echeance)).toEqual([])
    await chaqueJour('2026-03-15')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'CONSTATE', med: null, prochaine: '2026-03-16' }])
    expect(await objets(adhesionId)).toEqual([])
  })

  test('est mise en demeure le 16 mars : un courrier aux dates en lettres, un e-mail, une trace, une seule fois', async () => {
    await chaqueJour('2026-03-16', '2026-03-16', '2026-03-17')
    const [impaye] = await impayes(echeance)
    expect(impaye).toMatchObject({ etape: 'MIS_EN_DEMEURE', med: '2026-03-16', prochaine: '2026-04-15' })
    expect(await objets(adhesionId)).toEqual([MISE_EN_DEMEURE])
    const texte = await texteDuDernier(adhesionId)
    for (const dit of [
      '62,50\u00a0€',
      '6 mars 2026',
      'suspendues à partir du 15 avril 2026',
      'À partir du 25 avril 2026',
    ])
      expect(texte).toContain(dit)
    expect(texte).toContain('Mutami, art. 21')
    const { rows } = await base.query('SELECT modele FROM courriels WHERE compte_id = $1', [compteId])
    expect(rows).toEqual([{ modele: 'DOCUMENT_DISPONIBLE' }])
    expect(await actes(impaye?.id ?? '')).toEqual(['IMPAYE_CONSTATE', 'MISE_EN_DEMEURE_ENVOYEE'])
  })

  test('suspend les garanties le 15 avril, pas la veille, au plus tard jusqu’à la fin de la période annuelle', async () => {
    await chaqueJour('2026-04-14')
    expect(await suspensions(adhesionId)).toEqual([])
    await chaqueJour('2026-04-15', '2026-04-16')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'SUSPENDU', sus: '2026-04-15', prochaine: null }])
    expect(await suspensions(adhesionId)).toEqual([{ du: '2026-04-15', au: '2026-12-31' }])
    expect(await objets(adhesionId)).toEqual([MISE_EN_DEMEURE, SUSPENSION])
  })

  test('ne met jamais fin au contrat toute seule ; une personne le décide à partir du 25 avril, avec un courrier', async () => {
    const saisie = { adhesion: adhesionId, dateFin: dateCivile('2026-04-30') }
    await expect(resilierPourImpaye(superviseur, saisie, dateCivile('2026-04-24'))).rejects.toThrow('changé')
    await chaqueJour('2026-04-25', '2026-05-25')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'SUSPENDU' }])
    await expect(resilierPourImpaye(gestionnaire, saisie, dateCivile('2026-04-25'))).rejects.toThrow(
      'refusée',
    )
    await expect(resilierPourImpaye(superviseur, saisie, dateCivile('2026-05-01'))).rejects.toThrow(
      'aujourd’hui',
    )
    await resilierPourImpaye(superviseur, saisie, dateCivile('2026-04-25'))
    expect(await impayes(echeance)).toMatchObject([{ etape: 'RESILIE', res: '2026-04-25' }])
    const { rows } = await base.query('SELECT date_fin::text FROM adhesions WHERE id = $1', [adhesionId])
    expect(rows).toEqual([{ date_fin: '2026-04-30' }])
    expect((await objets(adhesionId)).at(-1)).toBe('Votre contrat est résilié pour cotisation impayée')
    expect(await actes(adhesionId)).toEqual(['ADHESION_RESILIEE'])
    await expect(resilierPourImpaye(superviseur, saisie, dateCivile('2026-04-25'))).rejects.toThrow()
  })

  test('payée après la résiliation, elle est régularisée et le contrat reste fini', async () => {
    await payer(base, echeance, '2026-06-02')
    await chaqueJour('2026-06-03')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'REGULARISE', reg: '2026-06-02' }])
    const { rows } = await base.query('SELECT date_fin::text FROM adhesions WHERE id = $1', [adhesionId])
    expect(rows).toEqual([{ date_fin: '2026-04-30' }])
  })
})

describe('Le paiement arrête tout, où qu’on en soit', () => {
  const ouvrir = async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    return { adhesionId, echeance: await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' }) }
  }

  test.each([
    { quand: 'la veille de l’envoi', jours: ['2026-03-15'], paye: '2026-03-15', lettres: 0 },
    {
      quand: 'après la mise en demeure',
      jours: ['2026-03-15', '2026-03-16'],
      paye: '2026-04-14',
      lettres: 1,
    },
  ])('$quand : aucune suspension', async ({ jours, paye, lettres }) => {
    const { adhesionId, echeance } = await ouvrir()
    await chaqueJour(...jours)
    await payer(base, echeance, paye)
    await chaqueJour('2026-04-15', '2026-04-26')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'REGULARISE', reg: paye }])
    expect(await suspensions(adhesionId)).toEqual([])
    expect(await objets(adhesionId)).toHaveLength(lettres)
  })

  test('pendant la suspension, le 20 mai : dernier jour suspendu le 20, reprise écrite pour le 21 à midi', async () => {
    const { adhesionId, echeance } = await ouvrir()
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15')
    await payer(base, echeance, '2026-05-20')
    await chaqueJour('2026-05-23', '2026-05-24')
    expect(await suspensions(adhesionId)).toEqual([{ du: '2026-04-15', au: '2026-05-20' }])
    expect(await objets(adhesionId)).toEqual([MISE_EN_DEMEURE, SUSPENSION, 'Vos garanties reprennent'])
    expect(await texteDuDernier(adhesionId)).toContain('reprennent le 21 mai 2026 à midi')
  })

  test('le 14 avril mais connu le 18 : la suspension du 15 n’a jamais été', async () => {
    const { adhesionId, echeance } = await ouvrir()
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15')
    await payer(base, echeance, '2026-04-14')
    await chaqueJour('2026-04-18')
    expect(await suspensions(adhesionId)).toEqual([])
    expect((await objets(adhesionId)).at(-1)).toBe('La suspension de vos garanties est annulée')
  })

  test('par un prélèvement qui revient : la procédure recommence, annoncée la veille', async () => {
    const { echeance } = await ouvrir()
    await chaqueJour('2026-03-15')
    await payer(base, echeance, '2026-03-16')
    await chaqueJour('2026-03-17')
    await rejeter(base, echeance)
    await chaqueJour('2026-03-20')
    expect(await impayes(echeance)).toMatchObject([
      { etape: 'REGULARISE' },
      { etape: 'CONSTATE', prochaine: '2026-03-21' },
    ])
  })

  test('un prélèvement rejeté est constaté aussitôt, mais n’est mis en demeure que dix jours après l’échéance', async () => {
    const { echeance } = await ouvrir()
    await payer(base, echeance, '2026-03-06')
    await rejeter(base, echeance)
    await chaqueJour('2026-03-09', '2026-03-15')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'CONSTATE', prochaine: '2026-03-16' }])
  })

  test('d’une seule de deux échéances ne lève pas la suspension : celle mise en demeure depuis doit l’être aussi', async () => {
    const { adhesionId, echeance } = await ouvrir()
    const avril = await creerEcheance(base, adhesionId, { exigibleLe: '2026-04-06' })
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15', '2026-04-16')
    expect(await impayes(avril)).toMatchObject([{ etape: 'MIS_EN_DEMEURE', med: '2026-04-16' }])
    await payer(base, echeance, '2026-04-20')
    await chaqueJour('2026-04-21')
    expect(await suspensions(adhesionId)).toEqual([{ du: '2026-04-15', au: '2026-12-31' }])
    await payer(base, avril, '2026-04-22')
    await chaqueJour('2026-04-23')
    expect(await suspensions(adhesionId)).toEqual([{ du: '2026-04-15', au: '2026-04-22' }])
  })

  test('doit couvrir aussi ce qui est venu à échéance pendant la suspension', async () => {
    const { adhesionId, echeance } = await ouvrir()
    const mai = await creerEcheance(base, adhesionId, { exigibleLe: '2026-05-06' })
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15')
    await payer(base, echeance, '2026-05-08')
    await chaqueJour('2026-05-09')
    expect(await suspensions(adhesionId)).toMatchObject([{ au: '2026-12-31' }])
    await payer(base, mai, '2026-05-10')
    await chaqueJour('2026-05-11')
    expect(await suspensions(adhesionId)).toMatchObject([{ au: '2026-05-10' }])
  })
})

describe('Un échéancier refait pendant la suspension', () => {
  test('ne la lève pas tant que l’échéance qui remplace celle mise en demeure n’est pas payée', async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' })
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15')
    await base.query("UPDATE echeances SET etat = 'REMPLACEE' WHERE id = $1", [echeance])
    const nouvelle = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06', montant: 5_000 })
    await chaqueJour('2026-04-20', '2026-04-21')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'REGULARISE', reg: '2026-04-20' }])
    expect(await suspensions(adhesionId)).toMatchObject([{ au: '2026-12-31' }])
    await payer(base, nouvelle, '2026-04-24')
    await chaqueJour('2026-04-25')
    expect(await suspensions(adhesionId)).toEqual([{ du: '2026-04-15', au: '2026-04-24' }])
  })

  test('la lève le jour où plus rien n’est dû', async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' })
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15')
    await base.query("UPDATE echeances SET etat = 'REMPLACEE' WHERE id = $1", [echeance])
    await chaqueJour('2026-04-20')
    expect(await suspensions(adhesionId)).toEqual([{ du: '2026-04-15', au: '2026-04-20' }])
  })
})

describe('Les cas à part', () => {
  test('deux échéances qui partent le même jour font un seul courrier et une seule suspension', async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    await creerEcheance(base, adhesionId, { exigibleLe: '2026-02-06' })
    await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06', montant: 1_000 })
    // The service was stopped: all is found at once, and nothing leaves before it was shown.
    await chaqueJour('2026-03-20')
    expect(await objets(adhesionId)).toEqual([])
    await chaqueJour('2026-03-21')
    expect(await objets(adhesionId)).toEqual([MISE_EN_DEMEURE])
    expect(await texteDuDernier(adhesionId)).toContain('72,50\u00a0€')
    await chaqueJour('2026-04-20')
    expect(await suspensions(adhesionId)).toHaveLength(1)
    expect(await objets(adhesionId)).toEqual([MISE_EN_DEMEURE, SUSPENSION])
  })

  test('les jours fériés ne comptent pas autrement : due le 21 avril, la mise en demeure part le 1er mai', async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-04-21' })
    await chaqueJour('2026-04-30', '2026-05-01')
    expect(await impayes(echeance)).toMatchObject([{ med: '2026-05-01' }])
  })

  test('due en décembre : une suspension de janvier serait sans effet, la résiliation se propose sans elle', async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-12-06' })
    await chaqueJour('2026-12-15', '2026-12-16')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'MIS_EN_DEMEURE', prochaine: null }])
    expect(await texteDuDernier(adhesionId)).not.toContain('seront suspendues')
    await chaqueJour('2027-01-15', '2027-01-25')
    expect(await suspensions(adhesionId)).toEqual([])
    // 16 December + 40 days: 25 January.
    const saisie = { adhesion: adhesionId, dateFin: dateCivile('2027-01-31') }
    await expect(resilierPourImpaye(superviseur, saisie, dateCivile('2027-01-24'))).rejects.toThrow('changé')
    await resilierPourImpaye(superviseur, saisie, dateCivile('2027-01-25'))
    expect(await impayes(echeance)).toMatchObject([{ etape: 'RESILIE' }])
  })

  test('Savoie Mont-Blanc ajoute un mois de cotisation à la mise en demeure, et sa suspension n’a pas de terme', async () => {
    const { adhesionId } = await creerContrat(base, 'mutame-smb')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06', mensuelle: 6_000 })
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15')
    expect(await impayes(echeance)).toMatchObject([{ decision: { fraisRecouvrement: 6_000 } }])
    expect(await suspensions(adhesionId)).toEqual([{ du: '2026-04-15', au: null }])
    const { rows } = await base.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM documents WHERE adhesion_id = $1 AND donnees ->> 'faits' LIKE '%d’un mois de cotisation : 60,00%'`,
      [adhesionId],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('un règlement qui ne dit rien du non-paiement : l’impayé se voit, et rien ne part', async () => {
    const { adhesionId } = await creerContrat(base, 'mieux-etre')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' })
    await chaqueJour('2026-03-06')
    expect(await impayes(echeance)).toEqual([])
    await chaqueJour('2026-03-07', '2026-05-01')
    expect(await impayes(echeance)).toMatchObject([
      { etape: 'CONSTATE', prochaine: null, decision: { issue: 'SANS_REGLE', code: 'NON_PREVU' } },
    ])
    expect(await objets(adhesionId)).toEqual([])
  })

  test('une cotisation retenue par l’employeur n’est jamais réclamée toute seule au salarié', async () => {
    const { adhesionId } = await creerContrat(base, 'ociane-collectif')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06', mode: 'PRECOMPTE' })
    await chaqueJour('2026-03-15', '2026-03-16', '2026-04-15')
    expect(await impayes(echeance)).toMatchObject([
      { etape: 'CONSTATE', prochaine: null, decision: { issue: 'EMPLOYEUR' } },
    ])
    expect(await objets(adhesionId)).toEqual([])
  })

  test('une étape retenue ne part pas ; relâchée, elle est de nouveau montrée la veille', async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' })
    await chaqueJour('2026-03-15')
    const [impaye] = await impayes(echeance)
    const id = impaye?.id ?? ''
    await retenirImpaye(gestionnaire, id, 'Deuil dans la famille', dateCivile('2026-03-15'))
    await chaqueJour('2026-03-16', '2026-03-30')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'CONSTATE' }])
    await relacherImpaye(gestionnaire, id, dateCivile('2026-03-30'))
    await chaqueJour('2026-03-30')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'CONSTATE', prochaine: '2026-03-31' }])
    await chaqueJour('2026-03-31')
    expect(await impayes(echeance)).toMatchObject([{ etape: 'MIS_EN_DEMEURE', med: '2026-03-31' }])
    expect(await actes(id)).toEqual([
      'IMPAYE_CONSTATE',
      'IMPAYE_RETENU',
      'IMPAYE_RELACHE',
      'MISE_EN_DEMEURE_ENVOYEE',
    ])
  })

  test('vingt travailleurs à la fois font chaque étape une fois', async () => {
    const { adhesionId } = await creerContrat(base, 'mutami')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' })
    for (const jour of ['2026-03-15', '2026-03-16', '2026-04-15']) {
      const comptes = await Promise.all(Array.from({ length: 20 }, () => suivreImpayes(dateCivile(jour))))
      expect(comptes.reduce((n, c) => n + c.echecs, 0)).toBe(0)
    }
    const faits = await impayes(echeance)
    expect(faits).toMatchObject([{ etape: 'SUSPENDU' }])
    expect(await suspensions(adhesionId)).toHaveLength(1)
    expect(await objets(adhesionId)).toEqual([MISE_EN_DEMEURE, SUSPENSION])
    expect(await actes(faits[0]?.id ?? '')).toEqual([
      'IMPAYE_CONSTATE',
      'MISE_EN_DEMEURE_ENVOYEE',
      'GARANTIES_SUSPENDUES',
    ])
  })
})

describe('La base', () => {
  test('n’admet que les passages déclarés', async () => {
    const { rows } = await base.query<{ passages: Record<string, string[]> }>(
      `SELECT (string_to_array(encode(tgargs, 'escape'), '\\000'))[1]::jsonb AS passages FROM pg_trigger WHERE tgname = 'impayes_gardes'`,
    )
    const pleins = Object.fromEntries(Object.entries(PASSAGES_IMPAYE).filter(([, vers]) => vers.length > 0))
    expect(rows[0]?.passages).toEqual(pleins)
    const { adhesionId } = await creerContrat(base, 'mutami')
    const echeance = await creerEcheance(base, adhesionId, { exigibleLe: '2026-03-06' })
    await chaqueJour('2026-03-15')
    await expect(
      base.query("UPDATE impayes SET etape = 'SUSPENDU', suspendu_le = '2026-03-16' WHERE echeance_id = $1", [
        echeance,
      ]),
    ).rejects.toThrow('passage de CONSTATE à SUSPENDU refusé')
    await expect(base.query('DELETE FROM impayes WHERE echeance_id = $1', [echeance])).rejects.toThrow(
      'avance',
    )
  })

  test('montre à un adhérent ses impayés, à personne d’autre, et à aucun les notes de l’équipe', async () => {
    const [un, autre] = [await creerContrat(base, 'mutami'), await creerContrat(base, 'mutami')]
    const echeance = await creerEcheance(base, un.adhesionId, { exigibleLe: '2026-03-06' })
    await chaqueJour('2026-03-15')
    const [impaye] = await impayes(echeance)
    await retenirImpaye(gestionnaire, impaye?.id ?? '', 'Note', dateCivile('2026-03-15'))
    const portee = (p: typeof un) =>
      frapperAdherent({ type: 'ADHERENT', ...p, adhesions: [p.adhesionId], adhesionsLues: [] })
    expect(await lire(portee(un), (tx) => tx.impaye.count())).toBe(1)
    expect(await lire(portee(autre), (tx) => tx.impaye.count())).toBe(0)
    await expect(lire(portee(un), (tx) => tx.retenueImpaye.count())).rejects.toThrow()
    await expect(
      ecrire(portee(un), (client) => client.query('UPDATE impayes SET prochaine_le = NULL')),
    ).rejects.toThrow()
  })
})
