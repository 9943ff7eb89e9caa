import type { Metadata } from 'next'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { ETATS_TARIF } from '@/lib/lexique/cotisations'
import { annee } from '@/lib/rules/date/date-civile'
import { exigerGestion } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadTarifsDeLAnnee } from '@/lib/services/tarif/data'
import { anneeTarifSchema } from '@/lib/services/tarif/schema'

export const metadata: Metadata = { title: 'Tarifs' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('SUPERVISEUR', 'ADMINISTRATEUR')
  const demandee = anneeTarifSchema.parse((await searchParams).annee ?? null) ?? annee(lireCadre().jour)
  const { tarifs, annees } = await loadTarifsDeLAnnee(acteur, demandee)
  return (
    <>
      <TitrePage titre={`Tarifs de ${demandee}`}>
        <p>
          Une grille par formule et par année. Une grille en vigueur ne se modifie plus : on en saisit une
          autre.
        </p>
      </TitrePage>
      <ul className="mb-6 flex flex-wrap gap-x-8">
        {annees
          .filter((an) => an !== demandee)
          .map((an) => (
            <li key={an}>
              <a href={`/gestion/tarifs?annee=${an}`} className="inline-flex min-h-11 items-center">
                Tarifs de {an}
              </a>
            </li>
          ))}
      </ul>
      {tarifs.length === 0 ? (
        <EtatVide titre="Aucun tarif pour cette année">
          <p>
            Ouvrez une grille d’une autre année pour en faire une nouvelle à partir d’elle, ou partez de rien.
          </p>
        </EtatVide>
      ) : (
        <ul className="max-w-3xl divide-y divide-filet border-y border-filet">
          {tarifs.map((t) => (
            <li key={t.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-1">
              <a href={`/gestion/tarifs/${t.id}`} className="inline-flex min-h-11 items-center">
                {t.libelle}
                {t.version > 1 ? `, version ${t.version}` : null}
              </a>
              <span className="text-sm text-encre-douce">
                {ETATS_TARIF[t.etat]}
                {t.demonstration ? ', démonstration' : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-8">
        <LienBouton poids="second" href="/gestion/tarifs/saisir">
          Saisir un tarif
        </LienBouton>
      </p>
    </>
  )
}
