import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Avis } from '@/components/garanties/avis'
import { Partage } from '@/components/remboursement/partage'
import { EtatVide } from '@/components/ui/etat-vide'
import { Jauge } from '@/components/ui/jauge'
import type { ContratBesoin, ExempleView, LigneBesoin } from '@/lib/services/besoins/view'
import type { CompteurView } from '@/lib/services/limites/view'

/** What one contract does for one need. */
export function ContratDuBesoin({ contrat }: { readonly contrat: ContratBesoin }) {
  const { titre, numeroAdherent, sansTableau, lignes, autres, equipements } = contrat
  const vide = lignes.length === 0 && autres.length === 0
  return (
    <section aria-labelledby={`contrat-${numeroAdherent}`} className="mb-12">
      <h2 id={`contrat-${numeroAdherent}`} className="text-base font-normal text-encre-douce">
        {titre}, contrat n° {numeroAdherent}
      </h2>
      <Avis droits={contrat} />
      {sansTableau ? <SansTableau titre={titre} /> : null}
      {!sansTableau && vide ? (
        <div className="mt-4">
          <EtatVide titre="Votre formule ne dit rien de ce besoin">
            <p>
              Ce que l’Assurance maladie laisse à payer reste à votre charge. Un conseiller peut le confirmer.
            </p>
          </EtatVide>
        </div>
      ) : null}
      {equipements.length === 0 ? null : (
        <ul className="mt-5 space-y-3">
          {equipements.map((compteur) => (
            <Compteur key={compteur.cle} compteur={compteur} nomme />
          ))}
        </ul>
      )}
      {lignes.map((ligne) => (
        <Ligne key={ligne.ligne} ligne={ligne} />
      ))}
      {autres.length === 0 ? null : (
        <div className="mt-6 border-t border-filet pt-4">
          <h3 className="text-lg">D’autres soins de ce besoin</h3>
          <Exemples exemples={autres} />
        </div>
      )}
    </section>
  )
}

export function SansTableau({ titre }: { readonly titre: string }) {
  return (
    <div className="mt-4">
      <EtatVide titre="Les garanties de ce contrat ne sont pas dans votre espace">
        <p>
          {titre} n’en publie pas le tableau. Elles sont écrites dans votre contrat ; un conseiller peut vous
          dire ce qui sera remboursé avant vos soins.
        </p>
      </EtatVide>
    </div>
  )
}

function Ligne({
  ligne: { ligne, titre, dit, conditions, compteurs, exemples },
}: {
  readonly ligne: LigneBesoin
}) {
  const calcule = compteurs.length > 0 || exemples.length > 0
  return (
    <article aria-labelledby={`garantie-${ligne}`} className="mt-6 border-t border-filet pt-4">
      <h3 id={`garantie-${ligne}`} data-fait="LIBELLE" className="text-lg first-letter:uppercase">
        {titre}
      </h3>
      <div data-fonde={calcule ? `#calcul-${ligne}` : 'lien'}>
        <p className="mt-1 max-w-texte first-letter:uppercase">
          <Glose texte={dit} />
        </p>
        {conditions.map((condition) => (
          <p key={condition} className="max-w-texte text-sm text-encre-douce">
            <Glose texte={condition} />
          </p>
        ))}
        {calcule ? null : (
          <a
            href="/adherent/garanties/tableau"
            data-vers-motifs=""
            className="inline-flex min-h-11 items-center"
          >
            Dans le tableau de garanties<span className="sr-only"> : {titre}</span>
          </a>
        )}
      </div>
      <div id={`calcul-${ligne}`}>
        {compteurs.length === 0 ? null : (
          <ul className="mt-3 space-y-3">
            {compteurs.map((compteur) => (
              <Compteur key={compteur.cle} compteur={compteur} nomme={compteurs.length > 1} />
            ))}
          </ul>
        )}
        <Exemples exemples={exemples} />
      </div>
    </article>
  )
}

function Compteur({ compteur, nomme }: { readonly compteur: CompteurView; readonly nomme: boolean }) {
  const { titre, jauge, etapes } = compteur
  return (
    <li data-fonde="" className="max-w-texte">
      {nomme ? <p className="font-semibold first-letter:uppercase">{titre}</p> : null}
      <p className="mb-1">
        {compteur.ligne === null ? <Equipement compteur={compteur} /> : <Reste compteur={compteur} />}
      </p>
      <Jauge {...jauge} />
      <Pourquoi question="Pourquoi cette limite" sujet={`: ${titre}`} etapes={etapes} />
    </li>
  )
}

interface ProprietesCompteur {
  readonly compteur: CompteurView
}

function Reste({ compteur: { reste, prevu, renouvelle } }: ProprietesCompteur) {
  return (
    <>
      Il reste <span className="font-bold whitespace-nowrap tabular-nums">{reste}</span> sur{' '}
      <span className="whitespace-nowrap tabular-nums">{prevu}</span>. Se renouvelle {renouvelle}.
    </>
  )
}

function Equipement({ compteur: { epuise, entame, prevu, reste, renouvelle } }: ProprietesCompteur) {
  if (epuise)
    return (
      <>
        Déjà remboursé ({prevu}). Se renouvelle {renouvelle}.
      </>
    )
  return entame ? (
    <>
      Encore {reste} possible ({prevu}). Se renouvelle {renouvelle}.
    </>
  ) : (
    <>Possible dès aujourd’hui ({prevu}).</>
  )
}

function Exemples({ exemples }: { readonly exemples: readonly ExempleView[] }) {
  if (exemples.length === 0) return null
  return (
    <ul className="mt-4 max-w-3xl space-y-5 border-l-4 border-action-pale pl-4">
      {exemples.map(({ id, libelle, prix, quand, partage, etapes }) => (
        <li key={id} data-fonde="">
          <h4 className="font-semibold">{libelle}</h4>
          {quand === null ? null : <p className="text-sm text-a-faire">{quand}</p>}
          <Partage titre={prix} partage={partage} />
          <Pourquoi question="Pourquoi ces montants" sujet={`: ${libelle}`} etapes={etapes} />
        </li>
      ))}
    </ul>
  )
}
