import type { ReactNode } from 'react'
import { Pourquoi } from '@/components/decision/pourquoi'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { type EtatIndu, phraseCause, phraseRecuperation, phraseVersement } from '@/lib/lexique/indu'
import type { SuiteMensualites } from '@/lib/rules/indu/suivre-mensualites'

interface Indu {
  readonly id: string
  readonly etat: EtatIndu
  readonly montant: number
  readonly reste: number
  readonly mensualite: number | null
  readonly constateLe: string
  readonly retenueDes: string
  readonly libelle: string | null
  readonly prenom: string | null
  readonly soinsLe: string | null
  readonly verseLe: string | null
  readonly prestationId: string | null
  readonly recalcul: boolean | null
  readonly suite: SuiteMensualites | null
  /** Given up, since when and why. */
  readonly remis: number
  readonly remisLe: string | null
  readonly raison: string | null
  /** The reader's own contestation. */
  readonly contestationId: string | null
  readonly contestationEtat: string | null
  /** Why it is to be given back, with the articles. */
  readonly etapes: readonly { readonly phrase: string; readonly article: string }[]
}

interface Props {
  readonly indus: readonly Indu[]
  readonly telephone: string
}

/** A sum to give back: which payment, why, since when, and how. */
export function IndusExpliques({ indus, telephone }: Props) {
  if (indus.length === 0) return null
  const ouverts = indus.some((i) => i.etat !== 'SOLDE')
  return (
    <section
      aria-labelledby="titre-indus"
      className={`mb-12 border-l-4 px-5 py-4 ${ouverts ? 'border-a-faire bg-a-faire-pale' : 'border-filet'}`}
    >
      <h2 id="titre-indus" className={`text-lg ${ouverts ? 'text-a-faire' : ''}`}>
        {titreDe(indus)}
      </h2>
      <ul className="mt-2 space-y-5">
        {indus.map((i) => (
          <li key={i.id} data-fonde="" className="texte space-y-1">
            <InduExplique indu={i} />
            <Contestation indu={i} />
          </li>
        ))}
      </ul>
      {ouverts ? (
        <p className="texte mt-2">
          Vous préférez la rendre en plusieurs fois ?{' '}
          <a href="/adherent/messagerie/ecrire?sujet=COTISATION">Demandez-le par message</a>, ou appelez-nous
          au <span className="whitespace-nowrap">{telephone}</span> : nous fixons les mensualités avec vous.
        </p>
      ) : null}
    </section>
  )
}

function titreDe(indus: readonly Indu[]): string {
  if (indus.some((i) => i.etat !== 'SOLDE')) return 'Une somme à nous rendre'
  return indus.every((i) => i.remis > 0)
    ? 'Une somme que vous n’avez plus à rendre'
    : 'Une somme que vous nous avez rendue'
}

/** Which payment, why, since when, and how it is given back. */
export function InduExplique({ indu }: { readonly indu: Indu }) {
  return (
    <>
      <p className="font-semibold">
        {formatMontant(indu.montant)}, depuis le {formatDateEnLettres(indu.constateLe)}
      </p>
      <p>{phraseVersement(indu)}</p>
      <p>{phraseCause(indu)}</p>
      <p>{phraseRecuperation(indu)}</p>
      <Pourquoi
        question={indu.remis > 0 ? 'Pourquoi ne la dois-je plus ?' : 'Pourquoi dois-je la rendre ?'}
        sujet={`pour les ${formatMontant(indu.montant)}`}
        etapes={indu.etapes}
      />
      {indu.prestationId === null || indu.soinsLe === null ? null : (
        <p>
          <a
            href={`/adherent/remboursements/${indu.prestationId}`}
            className="inline-flex min-h-11 items-center"
          >
            Voir ce remboursement du {formatDateEnLettres(indu.soinsLe)}
          </a>
        </p>
      )}
    </>
  )
}

/** Not agreed: nothing is retained before the answer; after it, a réclamation. */
function Contestation({ indu }: { readonly indu: Indu }) {
  const { etat, contestationId, contestationEtat } = indu
  if (etat === 'SOLDE') return null
  if (contestationEtat === 'REFUSEE')
    return (
      <p className="flex flex-wrap gap-x-6">
        <Lien href={`/adherent/demandes/${contestationId}`}>Lire notre réponse à votre contestation</Lien>
        <Lien href={`/adherent/demandes/reclamation?indu=${indu.id}`}>
          Toujours pas d’accord : faire une réclamation
        </Lien>
      </p>
    )
  if (etat !== 'CONTESTE')
    return (
      <p>
        <Lien href={`/adherent/demandes/contester?indu=${indu.id}`}>
          Je ne suis pas d’accord : contester cette somme
        </Lien>
      </p>
    )
  return contestationId === null ? null : (
    <p>
      <Lien href={`/adherent/demandes/${contestationId}`}>Suivre ma contestation</Lien>
    </p>
  )
}

const Lien = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <a href={href} className="inline-flex min-h-11 items-center">
    {children}
  </a>
)
