import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { isValidIBAN } from 'ibantools'
import { describe, expect, test } from 'vitest'
import schema from '@/lib/flux/decomptes/flux-decomptes.schema.json'
import { reglements } from '@/lib/reglements/catalogue'
import { ajouterJours, dateCivile } from '@/lib/rules/date/date-civile'
import { listerFormules } from '@/lib/rules/remboursement/formule'
import { familles } from '@/prisma/demonstration/familles'
import { fluxDemonstration, lignesDemonstration } from '@/prisma/demonstration/flux'
import type { LigneFlux } from '@/prisma/demonstration/ligne-flux'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'
import { type Situation, situations } from '@/prisma/demonstration/situations'
import organisme from '../../organisme.json'

interface Contenu {
  readonly entete: {
    readonly idFichier: string
    readonly emetteur: { readonly type: string }
    readonly creeLe: string
  }
  readonly lignes: readonly LigneFlux[]
  readonly controle: {
    readonly nombreLignes: number
    readonly totalDepense: number
    readonly totalRO: number
  }
}

const fichiers = fluxDemonstration()
const contenus = fichiers.map((f): Contenu => JSON.parse(f.json))
const produites = lignesDemonstration()
const csv = portefeuilleDemonstration()
/** Paid through the employer, or under a règlement that says nothing of contributions. */
const UN_SEUL_RIB = new Set(['benamar', 'okonkwo', 'lemoigne', 'sow', 'haddou', 'wasilewska'])
const rangees: Record<string, string>[] = parse(csv, { columns: true, delimiter: ';' })
const assures = rangees.filter((r) => r.enregistrement === 'BENEFICIAIRE')

/** The key makes the whole number of fifteen digits a multiple of 97 once added. */
const cleJuste = (nir: string, cle: string): boolean => (BigInt(nir) + BigInt(cle)) % 97n === 0n

describe('les fichiers de la démonstration', () => {
  test('deux productions donnent les mêmes octets', () => {
    expect(fluxDemonstration()).toEqual(fichiers)
    expect(portefeuilleDemonstration()).toBe(csv)
  })

  test('chaque fichier obéit au schéma publié', () => {
    const ajv = new Ajv2020({ strict: true })
    addFormats(ajv)
    const valider = ajv.compile(schema)
    const fautes = fichiers.flatMap((f) =>
      valider(JSON.parse(f.json)) ? [] : [`${f.nom} : ${JSON.stringify(valider.errors)}`],
    )
    expect(fautes).toEqual([])
  })

  test('les totaux de contrôle sont ceux des lignes', () => {
    for (const { lignes, controle } of contenus) {
      let depense = 0
      let ro = 0
      for (const { montants } of lignes) {
        depense += montants.depense
        ro += montants.montantRO
      }
      expect(controle).toEqual({ nombreLignes: lignes.length, totalDepense: depense, totalRO: ro })
    }
  })

  test('une quinzaine sépare deux envois, pendant vingt-quatre mois, le dernier la veille du jour de la démonstration', () => {
    const jours = [...new Set(fichiers.map((f) => f.jour))]
    expect(jours).toHaveLength(52)
    expect(jours[0]).toBe('2024-04-01')
    expect(jours.at(-1)).toBe('2026-03-16')
    const ecarts = jours
      .slice(1)
      .map((jour, i) => (Date.parse(jour) - Date.parse(jours[i] ?? '')) / 86_400_000)
    expect(new Set(ecarts)).toEqual(new Set([14]))
  })

  test('chaque fichier a son nom et son identifiant', () => {
    expect(new Set(fichiers.map((f) => f.nom)).size).toBe(fichiers.length)
    expect(new Set(contenus.map((c) => c.entete.idFichier)).size).toBe(fichiers.length)
  })

  test('les trois sortes d’émetteurs y sont, et entre 1 800 et 2 500 lignes', () => {
    expect(new Set(contenus.map((c) => c.entete.emetteur.type))).toEqual(
      new Set(['AMO', 'OPERATEUR_TP', 'MANUEL']),
    )
    expect(produites.length).toBeGreaterThanOrEqual(1800)
    expect(produites.length).toBeLessThanOrEqual(2500)
  })

  test('l’heure d’envoi suit l’heure d’été de Paris', () => {
    const creeLe = (jour: string) => contenus[fichiers.findIndex((f) => f.jour === jour)]?.entete.creeLe
    expect(creeLe('2024-04-01')).toBe('2024-04-01T06:00:00+02:00')
    expect(creeLe('2025-03-17')).toBe('2025-03-17T06:00:00+01:00')
    expect(creeLe('2025-03-31')).toBe('2025-03-31T06:00:00+02:00')
    expect(creeLe('2025-10-27')).toBe('2025-10-27T06:00:00+01:00')
  })
})

describe('les lignes', () => {
  const payees = produites.filter((l) => l.ligne.operation === 'PAIEMENT')

  test('une clé (émetteur, décompte, ligne) ne revient que pour le doublon et le conflit annoncés', () => {
    const vues = new Set<string>()
    const revenues = produites.filter(({ emetteur, ligne }) => {
      const cle = `${emetteur}/${ligne.idDecompte}/${ligne.numeroLigne}`
      if (vues.has(cle)) return true
      vues.add(cle)
      return false
    })
    expect(revenues.map((l) => l.montre)).toEqual([['DOUBLON'], ['CONFLIT']])
  })

  test('la part obligatoire est le taux sur la base, moins ce qui est retenu, au centime', () => {
    for (const { ligne, montre } of payees) {
      const { baseRemboursement, tauxRO, montantRO } = ligne.montants
      const { participationForfaitaire = 0, franchise = 0, majorationParticipation = 0 } = ligne.montants
      const theorique = Math.round((baseRemboursement * Number(tauxRO)) / 100 + 1e-9)
      expect([ligne.idDecompte, montantRO, montre]).toEqual([
        ligne.idDecompte,
        theorique - participationForfaitaire - franchise - majorationParticipation,
        montre,
      ])
      expect(montantRO).toBeGreaterThanOrEqual(0)
    }
  })

  test('la dépense est la base et le dépassement', () => {
    for (const { ligne } of produites.filter((l) => l.ligne.operation !== 'REJET')) {
      const { depense, depassement, baseRemboursement } = ligne.montants
      expect(depense).toBe(baseRemboursement + depassement)
    }
  })

  test('aucun soin n’est postérieur à son envoi', () => {
    for (const { ligne, jourFichier } of produites) {
      expect((ligne.soinsFin ?? ligne.soinsDebut) <= jourFichier).toBe(true)
      expect(ligne.reglement.date <= jourFichier).toBe(true)
    }
  })

  test('une annulation porte les montants opposés de la ligne qu’elle désigne', () => {
    const annulations = produites.filter((l) => l.ligne.operation === 'ANNULATION')
    const origines = annulations.map(({ ligne }) =>
      produites.find(
        (l) =>
          l.ligne.idDecompte === ligne.ligneOrigine?.idDecompte &&
          l.ligne.numeroLigne === ligne.ligneOrigine.numeroLigne,
      ),
    )
    expect(origines.map((l) => l?.montre)).toEqual([
      ['LIGNE_ANNULEE'],
      ['FORFAIT_LIGNE_ANNULEE'],
      ['ANNULEE_AVANT_VERSEMENT'],
    ])
    expect(annulations.map((l) => l.ligne.montants)).toMatchObject([
      {
        depense: -9500,
        depassement: -6350,
        baseRemboursement: -3150,
        montantRO: -2005,
        participationForfaitaire: -200,
      },
      { depense: -6500, depassement: -6500, montantRO: 0 },
      {
        depense: -3000,
        depassement: 0,
        baseRemboursement: -3000,
        montantRO: -1900,
        participationForfaitaire: -200,
      },
    ])
  })

  test('chaque situation annoncée est portée par une ligne', () => {
    const portees = new Set<Situation>(produites.flatMap((l) => l.montre))
    expect(Object.keys(situations).filter((code) => !([...portees] as string[]).includes(code))).toEqual([])
  })
})

describe('les personnes', () => {
  test('chaque famille est au portefeuille, avec une formule, un membre participant et un RIB', () => {
    expect(familles).toHaveLength(39)
    for (const { cle, numeroAdherent, reglement } of familles) {
      const siennes = rangees.filter((r) => r.numero_adherent === numeroAdherent)
      const compte = (sorte: string) => siennes.filter((r) => r.enregistrement === sorte).length
      expect(compte('ADHESION')).toBe(1)
      // Mieux-Etre prints no table: there is no formule to choose.
      if (reglement === 'mieux-etre') expect(compte('FORMULE')).toBe(0)
      else expect(compte('FORMULE')).toBeGreaterThanOrEqual(1)
      expect([cle, compte('RIB')]).toEqual([cle, UN_SEUL_RIB.has(cle) ? 1 : 2])
      expect(siennes.filter((r) => r.lien === 'MEMBRE_PARTICIPANT')).toHaveLength(1)
    }
  })

  test('les cinq règlements vivent, et chaque formule de Mutami', () => {
    const portes = new Set(rangees.map((r) => r.reglement).filter((r) => r !== ''))
    expect([...portes].sort()).toEqual([...organisme.reglements].sort())
    expect([...portes].sort()).toEqual(Object.keys(reglements).sort())
    for (const reglement of portes) {
      const siennes = familles.filter((f) => (f.reglement ?? 'mutami') === reglement)
      expect([reglement, siennes.length >= 2]).toEqual([reglement, true])
    }
    const vivantes = new Set(rangees.map((r) => r.formule).filter((f) => f !== ''))
    expect(listerFormules(reglements.mutami).filter((formule) => !vivantes.has(formule))).toEqual([])
    // The 28 of Mutami; two modular and three global ones; two collective ones; one of Mutame & Plus.
    expect(vivantes.size).toBe(28 + 5 + 2 + 1)
  })

  test('une formule suit l’autre au premier jour d’un mois, un an au moins après l’adhésion', () => {
    for (const { cle, du, formules } of familles) {
      for (const [rang, suivante] of formules.slice(1).entries()) {
        expect([cle, ajouterJours(dateCivile(formules[rang]?.au ?? ''), 1)]).toEqual([cle, suivante.du])
        expect([cle, suivante.du.slice(8)]).toEqual([cle, '01'])
        expect(suivante.du >= `${Number(du.slice(0, 4)) + 1}${du.slice(4)}`).toBe(true)
      }
    }
  })

  test('un adhérent de la gamme Jeune l’a quittée à la fin de l’année de ses 31 ans', () => {
    const jeunes = familles.filter(({ formules }) => formules.some((f) => f.formule.startsWith('jeune-')))
    expect(jeunes.map((f) => f.cle)).toEqual(['achour', 'kersauson'])
    for (const { au, personnes } of jeunes) {
      const naissance = personnes.find((p) => p.lien === 'MEMBRE_PARTICIPANT')?.naissance ?? ''
      expect((au ?? '2026-03-17') <= `${Number(naissance.slice(0, 4)) + 31}-12-31`).toBe(true)
    }
  })

  test('une surcomplémentaire couvre tous les siens ou personne, et chaque dépense dit ce qu’a versé la première mutuelle', () => {
    const oliveira = produites.filter((l) => l.famille === 'oliveira')
    expect(new Set(oliveira.map((l) => l.emetteur))).toEqual(new Set(['MANUEL']))
    const sansPremiere = oliveira.filter((l) => l.ligne.montants.rcDejaVerse === undefined)
    // No first mutuelle pays for the television.
    expect(sansPremiere.map((l) => l.ligne.acte.code)).toEqual(['TV'])
    for (const { ligne } of oliveira) {
      const { depense, montantRO, rcDejaVerse = 0 } = ligne.montants
      expect(montantRO + rcDejaVerse).toBeLessThanOrEqual(depense)
    }
  })

  test('chaque NIR a sa clé, dans un pays dont le code n’existe pas', () => {
    const nirs = assures.flatMap((r) => [r.nir ?? '', r.nir_second ?? '']).filter((nir) => nir !== '')
    for (const nir of nirs) {
      expect(cleJuste(nir.slice(0, 13), nir.slice(13))).toBe(true)
      expect(nir.slice(5, 8)).toBe('990')
    }
    for (const { ligne } of produites) expect(cleJuste(ligne.assure.nir, ligne.assure.cle)).toBe(true)
  })

  test('deux personnes n’ont jamais le même NIR, la même naissance et le même rang', () => {
    const cles = new Set(assures.map((r) => `${r.nir}/${r.date_naissance}/${r.rang_naissance}`))
    const personnes = familles.flatMap((f) => f.personnes)
    expect(cles.size).toBe(personnes.length)
    expect(new Set(personnes.map((p) => p.codeAcces)).size).toBe(personnes.length)
    // A second contract repeats its people, without a code.
    expect(assures.filter((r) => r.code_acces !== '')).toHaveLength(personnes.length)
    expect(assures.filter((r) => r.code_acces === '').map((r) => r.prenom)).toEqual(['Rose-Aimée', 'Maël'])
  })

  test('chaque ligne désigne une personne du portefeuille et une seule, sauf les deux inconnus', () => {
    const orphelines = produites.filter(({ ligne: { assure, beneficiaire } }) => {
      const nir = `${assure.nir}${assure.cle}`
      const trouvees = assures.filter(
        (r) =>
          r.code_acces !== '' &&
          (r.nir === nir || r.nir_second === nir) &&
          r.date_naissance === beneficiaire.dateNaissance &&
          r.rang_naissance === String(beneficiaire.rangNaissance),
      )
      return trouvees.length !== 1
    })
    expect(orphelines.map((l) => l.montre)).toEqual([['PERSONNE_INCONNUE'], ['PERSONNE_INCONNUE']])
  })

  test('les jumeaux ne diffèrent que par le rang', () => {
    const [awa, ousmane] = assures.filter((r) => r.date_naissance === '2021-06-14')
    expect(awa?.nir).toBe(ousmane?.nir)
    expect([awa?.rang_naissance, ousmane?.rang_naissance]).toEqual(['1', '2'])
  })

  test('un enfant est connu sous les NIR de ses deux parents, et ses décomptes arrivent sous l’un et l’autre', () => {
    const zoe = produites.filter((l) => l.personne === 'zoe')
    expect(new Set(zoe.map((l) => l.ligne.assure.nir)).size).toBe(2)
  })

  test('chaque IBAN est juste, dans une banque qui n’existe pas', () => {
    const ibans = rangees.map((r) => r.iban ?? '').filter((iban) => iban !== '')
    // Two accounts a contract, and the mandate of each that is debited: six families pay by cheque. Six others have one account and no mandate.
    const contrats = rangees.filter((r) => r.enregistrement === 'ADHESION').length
    expect(ibans).toHaveLength(3 * (contrats - UN_SEUL_RIB.size) - 6 + UN_SEUL_RIB.size)
    for (const iban of ibans) {
      expect(isValidIBAN(iban)).toBe(true)
      expect(iban.slice(4, 9)).toBe('99998')
    }
  })
})
