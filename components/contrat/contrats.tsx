import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import { PourquoiDemande } from '@/components/decision/pourquoi-demande'
import { PourquoiSuspendu } from '@/components/decision/pourquoi-suspendu'
import { LienBouton } from '@/components/ui/bouton'
import type { ContratView, EtatContrat, Fonde, PersonneView } from '@/lib/services/contrat/view'

const ETATS: Readonly<Record<EtatContrat, { readonly mot: string; readonly classe: string }>> = {
  EN_COURS: { mot: 'En cours', classe: 'border-action bg-action-pale' },
  ATTENTE: { mot: 'À savoir', classe: 'border-a-faire bg-a-faire-pale' },
  TERMINE: { mot: 'Terminé', classe: 'border-filet' },
}

export function Contrats({ contrats }: { readonly contrats: readonly ContratView[] }) {
  return (
    <div className="space-y-16">
      {contrats.map((contrat) => (
        <Contrat key={contrat.id} contrat={contrat} />
      ))}
    </div>
  )
}

function Contrat({ contrat }: { readonly contrat: ContratView }) {
  const { rang, titulaire, formule, etat } = contrat
  const phraseEtat = (
    <p className="mt-1 max-w-texte">
      <strong>{ETATS[etat].mot}.</strong> {contrat.phraseEtat}
    </p>
  )
  return (
    <article aria-labelledby={`contrat-${rang}`}>
      <div className={`border-l-4 px-5 py-4 ${ETATS[etat].classe}`}>
        <h2 id={`contrat-${rang}`} className="text-xl">
          {formule === null ? 'Contrat' : formule.libelle}
        </h2>
        {contrat.suspendu && titulaire ? (
          <div data-fonde="lien">
            {phraseEtat}
            <PourquoiSuspendu />
          </div>
        ) : contrat.decidee === null ? (
          <div data-fait="REGISTRE">{phraseEtat}</div>
        ) : (
          <div data-fonde="lien">
            {phraseEtat}
            <PourquoiDemande demande={contrat.decidee} sujet={`pour le contrat ${contrat.numeroAdherent}`} />
          </div>
        )}
        <p className="mt-1 text-encre-douce">N° adhérent {contrat.numeroAdherent}</p>
      </div>
      {titulaire && etat !== 'TERMINE' ? (
        <p className="mt-6">
          <LienBouton href={`/adherent/contrats/que-puis-je-faire?contrat=${rang}`}>
            Changer, ajouter, retirer, partir : voir ce qui est possible
          </LienBouton>
        </p>
      ) : null}
      <dl className="mt-8 grid max-w-page gap-x-12 gap-y-7 lg:grid-cols-2">
        {formule === null ? null : <Formule contrat={contrat} phrase={formule.phrase} />}
        {contrat.engagement === null ? null : (
          <Rubrique titre="Engagement">
            <PhraseFondee fonde={contrat.engagement} sujet="pour l’engagement" />
          </Rubrique>
        )}
        <Rubrique titre={titulaire ? 'Personnes couvertes' : 'Vous'}>
          <Personnes personnes={contrat.personnes} vide="Plus personne n’est couvert par ce contrat." />
          {contrat.anciennes.length === 0 ? null : (
            <details className="mt-1">
              <summary className="inline-flex min-h-11 items-center text-action underline underline-offset-4">
                Qui a été couvert avant
              </summary>
              <Personnes personnes={contrat.anciennes} vide="" />
            </details>
          )}
        </Rubrique>
        <Rubrique titre="Règlement">
          <div data-fait="DOCUMENT">
            <p>{contrat.reglement.edition}.</p>
            {contrat.reglement.phrases.map((phrase) => (
              <p key={phrase} className="mt-1 text-encre-douce">
                {phrase}
              </p>
            ))}
            <Articles articles={contrat.reglement.articles} sujet={contrat.numeroAdherent} />
          </div>
        </Rubrique>
        {etat === 'TERMINE' ? null : (
          <Rubrique titre="Garanties">
            <ul>
              <Lien href="/adherent/garanties">Ce qui est remboursé, besoin par besoin</Lien>
              <Lien href={`/adherent/garanties/tableau#tableau-${contrat.numeroAdherent}`}>
                Le tableau complet, à imprimer
              </Lien>
            </ul>
          </Rubrique>
        )}
        <Rubrique titre="Documents">
          <ul>
            <Lien href="/adherent/documents">Carte, attestation, certificat</Lien>
            {titulaire ? <Lien href="/adherent/releves">Relevés de prestations</Lien> : null}
            {titulaire ? <Lien href="/adherent/cotisations">Cotisations et échéancier</Lien> : null}
          </ul>
        </Rubrique>
        <Rubrique titre="À une autre date">
          <ul>
            <Lien href="/adherent/contrats/droits">Ce que couvrait, ou couvrira, ce contrat</Lien>
          </ul>
        </Rubrique>
      </dl>
    </article>
  )
}

/** The articles that decisions cite: what each decides, in a line. */
function Articles({
  articles,
  sujet,
}: {
  readonly articles: ContratView['reglement']['articles']
  readonly sujet: string
}) {
  if (articles.length === 0) return null
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 items-center text-action underline underline-offset-4">
        Ce que décide chaque article
        <span className="sr-only"> du contrat {sujet}</span>
      </summary>
      <p>En une ligne, dans nos mots : le texte complet fait foi. Demandez-le-nous, il vous est dû.</p>
      <ul className="mt-2 space-y-2">
        {articles.map(({ cle, nom, decide }) => (
          <li key={cle}>
            <span className="block font-semibold">{nom}</span>
            {decide}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Formule({ contrat, phrase }: { readonly contrat: ContratView; readonly phrase: string }) {
  return (
    <Rubrique titre="Formule">
      <p data-fait="REGISTRE">{phrase}</p>
      {contrat.finFormule === null ? null : (
        <PhraseFondee fonde={contrat.finFormule} sujet="pour la fin de la formule" />
      )}
      {contrat.autresFormules.length === 0 ? null : (
        <ul data-fait="REGISTRE" className="mt-1 text-encre-douce">
          {contrat.autresFormules.map((autre) => (
            <li key={autre}>{autre}</li>
          ))}
        </ul>
      )}
    </Rubrique>
  )
}

function Rubrique({ titre, children }: { readonly titre: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-lg font-semibold">{titre}</dt>
      <dd className="mt-1 max-w-texte">{children}</dd>
    </div>
  )
}

function PhraseFondee({ fonde, sujet }: { readonly fonde: Fonde; readonly sujet: string }) {
  return (
    <div data-fonde="">
      <p>
        <Glose texte={fonde.phrase} />
      </p>
      {fonde.etapes.length === 0 ? null : (
        <Pourquoi question="Pourquoi cette date ?" sujet={sujet} etapes={fonde.etapes} />
      )}
    </div>
  )
}

function Personnes({
  personnes,
  vide,
}: {
  readonly personnes: readonly PersonneView[]
  readonly vide: string
}) {
  if (personnes.length === 0) return <p>{vide}</p>
  return (
    <ul data-fait="REGISTRE" className="divide-y divide-filet border-y border-filet">
      {personnes.map(({ cle, nom, lien, phrase }) => (
        <li key={cle} className="py-2">
          <span className="font-semibold">{nom}</span>, {lien}
          <span className="block text-encre-douce">{phrase}</span>
        </li>
      ))}
    </ul>
  )
}

function Lien({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <li>
      <a href={href} className="inline-flex min-h-11 items-center">
        {children}
      </a>
    </li>
  )
}
