import { maintenirAncienSalarie } from '@/lib/rules/maintien/maintenir-ancien-salarie'
import { maintenirAyantsDroit } from '@/lib/rules/maintien/maintenir-ayants-droit'
import { porterGaranties } from '@/lib/rules/maintien/porter-garanties'
import type { FaitsMaintien } from '@/lib/rules/maintien/regle-maintien'
import { radierAyantDroit } from '@/lib/rules/radiation/radier-ayant-droit'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { renoncer } from '@/lib/rules/renonciation/renoncer'
import { resilierAdhesion } from '@/lib/rules/resiliation/resilier-adhesion'
import { definir } from '../question/schema'
import { type Resultat, resultat, sansNul } from '../reponse/view'
import { maintienSchema, radiationSchema, renonciationSchema, resiliationSchema } from './schema'

export const resiliation = definir({
  question: 'resiliation',
  label: 'Si une adhésion peut être résiliée pour ce motif, et quand elle cesse',
  schema: resiliationSchema,
  answer: (reglement, faits) =>
    resultat(
      resilierAdhesion(reglement, faits),
      ({ dateEffet, remboursementAvant }) => ({ admis: true, dateEffet, ...sansNul({ remboursementAvant }) }),
      (refus) => ({ admis: false, dateEffet: null, possibleLe: refus?.possibleLe ?? null }),
    ),
})

export const radiation = definir({
  question: 'radiation',
  label: 'Quand un ayant droit cesse d’être couvert',
  schema: radiationSchema,
  answer: (reglement, faits) =>
    resultat(
      radierAyantDroit(reglement, faits),
      ({ dateEffet }) => ({ admis: true, dateEffet }),
      () => ({ admis: false, dateEffet: null }),
    ),
})

export const renonciation = definir({
  question: 'renonciation',
  label: 'Jusqu’à quand renoncer à une adhésion, et si la renonciation vaut',
  schema: renonciationSchema,
  answer: (reglement, faits) => {
    const decision = renoncer(reglement, faits)
    return resultat(
      decision,
      ({ dateLimite, recevable, remboursementAvant }) => ({
        dateLimite,
        recevable,
        ...sansNul({ remboursementAvant }),
      }),
      (refus) => ({ dateLimite: refus?.dateLimite ?? null, recevable: false }),
    )
  },
})

function maintenir(
  reglement: Reglement,
  faits: FaitsMaintien & { readonly type: 'PORTABILITE' | 'EVIN' | 'EVIN_AYANTS_DROIT' },
): Resultat {
  switch (faits.type) {
    case 'PORTABILITE':
      return resultat(porterGaranties(reglement, faits), (valeur) => ({ ...valeur }))
    case 'EVIN':
      return resultat(maintenirAncienSalarie(reglement, faits), (valeur) => ({ ...valeur }))
    case 'EVIN_AYANTS_DROIT':
      return resultat(maintenirAyantsDroit(reglement, faits), (valeur) => ({ ...valeur }))
  }
}

export const maintien = definir({
  question: 'maintien',
  label: 'Maintien d’un contrat collectif : portabilité, loi Évin, ayants droit d’un salarié décédé',
  schema: maintienSchema,
  answer: maintenir,
})
