import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { aides } from './aides'
import { articles } from './articles'
import { garanties } from './garanties'
import { articlesTableaux } from './garanties/articles'
import { delai, delaiAnnexe, impaye, maintien, suspensionContrat } from './parametres'
import { pieces } from './pieces'
import {
  adhesion,
  affiliation,
  ayantDroit,
  cotisation,
  dispense,
  echeancier,
  garantieOptionnelle,
  option,
  radiation,
  resiliation,
  seizeAns,
} from './politiques'

export const ocianeCollectif: Reglement = {
  id: 'ociane-collectif',
  nom: 'Ociane Matmut',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [...articles, ...articlesTableaux],
  adhesion,
  affiliation,
  aides,
  apresDeces: null,
  ayantDroit,
  cotisation,
  couple: null,
  delai,
  delaiAnnexe,
  depart: null,
  departCollectivite: null,
  dispense,
  echeancier,
  finPrestations: null,
  formuleParAge: null,
  garantieOptionnelle,
  garanties,
  impaye,
  indemnites: null,
  indu: null,
  maintien,
  modules: null,
  option,
  ouverturePortabilite: null,
  partageOption: { article: 'ociane-collectif/art-1-3' },
  pieces,
  radiation,
  renonciation: null,
  resiliation,
  scission: null,
  seizeAns,
  surcomplementaire: null,
  suspensionContrat,
}
