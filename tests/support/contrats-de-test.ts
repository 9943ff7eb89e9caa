import { COLONNES } from '@/lib/flux/portefeuille/ligne'
import { cleDe, nirAdulte } from './flux-de-test'

/** One contract of a person of the tests, from–to. */
export interface ContratDeTest {
  readonly personne: number
  readonly numero: string
  readonly formule: string
  readonly du: string
  readonly au?: string
  readonly reglement?: string
}

/** A portfolio where a person may have several contracts; people are those of `nirAdulte`. */
export function contrats(liste: readonly ContratDeTest[]): Uint8Array {
  const lignes = liste.flatMap(({ personne, numero, formule, du, au = '', reglement = 'mutami' }) => {
    const nir = `${nirAdulte(personne)}${cleDe(nirAdulte(personne))}`
    return [
      `ADHESION;${numero};${reglement};;${du};${au};;;;;;;;;;;`,
      `FORMULE;${numero};;${formule};${du};${au};;;;;;;;;;;`,
      `BENEFICIAIRE;${numero};;;${du};${au};MEMBRE_PARTICIPANT;Nom${personne};Prénom${personne};1980-01-01;1;${nir};;;;;`,
    ]
  })
  return new TextEncoder().encode([COLONNES.join(';'), ...lignes].join('\n'))
}
