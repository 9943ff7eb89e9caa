import type { Metadata } from 'next'
import { Cotisations } from '@/components/cotisation/cotisations'
import { Encaissement } from '@/components/cotisation/encaissement'
import { CotisationsARendre } from '@/components/paiement/cotisations-a-rendre'
import { Mandat } from '@/components/prelevement/mandat'
import { MandatPapier } from '@/components/prelevement/mandat-papier'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { annee } from '@/lib/rules/date/date-civile'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { lireCotisations } from '@/lib/services/mes-cotisations/data'
import { anneeSchema } from '@/lib/services/mes-cotisations/schema'
import { voirCotisations } from '@/lib/services/mes-cotisations/view'
import { loadPagePrelevement } from '@/lib/services/mode-paiement/data'
import { choixDemande, voirPrelevement } from '@/lib/services/mode-paiement/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { ouvrirContrat } from '@/lib/services/suivi-cotisations/data'
import { identifiantSchema } from '@/lib/services/suivi-cotisations/schema'
import { duesDe } from '@/lib/services/suivi-cotisations/view'
import { loadTropPercusDuContrat } from '@/lib/services/trop-percu/data'
import { suivreTropPercus } from '@/lib/services/trop-percu/view'
import { noterEncaissement, recopierMandat, revoquerUnMandat } from '../actions'

export const metadata: Metadata = { title: 'Cotisations d’un contrat' }

interface Props {
  readonly params: Promise<{ readonly adhesion: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ params, searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const id = identifiantSchema.safeParse((await params).adhesion)
  const contrat = id.success ? await ouvrirContrat(acteur, id.data) : null
  if (contrat === null) return refuserPage(acteur)
  const { jour } = lireCadre()
  const demandee = anneeSchema.parse((await searchParams).annee ?? null) ?? annee(jour)
  const lues = await lireCotisations(acteur, [contrat.id], demandee, jour)
  const vues = voirCotisations(lues, { jour, annee: demandee, article: articleCite })
  const dues = duesDe(vues)
  const lu = await loadPagePrelevement(acteur, contrat.id, jour, { prevoir: false })
  if (lu === null) return refuserPage(acteur)
  const prelevement = voirPrelevement(lu, { jour, article: articleCite })
  const aRendre = suivreTropPercus(await loadTropPercusDuContrat(acteur, contrat.id, jour), jour)
  return (
    <>
      <p className="mb-4">
        <a href="/gestion/cotisations" className="inline-flex min-h-11 items-center">
          ← Cotisations et impayés
        </a>
      </p>
      <TitrePage titre={`Cotisations de ${contrat.nom}`}>
        <p>
          Contrat n° {contrat.numeroAdherent}, année {demandee}. La page de l’adhérent, avec ses mots.
        </p>
      </TitrePage>
      {aRendre.length === 0 ? null : (
        <section aria-labelledby="titre-a-rendre" className="mb-10">
          <h2 id="titre-a-rendre" className="text-xl">
            Cotisations à rendre
          </h2>
          <CotisationsARendre tropPercus={aRendre} autres={false} />
        </section>
      )}
      {vues.length === 0 ? (
        <EtatVide titre={`Pas d’échéancier pour ${demandee}`}>
          <p>La raison est sur la page « Cotisations et impayés », s’il devrait y en avoir un.</p>
        </EtatVide>
      ) : (
        vues.map((vue) => <Cotisations key={vue.id} vue={vue} plusieurs={false} />)
      )}
      {peutPreparerLot(acteur) ? (
        <section aria-labelledby="titre-recu" className="mt-12">
          <h2 id="titre-recu" className="text-xl">
            Noter un paiement reçu
          </h2>
          <Encaissement action={noterEncaissement} dues={dues} />
        </section>
      ) : null}
      <section aria-labelledby="titre-prelevement" className="mt-12">
        <h2 id="titre-prelevement" className="mb-4 text-xl">
          Le prélèvement
        </h2>
        <Mandat vue={prelevement} documents="/gestion/documents" />
        <MandatPapier
          vue={prelevement}
          choix={choixDemande(lu, { rythme: null, jour: null })}
          recopier={recopierMandat}
          revoquer={revoquerUnMandat}
        />
      </section>
      <ul className="mt-10 flex flex-wrap gap-x-8">
        {lues.annees
          .filter((an) => an !== demandee)
          .map((an) => (
            <li key={an}>
              <a
                href={`/gestion/cotisations/${contrat.id}?annee=${an}`}
                className="inline-flex min-h-11 items-center"
              >
                Année {an}
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}
