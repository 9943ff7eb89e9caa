import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { Terme } from '@/components/aide/terme'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Prevision } from '@/components/prelevement/prevision'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadPagePrelevement } from '@/lib/services/mode-paiement/data'
import { vueSchema } from '@/lib/services/mode-paiement/schema'
import { voirArret, voirPrelevement } from '@/lib/services/mode-paiement/view'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { arreterMonPrelevement } from '../actions'

export const metadata: Metadata = { title: null }

const TITRE = 'Arrêter le prélèvement'

const CHAMPS = [{ nom: 'accord', libelle: 'Je révoque mon mandat de prélèvement.', type: 'case' }] as const

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function ArreterPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const { contrat } = vueSchema.parse(await searchParams)
  const adhesion = contrat ?? portee.adhesions[0]
  const { jour, organisme } = lireCadre()
  const lu =
    adhesion === undefined ? null : await loadPagePrelevement(portee, adhesion, jour, { prevoir: true })
  if (lu === null || lu.mandat === null) return refuserPage(portee)
  const c = { jour, article: articleCite }
  const vue = voirPrelevement(lu, c)
  const confirmation = { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
  const arret = voirArret(lu, c)
  return (
    <>
      <p className="mb-4">
        <a
          href={`/adherent/cotisations/prelevement?contrat=${vue.adhesionId}`}
          className="inline-flex min-h-11 items-center"
        >
          ← Mon prélèvement
        </a>
      </p>
      <TitrePage titre={TITRE}>
        <p>
          Votre <Terme id="mandat-sepa">mandat</Terme> sera révoqué aujourd’hui : nous ne demanderons plus
          rien à votre banque. Vos cotisations restent dues, et vos garanties continuent. Contrat n° 
          {vue.numeroAdherent}.
        </p>
      </TitrePage>
      <div className="space-y-10">
        {vue.partis.length === 0 ? null : (
          <div className="space-y-2">
            {vue.partis.map((phrase) => (
              <p key={phrase} className="max-w-texte">
                {phrase}
              </p>
            ))}
          </div>
        )}
        {arret === null ? (
          <p className="max-w-texte">
            Votre règlement ne dit pas comment payer autrement que par prélèvement : appelez-nous au{' '}
            {organisme.telephone} avant d’arrêter, nous en conviendrons avec vous.
          </p>
        ) : (
          <div>
            <Prevision titre="Ce que vous paierez ensuite" prevision={arret.prevision} preleve={false} />
            <Pourquoi
              question="Pourquoi à ce rythme ?"
              sujet="pour le paiement par chèque"
              etapes={arret.etapes}
            />
          </div>
        )}
        <section aria-labelledby="titre-arreter">
          <h2 id="titre-arreter" className="mb-4 text-xl">
            Confirmer l’arrêt
          </h2>
          <FormulaireAcces
            action={arreterMonPrelevement}
            titre={TITRE}
            organisme={organisme.nomCourt}
            champs={CHAMPS}
            caches={{ adhesion: vue.adhesionId }}
            confirmation={confirmation}
            bouton="Arrêter le prélèvement"
          />
        </section>
      </div>
    </>
  )
}
