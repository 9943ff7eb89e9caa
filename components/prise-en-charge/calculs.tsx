import { Etapes, Pourquoi } from '@/components/decision/pourquoi'
import { Partage, Repartition } from '@/components/remboursement/partage'
import type { CalculVue, PriseVue } from '@/lib/services/prise-en-charge/view'

/** Who pays what of each act, and why. */
export function Calculs({ calculs }: { readonly calculs: readonly CalculVue[] }) {
  if (calculs.length === 0) return null
  return (
    <ol className="divide-y divide-filet border-y border-filet">
      {calculs.map(({ cle, sujet, partage, etapes }) => (
        <li key={cle} className="py-3">
          {calculs.length === 1 ? (
            <Partage titre={sujet} partage={partage} />
          ) : (
            <>
              <p className="font-semibold">{sujet}</p>
              <Repartition parts={partage.parts} />
            </>
          )}
          <Pourquoi question="Pourquoi ce montant ?" sujet={sujet} etapes={etapes} />
        </li>
      ))}
    </ol>
  )
}

/** Why not: the words of who decided, then the grounds of the rules. */
export function Raisons({ raison, refus }: Pick<PriseVue, 'raison' | 'refus'>) {
  return (
    <div className="space-y-3">
      {raison === null ? null : <p className="texte whitespace-pre-line">{raison}</p>}
      {refus.length === 0 ? null : <Etapes etapes={refus} />}
    </div>
  )
}
