import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { Terme } from '@/components/aide/terme'
import { ChoixPrelevement } from '@/components/prelevement/choix-prelevement'
import { Prevision } from '@/components/prelevement/prevision'
import { TitrePage } from '@/components/ui/titre-page'
import { autorisationMandat } from '@/lib/lexique/mandat-sepa'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadPagePrelevement } from '@/lib/services/mode-paiement/data'
import { vueSchema } from '@/lib/services/mode-paiement/schema'
import { choixDemande, prevoir, voirPrelevement } from '@/lib/services/mode-paiement/view'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { signerMonMandat } from '../actions'

export const metadata: Metadata = { title: null }

const TITRE = 'Payer par prélèvement'

const CHAMPS = [
  {
    nom: 'titulaire',
    libelle: 'Titulaire du compte',
    indice: 'Le nom écrit sur le RIB.',
    type: 'text',
    autocomplete: 'name',
  },
  {
    nom: 'iban',
    libelle: 'IBAN du compte',
    indice: 'Sur le RIB, 27 caractères qui commencent par FR ; avec ou sans espaces.',
    type: 'text',
  },
  { nom: 'lieu', libelle: 'Fait à', indice: 'La commune où vous signez.', type: 'text' },
  {
    nom: 'accord',
    libelle:
      'Je signe ce mandat de prélèvement SEPA, et je tiens ce calendrier pour avis de mes prélèvements.',
    type: 'case',
  },
] as const

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function SignerPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const demande = vueSchema.parse(await searchParams)
  const adhesion = demande.contrat ?? portee.adhesions[0]
  const { jour, organisme } = lireCadre()
  const lu =
    adhesion === undefined ? null : await loadPagePrelevement(portee, adhesion, jour, { prevoir: true })
  if (lu === null) return refuserPage(portee)
  const vue = voirPrelevement(lu, { jour, article: articleCite })
  if (vue.perdu !== null || vue.jours.length === 0) return refuserPage(portee)
  const confirmation = { ...(await loadConfirmation('IDENTITE')), defier: defierMaCle }
  const choix = choixDemande(lu, demande)
  const prevision = prevoir(lu, { ...choix, mode: 'PRELEVEMENT' }, jour)
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
          Choisissez le jour et le rythme, regardez ce qui sera prélevé, puis signez le{' '}
          <Terme id="mandat-sepa">mandat</Terme>. Contrat n° 
          {vue.numeroAdherent}.
        </p>
      </TitrePage>
      <div className="space-y-10">
        <ChoixPrelevement contrat={vue.adhesionId} jours={vue.jours} choix={choix} />
        <Prevision titre="Ce qui sera prélevé" prevision={prevision} preleve />
        <section aria-labelledby="titre-signer">
          <h2 id="titre-signer" className="text-xl">
            Signer le mandat
          </h2>
          <div className="mt-2 mb-6 space-y-3">
            {autorisationMandat(organisme.nom).map((phrase) => (
              <p key={phrase} className="max-w-texte">
                {phrase}
              </p>
            ))}
          </div>
          <FormulaireAcces
            action={signerMonMandat}
            titre={TITRE}
            organisme={organisme.nomCourt}
            champs={CHAMPS}
            caches={{
              adhesion: vue.adhesionId,
              rythme: choix.periodicite,
              jour: String(choix.jour),
            }}
            confirmation={confirmation}
            bouton="Signer le mandat"
          >
            <p className="max-w-texte text-encre-douce">
              Vous recevrez le mandat signé dans vos documents. Vous pourrez le révoquer à tout moment.
            </p>
          </FormulaireAcces>
        </section>
      </div>
    </>
  )
}
