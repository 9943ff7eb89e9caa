import type { EtatEcheance as Etat } from '@/lib/lexique/echeances'

const FORMES: Readonly<Record<Etat['ton'], string>> = {
  FAIT: 'text-encre-douce',
  ATTENTE: 'rounded-sm bg-a-faire-pale px-2 text-a-faire font-semibold',
  REFUS: 'rounded-sm bg-erreur-pale px-2 text-erreur font-semibold',
  NEANT: 'text-encre-douce',
}

export function EtatEcheance({ etat }: { readonly etat: Etat }) {
  return <span className={`text-sm ${FORMES[etat.ton]}`}>{etat.phrase}</span>
}
