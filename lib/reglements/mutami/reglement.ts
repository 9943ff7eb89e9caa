import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { articles } from './articles'
import { garanties } from './garanties'
import { articlesTableaux } from './garanties/articles'
import { delai, delaiAnnexe, impaye, renonciation } from './parametres'
import { pieces } from './pieces'
import {
  adhesion,
  affiliation,
  apresDeces,
  ayantDroit,
  cotisation,
  depart,
  echeancier,
  finPrestations,
  formuleParAge,
  option,
  radiation,
  resiliation,
  seizeAns,
  surcomplementaire,
} from './politiques'

export const mutami: Reglement = {
  id: 'mutami',
  nom: 'Mutami',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [...articles, ...articlesTableaux],
  garanties,
  adhesion,
  affiliation,
  aides: null,
  apresDeces,
  ayantDroit,
  cotisation,
  couple: null,
  delai,
  delaiAnnexe,
  depart,
  departCollectivite: null,
  dispense: null,
  echeancier,
  finPrestations,
  formuleParAge,
  garantieOptionnelle: null,
  impaye,
  indemnites: null,
  indu: { article: 'mutami/art-28', retenue: 'mutami/art-28' },
  maintien: null,
  modules: null,
  option,
  ouverturePortabilite: null,
  partageOption: { article: 'mutami/art-3' },
  pieces,
  radiation,
  renonciation,
  resiliation,
  scission: null,
  seizeAns,
  surcomplementaire,
  suspensionContrat: null,
}
