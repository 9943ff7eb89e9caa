import { EtatVide } from '@/components/ui/etat-vide'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { BeneficiairesVue, PersonneVue } from '@/lib/services/beneficiaire/view'
import { Personne } from './personne'

interface Props {
  readonly contrats: readonly BeneficiairesVue[]
  /** The reader holds a contract; else they are covered by somebody's. */
  readonly titulaire: boolean
  readonly paiementDirect: ActionFormulaire
}

/** Contract by contract: who is covered, then, folded, who no longer is. */
export function Beneficiaires({ contrats, titulaire, paiementDirect }: Props) {
  if (contrats.length === 0)
    return (
      <EtatVide titre="Aucun contrat à votre nom">
        <p>Si vous pensez être couvert, appelez-nous avec votre carte de tiers payant.</p>
      </EtatVide>
    )
  const dues = contrats.flatMap(({ presents }) => presents.filter((p) => p.preuve?.envoyer === true))
  return (
    <div className="space-y-14">
      {dues.length === 0 ? null : <PreuvesDues personnes={dues} />}
      {contrats.map((contrat) => (
        <section key={contrat.id} aria-labelledby={`contrat-${contrat.id}`}>
          <h2 id={`contrat-${contrat.id}`} className={contrats.length === 1 ? 'sr-only' : 'mb-5 text-xl'}>
            Contrat n° {contrat.numeroAdherent}
          </h2>
          {contrat.presents.length === 0 ? (
            <EtatVide
              titre={titulaire ? 'Ce contrat ne couvre plus personne' : 'Ce contrat ne vous couvre plus'}
            >
              <p>
                Une attestation de radiation dit jusqu’à quel jour :{' '}
                <a href="/adherent/documents">demandez-la dans « Mes documents »</a>.
              </p>
            </EtatVide>
          ) : (
            <ul className="space-y-10">
              {contrat.presents.map((personne) => (
                <li key={personne.id}>
                  <Personne personne={personne} adhesion={contrat.id} paiementDirect={paiementDirect} />
                </li>
              ))}
            </ul>
          )}
          {contrat.anciens.length === 0 ? null : (
            <details className="mt-8">
              <summary className="inline-flex min-h-11 items-center font-semibold text-action underline underline-offset-4">
                {titulaire ? 'Les personnes qui ne sont plus couvertes' : 'Votre couverture passée'}
                <span className="sr-only">, contrat n° {contrat.numeroAdherent}</span>
              </summary>
              <ul className="mt-3 space-y-8">
                {contrat.anciens.map((personne) => (
                  <li key={personne.id}>
                    <Personne personne={personne} adhesion={contrat.id} paiementDirect={paiementDirect} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
    </div>
  )
}

/** What the family has to send this year, said before the list. */
function PreuvesDues({ personnes }: { readonly personnes: readonly PersonneVue[] }) {
  return (
    <section
      aria-labelledby="titre-dues"
      className="max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-5 py-4"
    >
      <h2 id="titre-dues" className="text-lg text-a-faire">
        {personnes.length === 1
          ? 'Un document à nous envoyer'
          : `${personnes.length} documents à nous envoyer`}
      </h2>
      <ul>
        {personnes.map((p) => (
          <li key={p.id}>
            <a href={`#a-envoyer-${p.id}`} className="inline-flex min-h-11 items-center">
              {p.nom} : {p.preuve?.titre.toLowerCase()}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
