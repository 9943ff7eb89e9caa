import type { LigneView, Ton } from '@/lib/services/remboursement/view'

const FORMES: Readonly<Record<Ton, string>> = {
  FAIT: 'text-encre-douce',
  ATTENTE: 'rounded-sm bg-a-faire-pale px-2 text-a-faire font-semibold',
  REFUS: 'rounded-sm border border-bord px-2 font-semibold',
  NEANT: 'text-encre-douce',
}

export function Etat({ etat }: { readonly etat: LigneView['etat'] }) {
  return <span className={`text-sm ${FORMES[etat.ton]}`}>{etat.phrase}</span>
}
