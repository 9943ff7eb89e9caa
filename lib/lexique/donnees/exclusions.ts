/** Tables of which no export has anything, each with its reason. Whoever adds a table decides here or beside. */
export const TABLES_EXCLUES: Readonly<Record<string, string>> = {
  alertes_retard: 'Compte les retards d’un jour : ne nomme personne.',
  codes_secours: 'Empreintes de codes à usage unique : un secret, et rien d’autre.',
  defis: 'Défis à usage unique, dont la base ne garde que l’empreinte : un secret, et rien d’autre.',
  delais_constates: 'Durées médianes des réponses : ne nomme personne.',
  demarches_externes:
    'Démarches de connexion en cours, scellées, mortes en quelques minutes : on ne sait pas de qui elles parlent.',
  flux_recus: 'Fichiers reçus, avec leurs totaux : ne nomme personne.',
  freins:
    'Essais de mot de passe comptés sous une empreinte à clé, effacés en deux jours : on ne sait pas de qui ils parlent.',
  jetons: 'Liens à usage unique, dont la base ne garde que l’empreinte : un secret, et rien d’autre.',
  journal_tete: 'Le dernier rang du journal : ne nomme personne.',
  livre_tete: 'Le dernier rang du grand livre : ne nomme personne.',
  lots_bancaires:
    'Les fichiers pour la banque et les salariés qui les ont préparés : l’ordre de la personne est dans « ordres_bancaires ».',
  lots_releves:
    'Le lancement des relevés de tous, par un salarié : le relevé de la personne est dans « documents ».',
  numerotations: 'Le dernier numéro donné : ne nomme personne.',
  quarantaines: 'Lignes reçues qu’on n’a pu rattacher à personne : on ne sait pas de qui elles parlent.',
  retenues_impaye:
    'Notes internes de l’équipe sur une procédure d’impayé : communiquées sur demande d’accès, une fois retiré ce qui concerne d’autres personnes (RGPD, article 15, paragraphe 4).',
  tarifs: 'Les prix des formules, et le salarié qui les a saisis : ne nomme aucun adhérent.',
  tiers: 'Professionnels et employeurs, avec leur compte bancaire : ce sont d’autres personnes.',
}
