import type { Metadata } from 'next'
import { OuverturePrise } from '@/components/prise-en-charge/ouverture'
import { SuiviPrises } from '@/components/prise-en-charge/suivi-prises'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadPrises } from '@/lib/services/prise-en-charge/data'
import { suiteSchema } from '@/lib/services/prise-en-charge/schema'
import { CHOIX_OUVERTURE, voirLignePrise } from '@/lib/services/prise-en-charge/view'
import { ouvrirUneDemande } from './actions'

export const metadata: Metadata = { title: 'Prises en charge et devis' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const avant = suiteSchema.parse((await searchParams).avant ?? null)
  const { enAttente, prises, suite } = await loadPrises(acteur, avant)
  const { jour } = lireCadre()
  return (
    <>
      <TitrePage titre="Prises en charge et devis">
        <p>
          Ce qu’on nous demande avant les soins : chiffré par la fonction qui paie, puis accordé ou refusé.
        </p>
      </TitrePage>
      <SuiviPrises
        enAttente={enAttente.map((p) => voirLignePrise(p, jour))}
        decidees={prises.map((p) => voirLignePrise(p, jour))}
        suite={suite}
        plusLoin={avant !== null}
      />
      <section aria-labelledby="titre-ouvrir" className="mt-12">
        <h2 id="titre-ouvrir" className="mb-3 text-xl">
          Enregistrer une demande
        </h2>
        <OuverturePrise action={ouvrirUneDemande} {...CHOIX_OUVERTURE} />
      </section>
    </>
  )
}
