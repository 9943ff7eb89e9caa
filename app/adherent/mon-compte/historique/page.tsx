import type { Metadata } from 'next'
import { ListeDatee } from '@/components/compte/liste-datee'
import { RetourCompte } from '@/components/compte/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { maintenant } from '@/lib/server/clock'
import { exigerAdherent } from '@/lib/server/session'
import { loadHistorique } from '@/lib/services/mon-compte/data'
import { rangSchema } from '@/lib/services/mon-compte/schema'

export const metadata: Metadata = { title: 'L’historique de mes connexions' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const avant = rangSchema.parse((await searchParams).avant ?? null)
  return (
    <>
      <RetourCompte espace="adherent" />
      <TitrePage titre="L’historique de mes connexions">
        <p data-fait="GENERALITE">
          Depuis douze mois. Un essai refusé peut être une faute de frappe ; si vous n’y reconnaissez rien,
          changez votre mot de passe.
        </p>
      </TitrePage>
      <ListeDatee
        {...(await loadHistorique(acteur, avant, maintenant()))}
        adresse="/adherent/mon-compte/historique"
        suivante={avant !== null}
        etiquette="Pages de l’historique"
        vide="Aucune connexion notée"
        videDit="Les prochaines connexions s’inscriront ici."
      />
    </>
  )
}
