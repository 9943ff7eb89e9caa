import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import { PourquoiDemande } from '@/components/decision/pourquoi-demande'
import { LienBouton } from '@/components/ui/bouton'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { PersonneVue, PreuveVue, SeizeAnsVue } from '@/lib/services/beneficiaire/view'
import { PaiementDirect } from './paiement-direct'

interface Props {
  readonly personne: PersonneVue
  readonly adhesion: string
  readonly paiementDirect: ActionFormulaire
}

/** One person: until when, why, what to send, what sixteen changes. */
export function Personne({ personne: p, adhesion, paiementDirect }: Props) {
  return (
    <article data-fonde={p.etapes.length === 0 ? undefined : ''} className="border-l-4 border-filet pl-5">
      <h3 className="text-lg">
        {p.nom} <span className="text-base font-normal text-encre-douce">({p.lien})</span>
      </h3>
      {p.ne === '' ? null : (
        <p data-fait="REGISTRE" className="text-sm text-encre-douce">
          {p.ne}
        </p>
      )}
      <Couverture personne={p} />
      {p.alerte === null ? null : (
        <p className="mt-2 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-3">{p.alerte}</p>
      )}
      {p.etapes.length === 0 ? null : (
        <Pourquoi question={p.question} sujet={`pour ${p.nom}`} etapes={p.etapes} />
      )}
      {p.preuve === null ? null : <Preuve preuve={p.preuve} personne={p} />}
      {p.seizeAns === null ? null : (
        <SeizeAns seizeAns={p.seizeAns} personne={p} adhesion={adhesion} paiementDirect={paiementDirect} />
      )}
    </article>
  )
}

/** A recorded day is a fact, explained by the demande that decided it when there is one; the day of a rule, by the grounds below. */
function Couverture({
  personne: { nom, couverture, finInscrite, decidee, etapes },
}: Pick<Props, 'personne'>) {
  if (decidee !== null)
    return (
      <div data-fonde="lien" className="mt-1 max-w-texte">
        <p>{couverture}</p>
        <PourquoiDemande demande={decidee} sujet={`pour ${nom}`} />
      </div>
    )
  return (
    <p data-fait={finInscrite || etapes.length === 0 ? 'REGISTRE' : undefined} className="mt-1 max-w-texte">
      {couverture}
    </p>
  )
}

interface PropsPreuve {
  readonly preuve: PreuveVue
  readonly personne: PersonneVue
}

function Preuve({ preuve, personne }: PropsPreuve) {
  return (
    <section
      aria-labelledby={`preuve-${personne.id}`}
      id={`a-envoyer-${personne.id}`}
      data-fonde=""
      className={`mt-3 max-w-texte px-4 py-3 ${preuve.envoyer ? 'border-l-4 border-a-faire bg-a-faire-pale' : 'border-l-4 border-action-pale'}`}
    >
      <h4 id={`preuve-${personne.id}`} className="font-semibold">
        {preuve.titre}
        <span className="sr-only">, {personne.nom}</span>
      </h4>
      <p className="max-w-texte">
        <Glose texte={preuve.phrase} />
      </p>
      {preuve.pieces.length === 0 ? null : (
        <ul className="mt-1 list-disc pl-6">
          {preuve.pieces.map((piece) => (
            <li key={piece}>
              <Glose texte={piece} />
            </li>
          ))}
        </ul>
      )}
      <Pourquoi question="Pourquoi cette preuve ?" sujet={`pour ${personne.nom}`} etapes={preuve.etapes} />
      {preuve.envoyer ? (
        <p className="mt-2">
          <LienBouton poids="second" href={`/adherent/demandes/preuve?personne=${personne.personneId}`}>
            Envoyer ce document<span className="sr-only"> pour {personne.nom}</span>
          </LienBouton>
        </p>
      ) : null}
    </section>
  )
}

interface PropsSeizeAns {
  readonly seizeAns: SeizeAnsVue
  readonly personne: PersonneVue
  readonly adhesion: string
  readonly paiementDirect: ActionFormulaire
}

function SeizeAns({ seizeAns, personne, adhesion, paiementDirect }: PropsSeizeAns) {
  return (
    <section
      aria-labelledby={`seize-${personne.id}`}
      data-fonde=""
      className="mt-3 border-l-4 border-action-pale px-4 py-3"
    >
      <h4 id={`seize-${personne.id}`} className="font-semibold">
        {seizeAns.titre}
        <span className="sr-only">, {personne.nom}</span>
      </h4>
      {seizeAns.rappel === null ? null : <p className="text-sm text-encre-douce">{seizeAns.rappel}</p>}
      <ul className="mt-1 max-w-texte list-disc space-y-1 pl-6">
        {seizeAns.changements.map((phrase) => (
          <li key={phrase}>
            <Glose texte={phrase} />
          </li>
        ))}
      </ul>
      <Pourquoi question="Pourquoi à 16 ans ?" sujet={`pour ${personne.nom}`} etapes={seizeAns.etapes} />
      {personne.lien === 'vous' ? (
        <p>
          <a href="/adherent/mon-compte/mes-soins" className="inline-flex min-h-11 items-center">
            Qui voit mes soins : donner ou retirer mon accord
          </a>
        </p>
      ) : null}
      {seizeAns.paiementDirect === null ? null : (
        <PaiementDirect action={paiementDirect} adhesion={adhesion} {...seizeAns.paiementDirect} />
      )}
    </section>
  )
}
