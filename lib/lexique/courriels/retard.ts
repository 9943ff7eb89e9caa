import { composer, type Modele, type Signature } from './cadre'

/** To superviseurs, once a day: how many are late is read on the portal, and nothing of what they are. */
export const courrielRetard = (url: string, signature: Signature): Modele =>
  composer(
    {
      code: 'DEMANDES_EN_RETARD',
      sujet: 'Des demandes ont dépassé leur délai',
      paragraphes: [
        'Bonjour,',
        'Des demandes d’adhérents ont dépassé leur délai de réponse. Leur liste est dans l’espace de gestion.',
      ],
      liens: [{ libelle: 'Voir les demandes en retard', url }],
      fin: ['Ce message part au plus une fois par jour.'],
    },
    signature,
  )
