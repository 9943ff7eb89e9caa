import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { aides } from './aides'
import { articles } from './articles'
import { garanties } from './garanties'
import { articlesTableaux } from './garanties/articles'
import { delai, delaiAnnexe, impaye, modules, renonciation } from './parametres'
import { pieces } from './pieces'
import {
  adhesion,
  affiliation,
  apresDeces,
  ayantDroit,
  cotisation,
  echeancier,
  finPrestations,
  option,
  radiation,
  resiliation,
  scission,
  seizeAns,
} from './politiques'

export const mutameSmb: Reglement = {
  id: 'mutame-smb',
  nom: 'Mutame Savoie Mont-Blanc',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [...articles, ...articlesTableaux],
  adhesion,
  affiliation,
  aides,
  apresDeces,
  ayantDroit,
  cotisation,
  couple: null,
  delai,
  delaiAnnexe,
  depart: null,
  departCollectivite: null,
  dispense: null,
  echeancier,
  finPrestations,
  formuleParAge: null,
  garantieOptionnelle: null,
  garanties,
  impaye,
  indemnites: null,
  indu: null,
  maintien: null,
  modules,
  option,
  ouverturePortabilite: null,
  partageOption: { article: 'mutame-smb/art-3' },
  pieces,
  radiation,
  renonciation,
  resiliation,
  scission,
  seizeAns,
  surcomplementaire: null,
  suspensionContrat: null,
}
