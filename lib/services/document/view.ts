import type { LienBeneficiaire, NatureDocument } from '@/generated/prisma/enums'
import type { LignesAdresse } from '@/lib/lexique/coordonnees'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { FaitsBeneficiaire } from '@/lib/papiers/faits'
import {
  ajouterMois,
  annee,
  type DateCivile,
  laPlusProche,
  laPlusTardive,
  premierJanvier,
  trenteEtUnDecembre,
} from '@/lib/rules/date/date-civile'
import { contient, type Periode } from '@/lib/rules/date/periode'

/** A contract as its papers need it, from the base. */
export interface ContratLu {
  readonly id: string
  readonly numeroAdherent: string
  readonly reglement: string
  readonly du: DateCivile
  readonly au: DateCivile | null
  readonly membre: { readonly id: string; readonly prenom: string; readonly nom: string }
  /** Where the membre participant lives today; null: they have not told. */
  readonly adresse: LignesAdresse | null
  readonly formules: readonly (Periode & { readonly formule: string })[]
  readonly beneficiaires: readonly BeneficiaireLu[]
  /** Days on which nothing is guaranteed: contributions were not paid. */
  readonly suspensions: readonly Periode[]
}

/** What covers, and whom, whoever pays for it. */
export type Couverture = Pick<ContratLu, 'du' | 'au' | 'formules' | 'beneficiaires' | 'suspensions'>

export interface BeneficiaireLu extends Periode {
  readonly personneId: string
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: string
  readonly rang: number
  readonly lien: LienBeneficiaire
}

/** Why a paper cannot be made, in a sentence for the one who asked. */
export class PapierRefuse extends Error {
  constructor(readonly phrase: string) {
    super(phrase)
    this.name = 'PapierRefuse'
  }
}

const auPlusTot = (a: DateCivile | null, b: DateCivile | null): DateCivile | null =>
  a === null ? b : b === null ? a : laPlusProche(a, b)

/** Nobody is covered before the contract or after it. */
function dansLeContrat(b: BeneficiaireLu, contrat: Couverture): BeneficiaireLu | null {
  const du = laPlusTardive(b.du, contrat.du)
  const au = auPlusTot(b.au, contrat.au)
  return au !== null && au < du ? null : { ...b, du, au }
}

/** The membre participant first, then the spouse, then the children, oldest first. */
const ORDRE: Readonly<Record<LienBeneficiaire, number>> = {
  MEMBRE_PARTICIPANT: 0,
  CONJOINT: 1,
  PACS: 1,
  CONCUBIN: 1,
  ENFANT: 2,
}

/** Everyone the contract covered, covers or will cover; one person only when an ayant droit asks. */
export const personnesDuContrat = (contrat: Couverture, seulement: string | null): BeneficiaireLu[] =>
  contrat.beneficiaires
    .filter((b) => seulement === null || b.personneId === seulement)
    .flatMap((b) => dansLeContrat(b, contrat) ?? [])
    .sort(
      (a, b) =>
        ORDRE[a.lien] - ORDRE[b.lien] ||
        a.dateNaissance.localeCompare(b.dateNaissance) ||
        a.rang - b.rang ||
        a.du.localeCompare(b.du),
    )

export const faitsBeneficiaire = (b: BeneficiaireLu): FaitsBeneficiaire => ({
  prenom: b.prenom,
  nom: b.nom,
  dateNaissance: b.dateNaissance,
  lien: b.lien,
  du: b.du,
  au: b.au,
})

export const suspensionAu = (contrat: Couverture, jour: DateCivile): Periode | null =>
  contrat.suspensions.find((s) => contient(s, jour)) ?? null

/** The formule of that day; else the last one before it (a contract that ended), else the first to come. */
export const formuleAu = (contrat: Couverture, jour: DateCivile): string | null => {
  const triees = [...contrat.formules].sort((a, b) => a.du.localeCompare(b.du))
  const formule = triees.find((f) => contient(f, jour)) ?? triees.findLast((f) => f.du <= jour) ?? triees[0]
  return formule?.formule ?? null
}

export interface ValiditeCarte {
  readonly du: DateCivile
  readonly au: DateCivile
  /** null: there is none to choose. */
  readonly formule: string | null
  readonly personnes: readonly BeneficiaireLu[]
}

/**
 * A card is made for the calendar year: from the last change of what it prints to the first one known, within the year.
 * `sansFormule`: the règlement prints no table of guarantees.
 * @throws {PapierRefuse} when there is no right to show that day.
 */
export function validiteCarte(
  contrat: ContratLu,
  seulement: string | null,
  jour: DateCivile,
  sansFormule: boolean,
): ValiditeCarte {
  if (contrat.au !== null && contrat.au < jour)
    throw new PapierRefuse(
      `Votre contrat a pris fin le ${formatDateEnLettres(contrat.au)} : il n’y a plus de carte de tiers payant. Une attestation de droits peut dire jusqu’à quel jour vous étiez couvert.`,
    )
  if (contrat.du > jour)
    throw new PapierRefuse(
      `Votre contrat commence le ${formatDateEnLettres(contrat.du)} : votre carte sera disponible ce jour-là.`,
    )
  const suspension = suspensionAu(contrat, jour)
  if (suspension !== null)
    throw new PapierRefuse(
      `Les garanties de ce contrat sont suspendues depuis le ${formatDateEnLettres(suspension.du)} : il n’y a pas de carte de tiers payant à montrer. Elle sera de nouveau disponible quand les garanties reprendront. Appelez-nous si vous ne savez pas pourquoi.`,
    )
  const personnes = personnesDuContrat(contrat, seulement).filter((p) => contient(p, jour))
  const formule = contrat.formules.find((f) => contient(f, jour))
  if (personnes.length === 0)
    throw new PapierRefuse(
      'Ce contrat ne vous couvre plus aujourd’hui : il n’y a pas de carte à votre nom. Une attestation de droits peut dire jusqu’à quel jour vous étiez couvert.',
    )
  if (formule === undefined && !sansFormule)
    throw new PapierRefuse(
      'Votre formule n’est pas enregistrée pour aujourd’hui : la carte ne peut pas être faite. Appelez-nous, nous la corrigerons avec vous.',
    )
  const debuts = [premierJanvier(annee(jour)), contrat.du, ...personnes.map((p) => p.du)]
  const fins = [trenteEtUnDecembre(annee(jour)), contrat.au, ...personnes.map((p) => p.au)]
  if (formule !== undefined) {
    debuts.push(formule.du)
    fins.push(formule.au)
  }
  return {
    du: debuts.reduce(laPlusTardive),
    au: fins.filter((fin) => fin !== null).reduce(laPlusProche),
    formule: formule?.formule ?? null,
    personnes,
  }
}

const TITRES: Readonly<Record<NatureDocument, string>> = {
  CARTE_TIERS_PAYANT: 'Carte de tiers payant',
  RELEVE_PRESTATIONS: 'Relevé de prestations',
  ATTESTATION_DROITS: 'Attestation de droits',
  CERTIFICAT_ADHESION: 'Certificat d’adhésion',
  ATTESTATION_COTISATIONS: 'Attestation de cotisations',
  COURRIER: 'Courrier',
  MANDAT_SEPA: 'Mandat de prélèvement SEPA',
  ATTESTATION_RADIATION: 'Attestation de radiation',
  PRISE_EN_CHARGE: 'Accord de prise en charge',
  REPONSE_DEVIS: 'Réponse à un devis',
}

export const titreDocument = (nature: NatureDocument): string => TITRES[nature]

export interface DocumentVu {
  readonly id: string
  readonly nature: NatureDocument
  readonly titre: string
  /** What tells it from the others of its kind. */
  readonly precision: string
  readonly emis: string
}

export interface DocumentListe {
  readonly id: string
  readonly nature: NatureDocument
  readonly numero: string | null
  readonly du: DateCivile | null
  readonly au: DateCivile | null
  readonly emisLe: DateCivile
  readonly objet: string | null
}

function precisionDe({ nature, du, au, objet }: DocumentListe): string {
  if (nature === 'COURRIER' || nature === 'PRISE_EN_CHARGE' || nature === 'REPONSE_DEVIS') return objet ?? ''
  if (du === null || au === null) return ''
  if (nature === 'ATTESTATION_COTISATIONS')
    return au === trenteEtUnDecembre(annee(du))
      ? `année ${annee(du)}`
      : `année ${annee(du)}, jusqu’au ${formatDateEnLettres(au)}`
  const [debut, fin] = [formatDateEnLettres(du), formatDateEnLettres(au)]
  return nature === 'CARTE_TIERS_PAYANT' ? `valable du ${debut} au ${fin}` : `du ${debut} au ${fin}`
}

export const voirDocument = (d: DocumentListe): DocumentVu => ({
  id: d.id,
  nature: d.nature,
  titre: titreDocument(d.nature),
  precision: precisionDe(d),
  emis: formatDateEnLettres(d.emisLe),
})

/** « Attestation de droits du 17 mars 2026.pdf » */
export const nomFichierDocument = (d: Pick<DocumentListe, 'nature' | 'numero' | 'emisLe'>): string =>
  `${titreDocument(d.nature)} ${d.numero ?? `du ${formatDateEnLettres(d.emisLe)}`}.pdf`

export type EtatVerifie =
  | 'EN_VIGUEUR'
  | 'PLUS_EN_VIGUEUR'
  | 'PAS_ENCORE'
  | 'SUSPENDU'
  | 'AUTHENTIQUE'
  | 'MANDAT_FINI'

/** What an opened address says: enough to trust the paper in one's hands, nothing more about anybody. */
export interface VerificationVue {
  readonly titre: string
  readonly etat: EtatVerifie
  readonly phrase: string
  readonly emis: string
  readonly periode: string | null
  /** Initials, and whether the person is covered today. */
  readonly personnes: readonly {
    readonly rang: number
    readonly initiales: string
    readonly couvert: boolean
  }[]
}

export const initiales = ({ prenom, nom }: { readonly prenom: string; readonly nom: string }): string =>
  [prenom, nom].map((mot) => `${[...mot.normalize('NFC').trim()][0]?.toUpperCase() ?? '?'}.`).join(' ')

export interface DocumentVerifie extends DocumentListe {
  readonly contrat: ContratLu
  /** What the paper granted was taken back since. */
  readonly annule?: boolean
  /** Of the paper: people whose rights it states, and the formule it prints. */
  readonly sources: { readonly personnes: readonly string[]; readonly formule: string | null }
  /** Day a mandate stopped being worth anything; null: another paper, or a mandate in force. */
  readonly mandatFiniLe: DateCivile | null
}

/** Months without a debit after which a mandate is worth nothing. */
export const CADUCITE_MANDAT = 36

/** Revoked or replaced, or unused for too long; null while it is worth something. */
export function finDuMandat(
  { revoqueLe, dernierLe }: { readonly revoqueLe: DateCivile | null; readonly dernierLe: DateCivile },
  jour: DateCivile,
): DateCivile | null {
  if (revoqueLe !== null && revoqueLe <= jour) return revoqueLe
  return dernierLe < ajouterMois(jour, -CADUCITE_MANDAT) ? ajouterMois(dernierLe, CADUCITE_MANDAT) : null
}

const PHRASES: Readonly<Record<Exclude<EtatVerifie, 'MANDAT_FINI'>, string>> = {
  EN_VIGUEUR: 'Ce document a bien été émis par la mutuelle et il est valable aujourd’hui.',
  PLUS_EN_VIGUEUR:
    'Ce document a bien été émis par la mutuelle, mais il ne vaut plus aujourd’hui : les droits dont il parle ne sont pas, ou plus, ceux du contrat. Demandez un document récent.',
  PAS_ENCORE: 'Ce document a bien été émis par la mutuelle ; il n’est pas encore valable aujourd’hui.',
  // Why is nobody's business but the member's.
  SUSPENDU:
    'Ce document a bien été émis par la mutuelle, mais il n’est pas valable aujourd’hui : les droits qu’il indique ne sont pas ouverts en ce moment.',
  AUTHENTIQUE: 'Ce document a bien été émis par la mutuelle.',
}

const phraseMandatFini = (le: DateCivile): string =>
  `Ce document a bien été émis par la mutuelle, mais ce mandat a pris fin le ${formatDateEnLettres(le)} : il n’autorise plus aucun prélèvement.`

/** Live: read from today's rights, not from what was printed. */
export function voirVerification(d: DocumentVerifie, jour: DateCivile): VerificationVue {
  const concernees = personnesDuContrat(d.contrat, null).filter((p) =>
    d.sources.personnes.includes(p.personneId),
  )
  const suspendu = suspensionAu(d.contrat, jour) !== null
  const couverts = new Set(concernees.filter((p) => !suspendu && contient(p, jour)).map((p) => p.personneId))
  const uniques = [...new Map(concernees.map((p) => [p.personneId, p])).values()]
  const memeFormule = d.sources.formule === null || d.sources.formule === formuleAu(d.contrat, jour)
  const tousCouverts = uniques.length > 0 && uniques.every((p) => couverts.has(p.personneId))
  const etat = etatVerifie(d, jour, { inchanges: tousCouverts && memeFormule, suspendu })
  return {
    titre: titreDocument(d.nature),
    etat,
    phrase: etat === 'MANDAT_FINI' ? phraseMandatFini(d.mandatFiniLe ?? jour) : PHRASES[etat],
    emis: formatDateEnLettres(d.emisLe),
    periode:
      d.du === null || d.au === null
        ? null
        : `du ${formatDateEnLettres(d.du)} au ${formatDateEnLettres(d.au)}`,
    personnes:
      d.nature === 'CARTE_TIERS_PAYANT' || d.nature === 'ATTESTATION_DROITS'
        ? uniques.map((p, rang) => ({ rang, initiales: initiales(p), couvert: couverts.has(p.personneId) }))
        : [],
  }
}

interface DroitsDuJour {
  readonly inchanges: boolean
  readonly suspendu: boolean
}

function etatVerifie(d: DocumentVerifie, jour: DateCivile, droits: DroitsDuJour): EtatVerifie {
  switch (d.nature) {
    case 'CARTE_TIERS_PAYANT':
      if (d.du !== null && jour < d.du) return 'PAS_ENCORE'
      if (d.au !== null && jour > d.au) return 'PLUS_EN_VIGUEUR'
      if (droits.suspendu) return 'SUSPENDU'
      return droits.inchanges ? 'EN_VIGUEUR' : 'PLUS_EN_VIGUEUR'
    case 'ATTESTATION_DROITS':
      if (droits.suspendu) return 'SUSPENDU'
      return droits.inchanges ? 'EN_VIGUEUR' : 'PLUS_EN_VIGUEUR'
    case 'PRISE_EN_CHARGE':
      if (d.annule === true) return 'PLUS_EN_VIGUEUR'
      if (d.du !== null && jour < d.du) return 'PAS_ENCORE'
      if (d.au !== null && jour > d.au) return 'PLUS_EN_VIGUEUR'
      if (droits.suspendu) return 'SUSPENDU'
      return droits.inchanges ? 'EN_VIGUEUR' : 'PLUS_EN_VIGUEUR'
    case 'CERTIFICAT_ADHESION':
      return contient({ du: d.contrat.du, au: d.contrat.au }, jour) ? 'EN_VIGUEUR' : 'PLUS_EN_VIGUEUR'
    case 'RELEVE_PRESTATIONS':
    case 'ATTESTATION_COTISATIONS':
    case 'COURRIER':
    case 'ATTESTATION_RADIATION':
    case 'REPONSE_DEVIS':
      return 'AUTHENTIQUE'
    case 'MANDAT_SEPA':
      return d.mandatFiniLe === null ? 'AUTHENTIQUE' : 'MANDAT_FINI'
  }
}
