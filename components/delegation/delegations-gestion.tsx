import { BoutonAction } from '@/components/acces/bouton-action'
import type { Confirmation } from '@/components/facteur/confirmer-identite'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { ADeciderVue, DecideeVue } from '@/lib/services/delegation/view'
import { FormulaireAccorder } from './formulaire-accorder'
import { Histoire } from './mes-delegations'

interface Proprietes {
  readonly info: string | undefined
  readonly aDecider: readonly ADeciderVue[]
  /** Which of them is being decided; the others wait for their turn. */
  readonly ouverte: string | null
  readonly confirmation: Confirmation
  readonly decidees: readonly DecideeVue[]
  readonly accorder: ActionFormulaire
  readonly refuser: ActionFormulaire
  readonly arreter: ActionFormulaire
}

/** Parents and guardians: what they ask with its proof, and what was decided. */
export function Delegations(props: Proprietes) {
  const { info, aDecider, ouverte, confirmation, decidees, accorder, refuser, arreter } = props
  return (
    <>
      <TitrePage titre="Représentants légaux">
        <p>Ce que demandent parents, tuteurs et curateurs, avec leur preuve ; puis ce qui a été décidé.</p>
      </TitrePage>
      {info === undefined ? null : <Message>{info}</Message>}
      <p className="mt-4">
        <LienBouton poids="second" href="/gestion/delegations/inscrire">
          Enregistrer un jugement reçu sur papier
        </LienBouton>
      </p>
      <h2 className="mt-10 text-xl">À décider</h2>
      {aDecider.length === 0 ? (
        <EtatVide titre="Rien n’attend de décision.">
          <p>Les demandes des parents et des tuteurs apparaissent ici.</p>
        </EtatVide>
      ) : (
        aDecider.map((d) => (
          <article key={d.id} className="mt-6 border-l-4 border-filet py-1 pl-5">
            <h3 className="text-lg font-semibold">
              {d.motif} : {d.demandeur}
            </h3>
            <p>
              Pour {d.vise}, né(e) le {d.naissance}. Demandé {d.le}.
            </p>
            {d.piece === null ? null : (
              <p>
                <a href={d.piece} className="inline-flex min-h-11 items-center">
                  Ouvrir la preuve
                </a>
              </p>
            )}
            {d.id === ouverte ? (
              <FormulaireAccorder
                accorder={accorder}
                refuser={refuser}
                delegation={d.id}
                au={d.au}
                possibles={d.possibles}
                confirmation={confirmation}
              />
            ) : (
              <p className="mt-4">
                <LienBouton poids="second" href={`/gestion/delegations?decider=${d.id}`}>
                  Décider : {d.demandeur} pour {d.vise}
                </LienBouton>
              </p>
            )}
          </article>
        ))
      )}
      <h2 className="mt-12 text-xl">Décidées</h2>
      {decidees.length === 0 ? (
        <EtatVide titre="Aucune décision encore.">
          <p>Celles qui sont en cours ou terminées restent ici.</p>
        </EtatVide>
      ) : (
        decidees.map((d) => (
          <article key={d.id} className="mt-6 border-l-4 border-filet py-1 pl-5">
            <h3 className="text-lg font-semibold">
              {d.delegue} pour {d.protege}
            </h3>
            <p>
              {d.etat} · {d.motif} · {d.dates}
            </p>
            <p className="text-encre-douce">{d.etendue}</p>
            <Histoire etapes={d.etapes} />
            {d.peutArreter ? (
              <div className="mt-2">
                <BoutonAction action={arreter} caches={{ delegation: d.id }}>
                  Arrêter cette représentation
                </BoutonAction>
              </div>
            ) : null}
          </article>
        ))
      )}
    </>
  )
}
