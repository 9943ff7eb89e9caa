import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { articles } from './articles'
import { garanties } from './garanties'
import { articlesTableaux } from './garanties/articles'
import { delai, delaiAnnexe, indemnites } from './parametres'
import { pieces } from './pieces'
import {
  affiliation,
  ayantDroit,
  couple,
  depart,
  departCollectivite,
  dispense,
  echeancier,
  radiation,
  resiliation,
} from './politiques'

export const mutamePlus: Reglement = {
  id: 'mutame-plus',
  nom: 'Mutame & Plus',
  connuDepuis: dateCivile('2020-01-01'),
  articles: [...articles, ...articlesTableaux],
  adhesion: null,
  affiliation,
  aides: null,
  apresDeces: null,
  ayantDroit,
  cotisation: null,
  couple,
  delai,
  delaiAnnexe,
  depart,
  departCollectivite,
  dispense,
  echeancier,
  finPrestations: null,
  formuleParAge: null,
  garantieOptionnelle: null,
  garanties,
  impaye: null,
  indemnites,
  indu: null,
  maintien: null,
  modules: null,
  option: null,
  ouverturePortabilite: null,
  partageOption: null,
  pieces,
  radiation,
  renonciation: null,
  resiliation,
  scission: null,
  seizeAns: null,
  surcomplementaire: null,
  suspensionContrat: null,
}
