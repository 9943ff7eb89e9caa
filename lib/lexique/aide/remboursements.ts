import type { ThemeAide } from './aide'

export const REMBOURSEMENTS: ThemeAide = {
  id: 'remboursements',
  titre: 'Mes soins et mes remboursements',
  questions: [
    {
      id: 'comment-se-calcule',
      question: 'Comment se calcule un remboursement ?',
      reponse: [
        'L’Assurance maladie part d’un tarif officiel, la base de remboursement, et en paie une part. Votre garantie dit jusqu’où nous complétons : souvent un pourcentage de cette base, parfois une somme fixe par an ou par soin.',
        'À nous tous, nous ne payons jamais plus que ce que vous avez dépensé. Chaque ligne de « Mes remboursements » se déplie et montre le calcul, étape par étape, avec l’article.',
      ],
      liens: [{ href: '/adherent/remboursements', libelle: 'Mes remboursements en détail' }],
      motsCles: 'calcul montant pourcentage br pourquoi explication',
    },
    {
      id: 'consulter-mes-remboursements',
      question: 'Où voir mes remboursements, et ceux payés aux professionnels ?',
      reponse: [
        'Dans « Mes remboursements en détail », les plus récents d’abord ; les derniers sont aussi sur votre accueil. Vous pouvez ne garder que certaines personnes, une période, ou seulement ce qui vous a été versé, ou seulement ce que nous avons payé à un professionnel.',
        'Si un soin n’y est pas, l’Assurance maladie ne nous l’a sans doute pas encore transmis, ou il faut nous envoyer la facture.',
      ],
      liens: [
        { href: '/adherent/remboursements', libelle: 'Mes remboursements en détail' },
        { href: '/adherent/demandes/remboursement', libelle: 'Me faire rembourser une facture' },
      ],
      motsCles: 'décompte consulter liste filtre bénéficiaire professionnel versé détail',
    },
    {
      id: 'mes-garanties',
      question: 'Où lire mes garanties, et savoir si un soin est pris en charge ?',
      reponse: [
        'Dans « Mes garanties » : personne par personne et besoin par besoin, en euros sur un prix d’exemple et en pourcentage, avec ce qui reste de chaque forfait. Le tableau complet s’imprime.',
        'Tout dépend de votre contrat et de votre formule : ostéopathie, cure, implant, lentilles y sont, ou n’y sont pas. Pour un prix précis, simulez.',
      ],
      liens: [
        { href: '/adherent/garanties', libelle: 'Mes garanties' },
        { href: '/adherent/garanties/tableau', libelle: 'Le tableau à imprimer' },
        { href: '/adherent/simuler', libelle: 'Simuler un remboursement' },
      ],
      motsCles: 'tableau option niveau pris en charge ostéopathe cure médecine douce couvert',
    },
    {
      id: 'pas-tout-rembourse',
      question: 'Pourquoi reste-t-il quelque chose à ma charge ?',
      reponse: [
        'Trois raisons reviennent le plus souvent : la participation forfaitaire de {pf.montant} par consultation ou analyse et les franchises, que la loi nous interdit de rembourser ; un dépassement d’honoraires au-delà de votre garantie ; un forfait de l’année déjà utilisé.',
        'La participation est due dès 18 ans, dans la limite de {pf.plafond_annuel} par an et par personne ; les franchises ont la même limite de leur côté, {franchise.plafond_annuel}.',
      ],
      liens: [
        { href: '/adherent/remboursements', libelle: 'Voir le calcul de mes soins' },
        { href: '/adherent/limites', libelle: 'Mes limites et forfaits' },
      ],
      motsCles: 'reste à charge refus non remboursé 2 euros franchise participation',
    },
    {
      id: 'delai-de-remboursement',
      question: 'Sous combien de temps suis-je remboursé ?',
      reponse: [
        'Quand l’Assurance maladie nous transmet votre soin, tout dépend du jour où elle le fait : nous payons ensuite à notre prochain virement. Pour un soin qu’elle ne rembourse pas, le délai part du jour où votre facture nous arrive complète.',
        'La page de chaque soin dit où il en est, et ce qui manque s’il manque quelque chose.',
      ],
      liens: [{ href: '/adherent/remboursements', libelle: 'Où en sont mes soins ?' }],
      motsCles: 'délai attente quand virement 48 heures retard',
    },
    {
      id: 'teletransmission',
      question: 'Dois-je vous envoyer mes décomptes ?',
      reponse: [
        'Non, si la télétransmission fonctionne : l’Assurance maladie nous envoie vos soins et nous payons sans rien vous demander. « Mes coordonnées » dit, personne par personne, si elle est active.',
        'Elle ne marche qu’avec une seule mutuelle à la fois : si vous en aviez une autre avant nous, demandez-lui d’arrêter la sienne. Nous avons une lettre toute prête.',
      ],
      liens: [
        { href: '/adherent/coordonnees/teletransmission', libelle: 'Ma télétransmission, et la lettre' },
      ],
      motsCles: 'noémie ameli décompte automatique ancienne mutuelle chevauchement',
    },
    {
      id: 'gerer-la-teletransmission',
      question: 'Comment mettre en place, vérifier ou arrêter la télétransmission ?',
      reponse: [
        'Pour la mettre en place, envoyez-nous une attestation de droits à l’Assurance maladie, récente : nous faisons la demande. Si vous aviez une autre mutuelle, demandez-lui d’abord d’arrêter la sienne.',
        'Pour vérifier, lisez l’état de chaque personne dans votre espace. Votre compte ameli le dit aussi ; s’il signale deux mutuelles pour une même personne, choisissez-y celle qui doit recevoir vos soins.',
        'Pour l’arrêter, écrivez-nous. Vous enverrez alors vous-même vos décomptes et vos factures : c’est plus long, et nous remboursons de la même façon.',
      ],
      liens: [
        { href: '/adherent/coordonnees/teletransmission', libelle: 'L’état de ma télétransmission' },
        { href: '/adherent/documents/envoyer', libelle: 'Envoyer mon attestation de droits' },
        { href: '/adherent/messagerie/ecrire', libelle: 'Demander de l’arrêter' },
      ],
      motsCles: 'noémie activer désactiver refuser ameli chevauchement attestation droits',
    },
    {
      id: 'avance-de-frais',
      question: 'Pourquoi me demande-t-on d’avancer l’argent ?',
      reponse: [
        'Le tiers payant dispense d’avancer notre part quand le professionnel le propose : il en est libre. Un dépassement d’honoraires reste souvent à avancer, et le pharmacien peut faire payer un médicament si vous refusez le générique.',
        'Montrez votre carte de tiers payant avec votre carte Vitale. Si vous avez avancé quand même, rien n’est perdu : notre part vous est versée dès que l’Assurance maladie nous transmet le soin, ou dès votre facture.',
      ],
      liens: [
        { href: '/adherent/carte', libelle: 'Ma carte' },
        { href: '/adherent/demandes/remboursement', libelle: 'Me faire rembourser une facture' },
      ],
      motsCles: 'tiers payant générique pharmacien payer convention professionnel avance frais',
    },
    {
      id: 'envoyer-une-facture',
      question: 'Comment envoyer une facture ?',
      reponse: [
        'Choisissez le soin dans « Me faire rembourser une facture », puis joignez-la en photo ou en PDF : la page dit quelles pièces il faut pour ce soin, et quand vous aurez la réponse. La facture doit porter le nom et le prénom de la personne soignée, la date, ce qui a été fait et ce qui a été payé.',
        'Si l’Assurance maladie ne rembourse pas ce soin, la facture suffit souvent ; sinon, joignez son décompte.',
      ],
      liens: [{ href: '/adherent/demandes/remboursement', libelle: 'Me faire rembourser une facture' }],
      motsCles: 'photo pdf pièce justificatif ostéopathe ordonnance',
    },
    {
      id: 'deux-mutuelles',
      question: 'J’ai deux mutuelles : comment être remboursé par la seconde ?',
      reponse: [
        'Une seule reçoit vos soins automatiquement. Envoyez à l’autre le décompte de l’Assurance maladie et celui de la première mutuelle : elle complète, sans que le total dépasse la dépense.',
      ],
      liens: [
        { href: '/adherent/demandes/remboursement', libelle: 'Demander le complément' },
        { href: '/adherent/simuler', libelle: 'Simuler avec une première mutuelle' },
      ],
      motsCles: 'complément surcomplémentaire double première seconde',
    },
    {
      id: 'avant-un-soin',
      question: 'Combien me restera-t-il à payer, avant le soin ?',
      reponse: [
        'Le simulateur calcule avec votre garantie et ce qui reste de vos forfaits, exactement comme un vrai remboursement : indiquez le prix annoncé. Pour des lunettes, des prothèses ou des appareils auditifs, demandez d’abord un devis : le professionnel doit vous en remettre un.',
        'Au-delà de 70 € avec un dépassement, tout professionnel doit vous dire son prix par écrit avant le soin.',
      ],
      liens: [
        { href: '/adherent/simuler', libelle: 'Simuler un remboursement' },
        { href: '/adherent/documents/envoyer', libelle: 'Nous envoyer un devis' },
      ],
      motsCles: 'devis simulation estimation prix lunettes dentiste',
    },
    {
      id: 'depassement',
      question: 'Mon médecin prend des dépassements : sont-ils remboursés ?',
      reponse: [
        'Cela dépend de votre garantie, et de votre médecin. S’il a signé avec l’Assurance maladie un engagement de modération (Optam), nous pouvons rembourser davantage. Sinon, la loi limite ce qu’une mutuelle responsable peut payer du dépassement à {cr.depassement.plafond_non_optam} de la base.',
        'L’annuaire de l’Assurance maladie dit si un médecin est adhérent à l’Optam.',
      ],
      liens: [{ href: '/adherent/simuler', libelle: 'Simuler une consultation' }],
      motsCles: 'optam dptam secteur 2 honoraires spécialiste',
    },
    {
      id: 'lunettes',
      question: 'Quand puis-je changer de lunettes ?',
      reponse: [
        'Tous les deux ans en général, et tous les ans avant 16 ans ou quand la vue a changé. Certaines situations médicales permettent plus tôt.',
        'Les lunettes « 100 % santé » sont remboursées en entier. Pour les autres, la monture est remboursée dans la limite de {cr.optique.plafond_monture}. « Mes limites et forfaits » dit à partir de quel jour vos prochaines lunettes seront remboursées.',
      ],
      liens: [
        { href: '/adherent/limites', libelle: 'Mes limites et forfaits' },
        { href: '/adherent/garanties', libelle: 'Mes garanties' },
      ],
      motsCles: 'optique verres monture opticien renouvellement vue',
    },
    {
      id: 'dentiste',
      question: 'Comment sont remboursés les soins du dentiste ?',
      reponse: [
        'Les soins (carie, détartrage) suivent le tarif officiel. Pour les couronnes et bridges, il y a trois paniers : « 100 % santé », sans rien à payer ; « maîtrisé », à prix limité ; « libre ». Votre garantie dit ce qui est payé dans chacun, et s’il y a une limite par an.',
        'Le dentiste doit vous remettre un devis avec, quand elle existe, une solution sans reste à charge.',
      ],
      liens: [
        { href: '/adherent/garanties', libelle: 'Mes garanties' },
        { href: '/adherent/simuler', libelle: 'Simuler' },
      ],
      motsCles: 'couronne bridge prothèse orthodontie implant dents appareil',
    },
    {
      id: 'hopital',
      question: 'Je vais être hospitalisé : que faire ?',
      reponse: [
        'Demandez une prise en charge avant l’entrée : nous payons alors l’établissement directement. Il nous faut la date d’entrée, le nom de la personne, et les codes que l’établissement vous donne (code risque et discipline médico-tarifaire).',
        'Le forfait journalier ({fjh.general} par jour) et, pour les actes coûteux, la participation de {acte_lourd.participation} sont payés selon votre garantie. La chambre particulière l’est dans la limite écrite dans votre tableau.',
      ],
      liens: [
        { href: '/adherent/demandes/hospitalisation', libelle: 'Demander une prise en charge' },
        { href: '/adherent/garanties', libelle: 'Mes garanties à l’hôpital' },
        { href: '/adherent/simuler', libelle: 'Simuler un séjour' },
      ],
      motsCles: 'hôpital hospitalisation clinique chambre opération dmt prise en charge urgences',
    },
    {
      id: 'devis-et-prises-en-charge',
      question: 'Où retrouver mes devis et mes prises en charge ?',
      reponse: [
        'Dans « Mes devis et prises en charge » : ce que nous avons étudié ou accordé, pour qui, jusqu’à quand, et le document à montrer.',
      ],
      liens: [{ href: '/adherent/documents/prises-en-charge', libelle: 'Mes devis et prises en charge' }],
      motsCles: 'accord devis pec dentiste hôpital document télécharger',
    },
    {
      id: 'arret-de-travail',
      question: 'Je suis en arrêt de travail : ai-je droit à une indemnité ?',
      reponse: [
        'Certains contrats réservés aux agents territoriaux versent une indemnité quand le traitement n’est plus payé en entier, pendant une durée limitée. Elle ne concerne que l’adhérent, pas son conjoint.',
        'C’est votre employeur qui nous la demande, chaque mois, avec votre bulletin de paie : parlez-en à son service du personnel. Si vous avez aussi un contrat de prévoyance, il paie d’abord, et nous complétons.',
      ],
      liens: [{ href: '/adherent/messagerie/ecrire', libelle: 'Demander si mon contrat le prévoit' }],
      motsCles: 'maladie salaire indemnités journalières maintien traitement perte agent',
    },
    {
      id: 'limites',
      question: 'Que me reste-t-il de mes forfaits ?',
      reponse: [
        '« Mes limites et forfaits » montre, personne par personne, ce qui a été utilisé, ce qui reste, le jour où cela se renouvelle, et les soins qui l’ont utilisé.',
      ],
      liens: [{ href: '/adherent/limites', libelle: 'Mes limites et forfaits' }],
      motsCles: 'plafond forfait solde reste utilisé renouvellement',
    },
    {
      id: 'somme-versee-a-tort',
      question: 'Vous me demandez de rendre de l’argent : pourquoi ?',
      reponse: [
        'Il arrive qu’un paiement ait été fait alors que le droit avait pris fin, ou qu’un soin ait été corrigé ensuite par l’Assurance maladie. Notre lettre dit lequel, pourquoi, et depuis quand nous le savons ; rien n’est repris avant le délai qu’elle annonce.',
        'Vous pouvez le contester, ou rendre la somme en plusieurs fois. Chaque somme demandée est expliquée sur votre accueil, avec le lien pour la contester.',
      ],
      liens: [{ href: '/adherent', libelle: 'Mon accueil : la somme, et la contester' }],
      motsCles: 'indu trop perçu remboursement rendre dette retenue',
    },
    {
      id: 'prescription',
      question: 'Jusqu’à quand puis-je demander un remboursement ?',
      reponse: [
        'Les règlements que nous suivons donnent en général deux ans après le soin ou le décompte de l’Assurance maladie. Votre espace garde au moins 24 mois de remboursements.',
      ],
      liens: [{ href: '/adherent/remboursements', libelle: 'Mes remboursements en détail' }],
      motsCles: 'délai deux ans forclusion trop tard ancien',
    },
  ],
}
