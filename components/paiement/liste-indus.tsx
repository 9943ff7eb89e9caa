import Link from 'next/link'
import { EtatVide } from '@/components/ui/etat-vide'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { type EtatIndu, libelleIndu, phraseMensualiteManquee } from '@/lib/lexique/indu'
import { direRaison } from '@/lib/lexique/remise'
import type { SuiteMensualites } from '@/lib/rules/indu/suivre-mensualites'

export interface InduMontre {
  readonly id: string
  readonly etat: EtatIndu
  readonly montant: number
  readonly reste: number
  readonly mensualite: number | null
  readonly constateLe: string
  readonly retenueDes: string
  readonly debiteur: string
  readonly adhesionId: string | null
  readonly relanceLe: string | null
  readonly suite: SuiteMensualites | null
  /** Given up, since when and why. */
  readonly remis: number
  readonly remisLe: string | null
  readonly raison: string | null
}

export function ListeIndus({ indus }: { readonly indus: readonly InduMontre[] }) {
  if (indus.length === 0) {
    return (
      <EtatVide titre="Rien à récupérer">
        <p>Une somme versée à tort apparaîtra ici dès que son annulation sera reçue.</p>
      </EtatVide>
    )
  }
  return (
    <ul className="mt-3 space-y-5">
      {indus.map((i) => (
        <li key={i.id} className="border-l-4 border-filet py-1 pl-5">
          <FicheIndu indu={i} />
          {i.etat === 'SOLDE' ? null : (
            <p className="flex flex-wrap gap-x-6">
              <Link
                href={`/gestion/paiements/indus?indu=${i.id}`}
                className="inline-flex min-h-11 items-center"
              >
                Suivre les {formatMontant(i.montant)} du {formatDateEnLettres(i.constateLe)}
              </Link>
              {i.adhesionId === null ? null : (
                <Link
                  href={`/gestion/cotisations/${i.adhesionId}`}
                  className="inline-flex min-h-11 items-center"
                >
                  Ce que paie l’{i.debiteur.charAt(0).toLowerCase()}
                  {i.debiteur.slice(1)}
                </Link>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

export function FicheIndu({ indu: i }: { readonly indu: InduMontre }) {
  return (
    <>
      <p className="font-semibold wrap-anywhere">
        {i.debiteur} : {formatMontant(i.montant)}, reste {formatMontant(i.reste)}
      </p>
      <p className="text-encre-douce">
        {libelleIndu(i)}. Constaté le {formatDateEnLettres(i.constateLe)}
        {i.etat === 'SOLDE' ? '' : `, retenu au plus tôt le ${formatDateEnLettres(i.retenueDes)}`}.{' '}
        {i.mensualite === null || i.etat === 'SOLDE'
          ? null
          : `Rendu par mensualités de ${formatMontant(i.mensualite)} : rien n’est retenu sur les remboursements.`}
      </p>
      {i.raison === null ? null : <p className="text-encre-douce">{direRaison(i.raison)}</p>}
      <MensualiteManquee indu={i} />
    </>
  )
}

function MensualiteManquee({ indu: { etat, suite, relanceLe } }: { readonly indu: InduMontre }) {
  const phrase = etat === 'SOLDE' || suite === null ? null : phraseMensualiteManquee(suite, relanceLe)
  return phrase === null ? null : <p className="font-semibold text-a-faire">{phrase}</p>
}
