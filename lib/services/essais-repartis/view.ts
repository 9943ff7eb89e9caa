import { instantEntier } from '@/lib/lexique/instants'

export interface Alerte {
  readonly quand: string
  readonly phrase: string
}

export const voirAlerte = ({
  moment,
  comptes,
  reussies,
}: {
  readonly moment: Date
  readonly comptes: number
  readonly reussies: number
}): Alerte => ({
  quand: instantEntier(moment),
  phrase: `Au moins ${comptes} comptes différents ont été essayés sans succès en dix minutes, pendant que ${reussies === 0 ? 'personne ne se connectait' : `${reussies} connexion${reussies > 1 ? 's' : ''} réussissai${reussies > 1 ? 'ent' : 't'}`}.`,
})
