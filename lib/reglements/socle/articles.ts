import { dateCivile } from '@/lib/rules/date/date-civile'
import { lireArticles } from '@/lib/rules/reglement/lire-articles'

const SOURCE = 'Code de la sécurité sociale, version du 14 mars 2026'

export const articles = lireArticles('css', SOURCE, dateCivile('2020-01-01'), [
  ['L160-9', 'L. 160-9', 'Maternité', "prise en charge à 100 % à partir du sixième mois de grossesse"],
  ['L160-13', 'L. 160-13', "Participation de l'assuré", "participation forfaitaire, franchises et forfait patient urgences restent à l'assuré"],
  ['L160-14', 'L. 160-14', 'Suppression de la participation', 'affections de longue durée et autres cas pris en charge à 100 %'],
  ['L162-5', 'L. 162-5', 'Convention des médecins', 'tarifs des consultations et des actes'],
  ['L162-9', 'L. 162-9', 'Conventions des auxiliaires médicaux et des dentistes', 'tarifs des auxiliaires médicaux'],
  ['L162-14', 'L. 162-14', 'Convention des biologistes', 'valeur de la lettre-clé B'],
  ['L162-58', 'L. 162-58', 'Mon soutien psy', 'séances chez un psychologue conventionné, sans dépassement'],
  ['L165-1', 'L. 165-1', 'Liste des produits et prestations', 'bases et prix limites des lunettes, aides auditives et appareils'],
  ['L174-4', 'L. 174-4', 'Forfait journalier', "forfait dû par jour d'hospitalisation"],
  ['L431-1', 'L. 431-1', 'Accidents du travail', 'soins pris en charge à 100 %'],
  ['L871-1', 'L. 871-1', 'Contrat responsable', 'ce qu’un contrat responsable doit et ne peut pas rembourser'],
  ['R160-5', 'R. 160-5', 'Taux de remboursement', "taux de l'Assurance maladie par nature de soin"],
  ['R160-6', 'R. 160-6', 'Parcours de soins', 'majoration de la participation hors du parcours de soins, à partir de 16 ans'],
  ['R160-16', 'R. 160-16', 'Actes lourds', 'participation forfaitaire sur les actes de 120 € et plus'],
  ['R160-19', 'R. 160-19', 'Participation forfaitaire', 'montant de la participation par consultation ou acte'],
  ['R160-20', 'R. 160-20', 'Exonération des mineurs', "pas de participation avant 18 ans au 1er janvier de l'année"],
  ['R162-64', 'R. 162-64', 'Mon soutien psy', 'âge minimum'],
  ['R162-65', 'R. 162-65', 'Mon soutien psy', 'nombre de séances par année civile'],
  ['R871-1', 'R. 871-1', 'Contrat responsable, exclusions', 'majoration et dépassement hors parcours ne sont jamais couverts'],
  ['R871-2', 'R. 871-2', 'Contrat responsable, garanties', 'ticket modérateur, plafonds des lunettes, des aides auditives et des dépassements'],
  ['D160-6', 'D. 160-6', 'Plafond annuel des participations', "nombre de participations dans l'année civile"],
  ['D160-8', 'D. 160-8', 'Plafond journalier des participations', 'quatre participations par jour et par professionnel'],
  ['D160-9', 'D. 160-9', 'Franchises médicales', 'franchise par boîte, par acte et par trajet'],
  ['D160-10', 'D. 160-10', 'Plafond annuel des franchises', '50 € par année civile'],
  ['D160-11', 'D. 160-11', 'Plafonds journaliers des franchises', 'actes paramédicaux et transports'],
  ['D160-12', 'D. 160-12', 'Exonération de franchise des mineurs', "pas de franchise avant 18 ans au 1er janvier de l'année"],
  ['D242-17', 'D. 242-17', 'Plafond de la sécurité sociale', 'valeur mensuelle du plafond'],
  ['D325-1', 'D. 325-1', "Régime local d'Alsace-Moselle", "complète la part de l'Assurance maladie"],
])

export const articlesCodeCivil = lireArticles('civil', 'Code civil, version en vigueur depuis le 1er octobre 2016', dateCivile('2016-10-01'), [
  ['art-414', 'art. 414', 'Majorité', 'à dix-huit ans chacun agit pour soi'],
  ['art-1302-1', 'art. 1302-1', 'Répétition de l’indu', 'qui reçoit ce qui ne lui est pas dû le restitue à qui l’a versé'],
  ['art-1347', 'art. 1347', 'Compensation', 'deux dettes réciproques s’éteignent jusqu’à la plus faible'],
  ['art-1350', 'art. 1350', 'Remise de dette', 'le créancier qui renonce à ce qui lui est dû en libère le débiteur'],
])

export const articlesRgpd = lireArticles('rgpd', 'Règlement (UE) 2016/679, applicable depuis le 25 mai 2018', dateCivile('2018-05-25'), [
  ['art-12', 'art. 12', 'Réponse aux demandes des personnes', 'un mois pour répondre à qui exerce ses droits sur ses données'],
])

export const articlesSantePublique = lireArticles('csp', 'Code de la santé publique, version du 14 mars 2026', dateCivile('2020-01-01'), [
  ['L1110-4', 'L. 1110-4', 'Respect de la vie privée et secret', 'le secret des informations de santé appartient à la personne soignée'],
])
