import { composer, type Modele, type Signature } from './cadre'

/** Neither sum nor care: only that there is something to read behind the password. */
export const courrielVirement = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'VIREMENT_PARTI',
      sujet: 'Un virement est parti vers votre compte',
      paragraphes: [
        'Bonjour,',
        'Nous venons d’envoyer un virement à votre banque. Le détail est dans votre espace : pour protéger votre vie privée, il n’est pas décrit ici.',
      ],
      liens: [{ libelle: 'Voir le détail dans mon espace', url }],
      fin: [
        'Pour ne plus recevoir ces e-mails : « Mon compte extranet », puis « Quand m’avertir par e-mail ».',
      ],
    },
    signature,
  )

export const courrielPrelevement = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'PRELEVEMENT_ANNONCE',
      sujet: 'Un prélèvement va passer sur votre compte',
      paragraphes: [
        'Bonjour,',
        'Nous venons de transmettre à votre banque le prélèvement d’une cotisation. Le montant et le jour sont dans votre espace.',
      ],
      liens: [{ libelle: 'Voir mes cotisations', url }],
      fin: [
        'Pour ne plus recevoir ces e-mails : « Mon compte extranet », puis « Quand m’avertir par e-mail ».',
      ],
    },
    signature,
  )
