import type { Metadata } from 'next'
import { TitrePage } from '@/components/ui/titre-page'
import { ListeVerifications } from '@/components/verification/liste'
import { exigerGestion } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { loadVerifications } from '@/lib/services/verification/data'
import { suiteVerificationSchema } from '@/lib/services/verification/schema'
import { voirLigneVerification } from '@/lib/services/verification/view'

export const metadata: Metadata = { title: 'À vérifier' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  const apres = suiteVerificationSchema.parse((await searchParams).apres ?? null)
  const { lignes, suite } = await loadVerifications(acteur, apres)
  const contexte = { article: articleCite, jour: lireCadre().jour }
  return (
    <>
      <TitrePage titre="À vérifier">
        <p>Les lignes que le calcul n’a pas tranchées, et pourquoi : les plus anciennes d’abord.</p>
      </TitrePage>
      <ListeVerifications
        lignes={lignes.map((v) => voirLigneVerification(v, contexte))}
        suite={suite}
        plusLoin={apres !== null}
      />
    </>
  )
}
