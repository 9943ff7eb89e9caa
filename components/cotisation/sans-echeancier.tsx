import { EtatVide } from '@/components/ui/etat-vide'

interface Proprietes {
  readonly vue: {
    readonly numeroAdherent: string
    readonly phrases: readonly string[]
    readonly article: string | null
  }
  readonly annee: number
  readonly plusieurs: boolean
}

/** A contract whose contributions this portal does not compute: why, and who knows them. */
export function SansEcheancier({ vue, annee, plusieurs }: Proprietes) {
  const contrat = plusieurs ? `, contrat n° ${vue.numeroAdherent}` : ''
  return (
    <EtatVide titre={`Pas d’échéancier pour ${annee}${contrat}`}>
      {vue.phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      {vue.article === null ? null : <p className="text-sm text-encre-douce">{vue.article}</p>}
    </EtatVide>
  )
}
