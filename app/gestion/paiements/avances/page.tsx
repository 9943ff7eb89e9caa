import type { Metadata } from 'next'
import Link from 'next/link'
import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { formatMontant } from '@/lib/lexique/formats'
import { exigerGestion } from '@/lib/server/session'
import { LIMITE, loadAvances } from '@/lib/services/avance-sante/data'
import { voirAvance } from '@/lib/services/avance-sante/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { noterReglementAvance } from './actions'

export const metadata: Metadata = { title: 'Avances santé' }

export default async function Page() {
  const acteur = await exigerGestion('COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const lues = await loadAvances(acteur)
  return (
    <>
      <p>
        <Link href="/gestion/paiements">Tous les paiements</Link>
      </p>
      <TitrePage titre="Avances santé">
        <p>
          Ce qui a été prêté et n’est pas encore rendu. Une avance part seule au prochain virement ; notez ici
          ce qui en revient.
        </p>
      </TitrePage>
      {lues.length === 0 ? (
        <EtatVide titre="Aucune avance en cours">
          <p>Une avance apparaît ici dès qu’une demande est acceptée.</p>
        </EtatVide>
      ) : null}
      <ul className="mt-3 space-y-8">
        {lues.slice(0, LIMITE).map((lue) => {
          const avance = voirAvance(lue, articleCite)
          return (
            <li key={avance.id} className="border-l-4 border-filet py-1 pl-5">
              <p className="font-semibold wrap-anywhere">
                {lue.nom}, {avance.numeroAdherent} : {formatMontant(avance.montant)}
              </p>
              <p>{avance.phrase}</p>
              {avance.versee ? (
                <FormulairePaiement
                  action={noterReglementAvance}
                  caches={{ avance: avance.id }}
                  champs={[
                    { nom: 'montant', libelle: 'Somme reçue, en euros', type: 'text', clavier: 'decimal' },
                  ]}
                  bouton="Noter la somme reçue"
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {lues.length > LIMITE ? <p className="mt-6">Il y en a d’autres : les plus anciennes d’abord.</p> : null}
    </>
  )
}
