import type { Metadata } from 'next'
import { FormulaireCourrier } from '@/components/document/formulaire-courrier'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { ecrireCourrier } from './actions'

export const metadata: Metadata = { title: 'Écrire un courrier' }

export default async function Page() {
  await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  return (
    <>
      <TitrePage titre="Écrire un courrier">
        <p>
          Le courrier est à l’en-tête de la mutuelle et signé de votre nom. L’adhérent le trouve aussitôt dans
          « Mes documents » ; vous pouvez l’imprimer pour la poste.
        </p>
      </TitrePage>
      <FormulaireCourrier action={ecrireCourrier} />
    </>
  )
}
