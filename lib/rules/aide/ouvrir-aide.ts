import type { DateCivile } from '../date/date-civile'
import { accorder, auMoinsUnMotif, refuser } from '../decision/decision'
import { enCode, type Motif, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { courir } from '../delai/courir-delai'
import { prevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { ouvrirAvance } from './avancer-sante'
import type { FaitsAide } from './faits-aide'
import { ouvrirAideFamiliale, ouvrirAideMenagere } from './ouvrir-aide-a-domicile'
import { ouvrirNaissance, ouvrirObseques, ouvrirOrphelin, ouvrirUnion } from './ouvrir-allocation'
import { ouvrirLoisirs, ouvrirVacancesEnfant, ouvrirVacancesRetraite } from './ouvrir-vacances'
import type { CodeAide, DecisionAide, ParametresAides, RegleExceptionnelle, ReglesAides } from './regle-aide'

const reglesAu = (reglement: Reglement, jour: DateCivile): ParametresAides =>
  regleEnVigueur(reglement.aides, jour, 'aides')

/** Les aides que le règlement connaît ce jour-là ; aucune s'il n'en dit rien. */
export function aidesPrevues(reglement: Reglement, jour: DateCivile): readonly CodeAide[] {
  if (reglement.aides === null) return []
  const { regles } = reglesAu(reglement, jour)
  const codes: readonly CodeAide[] = [
    'AVANCE',
    'NAISSANCE',
    'UNION',
    'VACANCES_ENFANT',
    'LOISIRS_HANDICAP',
    'VACANCES_RETRAITE',
    'AIDE_FAMILIALE',
    'AIDE_MENAGERE',
    'OBSEQUES',
    'ORPHELIN',
    'EXCEPTIONNELLE',
  ]
  return codes.filter((code) => regles[code] !== null)
}

/** La règle d'une aide. @throws {ErreurDeRegle} NON_PREVU si le règlement ne la cite pas. */
export const regleDAide = <C extends CodeAide>(
  reglement: Reglement,
  code: C,
  jour: DateCivile,
): NonNullable<ReglesAides[C]> =>
  prevu<NonNullable<ReglesAides[C]>>(reglesAu(reglement, jour).regles[code] ?? null, `aide ${code}`)

/**
 * Le droit à une aide : dû, au plus, ou laissé à qui décide. Tous les refus sont dits.
 * @throws {ErreurDeRegle} NON_PREVU, HORS_PERIODE, FAIT_INVALIDE.
 */
export function ouvrirAide(reglement: Reglement, faits: FaitsAide): DecisionAide {
  const parametres = reglesAu(reglement, faits.dateDemande)
  const decision = decider(reglement, faits)
  if (decision.verdict === 'INCOMPLETE') return decision
  const refus = [
    ...(decision.verdict === 'REFUSEE' ? decision.motifs : []),
    ...refusCommuns(reglement, parametres, faits),
  ]
  if (refus.length > 0) return refuser(null, ...auMoinsUnMotif(refus))
  if (decision.verdict === 'REFUSEE') return decision
  return accorder(
    decision.valeur,
    ...auMoinsUnMotif([...decision.motifs, ...reserves(parametres, faits, decision.valeur.montant !== null)]),
  )
}

function decider(reglement: Reglement, faits: FaitsAide): DecisionAide {
  const jour = faits.dateDemande
  switch (faits.aide) {
    case 'VACANCES_RETRAITE':
      return ouvrirVacancesRetraite(regleDAide(reglement, faits.aide, jour), faits)
    case 'VACANCES_ENFANT':
      return ouvrirVacancesEnfant(regleDAide(reglement, faits.aide, jour), faits)
    case 'LOISIRS_HANDICAP':
      return ouvrirLoisirs(regleDAide(reglement, faits.aide, jour), faits)
    case 'AIDE_FAMILIALE':
      return ouvrirAideFamiliale(regleDAide(reglement, faits.aide, jour), faits)
    case 'AIDE_MENAGERE':
      return ouvrirAideMenagere(regleDAide(reglement, faits.aide, jour), faits)
    case 'EXCEPTIONNELLE':
      return secourir(regleDAide(reglement, faits.aide, jour))
    case 'NAISSANCE':
      return ouvrirNaissance(regleDAide(reglement, faits.aide, jour), faits)
    case 'UNION':
      return ouvrirUnion(regleDAide(reglement, faits.aide, jour), faits)
    case 'OBSEQUES':
      return ouvrirObseques(regleDAide(reglement, faits.aide, jour), faits)
    case 'ORPHELIN':
      return ouvrirOrphelin(regleDAide(reglement, faits.aide, jour), faits)
    case 'AVANCE':
      return ouvrirAvance(regleDAide(reglement, faits.aide, jour), faits)
  }
}

const secourir = ({ article, decideur }: RegleExceptionnelle): DecisionAide =>
  accorder(
    { latitude: 'LIBRE', montant: null, quantite: 1 },
    motif('AIDE_EXCEPTIONNELLE', article, { decideur: enCode(decideur) }),
  )

/** Le jour de l'événement, ou le premier du séjour ; une avance précède la dépense, un secours n'a pas de jour. */
function evenementDe(faits: FaitsAide): DateCivile | null {
  if (faits.aide === 'AVANCE' || faits.aide === 'EXCEPTIONNELLE') return null
  return 'debut' in faits ? faits.debut : faits.jour
}

function refusCommuns(
  reglement: Reglement,
  { cotisationsAJour }: ParametresAides,
  faits: FaitsAide,
): Motif[] {
  const refus =
    cotisationsAJour !== null && !faits.cotisationsAJour
      ? [motif('AIDE_COTISATIONS_DUES', cotisationsAJour)]
      : []
  const evenement = evenementDe(faits)
  if (evenement === null) return refus
  return [...refus, ...prescrite(reglement, faits, evenement)]
}

/** L'aide d'orphelin court d'année en année : le décès ne la prescrit pas. */
function prescrite(reglement: Reglement, faits: FaitsAide, evenement: DateCivile): Motif[] {
  if (faits.aide === 'ORPHELIN') return []
  if (faits.aide !== 'VACANCES_RETRAITE' && faits.aide !== 'VACANCES_ENFANT')
    verifierOrdre(['jour', evenement], ['dateDemande', faits.dateDemande], 'jour')
  if (evenement > faits.dateDemande) return []
  // Le délai du jour de la demande : un événement d'avant ce que le règlement connaît est prescrit comme un autre.
  const { PRESCRIPTION } = regleEnVigueur(reglement.delai, faits.dateDemande, 'délais')
  if (PRESCRIPTION === null) return []
  const delai = courir(PRESCRIPTION, 'DELAI_PRESCRIPTION', evenement)
  return delai.verdict === 'ACCORDEE' && faits.dateDemande > delai.valeur.limite ? [...delai.motifs] : []
}

/** Ce qui borne encore une aide ouverte : l'enveloppe de l'année, des montants qu'aucun texte n'imprime. */
function reserves(
  { enveloppe, demonstration }: ParametresAides,
  { aide }: FaitsAide,
  chiffree: boolean,
): Motif[] {
  return [
    ...(enveloppe?.aides.includes(aide) === true ? [motif('AIDE_DANS_L_ENVELOPPE', enveloppe.article)] : []),
    ...(demonstration !== null && chiffree && aide !== 'AIDE_FAMILIALE'
      ? [motif('AIDE_MONTANT_DE_DEMONSTRATION', demonstration)]
      : []),
  ]
}
