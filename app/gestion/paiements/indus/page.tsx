import type { Metadata } from 'next'
import Link from 'next/link'
import { BoutonAction } from '@/components/acces/bouton-action'
import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { FicheIndu, ListeIndus } from '@/components/paiement/liste-indus'
import { TitrePage } from '@/components/ui/titre-page'
import { aujourdhui } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { type InduSuivi, loadIndus, loadUnIndu } from '@/lib/services/paiement/data'
import { idSchema } from '@/lib/services/paiement/schema'
import {
  contesterUnIndu,
  echelonnerUnIndu,
  maintenirUnIndu,
  noterReglementIndu,
  reprendreSurRemboursements,
} from '../actions'

export const metadata: Metadata = { title: 'Sommes versées à tort' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const { indu } = await searchParams
  if (indu === undefined) {
    return (
      <>
        <p>
          <Link href="/gestion/paiements">Tous les paiements</Link>
        </p>
        <TitrePage titre="Sommes versées à tort">
          <p>
            Des remboursements versés puis annulés. L’adhérent est prévenu d’abord ; la somme est retenue
            ensuite sur ses remboursements, ou rendue par mensualités.
          </p>
        </TitrePage>
        <ListeIndus indus={await loadIndus(acteur, aujourdhui())} />
      </>
    )
  }
  const id = idSchema.safeParse(indu)
  const choisi = id.success ? await loadUnIndu(acteur, id.data, aujourdhui()) : null
  if (choisi === null) return refuserPage(acteur)
  await noterLecture(acteur, 'INDU_LU', { objetType: 'indu', objetId: choisi.id })
  return (
    <>
      <p>
        <Link href="/gestion/paiements/indus">Toutes les sommes versées à tort</Link>
      </p>
      <TitrePage titre="Suivre une somme versée à tort" />
      <FicheIndu indu={choisi} />
      {choisi.etat === 'SOLDE' ? null : <Gestes indu={choisi} />}
    </>
  )
}

function Gestes({ indu }: { readonly indu: InduSuivi }) {
  const caches = { indu: indu.id }
  return (
    <div className="mt-8 space-y-10">
      <section aria-labelledby="titre-recu">
        <h2 id="titre-recu" className="text-xl">
          Une somme a été reçue
        </h2>
        <FormulairePaiement
          action={noterReglementIndu}
          caches={caches}
          champs={[{ nom: 'montant', libelle: 'Somme reçue, en euros', type: 'text', clavier: 'decimal' }]}
          bouton="Noter la somme reçue"
        />
      </section>
      <section aria-labelledby="titre-mensualites">
        <h2 id="titre-mensualites" className="text-xl">
          Rendre par mensualités
        </h2>
        <FormulairePaiement
          action={echelonnerUnIndu}
          caches={caches}
          champs={[
            { nom: 'mensualite', libelle: 'Mensualité convenue, en euros', type: 'text', clavier: 'decimal' },
          ]}
          bouton="Fixer cette mensualité"
        />
        {indu.mensualite === null ? null : (
          <BoutonAction action={reprendreSurRemboursements} caches={caches}>
            Retenir plutôt sur les remboursements
          </BoutonAction>
        )}
      </section>
      <section aria-labelledby="titre-contestation">
        <h2 id="titre-contestation" className="mb-3 text-xl">
          Contestation
        </h2>
        {indu.etat === 'CONTESTE' ? (
          <BoutonAction action={maintenirUnIndu} caches={caches}>
            La somme reste due : maintenir
          </BoutonAction>
        ) : (
          <BoutonAction action={contesterUnIndu} caches={caches}>
            Noter que la somme est contestée
          </BoutonAction>
        )}
      </section>
    </div>
  )
}
