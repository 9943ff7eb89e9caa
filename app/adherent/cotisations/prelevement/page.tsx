import type { Metadata } from 'next'
import { Terme } from '@/components/aide/terme'
import { Mandat } from '@/components/prelevement/mandat'
import { LienBouton } from '@/components/ui/bouton'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import { FAIT_MANDAT } from '@/lib/lexique/mandat'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadPagePrelevement } from '@/lib/services/mode-paiement/data'
import { vueSchema } from '@/lib/services/mode-paiement/schema'
import { voirPrelevement } from '@/lib/services/mode-paiement/view'
import { articleCite } from '@/lib/services/remboursement/data'

export const metadata: Metadata = { title: 'Mon prélèvement' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function PrelevementPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const { contrat, fait } = vueSchema.parse(await searchParams)
  const adhesion = contrat ?? portee.adhesions[0]
  const { jour } = lireCadre()
  const lu =
    adhesion === undefined ? null : await loadPagePrelevement(portee, adhesion, jour, { prevoir: false })
  if (lu === null) return refuserPage(portee)
  const vue = voirPrelevement(lu, { jour, article: articleCite })
  const suite = `contrat=${vue.adhesionId}`
  return (
    <>
      <p className="mb-4">
        <a href="/adherent/cotisations" className="inline-flex min-h-11 items-center">
          ← Mes cotisations
        </a>
      </p>
      <TitrePage titre="Mon prélèvement">
        <p>
          Le compte sur lequel vos cotisations sont prélevées, et le <Terme id="mandat-sepa">mandat</Terme>{' '}
          que vous avez signé. Contrat n° 
          {vue.numeroAdherent}.
        </p>
      </TitrePage>
      {fait === null ? null : (
        <div className="mb-6">
          <Message>{FAIT_MANDAT[fait]}</Message>
        </div>
      )}
      <Mandat vue={vue} documents="/adherent/documents" />
      {vue.jours.length === 0 ? (
        <p className="mt-8 max-w-texte">
          Votre règlement ne prévoit pas le prélèvement : vos cotisations se paient autrement.
        </p>
      ) : vue.perdu === null ? (
        <div className="mt-8 flex flex-wrap gap-4">
          <LienBouton href={`/adherent/cotisations/prelevement/signer?${suite}`}>
            {vue.mandat === null ? 'Payer par prélèvement' : 'Changer de compte, de jour ou de rythme'}
          </LienBouton>
          {vue.mandat === null ? null : (
            <LienBouton poids="second" href={`/adherent/cotisations/prelevement/arreter?${suite}`}>
              Arrêter le prélèvement
            </LienBouton>
          )}
        </div>
      ) : null}
      {portee.adhesions.length < 2 ? null : (
        <nav aria-labelledby="titre-contrats" className="mt-12">
          <h2 id="titre-contrats" className="text-xl">
            Vos autres contrats
          </h2>
          <ul className="mt-2">
            {portee.adhesions
              .filter((id) => id !== vue.adhesionId)
              .map((id, rang) => (
                <li key={id}>
                  <a
                    href={`/adherent/cotisations/prelevement?contrat=${id}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    Le prélèvement de votre {rang === 0 ? 'autre' : `${rang + 2}e`} contrat
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      )}
    </>
  )
}
