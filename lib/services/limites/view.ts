import { besoinDeLigne, type CodeBesoin } from '@/lib/lexique/besoins'
import {
  formatDateEnChiffres,
  formatDateEnLettres,
  formatMontant,
  formatQuantite,
} from '@/lib/lexique/formats'
import { nomsDeLigne } from '@/lib/lexique/lignes'
import { socle } from '@/lib/reglements/catalogue'
import { ajouterMois, type DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import {
  expliquerForfait,
  expliquerQuantite,
  expliquerRenouvellement,
} from '@/lib/rules/remboursement/expliquer-compteur'
import type {
  Beneficiaire,
  Consommation,
  ElementOptique,
  Etablissement,
} from '@/lib/rules/remboursement/faits'
import type { FormuleOuverte } from '@/lib/rules/remboursement/formule'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import { moisDeRenouvellement } from '@/lib/rules/remboursement/renouvellement'
import {
  type EtatAppareil,
  type EtatBeneficiaire,
  suivreBeneficiaire,
} from '@/lib/rules/remboursement/suivre-beneficiaire'
import { elementsPris } from '@/lib/rules/remboursement/suivre-equipement'
import type { EtatForfait } from '@/lib/rules/remboursement/suivre-forfaits'
import type { EtatQuantite } from '@/lib/rules/remboursement/suivre-quantites'
import type { PersonneSuivie, SuiviLu, UtilisationLue } from '../garanties/schema'
import {
  appeler,
  type ChoixPersonne,
  choisirPersonne,
  contratsOuverts,
  type DroitsView,
  sansDroits,
  voirDroits,
} from '../garanties/view'
import { type ReserveView, voirReserves } from '../lecture-soins/view'
import { type EtapeView, etape, type Lecteur } from '../remboursement/view'

/** A counter: what is provided, used and left, until when, and what used it. */
export interface CompteurView {
  readonly cle: string
  /** The line of the table that it limits; null for equipment, which several lines share. */
  readonly ligne: CodeLigne | null
  readonly besoin: CodeBesoin
  readonly titre: string
  readonly prevu: string
  readonly utilise: string
  readonly reste: string
  /** Null: nothing taken, the period starts with the next purchase. */
  readonly renouvelleLe: DateCivile | null
  readonly renouvelle: string
  readonly jauge: { readonly pris: number; readonly total: number }
  readonly entame: boolean
  readonly epuise: boolean
  readonly etapes: readonly EtapeView[]
  readonly soins: readonly SoinCompte[]
}

export interface SoinCompte {
  readonly id: string
  readonly date: string
  readonly libelle: string
  readonly pris: string
}

export interface ContratLimites extends DroitsView {
  readonly sansTableau: boolean
  readonly compteurs: readonly CompteurView[]
}

export interface PersonneLimites {
  readonly id: string
  readonly nom: string
  readonly contrats: readonly ContratLimites[]
  /** What they used is theirs alone: neither counters nor care. */
  readonly reserve: ReserveView | null
  /** Said when no contract covers the person. */
  readonly sansDroits: string | null
}

export interface LimitesView {
  readonly choix: readonly ChoixPersonne[]
  readonly personnes: readonly PersonneLimites[]
}

const COTES = {
  DROIT: 'œil droit',
  GAUCHE: 'œil gauche',
} as const
const OREILLES = { DROITE: 'oreille droite', GAUCHE: 'oreille gauche' } as const
const LIEUX: Readonly<Record<Etablissement, string>> = {
  MCO: 'en médecine, chirurgie ou obstétrique',
  SPECIALISE: 'en établissement spécialisé',
  MATERNITE: 'en maternité',
}

/** Where the counters of one person under one contract are. */
export interface Suivi {
  readonly formule: FormuleOuverte
  readonly beneficiaire: Beneficiaire
  readonly utilisations: readonly UtilisationLue[]
  readonly jour: DateCivile
  readonly etat: EtatBeneficiaire
}

/** @param utilisations of this person, under any contract. */
export function suivre(
  formule: FormuleOuverte,
  personne: Pick<PersonneSuivie, 'id' | 'dateNaissance'>,
  adhesionId: string,
  utilisations: readonly UtilisationLue[],
  jour: DateCivile,
): Suivi {
  const siennes = utilisations.filter((u) => u.adhesionId === adhesionId && u.personneId === personne.id)
  const beneficiaire = { dateNaissance: personne.dateNaissance }
  const prises = siennes.map((u) => u.consommation)
  const etat = suivreBeneficiaire(formule, socle, beneficiaire, prises, jour)
  return { formule, beneficiaire, utilisations: siennes, jour, etat }
}

type Dire = (motifs: readonly Motif[]) => readonly EtapeView[]

/** A care once, whatever the number of consumptions it left: a hearing aid takes its forfait and its renewal. */
function compter(
  utilisations: readonly UtilisationLue[],
  ecrire: (pris: { readonly montant: Montant; readonly quantite: number }) => string,
): readonly SoinCompte[] {
  const parSoin = new Map<string, UtilisationLue[]>()
  for (const u of utilisations) parSoin.set(u.prestationId, [...(parSoin.get(u.prestationId) ?? []), u])
  return [...parSoin].flatMap(([id, siennes]) => {
    const [premiere] = siennes
    if (premiere === undefined) return []
    const pris = {
      montant: somme(siennes.map((u) => u.consommation.montant)),
      quantite: siennes.reduce((n, u) => n + (u.consommation.quantite ?? 1), 0),
    }
    const date = formatDateEnChiffres(premiere.consommation.date)
    return [{ id, date, libelle: premiere.libelle, pris: ecrire(pris) }]
  })
}

const enMontants = ({ montant }: { readonly montant: Montant }): string => formatMontant(montant)

const memeCote = (c: Consommation, { oeil, oreille }: Pick<EtatForfait, 'oeil' | 'oreille'>): boolean =>
  (oeil === null || c.oeil === undefined || c.oeil === oeil) &&
  (oreille === null || c.oreille === undefined || c.oreille === oreille)

const dans = (c: Consommation, etat: EtatForfait | EtatQuantite): boolean =>
  c.ligne === etat.ligne && etat.du <= c.date && c.date <= etat.au

function voirForfait(
  { formule, utilisations }: Suivi,
  etat: EtatForfait & { readonly plafond: Montant; readonly reste: Montant },
  dire: Dire,
): CompteurView {
  const garantie = formule.rangees.get(etat.ligne)?.garantie
  const annees = garantie !== undefined && 'periodeAnnees' in garantie ? garantie.periodeAnnees : 1
  const soins = utilisations.filter((u) => dans(u.consommation, etat) && memeCote(u.consommation, etat))
  const cote = etat.oeil !== null ? COTES[etat.oeil] : etat.oreille !== null ? OREILLES[etat.oreille] : null
  const commence = annees === 1 || soins.length > 0
  return {
    ligne: etat.ligne,
    besoin: besoinDeLigne(etat.ligne),
    cle: [etat.ligne, etat.oeil, etat.oreille].filter((partie) => partie !== null).join('-'),
    titre: cote === null ? nomsDeLigne[etat.ligne] : `${nomsDeLigne[etat.ligne]}, ${cote}`,
    prevu: formatMontant(etat.plafond),
    utilise: formatMontant(etat.utilise),
    reste: formatMontant(etat.reste),
    renouvelleLe: commence ? etat.renouvelleLe : null,
    renouvelle: commence
      ? `le ${formatDateEnLettres(etat.renouvelleLe)}`
      : `${formatQuantite(annees, 'ans')} après votre prochain achat`,
    jauge: { pris: Math.min(etat.utilise, etat.plafond), total: etat.plafond },
    entame: soins.length > 0,
    epuise: etat.reste === 0,
    etapes: dire(expliquerForfait(formule, etat)),
    soins: compter(soins, enMontants),
  }
}

function voirQuantite({ formule, utilisations, jour }: Suivi, etat: EtatQuantite, dire: Dire): CompteurView {
  const unite = etat.unite === 'JOUR' ? 'jours' : 'séances'
  const ici = (c: Consommation): boolean =>
    etat.etablissement === null || c.etablissement === undefined || c.etablissement === etat.etablissement
  const soins = utilisations.filter((u) => dans(u.consommation, etat) && ici(u.consommation))
  const lieu = etat.etablissement === null ? '' : `, ${LIEUX[etat.etablissement]}`
  return {
    ligne: etat.ligne,
    besoin: besoinDeLigne(etat.ligne),
    cle: `${etat.ligne}-${etat.unite}-${etat.etablissement ?? ''}`,
    titre: `${nomsDeLigne[etat.ligne]}${lieu}`,
    prevu: formatQuantite(etat.parAn, unite),
    utilise: formatQuantite(etat.utilise, unite),
    reste: formatQuantite(etat.reste, unite),
    renouvelleLe: etat.renouvelleLe,
    renouvelle: `le ${formatDateEnLettres(etat.renouvelleLe)}`,
    jauge: { pris: Math.min(etat.utilise, etat.parAn), total: etat.parAn },
    entame: etat.utilise > 0,
    epuise: etat.reste === 0,
    etapes: dire(expliquerQuantite(formule, socle, etat, jour)),
    soins: compter(soins, ({ quantite }) => formatQuantite(quantite, unite)),
  }
}

const couvre = (formule: FormuleOuverte, prefixe: string): boolean =>
  [...formule.rangees.values()].some(
    ({ rangee, garantie }) => rangee.ligne.startsWith(prefixe) && garantie.type !== 'non-garanti',
  )

const LUNETTES = [
  { sorte: 'MONTURE', titre: 'lunettes : monture', total: 1 },
  { sorte: 'VERRE', titre: 'lunettes : verres', total: 2 },
] as const

/** A frame and two lenses by period: what is taken, and the day it may be renewed. */
function voirLunettes(suivi: Suivi, dire: Dire): readonly CompteurView[] {
  const { formule, beneficiaire, utilisations, jour, etat } = suivi
  if (!couvre(formule, 'optique.monture') && !couvre(formule, 'optique.verre')) return []
  const mois = moisDeRenouvellement(socle, {
    formule: formule.id,
    dateSoins: jour,
    beneficiaire,
    soin: { ligne: 'optique.equipement' },
  })
  return LUNETTES.map(({ sorte, titre, total }) => {
    const pris = prisesDe(utilisations, sorte, jour, mois)
    const { renouvelleLe } = sorte === 'MONTURE' ? etat.lunettes.monture : etat.lunettes.verres
    const nombre = Math.min(
      pris.reduce((n, u) => n + (u.consommation.quantite ?? 1), 0),
      total,
    )
    // The period runs from the first of them.
    const dernier = pris[0]?.consommation.date
    const prise = dernier === undefined || renouvelleLe === null ? null : { dernier, possible: renouvelleLe }
    return {
      ligne: null,
      besoin: 'lunettes',
      cle: sorte,
      titre,
      prevu: parPeriode(total, mois),
      utilise: String(nombre),
      reste: String(total - nombre),
      ...dateOu(renouvelleLe, mois),
      jauge: { pris: nombre, total },
      entame: nombre > 0,
      epuise: nombre === total,
      etapes: dire(expliquerRenouvellement(socle, beneficiaire, sorte, prise, jour)),
      soins: compter(pris, enMontants),
    }
  })
}

function prisesDe(
  utilisations: readonly UtilisationLue[],
  sorte: ElementOptique['sorte'],
  jour: DateCivile,
  mois: number,
): readonly UtilisationLue[] {
  const retenues = elementsPris(
    utilisations.map((u) => u.consommation),
    sorte,
    jour,
    mois,
  )
  return utilisations
    .filter((u) => retenues.includes(u.consommation))
    .sort((a, b) => (a.consommation.date < b.consommation.date ? -1 : 1))
}

const parPeriode = (total: number, mois: number): string =>
  mois === 12 ? `${total} par an` : `${total} tous les ${enAnnees(mois)}`

const enAnnees = (mois: number): string =>
  mois % 12 === 0 ? formatQuantite(mois / 12, 'ans') : formatQuantite(mois, 'mois')

const dateOu = (
  renouvelleLe: DateCivile | null,
  mois: number,
): Pick<CompteurView, 'renouvelleLe' | 'renouvelle'> => ({
  renouvelleLe,
  renouvelle:
    renouvelleLe === null
      ? `${enAnnees(mois)} après votre prochain achat`
      : `le ${formatDateEnLettres(renouvelleLe)}`,
})

/** A hearing aid by ear, whatever its class. */
function voirAppareils(suivi: Suivi, dire: Dire): readonly CompteurView[] {
  if (!couvre(suivi.formule, 'audio.')) return []
  return suivi.etat.appareils.map((etat) => voirAppareil(suivi, etat, dire))
}

function voirAppareil(
  { beneficiaire, utilisations, jour, formule }: Suivi,
  { oreille, dernier, renouvelleLe }: EtatAppareil,
  dire: Dire,
): CompteurView {
  const mois = moisDeRenouvellement(socle, {
    formule: formule.id,
    dateSoins: jour,
    beneficiaire,
    soin: { ligne: 'audio.classe2' },
  })
  const soins = utilisations.filter(
    ({ consommation: c }) =>
      c.ligne.startsWith('audio.') &&
      c.oreille === oreille &&
      c.date <= jour &&
      ajouterMois(c.date, mois) > jour,
  )
  const prise = dernier === null || renouvelleLe === null ? null : { dernier, possible: renouvelleLe }
  const pris = prise === null ? 0 : 1
  return {
    ligne: null,
    besoin: 'audition',
    cle: `audio-${oreille}`,
    titre: `aide auditive, ${OREILLES[oreille]}`,
    prevu: parPeriode(1, mois),
    utilise: String(pris),
    reste: String(1 - pris),
    ...dateOu(renouvelleLe, mois),
    jauge: { pris, total: 1 },
    entame: pris > 0,
    epuise: pris === 1,
    etapes: dire(expliquerRenouvellement(socle, beneficiaire, oreille, prise, jour)),
    soins: compter(soins, enMontants),
  }
}

const enEuros = (
  etat: EtatForfait,
): etat is EtatForfait & { readonly plafond: Montant; readonly reste: Montant } =>
  etat.plafond !== null && etat.reste !== null

/** Every counter, in the order of the table, then the equipment that the law lets renew. */
export function voirCompteurs(suivi: Suivi, article: Lecteur['article']): readonly CompteurView[] {
  const dire: Dire = (motifs) => motifs.map((motif) => etape(motif, { article }))
  return [
    // A forfait in days is among the quantities.
    ...suivi.etat.forfaits.filter(enEuros).map((etat) => voirForfait(suivi, etat, dire)),
    ...suivi.etat.quantites.map((etat) => voirQuantite(suivi, etat, dire)),
    ...voirLunettes(suivi, dire),
    ...voirAppareils(suivi, dire),
  ]
}

const ADRESSE = '/adherent/limites'

export function voirLimites(lu: SuiviLu, jour: DateCivile, article: Lecteur['article']): LimitesView {
  const une = lu.choisies.length === 1 ? lu.choisies[0] : undefined
  return {
    choix: [
      ...choisirPersonne(lu.personnes, une?.id, (id) => `${ADRESSE}?personne=${id}`),
      ...(lu.personnes.length < 2
        ? []
        : [{ href: `${ADRESSE}?personne=tous`, libelle: 'Toute la famille', courant: une === undefined }]),
    ],
    personnes: lu.choisies.map((personne) => {
      const ouverts = contratsOuverts(personne, jour)
      const [reserve = null] = voirReserves([personne], jour, article)
      return {
        id: personne.id,
        nom: appeler(personne, lu.personnes),
        reserve,
        contrats: (reserve === null ? ouverts : []).map((ouvert) => ({
          ...voirDroits(ouvert),
          sansTableau: ouvert.formule === null,
          compteurs:
            ouvert.formule === null
              ? []
              : voirCompteurs(
                  suivre(ouvert.formule, personne, ouvert.contrat.adhesionId, lu.utilisations, jour),
                  article,
                ),
        })),
        sansDroits: ouverts.length === 0 ? sansDroits(personne, jour) : null,
      }
    }),
  }
}
