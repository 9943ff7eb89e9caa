/** What leads to no line of the journal, and why none is needed. It only shrinks, or says why it grew. */
export const SANS_JOURNAL: Readonly<Record<string, string>> = {
  'app/(public)/acces-perdu/actions.ts#demanderMesAcces':
    'Dit la même chose que l’on soit connu ou non ; la tâche qui cherche le compte note ACCES_PERDU_DEMANDE.',
  'app/adherent/demandes/actions.ts#noterLus': 'La personne marque lus les messages qui lui sont écrits.',
  'app/adherent/documents/[id]/telecharger/route.ts#GET':
    'La personne prend ses propres papiers ; un gestionnaire qui regarde son espace est noté page par page (PAGE_REGARDEE).',
  'app/adherent/documents/envois/[depot]/telecharger/route.ts#GET':
    'La personne reprend ce qu’elle a envoyé elle-même ; un regard est noté page par page.',
  'app/adherent/simuler/actions.ts#simulerUnSoin': 'Un calcul pour soi : rien n’est écrit ni gardé.',
  'app/api/sante/route.ts#GET': 'Dit que le serveur répond, à n’importe qui ; aucune donnée.',
  'app/carte/manifest.webmanifest/route.ts#GET': 'Une icône et un nom, les mêmes pour tous.',
  'app/gestion/prises-en-charge/actions.ts#ouvrirUneDemande':
    'Mène à la page de saisie du contrat, qui note DOSSIER_LU ; ne montre ni n’écrit rien elle-même.',
  'app/organisme.css/route.ts#GET': 'Les couleurs de l’organisme, les mêmes pour tous.',
  'lib/services/compte/mutations.ts#demanderAcces':
    'Ne fait que poser la tâche, pour qu’un compte connu et un inconnu prennent le même temps ; la tâche note.',
  'lib/services/connexion/mutations.ts#purgerAcces':
    'Efface des sessions et des liens finis depuis longtemps ; les connexions elles-mêmes sont au journal.',
  'lib/services/corbeille/mutations.ts#uneFois':
    'Exécute la commande qu’on lui donne, qui note elle-même ; n’écrit rien d’autre.',
  'lib/services/courriel/mutations.ts#expedierCourriel':
    'L’état de chaque courriel est dans sa ligne, avec ses essais ; ce qui l’a fait partir est au journal.',
  'lib/services/courriel/mutations.ts#relancerCourrielsOublies':
    'Remet dans la file ce qui n’en est pas sorti ; rien ne change pour personne.',
  'lib/services/courriel/mutations.ts#purgerCourriels':
    'Efface des courriels passé leur durée de conservation ; ce qui les a fait partir reste au journal.',
  'lib/services/delai-constate/mutations.ts#recompterDelais': 'Une statistique de délais, sans personne.',
  'lib/services/suite-demande/mutations.ts#marquerLus':
    'La personne marque lus les messages qui lui sont écrits.',
  'lib/services/echeancier/mutations.ts#appelerEcheances':
    'Une écriture du grand livre, qui ne change jamais, pour chaque échéance appelée ; l’échéancier est au journal.',
  'lib/services/prise-en-charge/mutations.ts#apercevoirPriseEnCharge':
    'Un calcul d’essai, qui n’écrit rien ; la page qui le montre note PRISE_EN_CHARGE_LUE.',
  'lib/services/rendu/mutations.ts#materialiser':
    'Imprime une fois un papier déjà émis ; DOCUMENT_EMIS est au journal, et qui le lit aussi.',
  'lib/services/rendu/mutations.ts#materialiserParId':
    'Imprime une fois un papier déjà émis ; DOCUMENT_EMIS est au journal, et qui le lit aussi.',
  'lib/services/rendu/mutations.ts#fichierDuDocument':
    'Imprime une fois un papier déjà émis ; DOCUMENT_EMIS est au journal, et qui le lit aussi.',
  'app/(public)/connexion/second-facteur/actions.ts#defierMonEntree':
    'Un défi de cinq minutes que l’appareil signe ; CONNEXION ou SECOND_FACTEUR_REFUSE dit ce qu’il en est advenu.',
  'app/(public)/connexion/second-facteur/actions.ts#commencerApplication':
    'Une graine qui ne sert encore à rien ; FACTEUR_AJOUTE est noté quand son premier code la prouve.',
  'app/(public)/schemas/donnees-personnelles-1.json/route.ts#GET':
    'La forme publiée d’un fichier, la même pour tous ; aucune donnée.',
  'app/deconnexion/fournisseur/suite/route.ts#GET':
    'La session est déjà finie et DECONNEXION notée ; ne fait que mener le navigateur chez le fournisseur.',
  'app/deconnexion/retour/route.ts#GET': 'Ramène à la page de connexion ; ne lit ni n’écrit rien.',
  'app/securite/actions.ts#defierMaCle':
    'Un défi de cinq minutes que l’appareil signe ; IDENTITE_RECONFIRMEE dit ce qu’il en est advenu.',
  'app/securite/actions.ts#commencerMonApplication':
    'Une graine qui ne sert encore à rien ; FACTEUR_AJOUTE est noté quand son premier code la prouve.',
  'app/securite/actions.ts#creerMesCodes':
    'Une liste qui ne sert encore à rien ; FACTEUR_AJOUTE est noté quand un de ses codes est recopié.',
  'app/securite/actions.ts#preparerUneCle':
    'Un défi de cinq minutes pour fabriquer une clé ; FACTEUR_AJOUTE est noté quand elle est prouvée.',
  'app/session/actions.ts#resterConnecte':
    'N’écrit rien : demander quoi que ce soit, même cela, repousse la fin de sa propre session.',
  'app/session/route.ts#GET':
    'Dit à la page ouverte combien de temps dure sa propre session ; aucune autre donnée.',
  'lib/services/annonce/mutations.ts#annoncerLot':
    'Prévient par courriel de ce qui est fait ; l’émission du lot est au journal, chaque courriel dans sa ligne.',
  'lib/services/cle-acces/mutations.ts#defierPourSession':
    'Un défi de cinq minutes que l’appareil signe ; IDENTITE_RECONFIRMEE dit ce qu’il en est advenu.',
  'lib/services/demarche-externe/mutations.ts#purgerDemarches':
    'Efface des allers chez un fournisseur que personne n’a finis ; les entrées elles-mêmes sont au journal.',
  'lib/services/entree-externe/mutations.ts#adresseDeSortie':
    'La session est déjà finie et DECONNEXION notée ; efface le jeton qu’elle donne au fournisseur.',
  'lib/services/entree/mutations.ts#defierEntree':
    'Un défi de cinq minutes que l’appareil signe ; CONNEXION ou SECOND_FACTEUR_REFUSE dit ce qu’il en est advenu.',
  'lib/services/entree/mutations.ts#commencerEnrolement':
    'Une graine qui ne sert encore à rien ; FACTEUR_AJOUTE est noté quand son premier code la prouve.',
  'lib/services/identite-externe/mutations.ts#exigerALier':
    'Regarde seulement s’il reste quelque chose à relier ; relier est noté (IDENTITE_RELIEE).',
  'lib/services/mes-facteurs/mutations.ts#commencerApplication':
    'Une graine qui ne sert encore à rien ; FACTEUR_AJOUTE est noté quand son premier code la prouve.',
  'lib/services/mes-facteurs/mutations.ts#creerMaListe':
    'Une liste qui ne sert encore à rien ; FACTEUR_AJOUTE est noté quand un de ses codes est recopié.',
  'lib/services/mes-facteurs/mutations.ts#preparerMaCle':
    'Un défi de cinq minutes pour fabriquer une clé ; FACTEUR_AJOUTE est noté quand elle est prouvée.',
}
