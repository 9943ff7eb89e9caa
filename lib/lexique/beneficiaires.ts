import type { PieceRequise } from '@/lib/rules/pieces/piece'
import { formatDateEnLettres } from './formats'
import { ecrirePieceRequise } from './pieces'

/** « Mes bénéficiaires », in the words of a family. */
export type EtatCouverture = 'COUVERT' | 'A_VENIR' | 'TERMINE'

export interface Couverture {
  readonly etat: EtatCouverture
  readonly du: string
  /** Last day, whatever decides it; null: none known. */
  readonly au: string | null
  /** Where that day comes from. */
  readonly origine: 'CONTRAT' | 'AGE' | 'AUCUNE'
}

/** One sentence: since when, until when. */
export function phraseCouverture({ etat, du, au, origine }: Couverture): string {
  const [debut, fin] = [formatDateEnLettres(du), au === null ? null : formatDateEnLettres(au)]
  if (etat === 'TERMINE' && fin !== null) return `Couverture du ${debut} au ${fin}.`
  const depuis = etat === 'A_VENIR' ? 'Couverture à partir du' : 'Couverture depuis le'
  if (fin === null) return `${depuis} ${debut}, sans date de fin.`
  return origine === 'AGE'
    ? `${depuis} ${debut}, au plus tard jusqu’au ${fin}.`
    : `${depuis} ${debut}, jusqu’au ${fin} compris.`
}

/** What the grounds answer. */
export const questionCouverture = (etat: EtatCouverture, origine: Couverture['origine']): string => {
  if (etat === 'TERMINE') return 'Pourquoi cette fin ?'
  if (origine === 'CONTRAT') return 'Pourquoi cette personne est-elle couverte ?'
  return origine === 'AGE' ? 'Pourquoi cette date ?' : 'Pourquoi sans date de fin ?'
}

/** What is not known of somebody, by the fact that the rule asks for. */
const A_PRECISER: Readonly<Record<string, string>> = {
  situation: 'Nous ne savons pas ce que fait cette personne aujourd’hui (études, alternance, emploi…).',
  celibataire: 'Nous ne savons pas si cette personne est célibataire.',
  rattacheFiscalement: 'Nous ne savons pas si cette personne est rattachée à votre foyer fiscal.',
  dateNaissance: 'La date de naissance que nous avons ne permet pas de calculer un âge.',
}
export const phraseAPreciser = (fait: string): string =>
  `${A_PRECISER[fait] ?? 'Il nous manque une information.'} Envoyez-nous un justificatif, ou appelez-nous : nous vous dirons jusqu’à quand elle est couverte.`

export const SILENCE =
  'Le règlement de votre contrat ne dit pas jusqu’à quand cette personne peut rester couverte. Appelez-nous pour le savoir.'

export const A_REGLER =
  'D’après le règlement, cette personne n’a plus sa place sur votre contrat, où elle est encore inscrite. Appelez-nous : si sa situation a changé, un justificatif peut tout régler.'

export const PREUVE_PERIMEE =
  'La dernière preuve que nous avons est trop ancienne : envoyez celle de cette année pour que la couverture continue.'

const capitale = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)

export const listePieces = (pieces: readonly PieceRequise[]): string[] =>
  pieces.map((piece) => capitale(ecrirePieceRequise(piece)))

export interface PreuveDite {
  readonly etat: 'RECUE' | 'A_ENVOYER' | 'A_VENIR'
  readonly annee: number
  readonly avant: string | null
  readonly recueLe: string | null
  readonly envoyeeLe: string | null
}

/** Title and sentence of a proof: what is expected, and where ours stands. */
export function direPreuve(p: PreuveDite): { readonly titre: string; readonly phrase: string } {
  if (p.etat === 'RECUE') {
    const phrase =
      p.recueLe === null ? 'Elle est reçue.' : `Reçue le ${formatDateEnLettres(p.recueLe)} : rien à faire.`
    return { titre: p.avant === null ? 'Preuve reçue' : `Preuve de ${p.annee} : reçue`, phrase }
  }
  const envoyee =
    p.envoyeeLe === null
      ? ''
      : ` Vous nous avez envoyé un justificatif le ${formatDateEnLettres(p.envoyeeLe)} : nous le vérifions, rien de plus à faire.`
  if (p.avant === null) return { titre: 'Preuve à envoyer', phrase: `Une seule fois.${envoyee}` }
  const avant = formatDateEnLettres(p.avant)
  return p.etat === 'A_VENIR'
    ? { titre: `Preuve à prévoir pour ${p.annee}`, phrase: `À envoyer avant le ${avant}.${envoyee}` }
    : { titre: `Preuve de ${p.annee} à envoyer`, phrase: `À envoyer au plus tard le ${avant}.${envoyee}` }
}

export interface ChangementsSeizeAns {
  readonly paiementDirect: boolean
  readonly attestationPropre: boolean
  readonly adhesionPropre: boolean
}

/** What changes at sixteen, said of somebody else. */
export const changementsSeizeAns = (c: ChangementsSeizeAns): string[] => [
  'Son propre espace : il ou elle l’ouvre avec votre numéro d’adhérent et son code d’accès personnel, qui arrive par courrier à son nom à ses 16 ans. Ce code n’est pas le vôtre. Dans cet espace, ses soins ne se mêlent plus aux vôtres.',
  'Le détail de ses soins est à elle ou à lui : vous gardez ceux d’avant ses 16 ans et les sommes qui vous sont versées ; les nouveaux ne se voient dans votre espace qu’avec son accord.',
  'Sa propre carte et sa propre attestation de droits, à son seul nom, depuis cet espace.',
  ...(c.paiementDirect
    ? [
        'Le règlement veut que ses remboursements lui reviennent directement, sauf refus de sa part : ils vont sur son propre compte dès qu’il ou elle en donne un, dans « Mes coordonnées » de son espace. D’ici là, ils arrivent sur le compte du contrat. Vous ne voyez pas son compte, et ce compte ne reçoit que ses remboursements.',
      ]
    : []),
  ...(c.attestationPropre
    ? [
        'L’Assurance maladie l’identifie à son propre numéro : envoyez-nous sa propre attestation de droits, sinon nous ne recevrons plus ses décomptes.',
      ]
    : []),
  ...(c.adhesionPropre ? ['Le droit d’adhérer à son propre nom, sans l’accord d’un parent.'] : []),
]

/** The same, said to the person. */
export const mesChangementsSeizeAns = (c: ChangementsSeizeAns): string[] => [
  'Vous avez votre propre espace. Le titulaire du contrat ne voit plus le détail de vos nouveaux soins, sauf si vous l’acceptez dans « Qui voit mes soins » ; il voit les sommes qui lui sont versées.',
  'Votre carte et votre attestation de droits sont à votre seul nom, dans « Mes documents ».',
  ...(c.paiementDirect
    ? [
        'Le règlement veut que vos remboursements vous reviennent directement, sauf si vous le refusez : donnez un compte à votre nom dans « Mes coordonnées ». Tant que nous n’en avons pas, ils arrivent sur le compte du contrat.',
      ]
    : []),
  ...(c.attestationPropre
    ? [
        'Envoyez-nous votre propre attestation de droits à l’Assurance maladie : sans elle, nous ne recevons pas vos décomptes.',
      ]
    : []),
  ...(c.adhesionPropre ? ['Vous pouvez adhérer à votre propre nom, sans l’accord d’un parent.'] : []),
]
