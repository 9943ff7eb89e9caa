import { Pourquoi } from '@/components/decision/pourquoi'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { type EtatIndu, phraseCause, phraseRecuperation, phraseVersement } from '@/lib/lexique/indu'
import type { SuiteMensualites } from '@/lib/rules/indu/suivre-mensualites'

interface Props {
  readonly indus: readonly {
    readonly id: string
    readonly etat: EtatIndu
    readonly montant: number
    readonly reste: number
    readonly mensualite: number | null
    readonly constateLe: string
    readonly retenueDes: string
    readonly libelle: string
    readonly prenom: string
    readonly soinsLe: string
    readonly verseLe: string | null
    readonly prestationId: string
    readonly recalcul: boolean
    readonly suite: SuiteMensualites | null
    /** Why it is to be given back, with the articles. */
    readonly etapes: readonly { readonly phrase: string; readonly article: string }[]
  }[]
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
        {ouverts ? 'Une somme à nous rendre' : 'Une somme que vous nous avez rendue'}
      </h2>
      <ul className="mt-2 space-y-5">
        {indus.map((i) => (
          <li key={i.id} data-fonde="" className="texte space-y-1">
            <p className="font-semibold">
              {formatMontant(i.montant)}, depuis le {formatDateEnLettres(i.constateLe)}
            </p>
            <p>{phraseVersement(i)}</p>
            <p>{phraseCause(i)}</p>
            <p>{phraseRecuperation(i)}</p>
            <Pourquoi
              question="Pourquoi dois-je la rendre ?"
              sujet={`pour les ${formatMontant(i.montant)}`}
              etapes={i.etapes}
            />
            <p>
              <a
                href={`/adherent/remboursements/${i.prestationId}`}
                className="inline-flex min-h-11 items-center"
              >
                Voir ce remboursement du {formatDateEnLettres(i.soinsLe)}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {ouverts ? (
        <p className="texte mt-2">
          Vous n’êtes pas d’accord, ou vous préférez rendre cette somme en plusieurs fois ? Appelez-nous au{' '}
          <span className="whitespace-nowrap">{telephone}</span> : rien n’est retenu avant notre réponse.
        </p>
      ) : null}
    </section>
  )
}
