import type { Metadata } from 'next'
import Link from 'next/link'
import { defierMaCle } from '@/app/securite/actions'
import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { ListeTiers } from '@/components/paiement/liste-tiers'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { idSchema } from '@/lib/services/paiement/schema'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { loadTiers, loadUnTiers } from '@/lib/services/tiers/data'
import { saisirRibTiers } from '../actions'

export const metadata: Metadata = { title: 'Comptes des professionnels' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const { tiers } = await searchParams
  if (tiers === undefined) {
    return (
      <>
        <p>
          <Link href="/gestion/paiements">Tous les paiements</Link>
        </p>
        <TitrePage titre="Comptes des professionnels">
          <p>Ceux que la mutuelle paie à la place des adhérents. Sans compte, ce qui leur est dû attend.</p>
        </TitrePage>
        <ListeTiers tiers={await loadTiers(acteur)} />
      </>
    )
  }
  const id = idSchema.safeParse(tiers)
  const choisi = id.success ? await loadUnTiers(acteur, id.data) : null
  if (choisi === null) return refuserPage(acteur)
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  return (
    <>
      <p>
        <Link href="/gestion/paiements/professionnels">Tous les professionnels</Link>
      </p>
      <TitrePage titre={`Compte de ${choisi.nom}`}>
        <p>
          {choisi.identifiant}.{' '}
          {choisi.ibanFin === null ? 'Aucun compte connu.' : `Compte actuel finissant par ${choisi.ibanFin}.`}
        </p>
      </TitrePage>
      <FormulairePaiement
        action={saisirRibTiers}
        caches={{ tiers: choisi.id }}
        champs={[
          {
            nom: 'iban',
            libelle: 'IBAN du professionnel',
            indice:
              'Tel qu’il est écrit sur son RIB. Rappelez-le à un numéro que vous connaissez avant de le changer.',
            type: 'text',
          },
        ]}
        confirmation={confirmation}
        bouton="Enregistrer ce compte"
      />
    </>
  )
}
