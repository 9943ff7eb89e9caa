import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { voirBesoins } from '@/lib/services/besoins/view'
import { importerFlux } from '@/lib/services/flux/mutations'
import { lireGaranties, lireSuivi } from '@/lib/services/garanties/data'
import { lirePersonnes } from '@/lib/services/garanties/schema'
import { voirLimites } from '@/lib/services/limites/view'
import { liquider } from '@/lib/services/liquidation/mutations'
import { lireAnnee } from '@/lib/services/mon-annee/data'
import { voirAnnee } from '@/lib/services/mon-annee/view'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { articleCite } from '@/lib/services/remboursement/data'
import { voirTableaux } from '@/lib/services/tableau-garanties/view'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation, enMorceaux, flux, portefeuille } from '../support/flux-de-test'

const JOUR = dateCivile('2026-11-15')
let proprietaire: pg.Pool
let fermer: () => Promise<void>

const seance = (id: string, personne: number): LigneRecue =>
  consultation(id, personne, {
    soinsDebut: '2026-03-10',
    acte: { nature: 'MD-OST' },
    montants: { depense: 6000, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
  })
const element = (numeroLigne: number, code: string, depense: number): LigneRecue =>
  consultation('LUNETTES', 1, {
    numeroLigne,
    soinsDebut: '2026-04-02',
    acte: { nature: 'OPT', nomenclature: 'LPP', code, quantite: 1 },
    montants: { depense, baseRemboursement: 5, tauxRO: '60', montantRO: 3 },
  })

/**
 * Tribu Équilibre (annexe 2, l. 1300 to 1422): 30 € of osteopathy a year; frame 40 € AMO included, 40 € a simple lens. Adult 1 has a session, glasses and a
 * consultation; adult 2 a session taken back.
 */
beforeAll(async () => {
  ;({ proprietaire, fermer } = await baseDeFlux())
  const octets = portefeuille(2, { reglement: 'mutami', formule: 'tribu-equilibre' })
  const offre = { porte: () => true, propose: () => true }
  expect((await importerPortefeuille(SYSTEME, octets, offre)).issue).toBe('IMPORTE')
  const reprise = seance('REPRISE', 2)
  const lignes = [
    consultation('CONSULTATION', 1),
    seance('SEANCE', 1),
    element(1, 'OPT-B-MONT', 12000),
    element(2, 'OPT-B-S', 9500),
    element(3, 'OPT-B-S', 9500),
    reprise,
    annulation('ANNULATION', reprise),
  ]
  expect(await importerFlux(SYSTEME, enMorceaux(flux(lignes), 50_000))).toMatchObject({ issue: 'IMPORTE' })
  await liquider()
})
afterAll(() => fermer())

async function portee(prenom: string): Promise<PorteeAdherent> {
  const { rows } = await proprietaire.query(
    `SELECT p.id AS "personneId", p.id AS "compteId",
        ARRAY(SELECT a.id FROM adhesions a WHERE a.membre_participant_id = p.id) AS adhesions,
        ARRAY(SELECT b.adhesion_id FROM beneficiaires b WHERE b.personne_id = p.id AND b.lien <> 'MEMBRE_PARTICIPANT') AS "adhesionsLues"
      FROM personnes p WHERE p.prenom = $1`,
    [prenom],
  )
  return frapperAdherent({ type: 'ADHERENT', ...rows[0] })
}

const lisible = (texte: string): string => texte.replaceAll('\u00a0', ' ')

async function limites(prenom: string, parametres = {}) {
  const qui = await portee(prenom)
  const lu = await lireSuivi(qui, lirePersonnes(parametres, qui.personneId))
  return voirLimites(lu, JOUR, articleCite)
}

async function compteur(prenom: string, titre: string) {
  const trouve = (await limites(prenom)).personnes[0]?.contrats[0]?.compteurs.find((c) => c.titre === titre)
  if (trouve === undefined) throw new Error(`pas de compteur « ${titre} »`)
  const { prevu, utilise, reste, renouvelle, entame, epuise, etapes, soins } = trouve
  return {
    chiffres: [prevu, utilise, reste, renouvelle].map(lisible),
    entame,
    epuise,
    etapes,
    soins: soins.map(({ date, libelle, pris }) => [date, libelle, lisible(pris)]),
  }
}

describe('A09 : mes limites et forfaits', () => {
  test('un forfait épuisé dit ce qui l’a pris, ce qu’il en reste et quand il revient, avec son article', async () => {
    const { chiffres, entame, epuise, soins, etapes } = await compteur('Prénom1', 'médecines douces')
    expect(chiffres).toEqual(['30,00 €', '30,00 €', '0,00 €', 'le 1er janvier 2027'])
    expect([entame, epuise]).toEqual([true, true])
    expect(soins).toEqual([['10/03/2026', 'Ostéopathie', '30,00 €']])
    expect(etapes.map(({ phrase }) => lisible(phrase))).toEqual([
      'La formule prévoit 30,00 € du 1er janvier 2026 au 31 décembre 2026 (médecines douces) ; 30,00 € sont déjà utilisés : il reste 0,00 €.',
    ])
    expect(etapes[0]?.article).toContain('Annexe 2')
  })

  test('un soin repris rend ce qu’il avait pris', async () => {
    const { chiffres, soins } = await compteur('Prénom2', 'médecines douces')
    expect(chiffres).toEqual(['30,00 €', '0,00 €', '30,00 €', 'le 1er janvier 2027'])
    expect(soins).toEqual([])
  })

  test('des lunettes se renouvellent deux ans après, une monture et deux verres', async () => {
    const monture = await compteur('Prénom1', 'lunettes : monture')
    expect(monture.chiffres).toEqual(['1 tous les 2 ans', '1', '0', 'le 2 avril 2028'])
    expect(monture.soins.map(([date, , pris]) => [date, pris])).toEqual([['02/04/2026', '39,97 €']])
    expect(monture.etapes.map(({ phrase }) => phrase)).toEqual([
      'Des lunettes se renouvellent 24 mois après les précédentes : une monture et deux verres par période. Une vue qui change permet de les renouveler plus tôt, sur ordonnance.',
      'Le dernier équipement date du 2 avril 2026 : le prochain sera remboursé à partir du 2 avril 2028.',
    ])
    const verres = await compteur('Prénom1', 'lunettes : verres')
    expect(verres.chiffres).toEqual(['2 tous les 2 ans', '2', '0', 'le 2 avril 2028'])
    expect(verres.soins).toHaveLength(2)
  })

  test('avant 16 ans les lunettes se renouvellent chaque année ; sans achat, la période n’a pas commencé', async () => {
    const { chiffres, entame } = await compteur('Enfant1', 'lunettes : monture')
    expect(chiffres).toEqual(['1 par an', '0', '1', '1 an après votre prochain achat'])
    expect(entame).toBe(false)
  })

  test('l’adhérent regarde chacun ou toute la famille ; l’ayant droit ne voit que lui', async () => {
    const adherent = await limites('Prénom1', { personne: 'tous' })
    expect(adherent.personnes.map(({ nom }) => nom)).toEqual(['Prénom1', 'Enfant1'])
    expect(adherent.choix.map(({ libelle }) => libelle)).toEqual(['Prénom1', 'Enfant1', 'Toute la famille'])
    const parent = await portee('Prénom1')
    for (const personne of ['tous', parent.personneId]) {
      const sienne = await limites('Enfant1', { personne })
      expect(sienne.personnes.map(({ nom }) => nom)).toEqual(['Enfant1'])
      expect(sienne.choix).toHaveLength(1)
    }
  })
})

describe('A10, T05 et T06 : mes garanties par besoin', () => {
  async function besoin(prenom: string, code: string, personne: string | null = null) {
    const vue = voirBesoins(
      await lireGaranties(await portee(prenom), personne, JOUR),
      code,
      JOUR,
      articleCite,
    )
    const contrat = vue.besoin?.contrats[0]
    if (contrat === undefined) throw new Error(`rien pour « ${code} »`)
    return { vue, contrat }
  }
  const exemple = async (prenom: string, code: string, id: string) => {
    const { contrat } = await besoin(prenom, code)
    const trouve = contrat.lignes.flatMap((ligne) => ligne.exemples).find((e) => e.id === id)
    if (trouve === undefined) throw new Error(`pas d'exemple « ${id} »`)
    return { ...trouve, parts: trouve.partage.parts.map(({ montant }) => montant) }
  }

  test('la ligne est dite en mots, avec ce qui reste du forfait de cette personne', async () => {
    const { contrat } = await besoin('Prénom1', 'medecines-douces')
    expect(contrat.lignes.map(({ ligne, dit }) => [ligne, lisible(dit)])).toEqual([
      ['bien-etre.medecines-douces', '30,00 € par an'],
    ])
    expect(contrat.lignes[0]?.compteurs.map(({ reste }) => lisible(reste))).toEqual(['0,00 €'])
  })

  test('en euros, l’exemple tient compte de ce qui est déjà pris, comme un paiement', async () => {
    expect((await exemple('Prénom1', 'medecines-douces', 'osteopathe')).parts).toEqual([0, 0, 6000])
    expect((await exemple('Prénom2', 'medecines-douces', 'osteopathe')).parts).toEqual([0, 3000, 3000])
  })

  test('un prix d’exemple se dit tel ; un tarif dit depuis quand il court', async () => {
    expect(lisible((await exemple('Prénom1', 'medecines-douces', 'osteopathe')).prix)).toBe(
      'Prix pris en exemple',
    )
    const medecin = await exemple('Prénom1', 'medecin', 'generaliste')
    expect(lisible(medecin.prix)).toBe('Tarif officiel depuis le 22 décembre 2024')
    expect(medecin.parts).toEqual([1900, 900, 200])
    expect(medecin.etapes.length).toBeGreaterThan(2)
    expect(medecin.etapes.every(({ article }) => article.includes('«'))).toBe(true)
  })

  test('un mineur n’a pas de participation à payer', async () => {
    expect((await exemple('Enfant1', 'medecin', 'generaliste')).parts).toEqual([2100, 900, 0])
  })

  test('trop tôt pour des lunettes, l’exemple est au jour où elles se renouvellent', async () => {
    const lunettes = await exemple('Prénom1', 'lunettes', 'lunettes-simples')
    expect(lunettes.quand).toContain('À partir du 2 avril 2028')
    // 120 + 2 × 90 : 0,03 trois fois, 39,97 + 40 + 40.
    expect(lunettes.parts).toEqual([9, 11997, 17994])
    expect((await exemple('Prénom2', 'lunettes', 'lunettes-simples')).quand).toBeNull()
  })

  test('un besoin inconnu ramène au choix ; une personne d’une autre famille n’est personne', async () => {
    const autre = await portee('Prénom2')
    const lues = await lireGaranties(await portee('Prénom1'), autre.personneId, JOUR)
    const vue = voirBesoins(lues, 'trésor', JOUR, articleCite)
    expect(vue.nom).toBe('Prénom1')
    expect(vue.besoin).toBeNull()
    expect(vue.besoins.map(({ code }) => code)).toContain('dentiste')
  })

  test('le tableau imprimé garde l’ordre du règlement, et ses notes au pied', async () => {
    const lues = await lireGaranties(await portee('Prénom1'), null, JOUR)
    const [tableau] = voirTableaux(lues, JOUR, articleCite).tableaux
    expect(tableau?.sections.map(({ titre }) => titre).slice(0, 4)).toEqual([
      'Soins courants',
      'Optique',
      'Dentaire',
      'Aides auditives',
    ])
    const douces = tableau?.sections
      .flatMap(({ rangees }) => rangees)
      .find(({ cle }) => cle === 'bien-etre.medecines-douces')
    expect(lisible(douces?.case ?? '')).toBe('30,00 € par an')
    const appelees =
      tableau?.sections.flatMap((s) => [...s.renvois, ...s.rangees.flatMap((r) => r.renvois)]) ?? []
    const numeros = new Set(tableau?.notes.map(({ numero }) => numero))
    expect(appelees.length).toBeGreaterThan(5)
    expect(appelees.every((numero) => numeros.has(numero))).toBe(true)
  })
})

describe('T05 et T08 : une année en une image', () => {
  const annee = async (prenom: string, an = 2026, personne: string | null = null) =>
    voirAnnee(await lireAnnee(await portee(prenom), an, personne), JOUR, articleCite)

  test('par genre de soin, qui a payé ; le plus cher d’abord, et le total est la somme', async () => {
    const vue = await annee('Prénom1')
    // 310 = 0,09 + 119,97 + 189,94 ; 60 = 0 + 30 + 30 ; 30 = 19 + 9 + 2.
    expect(
      vue.genres.map(({ titre, nombre, partage }) => [titre, nombre, ...partage.parts.map((p) => p.montant)]),
    ).toEqual([
      ['Lunettes et lentilles', 3, 9, 11997, 18994],
      ['Médecines douces', 1, 0, 3000, 3000],
      ['Médecins et sages-femmes', 1, 1900, 900, 200],
    ])
    expect([vue.nombre, vue.total.depense, ...vue.total.parts.map((p) => p.montant)]).toEqual([
      5, 40000, 1909, 15897, 22194,
    ])
  })

  test('les participations de chacun, sur 50 € ; rien pour un mineur', async () => {
    const { retenues } = await annee('Prénom1')
    expect(
      retenues.map(({ nom, retenues: r }) => [
        nom,
        ...r.map((x) => [lisible(x.retenu), lisible(x.plafond), x.exonere]),
      ]),
    ).toEqual([
      ['Prénom1', ['2,00 €', '50,00 €', false], ['0,00 €', '50,00 €', false]],
      ['Enfant1', ['0,00 €', '50,00 €', true], ['0,00 €', '50,00 €', true]],
    ])
    expect(retenues[0]?.retenues[0]?.etapes[0]?.article).toContain('D. 160-6')
    expect(retenues[1]?.retenues[0]?.etapes[0]?.phrase).toContain('n’avait pas 18 ans au 1er janvier')
  })

  test('un soin annulé avant son versement ne compte pas, ni ce qui l’annule', async () => {
    expect((await annee('Prénom2')).nombre).toBe(0)
  })

  test('l’ayant droit a son année à lui, sans choix de personne', async () => {
    const vue = await annee('Enfant1')
    expect([vue.nombre, vue.choix]).toEqual([0, []])
    expect(vue.retenues.map(({ nom }) => nom)).toEqual(['Enfant1'])
  })

  test('les autres années sont au bas de la page', async () => {
    expect((await annee('Prénom1', 2025)).annees.map(({ libelle, courant }) => [libelle, courant])).toEqual([
      ['Année 2026', false],
    ])
  })
})

test('chaque page est une transaction, d’au plus six lectures', async () => {
  const qui = await portee('Prénom1')
  const espion = vi.spyOn(pg.Client.prototype, 'query')
  for (const page of [
    () => lireSuivi(qui, []),
    () => lireGaranties(qui, null, JOUR),
    () => lireAnnee(qui, 2026, null),
  ]) {
    espion.mockClear()
    await page()
    const textes = espion.mock.calls.map(([premier]) => {
      const requete: unknown = premier
      return (typeof requete === 'string' ? requete : String(Object(requete).text)).trim()
    })
    expect(textes.filter((texte) => /^(BEGIN|START)/i.test(texte))).toHaveLength(1)
    const lectures = textes.filter((texte) => /^SELECT/i.test(texte))
    expect(lectures.length).toBeGreaterThan(1)
    expect(lectures.length).toBeLessThanOrEqual(6)
  }
  espion.mockRestore()
})
