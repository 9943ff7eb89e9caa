import { composer, type Modele, type Signature } from './cadre'

/** To whoever asked: something is to be read in their space. Neither the subject nor the answer. */
export const courrielDemande = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'DEMANDE',
      sujet: 'Du nouveau pour une de vos demandes',
      paragraphes: [
        'Bonjour,',
        'Il y a du nouveau pour une de vos demandes. Pour protéger vos données, ce message n’en dit pas plus : tout est dans votre espace.',
      ],
      liens: [{ libelle: 'Lire la suite dans mon espace', url }],
      fin: ['Vous vous connecterez avec vos identifiants habituels.'],
    },
    signature,
  )
