import type { Metadata } from 'next'
import Link from 'next/link'
import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { ListeRetours } from '@/components/paiement/liste-retours'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { loadRetours } from '@/lib/services/paiement/data'
import { lireFichierBanque } from '../actions'

export const metadata: Metadata = { title: 'Fichiers de la banque' }

export default async function Page() {
  const acteur = await exigerGestion('COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const retours = await loadRetours(acteur)
  return (
    <>
      <p>
        <Link href="/gestion/paiements">Tous les paiements</Link>
      </p>
      <TitrePage titre="Fichiers de la banque">
        <p>
          Ce que la banque renvoie : paiements refusés ou revenus, lots passés sur le compte. Le même fichier
          relu ne change rien.
        </p>
      </TitrePage>
      <h2 className="text-xl">Lire un fichier</h2>
      <FormulairePaiement
        action={lireFichierBanque}
        champs={[
          {
            nom: 'fichier',
            libelle: 'Fichier de la banque',
            indice: 'pain.002, camt.053, camt.054 (XML) ou relevé CFONB 120 ; 16 Mo au plus.',
            type: 'file',
          },
        ]}
        bouton="Lire le fichier"
      />
      <h2 className="mt-10 text-xl">Derniers paiements revenus</h2>
      <ListeRetours retours={retours} />
    </>
  )
}
