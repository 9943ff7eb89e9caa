import { BoutonAction } from '@/components/acces/bouton-action'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { DelegationsVues, DelegationVue, EtapeVue } from '@/lib/services/delegation/view'

interface Actions {
  readonly accepter: ActionFormulaire
  readonly refuser: ActionFormulaire
  readonly arreter: ActionFormulaire
  readonly agir: ActionFormulaire
}

interface Proprietes {
  readonly vues: DelegationsVues
  readonly info: string | undefined
  readonly actions: Actions
}

const PAGE = '/adherent/mon-compte/delegations'

/** Who acts for me, for whom I act, what was done: the same page for both sides. */
export function MesDelegations({ vues, info, actions }: Proprietes) {
  return (
    <>
      <TitrePage titre="Agir pour un proche">
        <p>
          Vous pouvez confier votre espace à quelqu’un, sans lui donner votre mot de passe, et l’arrêter quand
          vous voulez. Vous lisez ici tout ce qui est fait.
        </p>
      </TitrePage>
      {info === undefined ? null : <Message>{info}</Message>}
      <p className="mt-6 flex flex-wrap gap-3">
        <LienBouton href={`${PAGE}/donner`}>Confier mon espace à un proche</LienBouton>
        <LienBouton poids="second" href={`${PAGE}/demander`}>
          Je suis parent, tuteur ou curateur
        </LienBouton>
      </p>
      <Liste titre="Qui peut agir pour moi" vues={vues.donnees} actions={actions}>
        <EtatVide titre="Vous n’avez confié votre espace à personne.">
          <p>
            Un conjoint ou un proche aidant peut voir vos remboursements et faire vos demandes à votre place.
          </p>
        </EtatVide>
      </Liste>
      <Liste titre="Pour qui je peux agir" vues={vues.recues} actions={actions}>
        <EtatVide titre="Personne ne vous a confié son espace.">
          <p>Les propositions que l’on vous fait apparaissent ici.</p>
        </EtatVide>
      </Liste>
    </>
  )
}

interface PropsListe {
  readonly titre: string
  readonly vues: readonly DelegationVue[]
  readonly actions: Actions
  readonly children: React.ReactNode
}

function Liste({ titre, vues, actions, children }: PropsListe) {
  const enCours = vues.filter((v) => v.enCours)
  const passees = vues.filter((v) => !v.enCours)
  return (
    <section className="mt-12">
      <h2 className="text-xl">{titre}</h2>
      <div className="mt-4 space-y-8">
        {enCours.length === 0 ? children : enCours.map((v) => <Une key={v.id} vue={v} actions={actions} />)}
      </div>
      {passees.length === 0 ? null : (
        <details className="mt-6">
          <summary className="inline-flex min-h-11 cursor-pointer items-center">
            Celles qui sont terminées ({passees.length})
          </summary>
          <div className="mt-4 space-y-8">
            {passees.map((v) => (
              <Une key={v.id} vue={v} actions={actions} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

function Une({ vue, actions }: { readonly vue: DelegationVue; readonly actions: Actions }) {
  const { peut } = vue
  const caches = { delegation: vue.id }
  return (
    <article className="border-l-4 border-filet py-1 pl-5">
      <h3 data-fait="SAISIE" className="text-lg font-semibold [overflow-wrap:anywhere]">
        {vue.qui}
      </h3>
      <p data-fait="REGISTRE">
        {vue.etat} · {vue.motif} · {vue.dates}
      </p>
      <p className="text-encre-douce">{vue.etendue}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {vue.agir ? (
          <BoutonAction action={actions.agir} caches={caches} poids="principal">
            Agir pour {vue.qui}
          </BoutonAction>
        ) : null}
        {peut.accepter ? (
          <BoutonAction action={actions.accepter} caches={caches} poids="principal">
            Accepter
          </BoutonAction>
        ) : null}
        {peut.refuser ? (
          <BoutonAction action={actions.refuser} caches={caches}>
            Refuser
          </BoutonAction>
        ) : null}
        {peut.arreter ? (
          <BoutonAction action={actions.arreter} caches={caches}>
            Arrêter maintenant
          </BoutonAction>
        ) : null}
      </div>
      <Histoire etapes={vue.etapes} />
      {vue.actes.length === 0 ? null : (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center">
            Ce qui a été fait ({vue.actes.length})
          </summary>
          <ul data-fait="REGISTRE" className="mt-2 space-y-1">
            {vue.actes.map(({ rang, quoi, quand }) => (
              <li key={rang}>
                {quoi}, {quand}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

/** Every step, with what was said. */
export const Histoire = ({ etapes }: { readonly etapes: readonly EtapeVue[] }) => (
  <ul data-fait="REGISTRE" className="mt-2 text-sm text-encre-douce">
    {etapes.map(({ quoi, quand, raison }) => (
      <li key={`${quoi}-${quand}`}>
        {quoi} {quand}
        {raison === null ? '' : ` : ${raison}`}
      </li>
    ))}
  </ul>
)
