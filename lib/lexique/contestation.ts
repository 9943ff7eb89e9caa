import type { RaisonRemise } from '@/lib/services/contestation/schema'
import { formatDateEnLettres, formatMontant } from './formats'
import { direSoin, type SoinDit } from './indu'
import { phraseDejaRendu, RAISONS_REMISE } from './remise'

interface Mutuelle {
  readonly telephone: string
  readonly mediateur: { readonly nom: string; readonly adresse: readonly string[]; readonly site: string }
}

/** What is left to who still disagrees. */
export const suiteDesaccord = ({ mediateur }: Pick<Mutuelle, 'mediateur'>): string =>
  `Vous pouvez nous adresser une réclamation, depuis « Faire une demande » ou par courrier. Si notre réponse ne vous convient pas, vous pourrez saisir gratuitement le médiateur : ${mediateur.nom}, ${mediateur.adresse.join(', ')}, ${mediateur.site}.`

interface SommeRemise extends SoinDit {
  readonly remis: number
  /** Given back before, which the decision does not give again. */
  readonly deja: number
}

const paragraphes = (phrase: string | null): readonly string[] =>
  phrase === null ? [] : phrase.split(/\n{2,}/)

/** The letter that says that nothing is asked any more, and why. */
export const lettreRemise = (
  s: SommeRemise,
  raison: RaisonRemise,
  phrase: string | null,
  mutuelle: Mutuelle,
) => ({
  objet: 'Une somme que vous n’avez plus à rendre',
  paragraphes: [
    'Bonjour,',
    `Nous vous demandions de rendre ${formatMontant(s.remis)} ${direSoin(s)}.`,
    `${RAISONS_REMISE[raison]} Nous renonçons à cette somme : vous n’avez plus rien à en rendre, et rien n’en sera retenu sur vos remboursements.`,
    ...(s.deja > 0 ? [phraseDejaRendu(s.deja)] : []),
    ...paragraphes(phrase),
  ],
  suite: [`Une question ? Appelez-nous au ${mutuelle.telephone}.`],
})

interface SommeMaintenue extends SoinDit {
  readonly reste: number
  readonly retenueDes: string
  readonly mensualite: number | null
}

/** What happens to a sum that stays due: from when, and how. */
export const phraseMaintien = ({ reste, retenueDes, mensualite }: SommeMaintenue): string =>
  mensualite === null
    ? `${formatMontant(reste)}. Rien n’est retenu avant le ${formatDateEnLettres(retenueDes)} ; ensuite, cette somme est retenue sur vos remboursements.`
    : `${formatMontant(reste)}, par mensualités de ${formatMontant(mensualite)} : la prochaine est attendue dans un mois.`

/** The letter that says why a contested sum stays due, from when, and what is possible. */
export const lettreMaintien = (s: SommeMaintenue, phrase: string, mutuelle: Mutuelle) => ({
  objet: 'Votre contestation : la somme reste à rendre',
  paragraphes: [
    'Bonjour,',
    `Vous contestez une somme que nous vous demandons de rendre ${direSoin(s)}. Après vérification, elle reste due. Voici pourquoi :`,
    ...paragraphes(phrase),
    `Reste à rendre : ${phraseMaintien(s)}`,
  ],
  suite: [
    `Vous préférez rendre cette somme en plusieurs fois ? Appelez-nous au ${mutuelle.telephone} : nous fixons les mensualités avec vous.`,
    suiteDesaccord(mutuelle),
  ],
})
