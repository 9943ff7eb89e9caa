import { Calculs, Raisons } from '@/components/prise-en-charge/calculs'
import { DecisionPrise } from '@/components/prise-en-charge/decision'
import { Faits } from '@/components/prise-en-charge/faits'
import { SuitesPrise } from '@/components/prise-en-charge/suites'
import { Partage } from '@/components/remboursement/partage'
import { LienBouton } from '@/components/ui/bouton'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadPrise } from '@/lib/services/prise-en-charge/data'
import { priseIdSchema } from '@/lib/services/prise-en-charge/schema'
import { voirDecision, voirPrise } from '@/lib/services/prise-en-charge/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { annulerUneDemande, deciderDUneDemande, noterLaFacture } from '../actions'

/** The title is in the page: it names the request. */
export const metadata = { title: null }

interface Props {
  readonly params: Promise<{ readonly prise: string }>
}

export default async function Page({ params }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR')
  const id = priseIdSchema.safeParse((await params).prise)
  const lue = id.success ? await loadPrise(acteur, id.data) : null
  if (lue === null) return refuserPage(acteur)
  await noterLecture(acteur, 'PRISE_EN_CHARGE_LUE', { objetType: 'prise_en_charge', objetId: lue.id })
  const { organisme, jour } = lireCadre()
  const prise = voirPrise(lue, { article: articleCite, adhesions: [lue.adhesionId], jour })
  const decision = voirDecision(lue)
  return (
    <>
      <title>{`${prise.titre}, n° ${prise.numero} – ${organisme.nomCourt}`}</title>
      <p className="mb-4">
        <a href="/gestion/prises-en-charge" className="inline-flex min-h-11 items-center">
          ← Prises en charge et devis
        </a>
      </p>
      <TitrePage titre={prise.titre}>
        <p>
          {prise.pour}, contrat n° {lue.numeroAdherent}.
        </p>
      </TitrePage>
      <Faits prise={prise} />
      {prise.documentId === null ? null : (
        <p className="mt-6">
          <LienBouton poids="second" href={`/gestion/documents/${prise.documentId}`}>
            Voir le document
          </LienBouton>
        </p>
      )}
      <section aria-labelledby="titre-calcul" className="mt-10">
        <h2 id="titre-calcul" className="mb-4 text-xl">
          {decision.aDecider ? 'Chiffrer et décider' : 'Ce qui a été décidé'}
        </h2>
        {decision.aDecider ? (
          <DecisionPrise action={deciderDUneDemande} vue={decision} />
        ) : (
          <div className="space-y-6">
            <Raisons raison={prise.raison} refus={prise.refus} />
            {prise.total === null ? null : <Partage titre="Tous les soins" partage={prise.total} />}
            <Calculs calculs={prise.calculs} />
          </div>
        )}
      </section>
      <SuitesPrise vue={decision} annuler={annulerUneDemande} utiliser={noterLaFacture} />
    </>
  )
}
