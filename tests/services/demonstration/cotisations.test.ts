import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SANS_ECHEANCIER } from '@/lib/lexique/cotisations'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { verifierComptes } from '@/lib/services/controle/data'
import { genererEcheanciers } from '@/lib/services/echeancier/mutations'
import { lireCotisations } from '@/lib/services/mes-cotisations/data'
import { voirCotisations, voirSansEcheancier } from '@/lib/services/mes-cotisations/view'
import { offreDeLOrganisme } from '@/lib/services/portefeuille/data'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { articleCite } from '@/lib/services/remboursement/data'
import { loadMesTropPercus } from '@/lib/services/trop-percu/data'
import { voirMesTropPercus } from '@/lib/services/trop-percu/view'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'
import { ouvrirComptes } from '@/scripts/demonstration/comptes'
import { deroulerCotisations } from '@/scripts/demonstration/cotisations'
import { deroulerImpayes } from '@/scripts/demonstration/impayes'
import { baseDeTest } from '@/tests/support/database'

const JOUR = dateCivile('2026-03-17')
let base: pg.Pool
const dites: string[] = []

beforeAll(async () => {
  Object.assign(process.env, { PORTAIL_DEMO: '1', PORTAIL_TODAY: JOUR })
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  const octets = new TextEncoder().encode(portefeuilleDemonstration())
  await importerPortefeuille(SYSTEME, octets, offreDeLOrganisme())
  await ouvrirComptes()
  await deroulerCotisations((phrase) => dites.push(phrase))
}, 120_000)
afterAll(() => base.end())

/** The account of somebody of the demonstration, with the contracts they hold. */
async function porteeDe(email: string): Promise<PorteeAdherent> {
  const { rows } = await base.query(
    `SELECT c.id AS "compteId", c.personne_id AS "personneId",
        ARRAY(SELECT a.id FROM adhesions a WHERE a.membre_participant_id = c.personne_id) AS adhesions,
        ARRAY(SELECT b.adhesion_id FROM beneficiaires b WHERE b.personne_id = c.personne_id AND b.lien <> 'MEMBRE_PARTICIPANT')
          AS "adhesionsLues" FROM comptes c WHERE c.email = $1`,
    [email],
  )
  return frapperAdherent({ type: 'ADHERENT', ...rows[0] })
}

async function page(email: string, annee = 2026) {
  const portee = await porteeDe(email)
  const lues = await lireCotisations(portee, portee.adhesions, annee, JOUR)
  return { lues, vues: voirCotisations(lues, { jour: JOUR, annee, article: articleCite }) }
}

/** Why each contract without a schedule has none, and the article that says so. */
async function raisons(email: string) {
  const { lues } = await page(email)
  return voirSansEcheancier(lues, { jour: JOUR, annee: 2026, article: articleCite }).map((vue) => [
    vue.phrases.join(' '),
    vue.article,
  ])
}

async function mesTropPercus(email: string) {
  const lus = await loadMesTropPercus(await porteeDe(email), JOUR)
  return voirMesTropPercus(lus, { jour: JOUR, article: articleCite })
}

const euros = (texte: string) => texte.replace(/\u00a0/g, ' ')

describe('Les cotisations de la démonstration', () => {
  test('se chargent par de vrais lots, et tous les comptes sont justes', async () => {
    // Mutami: 28 formules and 30 contracts over three years, less the years of three (two ended in 2025, one began in 2025): 87 schedules. SMB: six
    // formules and 46 of modules, three contracts: 9. Ociane: two formules; the basket is called to the employer, so two years of one contract and
    // three of another: 5. The other two règlements price nothing.
    expect(dites[0]).toMatch(/246 tarifs, 101 échéanciers/)
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
    await deroulerCotisations((phrase) => dites.push(phrase))
    expect(dites.at(-1)).toBe('Cotisations : déjà chargées.')
    const octets = new TextEncoder().encode(portefeuilleDemonstration())
    expect(await importerPortefeuille(SYSTEME, octets, offreDeLOrganisme())).toMatchObject({
      issue: 'INCHANGE',
    })
  })

  /**
   * Maëlys (39 in 2025), Yanis (41), Noé and Lina, tribu-equilibre 2026: 44,20 + 49,50 + 21,20 + 21,20 = 136,10 € a month.
   * On 17 March three are paid, 408,30 €; the next one leaves on 6 April.
   */
  test('A11 : Maëlys lit ce qu’elle paie, pour qui, ce qui est payé et quand part la suite', async () => {
    const { vues, lues } = await page('maelys.oeuvrard@exemple.test')
    const [vue] = vues
    expect(vue?.maintenant?.mensuelle).toBe(13_610)
    expect(vue?.maintenant?.personnes.map((p) => [p.nom, p.mensuelle])).toEqual([
      ['Maëlys', 4420],
      ['Yanis', 4950],
      ['Noé', 2120],
      ['Lina', 2120],
    ])
    expect(vue?.total).toBe(163_320)
    expect(vue?.paye).toBe(40_830)
    expect(vue?.prochain?.phrase).toBe('Prochain prélèvement le 7 avril 2026')
    expect(vue?.prochain?.montant).toBe(13_610)
    expect(vue?.echeances.map((e) => e.etat.phrase).slice(2, 4)).toEqual([
      'Payée le 6 mars 2026',
      // 6 April 2026 is Easter Monday.
      'À venir, prélèvement le 7 avril 2026, les banques étant fermées le jour prévu',
    ])
    expect(vue?.maintenant?.etapes.map(({ phrase }) => euros(phrase))).toContain(
      'Chaque ligne est arrondie une fois au centime ; leur somme fait 136,10 € par mois, 1 633,20 € pour douze mois.',
    )
    expect(lues.annees).toEqual([2026, 2025, 2024])
  })

  /**
   * Modules 2-3-2 in 2026: 12,50 + 12,00 + 6,00 = 30,50 €. +2 % a year from 25 on: Jeanne, 38, 30,50 × 1,02^14 = 40,244; Tenzin, 40,
   * 30,50 × 1,02^16 = 41,870. Norbu the base, Pema 40 % of it, 12,20 €, free for her month of birth and five more, to April (art. 12 and 14).
   * 4 × 112,61 + 8 × 124,81 = 1 448,92 €.
   */
  test('Savoie Mont-Blanc : un tarif de base qui monte avec l’âge, un nouveau-né exonéré six mois', async () => {
    const [vue] = (await page('smb@exemple.test')).vues
    // The tariff of the four; what is not paid is said beside it, and taken off what is due.
    expect(vue?.maintenant?.mensuelle).toBe(12_481)
    expect(vue?.maintenant?.personnes.map((p) => [p.nom, p.mensuelle])).toEqual([
      ['Jeanne', 4024],
      ['Tenzin', 4187],
      ['Norbu', 3050],
      ['Pema', 1220],
    ])
    expect(vue?.maintenant?.exonerations).toEqual(['Pema ne paie rien du 20 novembre 2025 au 30 avril 2026.'])
    expect(vue?.echeances.map((e) => e.montant)).toEqual([
      ...Array<number>(4).fill(11_261),
      ...Array<number>(8).fill(12_481),
    ])
    expect(vue?.total).toBe(144_892)
    expect(vue?.maintenant?.demonstration).toBe(true)
  })

  /** 27 × 1,02^16 × 1,025^15 × 1,01^10 = 59,298 (72 and 69 years: the rises stop at 65), twice 59,30 €, times twelve. */
  test('Savoie Mont-Blanc : un couple de retraités paie l’année par un chèque', async () => {
    const [vue] = (await page('aldo.giroud@exemple.test')).vues
    expect(vue?.echeances.map((e) => [e.montant, e.etat.phrase])).toEqual([
      [142_320, 'Payée le 10 janvier 2026'],
    ])
  })

  /** 31,50 × 1,02^16 × 1,025^3 = 46,568 (43 years); Ilyès the base, Naïm 40 % of it. */
  test('Savoie Mont-Blanc : la cotisation retenue sur la paye', async () => {
    const [vue] = (await page('karima.benamar@exemple.test')).vues
    expect(vue?.maintenant?.personnes.map((p) => p.mensuelle)).toEqual([4657, 3150, 1260])
    expect(vue?.maintenant?.mensuelle).toBe(9067)
  })

  /** Option 1 in 2026: 58,30 + 61,30 + 33,70 €. */
  test('Ociane : l’option se paie par personne ; le panier est appelé à l’employeur', async () => {
    const [vue] = (await page('ociane@exemple.test')).vues
    expect(vue?.maintenant?.mensuelle).toBe(15_330)
    const { vues } = await page('emeka.okonkwo@exemple.test')
    expect(vues).toEqual([])
    expect(await raisons('emeka.okonkwo@exemple.test')).toEqual([
      [SANS_ECHEANCIER.EMPLOYEUR, expect.stringMatching(/^Art\. 5-1-1/)],
    ])
  })

  test('un règlement qui ne publie pas les cotisations : la page le dit, et la retenue sur la paye', async () => {
    expect(await raisons('mutameplus@exemple.test')).toEqual([
      [`${SANS_ECHEANCIER.REGLEMENT_MUET} ${SANS_ECHEANCIER.PAYE}`, null],
    ])
    expect(await raisons('zofia.wasilewska@exemple.test')).toEqual([[SANS_ECHEANCIER.REGLEMENT_MUET, null]])
    expect(await raisons('smb@exemple.test')).toEqual([])
  })

  test('un prélèvement revenu sans provision est dit, avec ce qu’il faut faire', async () => {
    const [vue] = (await page('aissatou.ndiaye@exemple.test')).vues
    expect(vue?.echeances.find((e) => e.etat.ton === 'REFUS')).toMatchObject({
      periode: 'Mars 2026',
      etat: { phrase: 'Prélèvement revenu impayé' },
    })
    expect(vue?.aFaire.join(' ')).toMatch(/pas assez approvisionné.*retire le prélèvement/)
    expect(vue?.prochain).toBeNull()
  })

  test('un chèque attendu est demandé', async () => {
    const [vue] = (await page('rachid.haddad@exemple.test')).vues
    expect(vue?.echeances[0]).toMatchObject({
      periode: 'Janvier à mars 2026',
      etat: { phrase: 'À payer par chèque, depuis le 1er janvier 2026', ton: 'ATTENTE' },
    })
  })

  /**
   * Sander was 36 in 2024: 31,20 € a month in tribu-essentiel 2025, 374,40 € a year. 184 days of 365 are left after 30 June:
   * 374,40 − round(374,40 × 184 / 365 = 188,74) = 185,66 €. Five months at 31,20 €, the sixth takes 29,66 €.
   */
  test('un contrat terminé n’appelle rien après sa fin', async () => {
    const [vue] = (await page('sander.vandenbroeck@exemple.test', 2025)).vues
    expect(vue?.echeances.map((e) => e.montant)).toEqual([3120, 3120, 3120, 3120, 3120, 2966])
    expect((await page('sander.vandenbroeck@exemple.test', 2026)).vues).toEqual([])
  })

  /**
   * Théo is 31 and Lou-Ann 29 in 2025: jeune-premium 2026, 33,40 + 29,60 = 63,00 € a month. One debit left on 15 January for a contract
   * ended on 31 December: 63,00 € come back on 23 January, before 30 January (thirty days).
   */
  test('un contrat dont on apprit la fin trop tard : le mois prélevé est rendu, et son délai est dit', async () => {
    const [vue] = (await page('theo.dekersauson@exemple.test')).vues
    expect(vue?.echeances.map((e) => [e.montant, e.etat.phrase])).toEqual([
      [6300, 'Payée le 15 janvier 2026'],
      [-6300, 'Rendue le 23 janvier 2026'],
    ])
    expect(vue?.total).toBe(0)
    const [rendu, ...autres] = await mesTropPercus('theo.dekersauson@exemple.test')
    expect(autres).toEqual([])
    expect(rendu).toMatchObject({ montant: 6300, rendu: true, aFaire: null })
    expect(rendu?.phrase).toMatch(
      /^Cette somme vous a été versée le 23 janvier 2026 sur le compte qui finit par/,
    )
    expect(rendu?.etapes.map((e) => euros(e.phrase))).toEqual(
      expect.arrayContaining([
        'Ce qui a été payé au-delà de ce qui est dû est remboursé : 63,00 €.',
        'Le remboursement est fait dans les 30 jours : le 30 janvier 2026 au plus tard.',
      ]),
    )
    const { rows } = await base.query(
      `SELECT objet, count(*)::int FROM ordres_bancaires WHERE objet <> 'COTISATION' GROUP BY 1`,
    )
    expect(rows).toEqual([{ objet: 'COTISATION_RENDUE', count: 1 }])
  })

  test('le chèque venu après la mise en demeure régularise l’impayé', async () => {
    await deroulerImpayes(() => undefined)
    const { rows } = await base.query(
      `SELECT i.etape, i.mis_en_demeure_le::text AS mise, i.regularise_le::text AS fini FROM impayes i JOIN adhesions a ON a.id = i.adhesion_id
        WHERE a.numero_adherent = '00410086'`,
    )
    expect(rows).toEqual([{ etape: 'REGULARISE', mise: '2026-03-02', fini: '2026-03-09' }])
    const [vue] = (await page('rachid.haddad@exemple.test')).vues
    expect(vue?.echeances[0]?.etat.phrase).toBe('Payée le 9 mars 2026')
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
    await deroulerImpayes(() => undefined)
  })

  test('un ayant droit ne lit aucune cotisation, un autre adhérent non plus', async () => {
    const ayantDroit = await porteeDe('yasmine.haddad@exemple.test')
    expect(ayantDroit.adhesions).toEqual([])
    const rachid = await porteeDe('rachid.haddad@exemple.test')
    // Row level security answers, whatever is asked: the contract of somebody else, by its id.
    for (const autre of [ayantDroit, await porteeDe('maelys.oeuvrard@exemple.test')]) {
      const lues = await lireCotisations(autre, rachid.adhesions, 2026, JOUR)
      expect(
        lues.contrats.flatMap((c) => [...c.echeanciers, c.modalite ?? [], c.mandat ?? []].flat()),
      ).toEqual([])
      expect(lues.annees).toEqual([])
    }
    expect((await lireCotisations(rachid, rachid.adhesions, 2026, JOUR)).annees).toEqual([2026, 2025, 2024])
  })

  test('rejouée, l’année ne change rien', async () => {
    // The five that nothing prices here: Emeka, Gwenaëlle, Mamadou, Nadia, Zofia.
    expect(await genererEcheanciers(2026, JOUR)).toEqual({ ecrits: 0, inchanges: 0, impossibles: 5 })
  })
})
