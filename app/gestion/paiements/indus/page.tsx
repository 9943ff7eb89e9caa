import type { Metadata } from 'next'
import Link from 'next/link'
import { BoutonAction } from '@/components/acces/bouton-action'
import type { ChampTraitement } from '@/components/corbeille/champ-traitement'
import { FormulaireTraitement } from '@/components/corbeille/formulaire-traitement'
import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { FicheIndu, ListeIndus } from '@/components/paiement/liste-indus'
import { TitrePage } from '@/components/ui/titre-page'
import { formatMontant } from '@/lib/lexique/formats'
import { CHOIX_RAISONS } from '@/lib/lexique/remise'
import { aujourdhui } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { type InduSuivi, loadIndus, loadUnIndu } from '@/lib/services/paiement/data'
import { idSchema } from '@/lib/services/paiement/schema'
import {
  abandonnerUnIndu,
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
      <Contestation indu={indu} />
    </div>
  )
}

/** Decided where it was sent; said on the telephone, here. */
function Contestation({ indu }: { readonly indu: InduSuivi }) {
  const caches = { indu: indu.id }
  return (
    <section aria-labelledby="titre-contestation" className="space-y-3">
      <h2 id="titre-contestation" className="text-xl">
        Contestation
      </h2>
      {indu.contestation?.enCours === true ? (
        <p className="texte">
          Contestée par la demande{' '}
          <Link href={`/gestion/corbeille/${indu.contestation.id}`}>{indu.contestation.numero}</Link> :
          accepter cette demande, c’est renoncer à la somme ; la refuser, c’est la maintenir.
        </p>
      ) : (
        <>
          {indu.etat === 'CONTESTE' ? (
            <FormulaireTraitement
              action={maintenirUnIndu}
              cle="maintenir"
              titre="La somme reste due : maintenir"
              caches={caches}
              champs={[POURQUOI]}
              bouton="Maintenir cette somme"
            >
              <p>
                Une lettre dit cette raison, le nouveau délai avant toute retenue, la réclamation et le
                médiateur.
              </p>
            </FormulaireTraitement>
          ) : (
            <BoutonAction action={contesterUnIndu} caches={caches}>
              Noter que la somme est contestée
            </BoutonAction>
          )}
          <FormulaireTraitement
            action={abandonnerUnIndu}
            cle="abandonner"
            titre="Renoncer à cette somme"
            caches={caches}
            champs={[RAISON, MOT]}
            bouton={`Renoncer aux ${formatMontant(indu.reste)} qui restent`}
          >
            <p>
              La somme n’est plus due, et une lettre dit pourquoi. La mutuelle en supporte la charge : cela ne
              se défait pas.
            </p>
          </FormulaireTraitement>
        </>
      )}
    </section>
  )
}

const POURQUOI: ChampTraitement = {
  nom: 'phrase',
  type: 'long',
  libelle: 'Pourquoi elle reste due',
  indice: 'La personne lit cette phrase.',
}
const RAISON: ChampTraitement = {
  nom: 'raison',
  type: 'choix',
  libelle: 'Pourquoi nous y renonçons',
  options: CHOIX_RAISONS,
}
const MOT: ChampTraitement = {
  nom: 'phrase',
  type: 'long',
  libelle: 'Un mot pour la personne',
  facultatif: true,
}
