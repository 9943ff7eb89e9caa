import type { Metadata } from 'next'
import { Apercu } from '@/components/tarif/apercu'
import { MiseEnVigueur } from '@/components/tarif/mise-en-vigueur'
import { LienBouton } from '@/components/ui/bouton'
import { Montant } from '@/components/ui/montant'
import { TitrePage } from '@/components/ui/titre-page'
import { ETATS_TARIF } from '@/lib/lexique/cotisations'
import { formatPourcentage } from '@/lib/lexique/formats'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadTarif, previsualiserTarif } from '@/lib/services/tarif/data'
import { identifiantTarifSchema } from '@/lib/services/tarif/schema'
import { lignesDeGrille } from '@/lib/services/tarif/view'
import { mettreEnVigueur } from '../actions'

export const metadata: Metadata = { title: 'Tarif' }

interface Props {
  readonly params: Promise<{ readonly tarif: string }>
}

export default async function Page({ params }: Props) {
  const acteur = await exigerGestion('SUPERVISEUR', 'ADMINISTRATEUR')
  const id = identifiantTarifSchema.safeParse((await params).tarif)
  const tarif = id.success ? await loadTarif(acteur, id.data) : null
  if (tarif === null) return refuserPage(acteur)
  const brouillon = tarif.etat === 'BROUILLON' && tarif.derniere
  return (
    <>
      <p className="mb-4">
        <a href={`/gestion/tarifs?annee=${tarif.annee}`} className="inline-flex min-h-11 items-center">
          ← Tarifs de {tarif.annee}
        </a>
      </p>
      <TitrePage titre={`${tarif.libelle}, ${tarif.annee}`}>
        <p>
          Version {tarif.version}, {ETATS_TARIF[tarif.etat].toLowerCase()}.
          {tarif.demonstration
            ? ' Montants de démonstration : inventés, aucun document ne les imprime.'
            : null}
        </p>
      </TitrePage>
      <table className="w-full max-w-lg text-left">
        <caption className="sr-only">Montants par mois</caption>
        <thead>
          <tr>
            <th scope="col" className="py-2 pr-4">
              Qui
            </th>
            <th scope="col" className="py-2 text-right">
              Par mois
            </th>
          </tr>
        </thead>
        <tbody>
          {lignesDeGrille(tarif.tarif).map(({ qui, montant, pourcentage }) => (
            <tr key={qui} className="border-t border-filet">
              <th scope="row" className="py-2 pr-4 font-normal">
                {qui}
              </th>
              <td className="py-2 text-right">
                {montant === null ? (
                  `${formatPourcentage(pourcentage ?? 0)} du plafond mensuel`
                ) : (
                  <Montant valeur={montant} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {brouillon ? (
        <section aria-labelledby="titre-apercu" className="mt-10">
          <h2 id="titre-apercu" className="mb-3 text-xl">
            Ce que ce tarif change
          </h2>
          <Apercu apercu={await previsualiserTarif(tarif)} />
          <div className="mt-6">
            <MiseEnVigueur action={mettreEnVigueur} tarif={tarif.id} />
          </div>
        </section>
      ) : null}
      <p className="mt-10">
        <LienBouton poids="second" href={`/gestion/tarifs/saisir?depuis=${tarif.id}`}>
          Saisir une nouvelle grille à partir de celle-ci
        </LienBouton>
      </p>
    </>
  )
}
