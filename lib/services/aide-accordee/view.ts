import { AIDES, MANQUE_AIDE, MODES_SEJOUR } from '@/lib/lexique/aides'
import { formatMontant, formatDateEnLettres as le } from '@/lib/lexique/formats'
import { echelonnerAvance } from '@/lib/rules/aide/avancer-sante'
import type { CodeAide, FaitManquant } from '@/lib/rules/aide/regle-aide'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Montant } from '@/lib/rules/montant/montant'
import type { SituationPieces } from '@/lib/rules/pieces/piece'
import type { LigneApercu } from '../demande/schema'
import type { SaisieAide } from '../demande-aide/schema'
import type { ChampSaisie, FaitDit } from '../nature-demande/schema'

/** The aid that a demande asks, as both sides read it. */
export function direAide(saisie: SaisieAide): FaitDit[] {
  const faits: FaitDit[] = [{ libelle: 'Aide', valeur: AIDES[saisie.aide].titre }]
  const dire = (libelle: string, valeur: string) => faits.push({ libelle, valeur })
  if ('debut' in saisie) dire('Séjour', `du ${le(saisie.debut)} au ${le(saisie.fin)}`)
  if ('jour' in saisie) dire('Jour', le(saisie.jour))
  if ('mode' in saisie) dire('Genre de séjour', MODES_SEJOUR[saisie.mode])
  if ('accordDemandeLe' in saisie && saisie.accordDemandeLe !== null)
    dire('Accord demandé', `le ${le(saisie.accordDemandeLe)}`)
  if ('heures' in saisie) {
    dire('Heures', String(saisie.heures))
    dire(
      'Facture',
      `${formatMontant(saisie.facture)}, dont ${formatMontant(saisie.autres)} payés par d’autres`,
    )
  }
  if ('devis' in saisie) {
    dire('Devis', `${formatMontant(saisie.devis)}, dont ${formatMontant(saisie.deduits)} payés par d’autres`)
    dire('Mensualités', String(saisie.mois))
  }
  if ('souhait' in saisie && saisie.souhait > 0) dire('Somme souhaitée', formatMontant(saisie.souhait))
  return faits
}

export const direManque = (manque: readonly FaitManquant[]): string[] =>
  manque.map((fait) => MANQUE_AIDE[fait])

const MONTANT: ChampSaisie = {
  nom: 'montant',
  type: 'montant',
  libelle: 'Montant accordé',
  indice: 'En euros. Vide : ce que le règlement permet, quand il le fixe.',
  facultatif: true,
}
const DECISION: ChampSaisie = {
  nom: 'decideeLe',
  type: 'date',
  libelle: 'Jour de la décision',
  indice: 'De l’instance que le règlement désigne.',
  facultatif: true,
}
const CONTRAT: ChampSaisie = {
  nom: 'contratSigne',
  type: 'choix',
  libelle: 'Le contrat d’avance est-il signé ?',
  options: [
    { valeur: 'NON', libelle: 'Pas encore' },
    { valeur: 'OUI', libelle: 'Oui, les deux exemplaires' },
  ],
}

/** What staff says to accept: nothing where the text fixes everything. */
export function champsGestion(aide: CodeAide): readonly ChampSaisie[] {
  switch (aide) {
    case 'AVANCE':
      return [MONTANT, DECISION, CONTRAT]
    case 'EXCEPTIONNELLE':
      return [MONTANT, DECISION]
    case 'AIDE_FAMILIALE':
    case 'AIDE_MENAGERE':
      return [MONTANT]
    default:
      return []
  }
}

/** What accepting writes. */
export function apercevoirAide(
  saisie: SaisieAide,
  somme: Montant,
  motifs: readonly Motif[],
  jour: DateCivile,
): LigneApercu[] {
  const { titre } = AIDES[saisie.aide]
  const versee = {
    libelle: titre,
    avant: null,
    apres: `${formatMontant(somme)}, au prochain virement`,
    motifs,
  }
  if (saisie.aide !== 'AVANCE') return [versee]
  const [premiere] = echelonnerAvance(somme, saisie.mois, jour)
  const apres =
    saisie.mois === 1 || premiere === undefined
      ? 'en une fois, un mois après le versement'
      : `en ${saisie.mois} mensualités, la première de ${formatMontant(premiere.montant)} un mois après le versement`
  return [versee, { libelle: 'Ce qui est à rendre', avant: null, apres, motifs: motifs.slice(-1) }]
}

const SITUATIONS: Readonly<Record<CodeAide, SituationPieces>> = {
  VACANCES_RETRAITE: 'AIDE_VACANCES',
  VACANCES_ENFANT: 'AIDE_VACANCES',
  LOISIRS_HANDICAP: 'AIDE_LOISIRS_HANDICAP',
  AIDE_FAMILIALE: 'AIDE_FAMILIALE',
  AIDE_MENAGERE: 'AIDE_MENAGERE',
  EXCEPTIONNELLE: 'AIDE_EXCEPTIONNELLE',
  NAISSANCE: 'AIDE_NAISSANCE',
  UNION: 'AIDE_UNION',
  OBSEQUES: 'AIDE_OBSEQUES',
  ORPHELIN: 'AIDE_ORPHELIN',
  AVANCE: 'AVANCE_SANTE',
}

export const situationPieces = (aide: CodeAide): readonly (readonly SituationPieces[])[] => [
  [SITUATIONS[aide]],
]
