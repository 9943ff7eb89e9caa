import { randomUUID } from 'node:crypto'
import { BoutonAction } from '@/components/acces/bouton-action'
import {
  FaitsDemande,
  HistoireDemande,
  Horloge,
  PiecesAttendues,
  ResultatDemande,
} from '@/components/demande/fiche-demande'
import { Fil } from '@/components/demande/fil'
import { FormulaireSuite } from '@/components/demande/formulaire-suite'
import { MarquerLus } from '@/components/demande/marquer-lus'
import { Mediation } from '@/components/demande/mediation'
import { TitrePage } from '@/components/ui/titre-page'
import { PAGES_DES_NATURES } from '@/lib/lexique/nouvelles-demandes'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { demandeIdSchema } from '@/lib/services/demande/schema'
import { contexteDemandes, direFaits, loadEnPratique, loadMaDemande } from '@/lib/services/mes-demandes/data'
import { type DemandeVue, piecesSansMessage, voirDemande } from '@/lib/services/mes-demandes/view'
import { enRegard } from '@/lib/services/regard/access'
import { ajouter, annuler, noterLus } from '../actions'

/** The title is in the page: it names the demande, and « introuvable » has its own. */
export const metadata = { title: null }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

export default async function DemandePage({ params }: Props) {
  const acteur = await exigerAdherent()
  const id = demandeIdSchema.safeParse((await params).id)
  const lue = id.success ? await loadMaDemande(acteur, id.data) : null
  if (lue === null) return refuserPage(acteur)
  const { organisme } = lireCadre()
  const d = voirDemande(lue, direFaits(lue), contexteDemandes())
  const enPratique = d.limite === null ? null : await loadEnPratique(acteur, d.nature)
  return (
    <>
      <title>{`${d.titre} ${d.numero} – ${organisme.nomCourt}`}</title>
      <Retour nature={d.nature} />
      <TitrePage titre={d.titre}>
        <p>
          Demande {d.numero}
          {d.sujet === null ? '' : `, à propos de : ${d.sujet.charAt(0).toLowerCase()}${d.sujet.slice(1)}`}.
        </p>
      </TitrePage>
      {d.brouillon ? <Reprendre d={d} /> : <Horloge d={d} enPratique={enPratique} />}
      {d.nonLus === 0 ? null : <MarquerLus action={noterLus} demandeId={d.id} />}
      <ResultatDemande resultat={d.resultat} />
      <PiecesAttendues d={d} />
      <Fil fil={d.fil} organisme={organisme.nomCourt} />
      <Suite d={d} />
      <FaitsDemande d={d} pieces={d.brouillon ? [] : piecesSansMessage(lue)} />
      {d.mediation === null ? null : <Mediation mediation={d.mediation} mediateur={organisme.mediateur} />}
      {d.brouillon ? null : (
        <>
          {d.desaccord ? <Desaccord d={d} /> : null}
          <HistoireDemande d={d} />
          {enRegard(acteur) ? null : <Dossier d={d} />}
        </>
      )}
      {d.peutAnnuler ? <Annulation d={d} /> : null}
    </>
  )
}

const Retour = ({ nature }: Pick<DemandeVue, 'nature'>) => (
  <p className="mb-2 print:hidden">
    <a
      href={nature === 'MESSAGE' ? '/adherent/messagerie' : '/adherent/demandes'}
      className="inline-flex min-h-11 items-center"
    >
      ← {nature === 'MESSAGE' ? 'Ma messagerie' : 'Mes demandes'}
    </a>
  </p>
)

function Reprendre({ d }: { readonly d: DemandeVue }) {
  const page = PAGES_DES_NATURES[d.nature]
  return (
    <div className="texte border-l-4 border-a-faire bg-a-faire-pale px-5 py-4">
      <p>Ce brouillon n’est pas envoyé : personne ne l’a encore lu.</p>
      {page === undefined ? null : (
        <p>
          <a href={`${page}?cle=${d.cle}`} className="inline-flex min-h-11 items-center">
            Reprendre et envoyer
          </a>
        </p>
      )}
    </div>
  )
}

function Suite({ d }: { readonly d: DemandeVue }) {
  if (!d.peutEcrire) return null
  const attendue = d.attendues.some(({ recue }) => recue === null)
  return (
    <section aria-labelledby="titre-suite" className="mt-10 print:hidden">
      <h2 id="titre-suite" className="mb-3 text-xl">
        {attendue ? 'Envoyer la pièce demandée' : 'Ajouter quelque chose'}
      </h2>
      <FormulaireSuite
        action={ajouter}
        demandeId={d.id}
        cle={randomUUID()}
        bouton={attendue ? 'Envoyer la pièce' : 'Envoyer'}
        libelle={attendue ? 'Un mot avec la pièce (facultatif)' : 'Votre message'}
        indice={
          d.etat === 'Répondue'
            ? 'Cette demande a sa réponse : un nouveau message la rouvre, avec un nouveau délai.'
            : 'Il s’ajoute aux échanges, avec les pièces que vous joignez.'
        }
      />
    </section>
  )
}

/** Late, refused, answered: what one may do who does not agree. */
const Desaccord = ({ d }: { readonly d: DemandeVue }) => (
  <p className="mt-10 max-w-texte print:hidden">
    Cette réponse, ou ce délai, ne vous convient pas ?{' '}
    <a href={`/adherent/demandes/reclamation?demande=${d.id}`}>Faire une réclamation</a> : le service des
    réclamations reprend votre dossier.
  </p>
)

const Dossier = ({ d }: { readonly d: DemandeVue }) => (
  <section aria-labelledby="titre-dossier" className="mt-10 print:hidden">
    <h2 id="titre-dossier" className="text-xl">
      Garder tout le dossier
    </h2>
    <p className="mt-2 max-w-texte">
      Les échanges, les décisions et leurs raisons, les dates et les pièces, en un seul fichier ZIP à garder
      ou à transmettre.
    </p>
    <p>
      <a
        href={`/adherent/demandes/${d.id}/dossier/telecharger`}
        className="inline-flex min-h-11 items-center"
      >
        Télécharger le dossier complet
      </a>
    </p>
  </section>
)

const Annulation = ({ d }: { readonly d: DemandeVue }) => (
  <details className="mt-8 print:hidden">
    <summary className="inline-flex min-h-11 items-center text-action">
      <span className="underline underline-offset-4">
        {d.brouillon ? 'Abandonner ce brouillon' : 'Annuler cette demande'}
      </span>
    </summary>
    <div className="mt-2 max-w-texte space-y-3 border-l-4 border-filet pl-5">
      <p>
        {d.brouillon
          ? 'Ce qui est écrit ne sera pas envoyé.'
          : 'Nous arrêtons de la traiter. Ce qui a été écrit reste lisible ici, et vous pourrez en faire une autre.'}
      </p>
      <BoutonAction action={annuler} caches={{ demande: d.id }}>
        {d.brouillon ? 'Oui, abandonner ce brouillon' : 'Oui, annuler cette demande'}
      </BoutonAction>
    </div>
  </details>
)
