import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { articles } from './articles'
import { delaiAnnexe } from './parametres'
import { pieces } from './pieces'
import { ouverturePortabilite, seizeAns } from './politiques'

/** La source est une FAQ sans dates : presque tout y est NON_PREVU. */
export const mieuxEtre: Reglement = {
  id: 'mieux-etre',
  nom: 'Mieux-Etre',
  connuDepuis: dateCivile('2020-01-01'),
  articles,
  adhesion: null,
  affiliation: null,
  aides: null,
  apresDeces: null,
  ayantDroit: null,
  cotisation: null,
  couple: null,
  delai: null,
  delaiAnnexe,
  depart: null,
  departCollectivite: null,
  dispense: null,
  echeancier: null,
  finPrestations: null,
  formuleParAge: null,
  garantieOptionnelle: null,
  garanties: null,
  impaye: null,
  indemnites: null,
  indu: null,
  maintien: null,
  modules: null,
  option: null,
  ouverturePortabilite,
  partageOption: null,
  pieces,
  radiation: null,
  renonciation: null,
  resiliation: null,
  scission: null,
  seizeAns,
  surcomplementaire: null,
  suspensionContrat: null,
}
