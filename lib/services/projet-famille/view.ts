import type { ErreurChamp } from '@/lib/formulaire/etat'
import { formatDateEnLettres, formatDateEntiere } from '@/lib/lexique/formats'
import type { Arrivee } from '@/lib/lexique/projet'
import { affilierAyantDroit, type FaitsAffiliation } from '@/lib/rules/affiliation/affilier-ayant-droit'
import { reconnaitreAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dependDeLEvenement } from '@/lib/rules/date-effet/depend-de-l-evenement'
import { dernierJourCouvert } from '@/lib/rules/date-effet/dernier-jour-couvert'
import type { Motif } from '@/lib/rules/decision/motif'
import type { SituationPieces } from '@/lib/rules/pieces/piece'
import { type MotifRadiation, radierAyantDroit } from '@/lib/rules/radiation/radier-ayant-droit'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import type { ContratVecu } from '../contrat/view'
import { type BeneficiaireLu, personnesDuContrat } from '../document/view'
import { issue, manque, type Resultat, SANS_SUITE, selonErreur } from '../issue/view'
import type { LienAjoute, Projet } from '../projet/schema'

const EVENEMENTS: Readonly<Record<Arrivee, FaitsAffiliation['evenement']>> = {
  naissance: 'NAISSANCE',
  adoption: 'ADOPTION',
  'perte-de-couverture': 'PERTE_COUVERTURE_COLLECTIVE',
  mariage: 'AUTRE',
  pacs: 'AUTRE',
  concubinage: 'AUTRE',
  enfant: 'AUTRE',
}

const LIENS: Readonly<Partial<Record<Arrivee, LienAjoute>>> = {
  naissance: 'ENFANT',
  adoption: 'ENFANT',
  enfant: 'ENFANT',
  mariage: 'CONJOINT',
  pacs: 'PACS',
  concubinage: 'CONCUBIN',
}

/** Who is added, when the reason does not say it. */
export const demandeLeLien = (motif: Arrivee): boolean => LIENS[motif] === undefined
export const demandeLEvenement = (motif: Arrivee): boolean => EVENEMENTS[motif] !== 'AUTRE'

/** The lists that prove an arrival: the first that the règlement has is the one. */
export const piecesDArrivee = (motif: Arrivee, lien: LienAjoute): readonly SituationPieces[] => [
  motif === 'adoption' ? 'AFFILIATION_ADOPTION' : PIECES[lien],
  PIECES[lien],
]

/** Who is added, by the reason or as it was said. */
export const lienDArrivee = (motif: Arrivee, dit: LienAjoute | null): LienAjoute | null => LIENS[motif] ?? dit

export const piecesDeRetrait = (motif: MotifRadiation): readonly SituationPieces[] => {
  const propre = PIECES_RETRAIT[motif]
  return propre === undefined ? ['RADIATION'] : [propre, 'RADIATION']
}

const PIECES: Readonly<Record<LienAjoute, SituationPieces>> = {
  CONJOINT: 'AFFILIATION_CONJOINT',
  PACS: 'AFFILIATION_PACS',
  CONCUBIN: 'AFFILIATION_CONCUBIN',
  ENFANT: 'AFFILIATION_ENFANT',
}

const PIECES_SITUATION: Readonly<Record<string, SituationPieces>> = {
  ETUDES: 'ENFANT_ETUDES',
  ALTERNANCE: 'ENFANT_ALTERNANCE',
  RECHERCHE_PREMIER_EMPLOI: 'ENFANT_RECHERCHE_PREMIER_EMPLOI',
  SERVICE_CIVIQUE: 'ENFANT_SERVICE_CIVIQUE',
}

/** What an adult child is asked, by the name of the fact. */
const FAITS_ENFANT: Readonly<Record<string, ErreurChamp>> = {
  situation: { champ: 'situation', message: 'Cet enfant est majeur : dites ce qu’il fait.' },
  celibataire: { champ: 'celibataire', message: 'Cet enfant est majeur : dites s’il est célibataire.' },
  rattacheFiscalement: {
    champ: 'rattache',
    message: 'Cet enfant est majeur : dites s’il est rattaché à votre foyer fiscal.',
  },
}

interface Arrivant {
  readonly lien: LienAjoute
  readonly naissance: DateCivile
}

export function deciderArrivee(
  projet: Projet,
  motif: Arrivee,
  contrat: ContratVecu,
  reglement: Reglement,
): Resultat {
  const lu = lireArrivant(projet, motif, contrat)
  if ('manque' in lu) return manque(...lu.manque)
  try {
    return admettre(projet, motif, lu, reglement)
  } catch (erreur) {
    return selonErreur(erreur, {
      ...FAITS_ENFANT,
      dateNaissance: {
        champ: 'naissance-jour',
        message: 'Cette personne ne serait pas encore née : vérifiez sa date de naissance.',
      },
    })
  }
}

function lireArrivant(
  projet: Projet,
  motif: Arrivee,
  contrat: ContratVecu,
): Arrivant | { readonly manque: ErreurChamp[] } {
  const { demande, evenement, souhait, naissance } = projet.jours
  const lien = lienDArrivee(motif, projet.lien)
  const nee = motif === 'naissance' ? evenement : naissance
  const fautes: ErreurChamp[] = []
  const faute = (champ: string, message: string) => fautes.push({ champ, message })
  if (lien === null) faute('lien', 'Dites qui est cette personne pour vous.')
  if (demandeLEvenement(motif)) {
    if (evenement === null) faute('evenement', 'Indiquez ce jour.')
    else if (motif !== 'perte-de-couverture' && evenement > demande)
      faute(
        'evenement',
        'L’ajout se demande une fois l’enfant arrivé : ce jour ne peut pas suivre celui de la demande.',
      )
    else if (evenement < contrat.du)
      faute(
        'evenement',
        `Votre contrat a commencé le ${formatDateEnLettres(contrat.du)} : ce jour doit le suivre.`,
      )
  }
  if (
    nee === null &&
    motif !== 'naissance' &&
    !projet.erreurs.some(({ champ }) => champ === 'naissance-jour')
  )
    faute('naissance-jour', 'Indiquez la date de naissance de cette personne, par exemple 14 3 1986.')
  if (souhait !== null && souhait < demande)
    faute('souhait', 'Le jour souhaité doit suivre le jour de la demande.')
  if (lien === null || nee === null || fautes.length > 0) return { manque: fautes }
  return { lien, naissance: nee }
}

function admettre(
  projet: Projet,
  motif: Arrivee,
  { lien, naissance }: Arrivant,
  reglement: Reglement,
): Resultat {
  const { demande, evenement, souhait } = projet.jours
  const decision = affilierAyantDroit(reglement, {
    evenement: EVENEMENTS[motif],
    dateEvenement: demandeLEvenement(motif) ? evenement : null,
    dateReception: demande,
    dateSouhaitee: souhait,
  })
  if (decision.verdict !== 'ACCORDEE') throw new Error('une affiliation est datée ou n’est pas prévue')
  const { dateEffet, retroactive } = decision.valeur
  const qualite = qualiteDe(projet, { lien, naissance }, dateEffet, reglement)
  if (qualite.refusee)
    return issue({
      ...SANS_SUITE,
      verdict: 'IMPOSSIBLE',
      titre: 'Non, cette personne ne peut pas être ajoutée',
      phrases: ['Elle peut prendre un contrat à son nom : posez-nous la question.'],
      motifs: qualite.motifs,
    })
  return issue({
    ...SANS_SUITE,
    verdict: 'POSSIBLE',
    titre: `Oui, à partir du ${formatDateEntiere(dateEffet)}`,
    phrases: phrasesArrivee(retroactive, decision.motifs),
    motifs: [...decision.motifs, ...qualite.motifs],
    dateEffet,
    changement: {
      type: 'ENTREE',
      role: lien === 'ENFANT' ? 'ENFANT' : 'CONJOINT',
      dateNaissance: naissance,
      le: dateEffet,
    },
    pieces: [piecesDArrivee(motif, lien), ...piecesSituation(qualite.situation)],
  })
}

/** The proof of what keeps a grown child on the contract. */
export const piecesSituation = (situation: string | null): (readonly SituationPieces[])[] => {
  const propre = situation === null ? undefined : PIECES_SITUATION[situation]
  return propre === undefined ? [] : [[propre]]
}

function phrasesArrivee(retroactive: boolean, motifs: readonly Motif[]): string[] {
  const limite = motifs.find(({ code }) => code.startsWith('EFFET_AU_'))?.donnees.limite
  return [
    ...(retroactive ? ['Les soins reçus depuis ce jour-là sont remboursés.'] : []),
    ...(limite?.type === 'date'
      ? [
          `Pour garder cette date, votre demande doit nous arriver le ${formatDateEnLettres(limite.valeur)} au plus tard.`,
        ]
      : []),
  ]
}

interface Qualite {
  readonly refusee: boolean
  readonly motifs: readonly Motif[]
  /** The situation that keeps an adult child on the contract, whose proof is asked. */
  readonly situation: string | null
}

/** Whether the règlement takes this person; nothing to say where it defines nobody. */
function qualiteDe(
  projet: Projet,
  { lien, naissance }: Arrivant,
  jour: DateCivile,
  reglement: Reglement,
): Qualite {
  if (reglement.ayantDroit === null) return { refusee: false, motifs: [], situation: null }
  const decision = reconnaitreAyantDroit(reglement, {
    lien,
    date: jour < projet.jours.demande ? projet.jours.demande : jour,
    dateNaissance: naissance,
    situation: projet.situation,
    // Asked for with the other papers.
    justificatif: true,
    handicapReconnuLe: null,
    celibataire: projet.celibataire,
    rattacheFiscalement: projet.rattache,
  })
  const situation = decision.motifs.some(({ code }) => code === 'ENFANT_EN_SITUATION')
    ? projet.situation
    : null
  return { refusee: decision.verdict === 'REFUSEE', motifs: decision.motifs, situation }
}

/** Those who may be taken off: covered or to be, the membre participant aside; an address names them by their place here. */
export const personnesRetirables = (contrat: ContratVecu, jour: DateCivile): BeneficiaireLu[] =>
  personnesDuContrat(contrat, null).filter(
    ({ lien, au }) => lien !== 'MEMBRE_PARTICIPANT' && (au === null || au >= jour),
  )

export function demandeLEvenementRetrait(
  reglement: Reglement,
  motif: MotifRadiation,
  jour: DateCivile,
): boolean {
  if (reglement.radiation === null || jour < reglement.connuDepuis) return false
  const regle = valeurAu(reglement.radiation, jour).valeur[motif]
  return regle !== null && dependDeLEvenement(regle)
}

const PIECES_RETRAIT: Readonly<Partial<Record<MotifRadiation, SituationPieces>>> = {
  DIVORCE: 'RADIATION_DIVORCE',
  CONTRAT_COLLECTIF_OBLIGATOIRE: 'RADIATION_CONTRAT_OBLIGATOIRE',
  DEPART_ETRANGER: 'RADIATION_DEPART_ETRANGER',
  CSS: 'RADIATION_CSS',
  DECES: 'DECES',
}

export function deciderRetrait(
  projet: Projet,
  motif: MotifRadiation,
  contrat: ContratVecu,
  reglement: Reglement,
  jour: DateCivile,
): Resultat {
  const { demande, evenement } = projet.jours
  const personne = personnesRetirables(contrat, jour)[(projet.personne ?? 0) - 1]
  const date = demandeLEvenementRetrait(reglement, motif, demande)
  const fautes: ErreurChamp[] = []
  if (personne === undefined) fautes.push({ champ: 'personne', message: 'Choisissez la personne à retirer.' })
  if (date && evenement === null) fautes.push({ champ: 'evenement', message: 'Indiquez ce jour.' })
  if (personne === undefined || fautes.length > 0) return manque(...fautes)
  if (date && evenement !== null && evenement < personne.du)
    return manque({
      champ: 'evenement',
      message: `${personne.prenom} n’est couvert par ce contrat que depuis le ${formatDateEnLettres(personne.du)} : ce jour doit le suivre.`,
    })
  if (motif === 'DECES' && evenement !== null && evenement > demande)
    return manque({ champ: 'evenement', message: 'Ce jour ne peut pas suivre celui de la demande.' })
  try {
    return retirer(reglement, motif, personne, { demande, evenement: date ? evenement : null })
  } catch (erreur) {
    return selonErreur(erreur, {})
  }
}

function retirer(
  reglement: Reglement,
  motif: MotifRadiation,
  personne: BeneficiaireLu,
  { demande, evenement }: { readonly demande: DateCivile; readonly evenement: DateCivile | null },
): Resultat {
  const decision = radierAyantDroit(reglement, { motif, dateReception: demande, dateEvenement: evenement })
  if (decision.verdict !== 'ACCORDEE') throw new Error('une radiation est datée ou n’est pas prévue')
  const dernierJour = dernierJourCouvert(decision.valeur.dateEffet, decision.motifs[0].code)
  return issue({
    ...SANS_SUITE,
    verdict: 'POSSIBLE',
    titre: `Oui, la couverture de ${personne.prenom} s’arrêterait le ${formatDateEntiere(dernierJour)}`,
    phrases: ['Les soins sont remboursés jusqu’à ce jour compris. Les autres personnes restent couvertes.'],
    motifs: decision.motifs,
    dateEffet: dernierJour,
    changement: { type: 'SORTIE', personneId: personne.personneId, dernierJour },
    pieces: [piecesDeRetrait(motif)],
  })
}
