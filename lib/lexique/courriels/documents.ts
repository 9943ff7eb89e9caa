import { composer, type Modele, type Signature } from './cadre'

/** Takes nothing of the document, so that it can say nothing of it. `url`: the portal's own page, behind the password. */
export const courrielDocumentDisponible = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'DOCUMENT_DISPONIBLE',
      sujet: 'Un document est disponible dans votre espace',
      paragraphes: [
        'Bonjour,',
        'Un nouveau document vous attend dans votre espace. Pour protéger votre vie privée, il n’est ni joint à ce message, ni décrit ici.',
      ],
      liens: [{ libelle: 'Ouvrir mon espace', url }],
      fin: ['Vous vous connecterez avec vos identifiants habituels.'],
    },
    signature,
  )
