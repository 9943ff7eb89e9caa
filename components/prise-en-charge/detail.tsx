import { Partage } from '@/components/remboursement/partage'
import { LienBouton } from '@/components/ui/bouton'
import { TitrePage } from '@/components/ui/titre-page'
import type { PriseVue } from '@/lib/services/prise-en-charge/view'
import { Calculs, Raisons } from './calculs'
import { Faits } from './faits'

/** One request: where it stands, what will be paid and why, the paper to show. */
export function DetailPrise({ prise, organisme }: { readonly prise: PriseVue; readonly organisme: string }) {
  const refusee = prise.refus.length > 0 || prise.raison !== null
  return (
    <>
      <title>{`${prise.titre}, n° ${prise.numero} – ${organisme}`}</title>
      <p className="mb-4 print:hidden">
        <a href="/adherent/documents/prises-en-charge" className="inline-flex min-h-11 items-center">
          ← Mes devis et prises en charge
        </a>
      </p>
      <TitrePage titre={prise.titre}>
        <p>{prise.suite}</p>
      </TitrePage>
      {prise.documentId === null ? null : (
        <p className="mb-6 flex flex-wrap gap-x-6 gap-y-3 print:hidden">
          <LienBouton href={`/adherent/documents/${prise.documentId}`}>{prise.papier}</LienBouton>
          <LienBouton poids="second" href={`/adherent/documents/${prise.documentId}/telecharger`}>
            Télécharger en PDF
          </LienBouton>
        </p>
      )}
      <Faits prise={prise} />
      {refusee ? (
        <section
          aria-labelledby="titre-raison"
          {...(prise.refus.length === 0 ? { 'data-fait': 'REGISTRE' } : { 'data-fonde': '' })}
          className="mt-10"
        >
          <h2 id="titre-raison" className="mb-3 text-xl">
            Pourquoi cette réponse ?
          </h2>
          <Raisons raison={prise.raison} refus={prise.refus} />
        </section>
      ) : null}
      {prise.total === null ? null : (
        <section
          id="motifs-prise"
          aria-labelledby="titre-montants"
          data-fonde="#motifs-prise"
          className="mt-10"
        >
          <h2 id="titre-montants" className="mb-3 text-xl">
            Qui paie quoi
          </h2>
          {prise.calculs.length === 1 ? null : (
            <div className="mb-6">
              <Partage titre="Tous les soins" partage={prise.total} />
            </div>
          )}
          <Calculs calculs={prise.calculs} />
          <p className="texte mt-4 text-encre-douce">
            Calcul fait avec ce qui restait de vos forfaits le jour de notre réponse. Un autre soin payé d’ici
            là peut les entamer, et seul ce qui est facturé est payé.
          </p>
        </section>
      )}
      <section aria-labelledby="titre-question" className="mt-10 print:hidden">
        <h2 id="titre-question" className="mb-3 text-xl">
          Une question ?
        </h2>
        <p className="max-w-texte">
          Appelez-nous en citant le numéro <span className="whitespace-nowrap">{prise.numero}</span> : nous
          avons sous les yeux le même calcul que vous.
        </p>
      </section>
    </>
  )
}
