import type { ThemeAide } from './aide'

export const CONTRAT: ThemeAide = {
  id: 'contrat',
  titre: 'Mon contrat',
  questions: [
    {
      id: 'changer-d-option',
      question: 'Puis-je changer d’option, et à partir de quand ?',
      reponse: [
        'Oui, mais pas à n’importe quelle date : votre règlement fixe combien de temps il faut être resté dans une option, combien de temps à l’avance le demander, et le jour où le changement compte. Monter et descendre ne suivent pas toujours la même règle.',
        'Le calculateur de « Mes contrats » vous donne la première date possible pour vous, l’article qui le dit et la nouvelle cotisation.',
      ],
      liens: [
        { href: '/adherent/contrats/que-puis-je-faire', libelle: 'Puis-je changer, partir, ajouter ?' },
      ],
      motsCles: 'formule garantie niveau monter descendre augmenter baisser',
    },
    {
      id: 'ajouter-un-beneficiaire',
      question: 'Comment ajouter mon conjoint ou un enfant ?',
      reponse: [
        'Il faut nous le demander, avec la pièce qui prouve le lien : acte de naissance, jugement d’adoption, livret de famille, convention de Pacs ou attestation de vie commune.',
        'La date à partir de laquelle la personne est couverte dépend de l’événement et du jour où nous recevons la demande. Le calculateur vous la donne.',
        'Si votre contrat est celui de votre employeur, commencez par son service des ressources humaines : c’est lui qui nous transmet l’ajout.',
      ],
      liens: [
        { href: '/adherent/contrats/que-puis-je-faire', libelle: 'À partir de quand serait-il couvert ?' },
        { href: '/adherent/beneficiaires', libelle: 'Mes bénéficiaires' },
      ],
      motsCles: 'ayant droit mariage pacs concubin rattacher affiliation inscrire',
    },
    {
      id: 'couple-d-agents',
      question: 'Mon conjoint est agent territorial, comme moi : puis-je l’ajouter ?',
      reponse: [
        'Non, si votre contrat est réservé aux agents des collectivités : chacun des deux adhère pour lui-même, parce que l’indemnité versée en cas d’arrêt de travail ne protège que l’adhérent.',
        'Si votre conjoint n’est pas agent, vous pouvez l’ajouter : le calculateur dit à partir de quand il serait couvert.',
      ],
      liens: [
        { href: '/adherent/contrats/que-puis-je-faire', libelle: 'Qui puis-je ajouter ?' },
        { href: '/adherent/messagerie/ecrire', libelle: 'Demander un bulletin d’adhésion' },
      ],
      motsCles: 'fonctionnaire collectivité époux couple adhérer individuellement séparément',
    },
    {
      id: 'retirer-un-beneficiaire',
      question: 'Comment retirer quelqu’un de mon contrat ?',
      reponse: [
        'Demandez-le avec sa raison : séparation, enfant qui n’est plus à charge, contrat obligatoire de son employeur, Complémentaire santé solidaire. La date dépend de la raison et de votre règlement ; le calculateur vous la donne, avec la pièce à joindre et votre nouvelle cotisation.',
        'Si votre contrat est celui de votre employeur, adressez-vous d’abord à son service des ressources humaines.',
      ],
      liens: [
        { href: '/adherent/contrats/que-puis-je-faire', libelle: 'À partir de quand peut-il partir ?' },
        { href: '/adherent/beneficiaires', libelle: 'Mes bénéficiaires' },
      ],
      motsCles: 'radier enlever supprimer ayant droit divorce séparation enfant css',
    },
    {
      id: 'naissance',
      question: 'Mon bébé vient de naître : depuis quand est-il couvert ?',
      reponse: [
        'Demandé à temps, un nouveau-né ou un enfant adopté est couvert dès le jour de sa naissance ou de son arrivée. Ce délai est écrit dans votre règlement ; passé ce délai, il est couvert comme n’importe quel ajout, plus tard.',
        'Donnez au calculateur la date de naissance : il vous dit jusqu’à quel jour vous pouvez le demander, et depuis quand votre enfant sera couvert.',
      ],
      liens: [
        { href: '/adherent/contrats/que-puis-je-faire', libelle: 'Depuis quand mon enfant est-il couvert ?' },
      ],
      motsCles: 'nouveau-né enfant adoption accouchement nourrisson prime',
    },
    {
      id: 'enfant-majeur',
      question: 'Jusqu’à quel âge mon enfant reste-t-il couvert par mon contrat ?',
      reponse: [
        'Cela dépend de votre règlement et de ce que fait votre enfant : études, apprentissage, service civique, recherche d’un premier emploi, handicap. Certaines situations se prouvent chaque année.',
        '« Mes bénéficiaires » indique pour chaque personne jusqu’à quand elle est couverte, pourquoi, et la pièce attendue cette année.',
      ],
      liens: [
        { href: '/adherent/beneficiaires', libelle: 'Mes bénéficiaires' },
        { href: '/adherent/demandes/preuve', libelle: 'Envoyer la preuve de l’année' },
      ],
      motsCles: 'étudiant apprenti certificat scolarité fiscal à charge limite',
    },
    {
      id: 'seize-ans',
      question: 'Mon enfant a 16 ans : qu’est-ce qui change ?',
      reponse: [
        'À 16 ans, il a son propre numéro de Sécurité sociale et sa propre carte Vitale. Envoyez-nous son attestation de droits : sans elle, ses remboursements peuvent s’arrêter d’arriver tout seuls.',
        'Il peut ouvrir son propre espace et y lire ses soins. Leur détail devient le sien : vous ne voyez ses nouveaux soins qu’avec son accord, et gardez les sommes qui vous sont versées.',
        'Si le règlement de votre contrat le prévoit, ses remboursements lui reviennent, sauf s’il le refuse : il donne un compte à son nom dans « Mes coordonnées » de son espace. D’ici là, ils arrivent sur le compte du contrat.',
      ],
      liens: [
        { href: '/adherent/documents/envoyer', libelle: 'Envoyer son attestation' },
        { href: '/adherent/beneficiaires', libelle: 'Mes bénéficiaires' },
      ],
      motsCles: 'adolescent carte vitale attestation mineur',
    },
    {
      id: 'partir',
      question: 'Comment résilier mon contrat ?',
      reponse: [
        'Il y a plusieurs façons de partir : à la fin de l’année, à tout moment après un an, ou parce que votre situation change (contrat obligatoire de l’employeur, Complémentaire santé solidaire, départ à l’étranger…). Chacune a sa date et sa pièce.',
        'Le calculateur compare les motifs et vous montre celui qui vous libère le plus tôt. Ce qui a été payé au-delà de la fin vous est rendu.',
      ],
      liens: [{ href: '/adherent/contrats/que-puis-je-faire', libelle: 'Quand puis-je partir ?' }],
      motsCles: 'résiliation quitter arrêter annuler démission dénoncer châtel infra-annuelle',
    },
    {
      id: 'contrat-obligatoire',
      question: 'Mon employeur (ou celui de mon conjoint) m’impose une mutuelle : que faire de la mienne ?',
      reponse: [
        'Un contrat collectif obligatoire permet de quitter un contrat individuel en cours d’année. Il faut une attestation de l’employeur qui dit que l’adhésion est obligatoire, et, pour un conjoint ou un enfant, qu’elle couvre aussi la famille.',
        'Dans certains cas prévus par la loi, c’est du contrat de l’employeur qu’on peut être dispensé : la demande se fait par écrit auprès de lui, et il la garde. Un agent territorial est dispensé d’entrer dans le contrat d’une entreprise privée.',
        'Avant de quitter un contrat qui indemnise aussi vos arrêts de travail, demandez-nous ce que vous perdez : on ne peut pas toujours y revenir.',
      ],
      liens: [
        { href: '/adherent/contrats/que-puis-je-faire', libelle: 'À partir de quand puis-je partir ?' },
      ],
      motsCles: 'dispense collectif obligatoire entreprise salarié conjoint',
    },
    {
      id: 'quitter-son-employeur',
      question: 'Je quitte mon entreprise : suis-je encore couvert ?',
      reponse: [
        'Si votre contrat est celui de l’entreprise et que l’assurance chômage vous indemnise, la couverture peut continuer gratuitement pendant un temps : c’est la portabilité. Elle ne joue pas après une démission ordinaire ni une faute lourde.',
        'À la retraite, en invalidité ou à la fin de la portabilité, la loi Évin permet de garder un contrat, à payer soi-même, si on le demande à temps.',
        'Un agent qui change de collectivité ou part à la retraite peut garder le contrat auquel il a adhéré lui-même ; la participation de l’employeur, elle, s’arrête.',
        'Dans tous les cas, prévenez-nous vous-même, même si votre employeur doit le faire.',
      ],
      liens: [{ href: '/adherent/contrats/depart-employeur', libelle: 'Y ai-je droit, et jusqu’à quand ?' }],
      motsCles: 'portabilité évin chômage licenciement retraite démission cdd',
    },
    {
      id: 'deces',
      question: 'Que faire après un décès ?',
      reponse: [
        'Envoyez-nous l’acte de décès, et prévenez aussi l’Assurance maladie. Nous arrêtons la couverture à la date que fixe le règlement et rendons ce qui a été payé au-delà.',
        'Si c’est l’adhérent qui est décédé, les personnes qu’il couvrait peuvent rester couvertes un temps, puis avoir leur propre contrat : appelez-nous, nous ferons le point ensemble.',
      ],
      liens: [{ href: '/adherent/documents/envoyer', libelle: 'Envoyer l’acte de décès' }],
      motsCles: 'mort veuf veuve acte décès',
    },
    {
      id: 'demenager',
      question: 'Je déménage : que dois-je faire ?',
      reponse: [
        'Changez votre adresse dans « Mes coordonnées » ; la page dit si votre règlement demande un justificatif de domicile, et le prend. En changeant de département, vous changez aussi de caisse d’Assurance maladie : envoyez-nous alors votre nouvelle attestation de droits, pour que vos remboursements continuent d’arriver sans rien envoyer.',
      ],
      liens: [
        { href: '/adherent/coordonnees', libelle: 'Mes coordonnées' },
        { href: '/adherent/documents/envoyer', libelle: 'Envoyer mon attestation' },
      ],
      motsCles: 'adresse déménagement cpam département',
    },
    {
      id: 'changement-de-situation',
      question: 'Mariage, divorce, nouveau téléphone ou e-mail : que faut-il vous dire ?',
      reponse: [
        'Tout ce qui change votre famille, vos coordonnées ou votre banque. Le téléphone, l’e-mail, l’adresse et le compte bancaire se changent vous-même dans « Mes coordonnées » ; une nouvelle adresse e-mail compte quand vous avez ouvert le lien que nous y envoyons.',
        'Un mariage, un Pacs, une séparation se déclarent par l’ajout ou le retrait de la personne. Prévenez aussi l’Assurance maladie : nos deux dossiers doivent dire la même chose.',
      ],
      liens: [
        { href: '/adherent/coordonnees', libelle: 'Mes coordonnées' },
        { href: '/adherent/contrats/que-puis-je-faire', libelle: 'Ajouter ou retirer une personne' },
      ],
      motsCles: 'mariage pacs divorce téléphone portable e-mail courriel mise à jour dossier',
    },
    {
      id: 'echeancier',
      question: 'Où lire ce que je paie, et quand ?',
      reponse: [
        '« Mes cotisations » montre l’échéancier de l’année : chaque fraction, le jour du prélèvement, ce qui est payé, et pourquoi ce montant. S’il change en cours d’année, la différence est expliquée. Un nouvel échéancier est établi chaque année.',
      ],
      liens: [{ href: '/adherent/cotisations', libelle: 'Mes cotisations' }],
      motsCles: 'cotisation prix tarif prélèvement appel montant échéance payer',
    },
    {
      id: 'adherer',
      question: 'Je ne suis pas encore adhérent : comment le devenir ?',
      reponse: [
        'Dites-nous votre situation : agent d’une collectivité, salarié, indépendant, retraité, ou entreprise qui cherche un contrat pour ses salariés. Un conseiller vous propose le contrat qui convient, et ce qu’il coûte.',
        'Si vous avez droit à la Complémentaire santé solidaire, demandez-nous si nous pouvons en être le gestionnaire. Le téléphone et l’adresse e-mail sont en bas de chaque page.',
      ],
      liens: [{ href: '/', libelle: 'Nous joindre' }],
      motsCles: 'devis tarif souscrire souscription entreprise css collectivité offre adhésion',
    },
    {
      id: 'cotisation-impayee',
      question: 'Je n’ai pas pu payer une cotisation : que se passe-t-il ?',
      reponse: [
        'Rien ne s’arrête du jour au lendemain. La loi impose un rappel, une lettre de mise en demeure, puis un délai avant que les remboursements soient suspendus, et encore un délai avant la fin du contrat. Chaque date est écrite dans « Mes cotisations » et dans nos lettres.',
        'Un paiement arrête la procédure. Appelez-nous avant : nous cherchons une solution avec vous.',
      ],
      liens: [{ href: '/adherent/cotisations', libelle: 'Mes cotisations' }],
      motsCles: 'impayé retard suspension mise en demeure rejet',
    },
  ],
}
