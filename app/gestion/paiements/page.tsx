import type { Metadata } from 'next'
import Link from 'next/link'
import { defierMaCle } from '@/app/securite/actions'
import { Attentes } from '@/components/paiement/attentes'
import { CotisationsARendre } from '@/components/paiement/cotisations-a-rendre'
import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { ListeLots } from '@/components/paiement/liste-lots'
import { TitrePage } from '@/components/ui/titre-page'
import { ajouterJours } from '@/lib/rules/date/date-civile'
import { jourTargetDes } from '@/lib/rules/date/jours-target'
import { aujourdhui } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { loadAttentes, loadLots } from '@/lib/services/paiement/data'
import { apresSchema } from '@/lib/services/paiement/schema'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { LIMITE, loadTropPercus } from '@/lib/services/trop-percu/data'
import { suivreTropPercus } from '@/lib/services/trop-percu/view'
import { preparerLot } from './actions'

export const metadata: Metadata = { title: 'Paiements' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const jour = aujourdhui()
  const page = apresSchema.parse((await searchParams).page ?? 0)
  const [attentes, { lots, suite }] = [await loadAttentes(acteur, jour), await loadLots(acteur, page)]
  const lus = await loadTropPercus(acteur, jour)
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  const aRendre = suivreTropPercus(lus.slice(0, LIMITE), jour)
  return (
    <>
      <TitrePage titre="Paiements">
        <p>
          Ce qui est à verser, les lots pour la banque, et ce qu’elle renvoie. Un lot préparé par une personne
          est contrôlé par une autre.
        </p>
      </TitrePage>
      <nav aria-label="Autres pages des paiements">
        <ul className="mb-8 flex flex-wrap gap-x-6">
          <li>
            <Link href="/gestion/paiements/retours" className="inline-flex min-h-11 items-center">
              Lire un fichier de la banque
            </Link>
          </li>
          <li>
            <Link href="/gestion/paiements/professionnels" className="inline-flex min-h-11 items-center">
              Comptes des professionnels
            </Link>
          </li>
          <li>
            <Link href="/gestion/paiements/indus" className="inline-flex min-h-11 items-center">
              Sommes versées à tort
            </Link>
          </li>
          <li>
            <Link href="/gestion/paiements/avances" className="inline-flex min-h-11 items-center">
              Avances santé
            </Link>
          </li>
        </ul>
      </nav>
      <h2 className="text-xl">À verser</h2>
      <Attentes attentes={attentes} />
      <h2 className="mt-10 text-xl">Cotisations à rendre</h2>
      <CotisationsARendre tropPercus={aRendre} autres={lus.length > LIMITE} />
      {attentes.some((a) => a.motif === 'PRET') || aRendre.some(({ pret }) => pret) ? (
        <section aria-labelledby="titre-preparer" className="mt-8">
          <h2 id="titre-preparer" className="text-xl">
            Préparer un lot de virements
          </h2>
          <FormulairePaiement
            action={preparerLot}
            champs={[
              {
                nom: 'executionLe',
                libelle: 'Jour d’exécution par la banque',
                indice: 'Un jour où les banques règlent ; le prochain est proposé.',
                type: 'date',
                valeur: jourTargetDes(ajouterJours(jour, 1)),
              },
            ]}
            confirmation={confirmation}
            bouton="Préparer le lot"
          >
            <p className="texte text-encre-douce">
              Ce que les adhérents ont à rendre est retenu d’abord sur leurs remboursements, une fois le délai
              d’explication passé. Les cotisations à rendre partent en entier, chacune par son propre
              virement.
            </p>
          </FormulairePaiement>
        </section>
      ) : null}
      <h2 className="mt-10 text-xl">Lots</h2>
      <ListeLots lots={lots} suite={suite} />
    </>
  )
}
