import type { FinDeContrat } from '@/lib/rules/maintien/ouvrir-portabilite'
import type { SuiteDuContrat } from '@/lib/rules/maintien/regle-maintien'
import { formatDateEnLettres } from './formats'

/** « Je quitte mon employeur », in the words of who leaves. */
export type Devenir = SuiteDuContrat | 'DECES'

export const CHOIX_DEVENIR: readonly { readonly valeur: Devenir; readonly libelle: string }[] = [
  { valeur: 'CHOMAGE', libelle: 'L’assurance chômage m’indemnise, ou va m’indemniser' },
  { valeur: 'RETRAITE', libelle: 'Je pars à la retraite' },
  { valeur: 'INVALIDITE', libelle: 'Je touche une rente d’incapacité ou d’invalidité' },
  { valeur: 'SANS_REVENU', libelle: 'Rien de tout cela' },
  { valeur: 'DECES', libelle: 'Le salarié est décédé, et j’étais couvert par son contrat' },
]

export const CHOIX_FIN: readonly { readonly valeur: FinDeContrat; readonly libelle: string }[] = [
  { valeur: 'LICENCIEMENT', libelle: 'Un licenciement' },
  { valeur: 'FIN_CDD', libelle: 'La fin d’un contrat à durée déterminée' },
  { valeur: 'DEMISSION', libelle: 'Une démission' },
  { valeur: 'RUPTURE_CONVENTIONNELLE', libelle: 'Une rupture conventionnelle' },
  { valeur: 'RETRAITE', libelle: 'Un départ à la retraite' },
]

const passe = (limite: string, jour: string): string =>
  limite < jour ? ' Ce délai est passé : appelez-nous vite, nous verrons ce qui reste possible.' : ''

const date = formatDateEnLettres

export const DIRE = {
  portabiliteOui: (fin: string, jour: string, precis: boolean): string =>
    fin < jour
      ? `Vous gardiez vos garanties jusqu’au ${date(fin)} : ce temps est fini.`
      : `Vous gardez vos garanties, sans cotisation, jusqu’au ${date(fin)}${precis ? '' : ' au plus tard'}. Vos ayants droit inscrits aussi.`,
  portabiliteRappel:
    'Elle cesse plus tôt si l’indemnisation s’arrête, si vous n’en donnez plus la preuve, ou si l’employeur résilie son contrat. Aucune date limite n’est fixée pour la demander, mais sans preuve elle cesse : envoyez-la dès que vous l’avez.',
  portabiliteNon: 'Vous n’y avez pas droit dans cette situation.',
  evinOui: (demande: string, proposition: string, jour: string): string =>
    `Vous pouvez continuer le même contrat, à vos frais. Nous vous le proposons au plus tard le ${date(proposition)} ; demandez-le au plus tard le ${date(demande)}.${passe(demande, jour)}`,
  evinApres: 'Après la portabilité, et si vous touchez encore un revenu de remplacement.',
  evinPrudent:
    'Ces deux dates sont comptées de la fin de votre contrat de travail, par prudence : elles se comptent en fait de la fin de la portabilité, et seront plus tardives. Indiquez la fin de l’indemnisation et la durée du contrat pour les connaître.',
  evinNon: 'Vous n’y avez pas droit dans cette situation.',
  deces: (jusquAu: string, demande: string, jour: string): string =>
    `Vous pouvez rester couverts au moins jusqu’au ${date(jusquAu)}. Demandez-le au plus tard le ${date(demande)}.${passe(demande, jour)}`,
  individuel:
    'Vos garanties s’arrêtent avec le contrat de travail. Pour rester couvert, il faut un contrat individuel : appelez-nous, nous chercherons avec vous le plus proche de celui-ci.',
  ouverte:
    'Vous gardez vos garanties un temps après votre départ. Notre document ne dit pas combien de temps : appelez-nous avec votre date de départ. Prévenez-nous vous-même, même si votre employeur doit le faire.',
  fermee:
    'Vous n’y avez pas droit dans ce cas. Il faut un contrat individuel : appelez-nous, nous le chercherons avec vous. Prévenez-nous aussi de votre départ.',
  agent: (jusquAu: string): string =>
    `Vous gardez votre contrat. Votre cotisation ne change pas jusqu’au ${date(jusquAu)}, mais la participation de votre employeur s’arrête avec votre départ : la part qu’il payait sera à votre charge.`,
} as const

/** Rights that no form asks for: a message does, whose words are proposed. */
export const MAINTIENS_ECRITS = ['EVIN', 'EVIN_FAMILLE'] as const
export type MaintienEcrit = (typeof MAINTIENS_ECRITS)[number]

const PROPOSITIONS: Readonly<Record<MaintienEcrit, (cessation: string, avant: string) => string>> = {
  EVIN: (cessation, avant) =>
    `Dernier jour de mon contrat de travail : ${date(cessation)}. Je demande à continuer le même contrat, à mes frais (maintien « loi Évin »). La date limite pour le demander est le ${date(avant)}. Merci de m’envoyer votre proposition, avec la cotisation.`,
  EVIN_FAMILLE: (cessation, avant) =>
    `Le salarié dont le contrat me couvrait est décédé. Dernier jour de son contrat de travail : ${date(cessation)}. Je demande à rester couvert par ce contrat, avec les autres personnes de la famille qu’il couvrait (maintien « loi Évin »). La date limite pour le demander est le ${date(avant)}. Merci de m’envoyer votre proposition, avec la cotisation.`,
}
export const ecrireMaintien = (maintien: MaintienEcrit, cessation: string, avant: string): string =>
  PROPOSITIONS[maintien](cessation, avant)

export const DEMANDER = {
  PORTABILITE: 'Demander à garder mes garanties',
  EVIN: 'Demander le maintien « loi Évin »',
  EVIN_FAMILLE: 'Demander le maintien pour la famille',
} as const

/** Why the question has no object, for who holds an individual contract. */
export const CONTRAT_INDIVIDUEL = [
  'Vous avez adhéré vous-même : votre contrat ne dépend pas de votre employeur. Si vous le quittez, rien ne s’arrête et vous n’avez rien à demander.',
  'La portabilité et le maintien « loi Évin » concernent les contrats collectifs, que l’employeur souscrit pour ses salariés.',
] as const

export const ERREURS_DEPART = {
  suite: 'Dites ce que vous devenez après ce contrat de travail.',
  fin: 'Dites comment se termine votre contrat de travail.',
  cessation: 'Indiquez le dernier jour de votre contrat de travail, par exemple 30/06/2026.',
  cessationInconnue: 'Cette date n’existe pas au calendrier. Choisissez le dernier jour de votre contrat.',
  cessationAvant: 'Nous ne savons pas répondre pour un départ aussi ancien : appelez-nous.',
  indemnisation:
    'Cette date n’existe pas au calendrier. Choisissez un jour, ou laissez vide si vous ne la connaissez pas.',
  indemnisationAvant: 'L’indemnisation finit après le contrat de travail : vérifiez les deux dates.',
  duree: 'Indiquez un nombre entier de mois, de 1 à 600, ou laissez vide. Un mois commencé compte entier.',
} as const
