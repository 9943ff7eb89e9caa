import { Terme } from '@/components/aide/terme'
import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Montant } from '@/components/ui/montant'
import type { ReserveView } from '@/lib/services/lecture-soins/view'
import type { AccueilView, AttenteView, LigneView } from '@/lib/services/remboursement/view'
import { Etat } from './etat'
import { Partage, Repartition } from './partage'

interface Props {
  readonly vue: AccueilView
  readonly reserves: readonly ReserveView[]
  readonly delaiHeures: number
}

/** The member's first page: what came last, what is awaited, the year in one bar. */
export function Accueil({ vue, reserves, delaiHeures }: Props) {
  return (
    <div className="space-y-12">
      <Attente attente={vue.attente} delaiHeures={delaiHeures} />
      <section aria-labelledby="titre-derniers">
        <h2 id="titre-derniers" className="mb-2 text-xl">
          Vos derniers remboursements
        </h2>
        {vue.dernieres.length === 0 ? (
          <EtatVide titre="Aucun remboursement pour le moment">
            <p>
              Présentez votre carte Vitale et votre carte de mutuelle lors de votre prochain soin : le
              remboursement apparaîtra ici dès que l’Assurance maladie nous aura transmis son décompte.
            </p>
          </EtatVide>
        ) : (
          <>
            <ul className="divide-y divide-filet border-y border-filet">
              {vue.dernieres.map((ligne) => (
                <li key={ligne.id}>
                  <Derniere ligne={ligne} />
                </li>
              ))}
            </ul>
            <p className="mt-5">
              <LienBouton href="/adherent/remboursements">Voir mes remboursements en détail</LienBouton>
            </p>
          </>
        )}
        <SoinsReserves reserves={reserves} niveau="h3" />
      </section>
      {vue.annee.totaux.nombre === 0 ? null : (
        <section aria-labelledby="titre-annee" data-fonde="lien">
          <h2 id="titre-annee" className="mb-3 text-xl">
            {vue.annee.titre}
          </h2>
          <Partage
            titre={vue.annee.totaux.nombre === 1 ? '1 soin' : `${vue.annee.totaux.nombre} soins`}
            partage={vue.annee.totaux.partage}
          />
          <p>
            <a href="/adherent/mon-annee" data-vers-motifs="" className="inline-flex min-h-11 items-center">
              Mon année, par genre de soin
            </a>
          </p>
        </section>
      )}
      <section aria-labelledby="titre-papiers">
        <h2 id="titre-papiers" className="text-xl">
          Vos papiers
        </h2>
        <ul className="mt-1">
          <li>
            <a href="/adherent/documents" className="inline-flex min-h-11 items-center">
              Ma carte, mes attestations et mes courriers
            </a>
          </li>
          <li>
            <a href="/adherent/releves" className="inline-flex min-h-11 items-center">
              Mes relevés de prestation
            </a>
          </li>
        </ul>
      </section>
    </div>
  )
}

function Derniere({ ligne }: { readonly ligne: LigneView }) {
  return (
    <article aria-labelledby={`soin-${ligne.id}`} data-fonde="lien" className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 id={`soin-${ligne.id}`} className="font-semibold">
          <a
            href={`/adherent/remboursements/${ligne.id}`}
            data-vers-motifs=""
            className="inline-flex min-h-11 items-center text-encre"
          >
            {ligne.annulation ? 'Annulation : ' : null}
            {ligne.libelle}
          </a>
        </h3>
        <Etat etat={ligne.etat} />
      </div>
      <p className="text-sm text-encre-douce">
        {ligne.date} · {ligne.personne}
      </p>
      <Repartition parts={ligne.partage.parts} />
    </article>
  )
}

function Attente({ attente, delaiHeures }: { readonly attente: AttenteView; readonly delaiHeures: number }) {
  const { aVerser, aVerifier } = attente
  if (aVerser === null && aVerifier === 0) return null
  return (
    <section
      aria-labelledby="titre-attente"
      data-fonde="lien"
      className="border-l-4 border-a-faire bg-a-faire-pale px-5 py-4"
    >
      <h2 id="titre-attente" className="text-lg text-a-faire">
        En attente
      </h2>
      <ul className="mt-1 space-y-1">
        {aVerser === null ? null : (
          <li>
            <p>
              <Montant valeur={aVerser.montant} fort /> à verser par la mutuelle pour{' '}
              {aVerser.nombre === 1 ? '1 soin' : `${aVerser.nombre} soins`}. Le virement part en général dans
              les {delaiHeures} heures qui suivent la réception du <Terme id="decompte">décompte</Terme> de
              l’Assurance maladie.{' '}
              <a href="/adherent/remboursements" data-vers-motifs="">
                Voir le calcul de chaque soin
              </a>
              .
            </p>
          </li>
        )}
        {aVerifier === 0 ? null : (
          <li>
            {aVerifier === 1 ? '1 soin est' : `${aVerifier} soins sont`} à vérifier par un gestionnaire de la
            mutuelle. Vous n’avez rien à faire : s’il manque une pièce, nous vous la demanderons.
          </li>
        )}
      </ul>
    </section>
  )
}
