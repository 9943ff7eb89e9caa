import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { DocumentVu } from '@/lib/services/document/view'
import { DemandeDocument } from './demande-document'

interface Contrat {
  readonly id: string
  readonly numeroAdherent: string
  /** Years in which contributions were paid, for who pays them. */
  readonly anneesPayees: readonly number[]
}

interface Props {
  readonly contrats: readonly Contrat[]
  readonly documents: readonly DocumentVu[]
  /** Key of the next page; null: there is none. */
  readonly suite: string | null
  readonly premiere: boolean
  readonly demander: ActionFormulaire
}

const PAPIERS = [
  {
    nature: 'CARTE_TIERS_PAYANT',
    titre: 'Ma carte',
    phrase:
      'À présenter avec votre carte Vitale : vous n’avancez pas les frais chez les professionnels qui l’acceptent.',
    bouton: 'Voir ma carte de tiers payant',
  },
  {
    nature: 'ATTESTATION_DROITS',
    titre: 'Mon attestation de droits',
    phrase: 'Elle dit qui est couvert, par quelle formule et jusqu’à quand, à la date d’aujourd’hui.',
    bouton: 'Obtenir mon attestation de droits',
  },
  {
    nature: 'CERTIFICAT_ADHESION',
    titre: 'Mon certificat d’adhésion',
    phrase:
      'Il dit depuis quand vous êtes adhérent, ou jusqu’à quand vous l’avez été : utile pour un employeur ou une autre mutuelle.',
    bouton: 'Obtenir mon certificat d’adhésion',
  },
  {
    nature: 'ATTESTATION_RADIATION',
    titre: 'Une attestation de radiation',
    phrase:
      'Elle dit jusqu’à quel jour vous, ou une personne partie de votre contrat, avez été couverts : votre nouvelle complémentaire la demande.',
    bouton: 'Obtenir une attestation de radiation',
  },
] as const

const ICI = '/adherent/documents'

export function MesDocuments({ contrats, documents, suite, premiere, demander }: Props) {
  return (
    <div className="space-y-12">
      {contrats.map((contrat) => (
        <section key={contrat.id} aria-labelledby={`contrat-${contrat.id}`}>
          <h2 id={`contrat-${contrat.id}`} className="text-xl">
            {contrats.length === 1 ? 'Obtenir un document' : `Contrat n° ${contrat.numeroAdherent}`}
          </h2>
          <ul className="mt-4 space-y-7">
            {PAPIERS.map(({ nature, titre, phrase, bouton }) => (
              <li key={nature} className="border-l-4 border-filet pl-5">
                <h3 className="text-lg">{titre}</h3>
                <p className="mb-2 max-w-texte text-encre-douce">{phrase}</p>
                <DemandeDocument action={demander} nature={nature} adhesion={contrat.id} bouton={bouton} />
              </li>
            ))}
            {contrat.anneesPayees.length === 0 ? null : (
              <li className="border-l-4 border-filet pl-5">
                <h3 className="text-lg">Mon attestation de cotisations</h3>
                <p className="mb-2 max-w-texte text-encre-douce">
                  Elle dit ce que vous avez payé dans l’année, paiement par paiement : utile pour votre
                  déclaration de revenus, votre employeur ou une aide.
                </p>
                <DemandeDocument
                  action={demander}
                  nature="ATTESTATION_COTISATIONS"
                  adhesion={contrat.id}
                  annees={contrat.anneesPayees}
                  bouton="Obtenir mon attestation de cotisations"
                />
              </li>
            )}
          </ul>
        </section>
      ))}
      <section aria-labelledby="titre-gardes">
        <h2 id="titre-gardes" className="text-xl">
          Vos documents déjà faits
        </h2>
        {documents.length === 0 ? (
          <div className="mt-3">
            <EtatVide titre="Aucun document pour le moment">
              <p>Ceux que vous demandez et les courriers que nous vous écrivons restent ici.</p>
            </EtatVide>
          </div>
        ) : (
          <ul className="mt-2 divide-y divide-filet border-y border-filet">
            {documents.map((document) => (
              <li key={document.id}>
                <Garde document={document} />
              </li>
            ))}
          </ul>
        )}
        <Pagination
          etiquette="Autres documents"
          recents={premiere ? null : { href: ICI, libelle: 'Les plus récents' }}
          anciens={suite === null ? null : { href: `${ICI}?avant=${suite}`, libelle: 'Plus anciens' }}
        />
      </section>
      <section aria-labelledby="titre-autres">
        <h2 id="titre-autres" className="text-xl">
          Vous cherchez autre chose ?
        </h2>
        <ul className="mt-2">
          <li>
            <a href="/adherent/releves" className="inline-flex min-h-11 items-center">
              Mes relevés de prestation
            </a>
          </li>
          <li>
            <a href="/adherent/documents/prises-en-charge" className="inline-flex min-h-11 items-center">
              Mes devis et prises en charge
            </a>
          </li>
        </ul>
        <p className="mt-4">
          <LienBouton poids="second" href="/adherent/documents/envoyer">
            Envoyer un document à la mutuelle
          </LienBouton>
        </p>
      </section>
    </div>
  )
}

function Garde({ document }: { readonly document: DocumentVu }) {
  const nom = [document.titre, document.precision].filter((mot) => mot !== '').join(', ')
  return (
    <article data-fait="DOCUMENT" className="flex flex-wrap items-baseline justify-between gap-x-8 py-2">
      <div>
        <h3 className="font-semibold">
          <a href={`/adherent/documents/${document.id}`} className="inline-flex min-h-11 items-center">
            {nom}
          </a>
        </h3>
        <p className="text-sm text-encre-douce">Fait le {document.emis}</p>
      </div>
      <a
        href={`/adherent/documents/${document.id}/telecharger`}
        className="inline-flex min-h-11 items-center"
        aria-label={`Télécharger : ${nom}, fait le ${document.emis} (PDF)`}
      >
        Télécharger (PDF)
      </a>
    </article>
  )
}
