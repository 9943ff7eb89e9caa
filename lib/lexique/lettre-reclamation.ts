import { formatDateEnLettres, formatMoment } from './formats'

interface Reclamation {
  readonly numero: string
  /** Day it was received. */
  readonly recueLe: string
  readonly repondreAvant: string
}

interface Mutuelle {
  readonly telephone: string
  readonly horaires: string
  readonly mediateur: { readonly nom: string; readonly adresse: readonly string[]; readonly site: string }
}

/** The letter that says a réclamation was received, who has it, until when, and who comes next. Nothing of what it says. */
export const lettreAccuseReclamation = (r: Reclamation, mutuelle: Mutuelle) => ({
  objet: `Votre réclamation ${r.numero}`,
  paragraphes: [
    `Nous avons reçu votre réclamation le ${formatDateEnLettres(r.recueLe)}. Elle porte le numéro ${r.numero} : citez-le si vous nous appelez.`,
    `Le service des réclamations l’étudie et vous répond par écrit avant le ${formatMoment(r.repondreAvant)}. Vous suivez où elle en est dans votre espace, et vous pouvez y ajouter un message ou une pièce.`,
  ],
  suite: [
    `Si notre réponse ne vous convient pas, ou si elle tarde, vous pourrez saisir gratuitement le médiateur : ${mutuelle.mediateur.nom}, ${mutuelle.mediateur.adresse.join(', ')}, ${mutuelle.mediateur.site}.`,
    `Une question ? ${mutuelle.telephone}, ${mutuelle.horaires}.`,
  ],
})
