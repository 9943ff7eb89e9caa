import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SaisieTarif } from '@/components/tarif/saisie'
import { TitrePage } from '@/components/ui/titre-page'
import { annee } from '@/lib/rules/date/date-civile'
import { aujourdhui } from '@/lib/server/clock'
import { organisme } from '@/lib/server/organisme'
import { exigerGestion } from '@/lib/server/session'
import { loadTarif } from '@/lib/services/tarif/data'
import { identifiantTarifSchema } from '@/lib/services/tarif/schema'
import { champsDepuis, champsVides } from '@/lib/services/tarif/view'
import { saisir } from '../actions'

export const metadata: Metadata = { title: 'Saisir un tarif' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('SUPERVISEUR', 'ADMINISTRATEUR')
  const depuis = identifiantTarifSchema.safeParse((await searchParams).depuis)
  const modele = depuis.success ? await loadTarif(acteur, depuis.data) : null
  const [premier] = organisme().reglements
  if ((depuis.success && modele === null) || premier === undefined) notFound()
  const champs = modele === null ? champsVides(premier, annee(aujourdhui())) : champsDepuis(modele)
  return (
    <>
      <p className="mb-4">
        <a href="/gestion/tarifs" className="inline-flex min-h-11 items-center">
          ← Tarifs
        </a>
      </p>
      <TitrePage titre="Saisir un tarif">
        <p>
          {modele === null
            ? 'Une formule, une année, et le prix de chaque âge.'
            : `La grille ${modele.libelle} de ${modele.annee} est recopiée : changez l’année, les âges ou les montants.`}
        </p>
      </TitrePage>
      <SaisieTarif action={saisir} champs={champs} />
    </>
  )
}
