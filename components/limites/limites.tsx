import type { ReactNode } from 'react'
import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Avis } from '@/components/garanties/avis'
import { EtatVide } from '@/components/ui/etat-vide'
import { Jauge } from '@/components/ui/jauge'
import type { CompteurView, ContratLimites, PersonneLimites, SoinCompte } from '@/lib/services/limites/view'

/** One person's counters, contract by contract. */
export function Limites({ personne }: { readonly personne: PersonneLimites }) {
  return (
    <section aria-labelledby={`limites-${personne.id}`} className="mb-14">
      <h2 id={`limites-${personne.id}`} className="text-xl">
        {personne.nom}
      </h2>
      {personne.reserve === null ? null : <SoinsReserves reserves={[personne.reserve]} niveau="h3" />}
      {personne.sansDroits === null ? (
        personne.contrats.map((contrat) => (
          <Contrat key={contrat.numeroAdherent} contrat={contrat} nom={personne.nom} />
        ))
      ) : (
        <div className="mt-3">
          <EtatVide titre={personne.sansDroits} fait="REGISTRE">
            <p>
              Les soins déjà reçus restent dans{' '}
              <a href="/adherent/remboursements">vos remboursements en détail</a>.
            </p>
          </EtatVide>
        </div>
      )}
    </section>
  )
}

function Contrat({ contrat, nom }: { readonly contrat: ContratLimites; readonly nom: string }) {
  const { titre, numeroAdherent, compteurs } = contrat
  return (
    <div className="mt-1">
      <p className="text-encre-douce">
        {titre}, contrat n° {numeroAdherent}
      </p>
      <Avis droits={contrat} />
      <div className="mt-4">
        {compteurs.length === 0 ? (
          <SansCompteur contrat={contrat} />
        ) : (
          <>
            <Compteurs
              compteurs={compteurs.filter(({ entame }) => entame)}
              legende={`Déjà entamés par ${nom}, ${titre}`}
              titre="Déjà entamés"
            />
            <Entiers
              compteurs={compteurs.filter(({ entame }) => !entame)}
              legende={`Encore entiers pour ${nom}, ${titre}`}
            />
          </>
        )}
      </div>
    </div>
  )
}

function SansCompteur({ contrat: { sansTableau, titre } }: { readonly contrat: ContratLimites }) {
  return sansTableau ? (
    <EtatVide titre="Les garanties de ce contrat ne sont pas dans votre espace">
      <p>
        {titre} n’en publie pas le tableau. Vos limites sont écrites dans votre contrat ; un conseiller peut
        vous les dire.
      </p>
    </EtatVide>
  ) : (
    <EtatVide titre="Cette formule ne compte ni forfait ni séances">
      <p>Ce qu’elle rembourse ne s’épuise pas au cours de l’année.</p>
    </EtatVide>
  )
}

const TETES = ['Ce qui est compté', 'Prévu', 'Utilisé', 'Reste', 'Se renouvelle'] as const
const TETES_ENTIERS = ['Ce qui est compté', 'Vous avez', 'Se renouvelle'] as const

interface ProprietesTable {
  readonly compteurs: readonly CompteurView[]
  /** Names the person and the contract too: several tables may follow one another. */
  readonly legende: string
}

function Table({
  legende,
  titre,
  tetes,
  children,
}: {
  readonly legende: string
  readonly titre: string
  readonly tetes: readonly string[]
  readonly children: ReactNode
}) {
  return (
    <table className="mb-8 block w-full text-left colonnes:table">
      <caption className="block pb-1 text-left font-semibold colonnes:table-caption">
        <span aria-hidden="true">{titre}</span>
        <span className="sr-only">{legende}</span>
      </caption>
      <thead className="sr-only colonnes:not-sr-only colonnes:table-header-group">
        <tr>
          {tetes.map((tete, rang) => (
            <th
              key={tete}
              scope="col"
              className={`border-b-2 border-action py-2 pr-4 text-sm ${rang > 0 && rang < tetes.length - 1 ? 'text-right' : ''}`}
            >
              {tete}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block colonnes:table-row-group">{children}</tbody>
    </table>
  )
}

function Compteurs({ compteurs, legende, titre }: ProprietesTable & { readonly titre: string }) {
  if (compteurs.length === 0) return null
  return (
    <Table legende={legende} titre={titre} tetes={TETES}>
      {compteurs.map((compteur) => (
        <Compteur key={compteur.cle} compteur={compteur} />
      ))}
    </Table>
  )
}

/** Nothing taken: what is provided is what is left, and there is nothing to look at. */
function Entiers({ compteurs, legende }: ProprietesTable) {
  if (compteurs.length === 0) return null
  return (
    <Table legende={legende} titre="Encore entiers" tetes={TETES_ENTIERS}>
      {compteurs.map(({ cle, titre, prevu, renouvelle, etapes }) => (
        <tr
          key={cle}
          data-fonde=""
          className="block border-b border-filet py-2 colonnes:table-row colonnes:py-0"
        >
          <th scope="row" className="block py-1 pr-6 font-normal colonnes:table-cell colonnes:w-[55%]">
            <span className="inline-block font-semibold first-letter:uppercase">{titre}</span>
            <Pourquoi question="Pourquoi cette limite" sujet={`: ${titre}`} etapes={etapes} />
          </th>
          <Chiffre tete="Vous avez" valeur={prevu} fort />
          <Renouvelle quand={renouvelle} />
        </tr>
      ))}
    </Table>
  )
}

function Compteur({ compteur }: { readonly compteur: CompteurView }) {
  const { titre, prevu, utilise, reste, renouvelle, jauge, epuise, etapes, soins } = compteur
  return (
    <tr data-fonde="" className="block border-b border-filet py-3 colonnes:table-row colonnes:py-0">
      <th scope="row" className="block py-2 pr-6 font-normal colonnes:table-cell colonnes:w-[45%]">
        <span className="inline-block font-semibold first-letter:uppercase">{titre}</span>
        <span className="mt-1 block">
          <Jauge {...jauge} />
        </span>
        <Soins soins={soins} titre={titre} />
        <Pourquoi question="Pourquoi cette limite" sujet={`: ${titre}`} etapes={etapes} />
      </th>
      <Chiffre tete="Prévu" valeur={prevu} />
      <Chiffre tete="Utilisé" valeur={utilise} />
      <Chiffre tete="Reste" valeur={reste} precision={epuise ? 'tout est utilisé' : null} fort />
      <Renouvelle quand={renouvelle} />
    </tr>
  )
}

function Renouvelle({ quand }: { readonly quand: string }) {
  return (
    <td className="flex justify-between gap-4 py-0.5 align-top colonnes:table-cell colonnes:py-2.5">
      <span aria-hidden="true" className="colonnes:hidden">
        Se renouvelle
      </span>
      <span className="text-right colonnes:text-left">{quand}</span>
    </td>
  )
}

interface ProprietesChiffre {
  readonly tete: string
  readonly valeur: string
  readonly precision?: string | null
  readonly fort?: boolean
}

function Chiffre({ tete, valeur, precision = null, fort = false }: ProprietesChiffre) {
  return (
    <td className="flex justify-between gap-4 py-0.5 align-top tabular-nums colonnes:table-cell colonnes:py-2.5 colonnes:pr-4 colonnes:text-right">
      <span aria-hidden="true" className="colonnes:hidden">
        {tete}
      </span>
      <span className={`text-right ${fort ? 'font-bold' : ''}`}>
        <span className="whitespace-nowrap">{valeur}</span>
        {precision === null ? null : (
          <span className="block text-sm font-normal text-a-faire">{precision}</span>
        )}
      </span>
    </td>
  )
}

/** What used it: each care leads to its detail. */
function Soins({ soins, titre }: { readonly soins: readonly SoinCompte[]; readonly titre: string }) {
  if (soins.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-action">
        <span className="underline underline-offset-4">
          {soins.length === 1 ? 'Le soin compté' : `Les ${soins.length} soins comptés`}
        </span>
        <span className="sr-only"> : {titre}</span>
      </summary>
      <ul className="mb-2 border-l-4 border-action-pale pl-4">
        {soins.map((soin, rang) => (
          <li
            key={`${soin.id} ${rang.toString()}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4"
          >
            <a href={`/adherent/remboursements/${soin.id}`} className="inline-flex min-h-11 items-center">
              {soin.date}, {soin.libelle}
            </a>
            <span className="whitespace-nowrap tabular-nums">{soin.pris}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
