import { composer, type Modele, type Signature } from './cadre'

/** The last mail to whoever asked to be forgotten: what is gone, what the law keeps, until when. Nothing of their care. */
export const courrielEffacement = (lignes: readonly string[], dpo: string, signature: Signature): Modele =>
  composer(
    {
      code: 'DONNEES_EFFACEES',
      sujet: 'Vos données ont été effacées',
      paragraphes: [
        'Bonjour,',
        'Comme vous l’avez demandé, nous avons effacé vos données, et votre espace est fermé. Voici ce qu’il en est de chaque sorte.',
        ...lignes,
      ],
      liens: [],
      fin: [
        `Une question, ou un désaccord : notre délégué à la protection des données vous répond, ${dpo}. Vous pouvez aussi saisir la CNIL, www.cnil.fr/fr/plaintes.`,
      ],
    },
    signature,
  )
