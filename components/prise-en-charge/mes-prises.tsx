import { Pourquoi } from '@/components/decision/pourquoi'
import { Etat } from '@/components/remboursement/etat'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { Montant } from '@/components/ui/montant'
import { Pagination } from '@/components/ui/pagination'
import type { PrisesVue, PriseVue } from '@/lib/services/prise-en-charge/view'

const ICI = '/adherent/documents/prises-en-charge'

interface Props {
  readonly vue: PrisesVue
  /** The reader is past the first page. */
  readonly plusLoin: boolean
}

export function MesPrises({ vue, plusLoin }: Props) {
  return (
    <>
      {vue.prises.length === 0 ? (
        <EtatVide titre="Aucune prise en charge, aucun devis">
          <p>
            Avant une hospitalisation, l’établissement nous demande le plus souvent l’accord lui-même ; vous
            pouvez aussi nous le demander ici. Pour des lunettes, une couronne ou un appareil auditif,
            envoyez-nous le devis avant les soins : vous saurez ce que nous paierons.
          </p>
        </EtatVide>
      ) : (
        <ul className="divide-y divide-filet border-y border-filet">
          {vue.prises.map((prise) => (
            <li key={prise.id}>
              <UnePrise prise={prise} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        etiquette="Pages de la liste"
        recents={plusLoin ? { href: ICI, libelle: 'Les plus récentes' } : null}
        anciens={vue.suite === null ? null : { href: `${ICI}?avant=${vue.suite}`, libelle: 'Plus anciennes' }}
      />
      <p className="mt-10 flex flex-wrap gap-x-6 gap-y-3">
        <LienBouton poids="second" href="/adherent/demandes/hospitalisation">
          Demander une prise en charge à l’hôpital
        </LienBouton>
        <LienBouton poids="second" href="/adherent/documents/envoyer">
          Envoyer un devis
        </LienBouton>
        <LienBouton poids="second" href="/adherent/simuler">
          Simuler un remboursement
        </LienBouton>
      </p>
    </>
  )
}

/** Of several acts, each step says whose it is. */
const etapesDe = ({ calculs, refus }: PriseVue) => {
  if (refus.length > 0) return refus
  const toutes = calculs.flatMap(({ sujet, etapes }) =>
    etapes.map(({ phrase, article }) => ({
      phrase: calculs.length === 1 ? phrase : `${sujet} : ${phrase}`,
      article,
    })),
  )
  return [...new Map(toutes.map((etape) => [`${etape.phrase} ${etape.article}`, etape])).values()]
}

function UnePrise({ prise }: { readonly prise: PriseVue }) {
  const etapes = etapesDe(prise)
  const sujet = `${prise.titre}, n° ${prise.numero}, pour ${prise.pour}`
  return (
    <article {...(etapes.length === 0 ? { 'data-fait': 'REGISTRE' } : { 'data-fonde': '' })} className="py-4">
      <h2 className="text-lg">
        <a href={`${ICI}/${prise.id}`} className="inline-flex min-h-11 items-center">
          {prise.titre}, {prise.ou}
        </a>
      </h2>
      <p data-fait="REGISTRE">
        Pour {prise.pour}, {prise.quand}
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Etat etat={prise.etat} />
        {prise.validite === null ? null : <span>Valable {prise.validite}</span>}
      </p>
      {prise.mutuelle === null || prise.total === null ? null : (
        <p className="mt-1">
          {prise.engage ? 'Nous payons' : 'Nous paierions'} <Montant valeur={prise.mutuelle} fort /> sur{' '}
          <Montant valeur={prise.total.depense} />.
        </p>
      )}
      {prise.raison === null ? null : <p className="texte mt-1">{prise.raison}</p>}
      <div className="flex flex-wrap items-baseline gap-x-6">
        {etapes.length === 0 ? null : <Pourquoi question="Pourquoi ?" sujet={sujet} etapes={etapes} />}
        {prise.documentId === null ? null : (
          <a
            href={`/adherent/documents/${prise.documentId}/telecharger`}
            className="inline-flex min-h-11 items-center"
            aria-label={`Télécharger le document : ${sujet} (PDF)`}
          >
            Télécharger (PDF)
          </a>
        )}
      </div>
    </article>
  )
}
