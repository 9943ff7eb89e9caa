import { composer, type Modele, type Signature } from './cadre'

type Qui = 'TITULAIRE' | 'PERSONNE'

const DITS = {
  TITULAIRE: {
    ACCORDER: 'Une personne inscrite à votre contrat a accepté que vous voyiez le détail de ses soins.',
    RETIRER:
      'Une personne inscrite à votre contrat ne souhaite plus que vous voyiez le détail de ses soins. Vous continuez à voir les sommes qui vous sont versées.',
  },
  PERSONNE: {
    ACCORDER:
      'Vous avez accepté que le titulaire de votre contrat voie le détail de vos soins. Vous pouvez retirer cet accord à tout moment.',
    RETIRER: 'Le titulaire de votre contrat ne voit plus le détail de vos soins.',
  },
} as const

/** To both, when it changes: neither name nor care. */
export const courrielAccordLecture = (
  qui: Qui,
  choix: 'ACCORDER' | 'RETIRER',
  url: string,
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'ACCORD_LECTURE',
      sujet: 'Qui voit le détail des soins : un changement',
      paragraphes: ['Bonjour,', DITS[qui][choix]],
      liens: [{ libelle: qui === 'PERSONNE' ? 'Voir mon choix' : 'Voir mes remboursements', url }],
      fin: [
        qui === 'PERSONNE'
          ? 'Si ce n’est pas vous, changez votre mot de passe et appelez-nous.'
          : 'Vous n’avez rien à faire.',
      ],
    },
    signature,
  )
