import type { ThemeAide } from './aide'

export const NOUS_JOINDRE: ThemeAide = {
  id: 'nous-joindre',
  titre: 'Nous joindre, et nos autres services',
  questions: [
    {
      id: 'ecrire',
      question: 'Comment vous écrire, et quand aurai-je la réponse ?',
      reponse: [
        'Par la messagerie de votre espace : choisissez de quoi il s’agit, écrivez, joignez une photo ou un PDF s’il le faut. Un conseiller vous répond sous {promesse.messagerie}, hors week-ends et jours fériés ; la page dit la date avant l’envoi, et un e-mail vous prévient de la réponse.',
        'Votre message reste dans votre espace, avec la réponse : rien de votre santé ne passe par un e-mail.',
      ],
      liens: [
        { href: '/adherent/messagerie/ecrire', libelle: 'Écrire un message' },
        { href: '/adherent/messagerie', libelle: 'Ma messagerie' },
      ],
      motsCles: 'messagerie message contacter conseiller question réponse délai pièce jointe',
    },
    {
      id: 'nous-contacter',
      question: 'Comment vous appeler, ou venir à l’agence ?',
      reponse: [
        'Le téléphone, ses heures et l’adresse e-mail sont en bas de chaque page ; l’adresse du guichet est sur la page d’accueil du site. Donnez votre numéro d’adhérent : il est sur votre carte.',
        'Une urgence, par exemple une entrée à l’hôpital le jour même : appelez, n’attendez pas une réponse écrite.',
      ],
      liens: [
        { href: '/', libelle: 'Téléphone, adresse, guichet' },
        { href: '/adherent/messagerie/ecrire', libelle: 'Écrire un message' },
      ],
      motsCles: 'contact téléphone agence adresse guichet horaires urgence centre de gestion conseiller',
    },
    {
      id: 'assistance',
      question: 'Mon contrat a-t-il une assistance, et comment l’appeler ?',
      reponse: [
        'Beaucoup de contrats en ont une : aide à la maison après une hospitalisation, garde d’enfants, avis médical à distance. « Mes garanties » la montre dans « Assistance et services » quand la vôtre la prévoit.',
        'C’est un autre organisme qui la rend. Son numéro, ouvert jour et nuit, est dans la notice d’assistance de votre contrat : appelez-le avant d’engager une dépense, votre numéro d’adhérent sous la main. Si vous ne trouvez pas la notice, demandez-la-nous.',
      ],
      liens: [
        { href: '/adherent/garanties', libelle: 'Mes garanties' },
        { href: '/adherent/messagerie/ecrire', libelle: 'Demander la notice d’assistance' },
      ],
      motsCles: 'assistance aide ménagère domicile téléconsultation plateforme 24 h garde rapatriement',
    },
    {
      id: 'prevoyance',
      question: 'Puis-je avoir un contrat de prévoyance, et comment le faire jouer ?',
      reponse: [
        'La prévoyance remplace un revenu ou verse un capital : arrêt de travail, invalidité, décès, accident, dépendance, obsèques. C’est un contrat à part, souvent d’un autre assureur, dont le prix dépend de l’âge, du salaire et des garanties. Demandez un devis à un conseiller.',
        'Si vous en avez déjà un, c’est à l’assureur écrit sur ce contrat, ou au conseiller qui vous l’a proposé, qu’il faut s’adresser pour être indemnisé.',
      ],
      liens: [{ href: '/adherent/messagerie/ecrire', libelle: 'Demander un devis ou un conseil' }],
      motsCles: 'maintien salaire invalidité décès obsèques dépendance accident capital rente',
    },
  ],
}
