import type { ThemeAide } from './aide'

export const ESPACE: ThemeAide = {
  id: 'espace',
  titre: 'Mon espace et mes documents',
  questions: [
    {
      id: 'creer-mon-compte',
      question: 'Comment créer mon compte ?',
      reponse: [
        'Il vous faut deux choses : votre numéro d’adhérent, imprimé sur votre carte de tiers payant, et votre code d’accès personnel, en haut à droite de cette carte ou dans la lettre « Votre code d’accès » que nous vous avons envoyée. Donnez-les, choisissez un mot de passe, puis ouvrez le lien que nous envoyons à votre adresse e-mail : sans ce lien, le compte n’est pas ouvert.',
        'Chaque personne couverte de 16 ans ou plus peut avoir son propre compte.',
      ],
      liens: [{ href: '/creer-mon-compte', libelle: 'Créer mon compte' }],
      motsCles: 'inscription activer code accès numéro adhérent certification',
    },
    {
      id: 'numero-adherent',
      question: 'Où trouver mon numéro d’adhérent et mon code d’accès ?',
      reponse: [
        'Le numéro d’adhérent est sur votre carte de tiers payant, sur vos relevés et sur nos lettres.',
        'Le code d’accès est personnel : chaque personne couverte a le sien. Il est en haut à droite de la carte imprimée qui vous a été remise, ou dans la lettre « Votre code d’accès » envoyée à son nom ; la carte que montre ce portail ne le porte pas, parce qu’elle passe sous bien des yeux. Un jeune le reçoit à ses 16 ans.',
        'Vous ne le trouvez pas ? Appelez-nous : nous vous en envoyons un nouveau par courrier, et l’ancien ne sert plus.',
      ],
      liens: [],
      motsCles: 'identifiant carte numéro code',
    },
    {
      id: 'mot-de-passe',
      question: 'J’ai perdu mon mot de passe',
      reponse: [
        'Demandez un lien : il arrive à l’adresse e-mail de votre compte et sert une seule fois. Si vous n’avez plus cette adresse, appelez-nous.',
      ],
      liens: [{ href: '/acces-perdu', libelle: 'J’ai perdu mes accès' }],
      motsCles: 'oublié accès connexion réinitialiser bloqué',
    },
    {
      id: 'deux-conjoints-un-email',
      question: 'Mon conjoint et moi avons la même adresse e-mail : est-ce un problème ?',
      reponse: [
        'Non. Connectez-vous chacun avec votre code d’accès au lieu de l’e-mail : chacun arrive dans son propre dossier. Vous pourrez vous donner une adresse à chacun plus tard.',
      ],
      liens: [{ href: '/connexion', libelle: 'Se connecter' }],
      motsCles: 'même e-mail couple code accès partagé',
    },
    {
      id: 'carte',
      question: 'Où trouver ma carte de tiers payant ?',
      reponse: [
        'Dans « Ma carte » : elle s’affiche, se télécharge, s’imprime, et peut être gardée sur votre téléphone pour la montrer sans réseau. Montrez-la avec votre carte Vitale : le professionnel qui pratique le tiers payant ne vous fait pas avancer notre part.',
        'Le code imprimé dessus mène à une page qui dit si vos droits sont ouverts ce jour-là, et rien d’autre.',
      ],
      liens: [{ href: '/adherent/carte', libelle: 'Ma carte' }],
      motsCles: 'carte mutuelle perdue provisoire tiers payant amc',
    },
    {
      id: 'attestations',
      question: 'Comment obtenir une attestation ?',
      reponse: [
        'Vos attestations se font sur-le-champ dans « Mes documents » : droits, adhésion, et, si une couverture a pris fin, radiation. L’attestation de cotisations de l’année est dans « Mes cotisations ».',
      ],
      liens: [
        { href: '/adherent/documents', libelle: 'Mes documents' },
        { href: '/adherent/cotisations', libelle: 'Mes cotisations' },
      ],
      motsCles: 'certificat radiation droits mutuelle impôts justificatif',
    },
    {
      id: 'releves',
      question: 'Où sont mes relevés de prestation ?',
      reponse: [
        'Dans « Mes relevés de prestation » : un par période, à lire, à imprimer ou à télécharger. Un e-mail sans aucun détail de santé vous prévient quand un relevé arrive, sauf si vous préférez le papier.',
      ],
      liens: [
        { href: '/adherent/releves', libelle: 'Mes relevés de prestation' },
        { href: '/adherent/coordonnees/preferences', libelle: 'Papier ou électronique' },
      ],
      motsCles: 'décompte relevé pdf papier électronique mensuel',
    },
    {
      id: 'changer-de-rib',
      question: 'Comment changer de compte bancaire ?',
      reponse: [
        'Le compte où nous vous remboursons et celui où les cotisations sont prélevées peuvent être différents, et se changent séparément. Pour le premier, donnez l’IBAN et joignez un RIB : il sert dès le lendemain, et nous prévenons votre adresse e-mail pour que personne ne le change à votre place. Pour le second, il faut signer un nouveau mandat de prélèvement.',
      ],
      liens: [
        { href: '/adherent/coordonnees', libelle: 'Mes coordonnées' },
        { href: '/adherent/cotisations', libelle: 'Mes cotisations' },
      ],
      motsCles: 'rib iban banque compte prélèvement virement mandat',
    },
    {
      id: 'mes-donnees',
      question: 'Qui voit mes données de santé ?',
      reponse: [
        'Vous, et les personnes de la mutuelle dont c’est le travail ; chaque ouverture de votre dossier est notée. Votre employeur ne voit jamais vos soins. À partir de 16 ans, le détail de vos soins n’est visible que de vous : le titulaire de votre contrat ne le voit qu’avec votre accord, et garde les sommes qui lui sont versées. Votre choix est dans « Qui voit mes soins ».',
      ],
      liens: [{ href: '/donnees-personnelles', libelle: 'Données personnelles' }],
      motsCles: 'confidentialité rgpd vie privée secret employeur',
    },
    {
      id: 'mon-espace',
      question: 'Que puis-je faire dans mon espace ?',
      reponse: [
        'Tout ce qui touche à votre contrat, jour et nuit : lire chaque remboursement et son calcul, simuler un soin, montrer votre carte, voir vos cotisations, changer vos coordonnées, faire une demande et la suivre, nous écrire.',
      ],
      liens: [
        { href: '/adherent', libelle: 'Mon espace' },
        { href: '/adherent/demandes/nouvelle', libelle: 'Faire une demande' },
      ],
      motsCles: 'avantages services en ligne rubrique menu',
    },
    {
      id: 'email-obligatoire',
      question: 'Faut-il une adresse e-mail pour avoir un espace ?',
      reponse: [
        'Oui : c’est là que nous envoyons le lien qui ouvre l’espace, celui qui change un mot de passe oublié, et nos avis. Aucun de ces e-mails ne dit quoi que ce soit de votre santé.',
        'Sans adresse e-mail, vous restez couvert et remboursé de la même façon : nous vous écrivons sur papier.',
      ],
      liens: [{ href: '/creer-mon-compte', libelle: 'Créer mon compte' }],
      motsCles: 'mail courriel obligatoire internet sans adresse électronique',
    },
    {
      id: 'mon-compte',
      question: 'Comment changer mon mot de passe, ou l’adresse e-mail de mon compte ?',
      reponse: [
        'Le mot de passe se change dans « Mon compte extranet », l’adresse e-mail dans « Mes coordonnées » : la nouvelle compte quand vous avez ouvert le lien que nous y envoyons, et l’ancienne est prévenue.',
      ],
      liens: [
        { href: '/adherent/mon-compte', libelle: 'Mon compte extranet' },
        { href: '/adherent/coordonnees/courriel', libelle: 'Changer mon adresse e-mail' },
      ],
      motsCles: 'compte extranet identifiant sécurité connexion modifier',
    },
    {
      id: 'recevoir-ma-carte',
      question: 'Quand vais-je recevoir ma carte de tiers payant ?',
      reponse: [
        'Une carte est faite à l’adhésion, à chaque changement qu’elle doit montrer et au début de chaque année. Elle paraît d’abord dans « Ma carte » ; par la poste, comptez une quinzaine de jours.',
        'En attendant, celle de votre espace vaut carte : montrez-la sur votre téléphone, ou imprimez-la.',
      ],
      liens: [
        { href: '/adherent/carte', libelle: 'Ma carte' },
        { href: '/adherent/coordonnees/preferences', libelle: 'Papier ou électronique' },
      ],
      motsCles: 'délai envoi provisoire renouvellement janvier nouvelle carte mutualiste poste',
    },
    {
      id: 'reclamation',
      question: 'Je ne suis pas d’accord : comment faire une réclamation ?',
      reponse: [
        'Écrivez-nous : nous accusons réception sous dix jours ouvrables et répondons sous deux mois. Si la réponse ne vous convient pas, ou si ce délai est passé, vous pouvez saisir gratuitement le médiateur, dont l’adresse est dans les mentions légales.',
      ],
      liens: [
        { href: '/adherent/demandes/reclamation', libelle: 'Faire une réclamation' },
        { href: '/mentions-legales', libelle: 'Mentions légales et médiateur' },
      ],
      motsCles: 'plainte contester médiateur litige désaccord',
    },
  ],
}
