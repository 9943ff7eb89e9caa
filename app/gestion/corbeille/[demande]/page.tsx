import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import Link from 'next/link'
import { BoutonAction } from '@/components/acces/bouton-action'
import { AccepterAvecSaisie } from '@/components/corbeille/accepter-avec-saisie'
import { Apercu } from '@/components/corbeille/apercu'
import type { ChampTraitement } from '@/components/corbeille/champ-traitement'
import { Faits, Fil, Histoire, Horloge, Resultat } from '@/components/corbeille/fiche'
import { FormulaireTraitement } from '@/components/corbeille/formulaire-traitement'
import { Gestes } from '@/components/corbeille/gestes'
import { Pieces } from '@/components/corbeille/pieces'
import { TitrePage } from '@/components/ui/titre-page'
import { ajouterJours } from '@/lib/rules/date/date-civile'
import { aujourdhui } from '@/lib/server/clock'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadObjets } from '@/lib/services/corbeille/data'
import { modeleChoisiSchema } from '@/lib/services/corbeille/schema'
import type { ApercuVu, FicheVue } from '@/lib/services/corbeille/view'
import { demandeIdSchema } from '@/lib/services/demande/schema'
import { loadApercu, loadFiche } from '@/lib/services/fiche-demande/data'
import { noterLectureDemande } from '@/lib/services/fiche-demande/mutations'
import {
  accepterCelleCi,
  attribuerCelleCi,
  classerLaPiece,
  defaireLaDecision,
  demanderUnePiece,
  ecrireSansClore,
  noterSurCelleCi,
  prendreCelleCi,
  previsualiser,
  recevoirLaPiece,
  redemanderLaPiece,
  refuserCelleCi,
  rendreCelleCi,
  repondreACelleCi,
  sePasserDeLaPiece,
  transfererCelleCi,
} from '../actions'

export const metadata: Metadata = { title: 'Une demande' }

interface Props {
  readonly params: Promise<{ readonly demande: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Days left to send a piece, as proposed. */
const DELAI_PIECE = 15

export default async function Page({ params, searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  const id = demandeIdSchema.safeParse((await params).demande)
  const lu = id.success ? await loadFiche(acteur, id.data, loadObjets()) : null
  if (lu === null) return refuserPage(acteur)
  const { fiche, modeles, nonLus } = lu
  await noterLectureDemande(acteur, fiche.id, nonLus)
  const code = modeleChoisiSchema.parse((await searchParams).modele ?? null)
  const apercu =
    fiche.gestes.accepter && fiche.champs.length === 0 ? await loadApercu(acteur, fiche.id) : null
  const jour = aujourdhui()
  const avant = { propose: ajouterJours(jour, DELAI_PIECE), min: ajouterJours(jour, 1) }
  return (
    <>
      <p>
        <Link href="/gestion/corbeille" prefetch={false} className="inline-flex min-h-11 items-center">
          Toutes les demandes
        </Link>
      </p>
      <TitrePage titre={fiche.titre}>
        <p>
          {fiche.numero} · {fiche.etat} · chez {fiche.chez}
        </p>
      </TitrePage>
      <div className="gap-x-12 gap-y-10 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="space-y-10">
          <Horloge horloge={fiche.horloge} />
          {fiche.gestes.prendre ? (
            <BoutonAction poids="principal" action={prendreCelleCi} caches={{ demande: fiche.id }}>
              Prendre cette demande
            </BoutonAction>
          ) : null}
          <Faits fiche={fiche} />
          {fiche.resultat === null ? null : <Resultat resultat={fiche.resultat} />}
          <Decision fiche={fiche} apercu={apercu} />
          <Fil messages={fiche.messages} />
          <section aria-labelledby="titre-gestes">
            <h2 id="titre-gestes" className="mb-3 text-xl">
              Que faire
            </h2>
            <Gestes
              fiche={fiche}
              actions={{
                rendre: rendreCelleCi,
                transferer: transfererCelleCi,
                attribuer: attribuerCelleCi,
                demanderPiece: demanderUnePiece,
                refuser: refuserCelleCi,
                repondre: repondreACelleCi,
                ecrire: ecrireSansClore,
                noter: noterSurCelleCi,
                defaire: defaireLaDecision,
              }}
              cles={{
                repondre: randomUUID(),
                ecrire: randomUUID(),
                piece: randomUUID(),
                note: randomUUID(),
              }}
              modeles={{
                repondre: modeles.filter(({ pour }) => pour === 'REPONSE'),
                refuser: modeles.filter(({ pour }) => pour === 'REFUS'),
                piece: modeles.filter(({ pour }) => pour === 'PIECE'),
              }}
              choisi={modeles.find((m) => m.code === code) ?? null}
              avant={avant}
            />
          </section>
        </div>
        <div className="mt-10 space-y-10 lg:mt-0">
          <Pieces
            demande={fiche.id}
            pieces={fiche.pieces}
            attendues={{
              version: fiche.version,
              attendues: fiche.attendues,
              actions: {
                recevoir: recevoirLaPiece,
                sePasser: sePasserDeLaPiece,
                redemander: redemanderLaPiece,
              },
              cle: randomUUID(),
              avant,
            }}
            classer={classerLaPiece}
            medecin={acteur.role === 'MEDECIN_CONSEIL'}
          />
          <Histoire id={fiche.id} passages={fiche.passages} />
        </div>
      </div>
    </>
  )
}

const PHRASE: ChampTraitement = {
  nom: 'phrase',
  type: 'long',
  libelle: 'Un mot pour la personne',
  indice: 'Elle lit ce qui change et pourquoi ; ce mot vient en plus.',
  facultatif: true,
}

/** What accepting would do, shown before it is done. */
function Decision({ fiche, apercu }: { readonly fiche: FicheVue; readonly apercu: ApercuVu | null }) {
  if (!fiche.gestes.accepter) return null
  const caches = { demande: fiche.id, version: String(fiche.version), vus: String(fiche.vus) }
  return (
    <section aria-labelledby="titre-decision" className="space-y-4">
      <h2 id="titre-decision" className="text-xl">
        Ce qu’accepter change
      </h2>
      {fiche.champs.length > 0 ? (
        <AccepterAvecSaisie
          previsualiser={previsualiser}
          accepter={accepterCelleCi}
          caches={caches}
          champs={fiche.champs}
          initial={apercu}
          phrase={PHRASE}
        />
      ) : apercu === null ? null : (
        <Apercu apercu={apercu} />
      )}
      {fiche.champs.length === 0 && apercu?.verdict === 'ACCORDEE' ? (
        <FormulaireTraitement
          action={accepterCelleCi}
          cle="accepter"
          titre="Accepter"
          caches={caches}
          champs={[PHRASE]}
          bouton="Accepter cette demande"
          poids="principal"
          ouvert
        />
      ) : null}
    </section>
  )
}
