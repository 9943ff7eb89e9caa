import { ajouterJours, dateCivile } from '../../lib/rules/date/date-civile'
import { alea } from './alea'
import { AssuranceMaladie } from './assurance-maladie'
import { JOURS_DE_FICHIER, sixHeuresAParis } from './calendrier'
import { familles } from './familles'
import { decomptesDe } from './habitudes'
import { cleNir, nirFictif } from './identifiants'
import { type Identite, identites } from './identites'
import { incidents } from './incidents'
import type { Fichier, LigneFlux } from './ligne-flux'
import { lignesDe } from './lignes'
import type { Decompte, Emetteur, Incident } from './modele'
import type { Situation } from './situations'

/** A line in its file, with the family it belongs to and what it shows. */
export interface LigneProduite {
  readonly emetteur: Emetteur
  readonly jourFichier: string
  readonly famille: string | null
  readonly personne: string | null
  readonly ligne: LigneFlux
  readonly montre: readonly Situation[]
}

const EMETTEURS = {
  AMO: { code: '01999', libelle: 'CPAM de Valserine (fictive)', suffixe: 'amo', prefixe: 'A', delai: [3, 9] },
  OPERATEUR_TP: {
    code: 'ROSELIER',
    libelle: 'Roselier tiers payant (fictif)',
    suffixe: 'tiers-payant',
    prefixe: 'T',
    delai: [2, 6],
  },
  MANUEL: {
    code: 'FACTURES',
    libelle: 'Factures envoyées par les adhérents',
    suffixe: 'factures',
    prefixe: 'M',
    delai: [6, 18],
  },
} as const

/** Number under which the organisme of the demonstration is known (organisme.json). */
const NUMERO_AMC = '00999001'

interface Envoi {
  readonly transmisLe: string
  readonly emetteur: Emetteur
  readonly origine: { readonly decompte: Decompte; readonly identite: Identite } | Incident
}

const jourDeFichier = (transmisLe: string): string | undefined =>
  JOURS_DE_FICHIER.find((j) => j >= transmisLe)

function transmisLe(decompte: Decompte, emetteur: Emetteur, cle: string): string {
  if (decompte.transmisLe !== undefined) return decompte.transmisLe
  const [min, max] = EMETTEURS[emetteur].delai
  return ajouterJours(dateCivile(decompte.fin ?? decompte.jour), alea(`envoi/${cle}`).entier(min, max))
}

/** Everything that leaves, in order of departure; corrections leave before the lines that replace what they undo. */
function envois(): Envoi[] {
  const connues = identites()
  const decomptes = familles.flatMap((famille) =>
    decomptesDe(famille).map((decompte, i): Envoi => {
      const identite = connues.get(`${famille.cle}/${decompte.qui}`)
      if (identite === undefined) throw new Error(`${famille.cle} : ${decompte.qui} est inconnu`)
      const emetteur = decompte.emetteur ?? 'AMO'
      const jour = transmisLe(decompte, emetteur, `${famille.cle}/${i}/${decompte.jour}`)
      return { transmisLe: jour, emetteur, origine: { decompte, identite } }
    }),
  )
  const corrections = incidents.map(
    (incident): Envoi => ({ transmisLe: incident.transmisLe, emetteur: 'AMO', origine: incident }),
  )
  return [...corrections, ...decomptes].sort((a, b) =>
    a.transmisLe < b.transmisLe ? -1 : a.transmisLe > b.transmisLe ? 1 : 0,
  )
}

/** JSON knows no negative zero. */
const negatif = (cents: number): number => (cents === 0 ? 0 : -cents)

const oppose = (montants: LigneFlux['montants']): LigneFlux['montants'] => ({
  ...montants,
  depense: negatif(montants.depense),
  depassement: negatif(montants.depassement),
  baseRemboursement: negatif(montants.baseRemboursement),
  montantRO: negatif(montants.montantRO),
  ...(montants.participationForfaitaire && { participationForfaitaire: -montants.participationForfaitaire }),
  ...(montants.franchise && { franchise: -montants.franchise }),
  ...(montants.rcDejaVerse && { rcDejaVerse: -montants.rcDejaVerse }),
})

function annuler(origine: LigneProduite, id: string, transmis: string, am: AssuranceMaladie): LigneFlux {
  const { ligne } = origine
  const { participationForfaitaire = 0, franchise = 0 } = ligne.montants
  am.rendre(
    `${origine.famille}/${origine.personne}`,
    ligne.reglement.date,
    participationForfaitaire,
    franchise,
  )
  return {
    ...ligne,
    idDecompte: id,
    numeroLigne: 1,
    operation: 'ANNULATION',
    ligneOrigine: { idDecompte: ligne.idDecompte, numeroLigne: ligne.numeroLigne },
    montants: oppose(ligne.montants),
    reglement: { ...ligne.reglement, date: transmis },
  }
}

/** The consultation of somebody whom no contract covers. */
function inconnu(incident: Incident & { type: 'INCONNU' }, id: string, modele: LigneFlux): LigneFlux {
  const nir = nirFictif(incident.sexe, incident.naissance, 99)
  return {
    ...modele,
    idDecompte: id,
    numeroLigne: 1,
    assure: { ...modele.assure, nir, cle: cleNir(nir) },
    beneficiaire: {
      dateNaissance: incident.naissance,
      rangNaissance: 1,
      nom: 'ANONYME',
      prenom: 'Dominique',
    },
    soinsDebut: incident.jour,
    reglement: { ...modele.reglement, date: incident.transmisLe },
  }
}

/** The same line at another price; its base does not change. */
const avecDepense = (ligne: LigneFlux, depense: number): LigneFlux => ({
  ...ligne,
  montants: { ...ligne.montants, depense, depassement: depense - ligne.montants.baseRemboursement },
})

class Production {
  readonly #am = new AssuranceMaladie()
  readonly #nommees = new Map<string, readonly LigneProduite[]>()
  readonly #numeros = new Map<string, number>()
  readonly lignes: LigneProduite[] = []

  envoyer({ emetteur, transmisLe: jour, origine }: Envoi): void {
    const jourFichier = jourDeFichier(jour)
    // Not received yet on the demonstration day.
    if (jourFichier === undefined) return
    if ('type' in origine) this.#incident(origine, jourFichier)
    else this.#decompte(origine, emetteur, jour, jourFichier)
  }

  #decompte(
    { decompte, identite }: { readonly decompte: Decompte; readonly identite: Identite },
    emetteur: Emetteur,
    jour: string,
    jourFichier: string,
  ): void {
    const idDecompte = this.#identifiant(emetteur, jourFichier)
    const produites = lignesDe({ decompte, identite, emetteur, idDecompte, transmisLe: jour }, this.#am).map(
      ({ ligne, montre }): LigneProduite => ({
        emetteur,
        jourFichier,
        famille: identite.famille.cle,
        personne: identite.personne.cle,
        ligne,
        montre,
      }),
    )
    if (decompte.cle !== undefined) this.#nommees.set(decompte.cle, produites)
    this.lignes.push(...produites)
  }

  #identifiant(emetteur: Emetteur, jourFichier: string): string {
    const compteur = `${emetteur}/${jourFichier}`
    const numero = (this.#numeros.get(compteur) ?? 0) + 1
    this.#numeros.set(compteur, numero)
    return `${EMETTEURS[emetteur].prefixe}${jourFichier.replaceAll('-', '')}-${String(numero).padStart(3, '0')}`
  }

  #incident(incident: Incident, jourFichier: string): void {
    const produite = this.#ligneIncident(incident, jourFichier)
    this.lignes.push({ ...produite, jourFichier, montre: incident.montre })
  }

  #ligneIncident(incident: Incident, jourFichier: string): LigneProduite {
    if (incident.type === 'INCONNU') {
      // The latest ordinary consultation of an adult: tariff and participation of the season.
      const modele = this.lignes.findLast(
        ({ ligne: { acte, montants } }) =>
          acte.code === 'G' && montants.tauxRO === '70' && montants.participationForfaitaire === 200,
      )
      if (modele === undefined) throw new Error('aucune consultation à imiter')
      const id = this.#identifiant('AMO', jourFichier)
      return { ...modele, famille: null, personne: null, ligne: inconnu(incident, id, modele.ligne) }
    }
    const origine = this.#nommees.get(incident.de)?.[incident.ligne - 1]
    if (origine === undefined) throw new Error(`${incident.de} : ligne ${incident.ligne} inconnue`)
    const { ligne } = origine
    switch (incident.type) {
      case 'DOUBLON':
        return origine
      case 'CONFLIT':
        return { ...origine, ligne: avecDepense(ligne, incident.depense) }
      case 'RECTIFICATION': {
        const rectifiee = avecDepense(ligne, incident.depense)
        return {
          ...origine,
          ligne: {
            ...rectifiee,
            idDecompte: this.#identifiant('AMO', jourFichier),
            numeroLigne: 1,
            operation: 'REGULARISATION',
            ligneOrigine: { idDecompte: ligne.idDecompte, numeroLigne: ligne.numeroLigne },
            reglement: { ...ligne.reglement, date: incident.transmisLe },
          },
        }
      }
      case 'ANNULATION': {
        const id = this.#identifiant('AMO', jourFichier)
        return { ...origine, ligne: annuler(origine, id, incident.transmisLe, this.#am) }
      }
      case 'JOUR_IMPOSSIBLE': {
        const idDecompte = this.#identifiant('AMO', jourFichier)
        return { ...origine, ligne: { ...ligne, idDecompte, numeroLigne: 1, soinsDebut: incident.jour } }
      }
    }
  }
}

/** Every line of the demonstration, in order of departure. */
export function lignesDemonstration(): readonly LigneProduite[] {
  const production = new Production()
  for (const envoi of envois()) production.envoyer(envoi)
  return production.lignes
}

function fichier(emetteur: Emetteur, jour: string, lignes: readonly LigneFlux[]): Fichier {
  const { code, libelle, suffixe } = EMETTEURS[emetteur]
  const total = (montant: (l: LigneFlux) => number): number => lignes.reduce((t, l) => t + montant(l), 0)
  const contenu = {
    format: 'flux-decomptes/1',
    entete: {
      idFichier: `${suffixe}-${jour}`,
      emetteur: { type: emetteur, code, libelle },
      numeroAmc: NUMERO_AMC,
      creeLe: sixHeuresAParis(dateCivile(jour)),
      formatSource: 'JSON',
    },
    lignes,
    controle: {
      nombreLignes: lignes.length,
      totalDepense: total((l) => l.montants.depense),
      totalRO: total((l) => l.montants.montantRO),
    },
  }
  return { nom: `${jour}-${suffixe}.json`, jour, json: `${JSON.stringify(contenu)}\n` }
}

/** The files of the twenty-four months, one a fortnight and a sender, in order of import. */
export function fluxDemonstration(): readonly Fichier[] {
  const lignes = lignesDemonstration()
  return JOURS_DE_FICHIER.flatMap((jour) =>
    (['AMO', 'OPERATEUR_TP', 'MANUEL'] as const).flatMap((emetteur) => {
      const siennes = lignes
        .filter((l) => l.jourFichier === jour && l.emetteur === emetteur)
        .map((l) => l.ligne)
      return siennes.length === 0 ? [] : [fichier(emetteur, jour, siennes)]
    }),
  )
}
