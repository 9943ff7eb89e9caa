import type { Metadata } from 'next'
import Link from 'next/link'
import { defierMaCle } from '@/app/securite/actions'
import { BoutonAction } from '@/components/acces/bouton-action'
import type { Confirmation } from '@/components/facteur/confirmer-identite'
import { FicheLot, OrdresDuLot } from '@/components/paiement/detail-lot'
import { FormulairePaiement } from '@/components/paiement/formulaire-paiement'
import { LienBouton } from '@/components/ui/bouton'
import { TitrePage } from '@/components/ui/titre-page'
import { instantEnMots } from '@/lib/lexique/attente'
import { resumeLot } from '@/lib/lexique/paiement'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { type LotDetail, loadLot } from '@/lib/services/paiement/data'
import { apresSchema, idSchema } from '@/lib/services/paiement/schema'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { abandonnerUnLot, emettreUnLot, validerUnLot } from '../actions'

export const metadata: Metadata = { title: 'Un lot de paiements' }

interface Props {
  readonly params: Promise<{ readonly lot: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ params, searchParams }: Props) {
  const acteur = await exigerGestion('COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const id = idSchema.safeParse((await params).lot)
  const apres = apresSchema.parse((await searchParams).apres ?? 0)
  const lot = id.success ? await loadLot(acteur, id.data, apres) : null
  if (lot === null) return refuserPage(acteur)
  await noterLecture(acteur, 'LOT_LU', { objetType: 'lot_bancaire', objetId: lot.id })
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  return (
    <>
      <p>
        <Link href="/gestion/paiements">Tous les paiements</Link>
      </p>
      <TitrePage titre={`Lot : ${resumeLot(lot)}`} />
      <FicheLot lot={lot} />
      <Suite lot={lot} compteId={acteur.compteId} confirmation={confirmation} />
      <h2 className="mt-10 text-xl">Ordres</h2>
      <OrdresDuLot lot={lot} />
    </>
  )
}

interface PropsSuite {
  readonly lot: LotDetail
  readonly compteId: string
  readonly confirmation: Confirmation
}

/** What this person may do of it now. */
function Suite({ lot, compteId, confirmation }: PropsSuite) {
  const caches = { lot: lot.id }
  if (lot.etat === 'EMIS' || lot.etat === 'RAPPROCHE') {
    return (
      <section className="mt-6" aria-label="Fichier">
        <LienBouton href={`/gestion/paiements/${lot.id}/telecharger`} download>
          Télécharger le fichier pour la banque
        </LienBouton>
        <p className="texte mt-2 text-encre-douce">
          Le téléchargement est noté au journal. Envoyez ce fichier une seule fois : la banque refuse le
          second.
        </p>
      </section>
    )
  }
  if (lot.etat === 'ABANDONNE') return null
  return (
    <section className="mt-6 space-y-6" aria-label="Suite à donner">
      {lot.etat === 'VALIDE' ? <Emission lot={lot} /> : null}
      {lot.etat === 'PREPARE' && lot.preparePar?.id === compteId ? (
        <p className="border-l-4 border-a-faire bg-a-faire-pale px-5 py-3 text-a-faire">
          Vous avez préparé ce lot : une autre personne doit le contrôler.
        </p>
      ) : null}
      {lot.etat === 'PREPARE' && lot.preparePar?.id !== compteId ? (
        <>
          <h2 className="text-xl">Contrôler ce lot</h2>
          <FormulairePaiement
            action={validerUnLot}
            caches={caches}
            champs={[]}
            confirmation={confirmation}
            bouton={`Contrôler ces ${lot.nombre === 1 ? '' : `${lot.nombre} `}ordres et les laisser partir`}
          />
        </>
      ) : null}
      <BoutonAction action={abandonnerUnLot} caches={caches}>
        Abandonner ce lot
      </BoutonAction>
    </section>
  )
}

function Emission({ lot }: { readonly lot: LotDetail }) {
  const enCours = lot.emissionDemandeeLe !== null && lot.emissionRefus === null
  if (enCours && lot.emissionDemandeeLe !== null) {
    return (
      <div role="status" className="border-l-4 border-action bg-action-pale px-5 py-3">
        <p>
          Le fichier s’écrit, demandé {instantEnMots(lot.emissionDemandeeLe)}. Interrompu, il reprend de
          lui-même.
        </p>
        <p>
          <Link href={`/gestion/paiements/${lot.id}`} className="inline-flex min-h-11 items-center">
            Voir où il en est
          </Link>
        </p>
      </div>
    )
  }
  return (
    <>
      {lot.emissionRefus === null ? null : (
        <p role="alert" className="border-l-4 border-erreur bg-erreur-pale px-5 py-3">
          Le fichier n’a pas pu être écrit : {lot.emissionRefus}
        </p>
      )}
      <BoutonAction action={emettreUnLot} caches={{ lot: lot.id }}>
        Écrire le fichier pour la banque
      </BoutonAction>
    </>
  )
}
