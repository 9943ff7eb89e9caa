import { adherer } from '@/lib/rules/adhesion/adherer'
import { affilierAyantDroit } from '@/lib/rules/affiliation/affilier-ayant-droit'
import { reconnaitreAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import { changerOption } from '@/lib/rules/option/changer-option'
import { definir } from '../question/schema'
import { resultat, sansNul } from '../reponse/view'
import { adhesionSchema, affiliationSchema, ayantDroitSchema, changementOptionSchema } from './schema'

export const adhesion = definir({
  question: 'adhesion',
  label: 'Quand une adhésion prend effet, et jusqu’à quand elle engage',
  schema: adhesionSchema,
  answer: (reglement, faits) =>
    resultat(
      adherer(reglement, faits),
      (valeur) => ({ ...valeur }),
      () => ({ dateEffet: null, finEngagement: null }),
    ),
})

export const affiliation = definir({
  question: 'affiliation',
  label: 'Quand l’affiliation d’un ayant droit ajouté après l’adhésion prend effet',
  schema: affiliationSchema,
  answer: (reglement, faits) =>
    resultat(affilierAyantDroit(reglement, faits), ({ dateEffet, retroactive, reportPossible }) => ({
      dateEffet,
      retroactive,
      ...sansNul({ reportPossible }),
    })),
})

export const ayantDroit = definir({
  question: 'ayantDroit',
  label: 'Si une personne est encore ayant droit, et jusqu’à quand',
  schema: ayantDroitSchema,
  answer: (reglement, faits) =>
    resultat(
      reconnaitreAyantDroit(reglement, faits),
      ({ jusquAu }) => ({ admis: true, jusquAu }),
      () => ({ admis: false, jusquAu: null }),
    ),
})

export const changementOption = definir({
  question: 'changementOption',
  label: 'Si un changement d’option est possible, et quand il prend effet',
  schema: changementOptionSchema,
  answer: (reglement, faits) =>
    resultat(
      changerOption(reglement, faits),
      ({ dateEffet }) => ({ admis: true, dateEffet }),
      (refus) => ({ admis: false, dateEffet: null, possibleLe: refus?.possibleLe ?? null }),
    ),
})
