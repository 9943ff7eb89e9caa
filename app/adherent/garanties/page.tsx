import type { Metadata } from 'next'
import { Terme } from '@/components/aide/terme'
import { ChoixBeneficiaire } from '@/components/beneficiaire/choix-beneficiaire'
import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { AutresBesoins, ListeBesoins } from '@/components/garanties/besoins'
import { ContratDuBesoin, SansTableau } from '@/components/garanties/contrat-besoin'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { besoins, estBesoin } from '@/lib/lexique/besoins'
import { exigerAdherent } from '@/lib/server/session'
import { type BesoinsView, voirBesoins } from '@/lib/services/besoins/view'
import { lireCadre } from '@/lib/services/cadre/data'
import { lireGaranties } from '@/lib/services/garanties/data'
import { lireBesoin, lirePersonne, type Parametres } from '@/lib/services/garanties/schema'
import { articleCite } from '@/lib/services/remboursement/data'

interface Props {
  readonly searchParams: Promise<Parametres>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const besoin = lireBesoin(await searchParams)
  return {
    title:
      besoin !== null && estBesoin(besoin) ? `${besoins[besoin].titre} – Mes garanties` : 'Mes garanties',
  }
}

export default async function GarantiesPage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const { jour } = lireCadre()
  const parametres = await searchParams
  const lues = await lireGaranties(portee, lirePersonne(parametres), jour)
  const vue = voirBesoins(lues, lireBesoin(parametres), jour, articleCite)
  return vue.besoin === null ? <Choix vue={vue} /> : <Besoin vue={vue} besoin={vue.besoin} />
}

function Choix({ vue }: { readonly vue: BesoinsView }) {
  return (
    <>
      <TitrePage titre="Mes garanties">
        <p>
          Choisissez ce qui vous amène : vous verrez ce qui est remboursé, en euros, et ce qu’il vous reste.
        </p>
      </TitrePage>
      <ChoixBeneficiaire choix={vue.choix} />
      <section aria-labelledby="titre-besoins">
        <h2 id="titre-besoins" className="mb-3 text-xl">
          Pour {vue.nom}
        </h2>
        {vue.sansDroits === null ? null : (
          <EtatVide titre={vue.sansDroits} fait="REGISTRE">
            <p>
              Les soins déjà reçus restent dans <a href="/adherent/remboursements">vos remboursements</a>.
            </p>
          </EtatVide>
        )}
        {vue.contrats.length > 0 && vue.besoins.length === 0
          ? vue.contrats.map(({ titre, numeroAdherent }) => (
              <SansTableau key={numeroAdherent} titre={titre} />
            ))
          : null}
        {vue.besoins.length === 0 ? null : <ListeBesoins besoins={vue.besoins} />}
      </section>
      {vue.besoins.length === 0 ? null : (
        <p className="mt-8">
          <a href={vue.tableau} className="inline-flex min-h-11 items-center">
            Voir et imprimer tout le tableau de garanties
          </a>
        </p>
      )}
    </>
  )
}

function Besoin({
  vue,
  besoin,
}: {
  readonly vue: BesoinsView
  readonly besoin: NonNullable<BesoinsView['besoin']>
}) {
  return (
    <>
      <TitrePage titre={besoin.titre}>
        <p>
          Ce que vos garanties remboursent à {vue.nom}, et ce que cela donne en euros si le soin avait lieu
          aujourd’hui, en passant par le <Terme id="medecin-traitant">médecin traitant</Terme>.
        </p>
      </TitrePage>
      <ChoixBeneficiaire choix={vue.choix} />
      {vue.sansDroits === null ? null : (
        <EtatVide titre={vue.sansDroits} fait="REGISTRE">
          <p>Aucune garantie ne court aujourd’hui pour {vue.nom}.</p>
        </EtatVide>
      )}
      {vue.reserve === null ? null : <SoinsReserves reserves={[vue.reserve]} />}
      {besoin.contrats.map((contrat) => (
        <ContratDuBesoin key={contrat.numeroAdherent} contrat={contrat} />
      ))}
      <p>
        Un prix pris en exemple n’est pas un tarif officiel : demandez un <Terme id="devis">devis</Terme>{' '}
        avant un soin coûteux. La <Terme id="base-de-remboursement">base de remboursement</Terme> est le tarif
        sur lequel l’Assurance maladie calcule sa part.
      </p>
      <AutresBesoins besoins={vue.besoins} />
      <p>
        <a href={vue.tableau} className="inline-flex min-h-11 items-center">
          Voir et imprimer tout le tableau de garanties
        </a>
      </p>
    </>
  )
}
