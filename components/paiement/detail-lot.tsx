import Link from 'next/link'
import { expliquerMotifBancaire } from '@/lib/lexique/banque'
import { formatDateEnLettres, formatMontant, octetsEnMots } from '@/lib/lexique/formats'
import { LIBELLES_LOT, LIBELLES_ORDRE, LIBELLES_SENS } from '@/lib/lexique/paiement'

interface Ordre {
  readonly id: string
  readonly rang: number
  readonly objet: 'COTISATION' | 'PRESTATION' | 'COTISATION_RENDUE' | 'AVANCE'
  readonly titulaire: string
  readonly ibanFin: string
  readonly montant: number
  readonly etat: keyof typeof LIBELLES_ORDRE
  readonly codeRetour: string | null
}

export interface LotMontre {
  readonly id: string
  readonly sens: keyof typeof LIBELLES_SENS
  readonly etat: keyof typeof LIBELLES_LOT
  readonly executionLe: string
  readonly nombre: number
  readonly total: number
  readonly msgId: string
  readonly preparePar: { readonly nom: string } | null
  readonly validePar: string | null
  readonly fichier: { readonly empreinte: string; readonly taille: number } | null
  readonly ordres: readonly Ordre[]
  readonly suite: number | null
}

/** What two people check, and what the bank will be able to compare. */
export function FicheLot({ lot }: { readonly lot: LotMontre }) {
  const lignes: readonly (readonly [string, string])[] = [
    ['État', LIBELLES_LOT[lot.etat]],
    ['Exécution demandée', formatDateEnLettres(lot.executionLe)],
    [LIBELLES_SENS[lot.sens], `${lot.nombre}, total ${formatMontant(lot.total)}`],
    ['Préparé par', lot.preparePar?.nom ?? 'une tâche automatique'],
    ['Contrôlé par', lot.validePar ?? 'personne encore'],
    ['Identifiant du message', lot.msgId],
    ...(lot.fichier === null
      ? []
      : ([
          ['Fichier', octetsEnMots(lot.fichier.taille)],
          ['Empreinte SHA-256', lot.fichier.empreinte],
        ] as const)),
  ]
  return (
    <dl className="divide-y divide-filet border-y border-filet">
      {lignes.map(([nom, valeur]) => (
        <div key={nom} className="gap-x-6 py-2 lg:flex">
          <dt className="shrink-0 text-encre-douce lg:w-56">{nom}</dt>
          <dd className="min-w-0 wrap-anywhere tabular-nums">{valeur}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The orders, account numbers hidden but for their end. */
export function OrdresDuLot({ lot }: { readonly lot: LotMontre }) {
  return (
    <>
      <ol className="mt-3 divide-y divide-filet border-y border-filet" start={lot.ordres[0]?.rang ?? 1}>
        {lot.ordres.map((o) => (
          <li key={o.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            <span className="min-w-0 wrap-anywhere">
              {o.rang}. {o.titulaire}{' '}
              <span className="whitespace-nowrap text-encre-douce">
                <span aria-hidden="true">····</span>
                <span className="sr-only">compte finissant par </span>
                {o.ibanFin}
              </span>
              {o.objet === 'COTISATION_RENDUE' ? (
                <span className="block text-sm text-encre-douce">Cotisation rendue</span>
              ) : null}
              {o.objet === 'AVANCE' ? (
                <span className="block text-sm text-encre-douce">Avance santé</span>
              ) : null}
            </span>
            <span className="whitespace-nowrap tabular-nums">
              {formatMontant(o.montant)} <span className="text-encre-douce">· {LIBELLES_ORDRE[o.etat]}</span>
            </span>
            {o.codeRetour === null ? null : (
              <p className="w-full text-a-faire">{expliquerMotifBancaire(o.codeRetour).phrase}</p>
            )}
          </li>
        ))}
      </ol>
      {lot.suite === null ? null : (
        <p className="mt-6">
          <Link href={`/gestion/paiements/${lot.id}?apres=${lot.suite}`}>Ordres suivants</Link>
        </p>
      )}
    </>
  )
}
