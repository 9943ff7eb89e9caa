import { Etapes } from '@/components/decision/pourquoi'
import { Partage } from '@/components/remboursement/partage'
import { TitrePage } from '@/components/ui/titre-page'
import { DecisionVerification } from '@/components/verification/decision'
import { exigerGestion } from '@/lib/server/session'
import { noterLecture, refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { peutVerifier } from '@/lib/services/verification/access'
import { loadVerification } from '@/lib/services/verification/data'
import { verificationIdSchema } from '@/lib/services/verification/schema'
import { voirVerification } from '@/lib/services/verification/view'
import { payerLaLigne, refuserLaLigne } from '../actions'

/** The title is in the page: it names the care. */
export const metadata = { title: null }

interface Props {
  readonly params: Promise<{ readonly prestation: string }>
}

export default async function Page({ params }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  const id = verificationIdSchema.safeParse((await params).prestation)
  const lue = id.success ? await loadVerification(acteur, id.data) : null
  if (lue === null) return refuserPage(acteur)
  await noterLecture(acteur, 'DOSSIER_LU', { objetType: 'prestation', objetId: lue.id })
  const { organisme, jour } = lireCadre()
  const vue = voirVerification(lue, { article: articleCite, jour })
  return (
    <>
      <title>{`À vérifier : ${vue.titre} – ${organisme.nomCourt}`}</title>
      <p className="mb-4">
        <a href="/gestion/verifications" className="inline-flex min-h-11 items-center">
          ← À vérifier
        </a>
      </p>
      <TitrePage titre={vue.titre}>
        <p>{vue.pour}</p>
      </TitrePage>
      <section aria-labelledby="titre-recue">
        <h2 id="titre-recue" className="mb-3 text-xl">
          La ligne reçue
        </h2>
        <dl data-fait="REGISTRE" className="grid gap-x-8 gap-y-1 sm:grid-cols-[auto_1fr]">
          {vue.faits.map(({ libelle, valeur }) => (
            <div key={libelle} className="contents">
              <dt className="text-encre-douce">{libelle}</dt>
              <dd className="mb-1 break-words sm:mb-0">{valeur}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="titre-calcul" className="mt-10">
        <h2 id="titre-calcul" className="mb-3 text-xl">
          {vue.aDecider ? 'Ce qui est calculé, et pourquoi on vous le demande' : 'Ce qui a été décidé'}
        </h2>
        <div className="space-y-4">
          <Partage titre={vue.titre} partage={vue.partage} />
          <Etapes etapes={vue.etapes} />
        </div>
      </section>
      {vue.aDecider && peutVerifier(acteur) ? (
        <DecisionVerification vue={vue} payer={payerLaLigne} refuser={refuserLaLigne} />
      ) : null}
    </>
  )
}
