import Link from 'next/link'
import { BoutonAction } from '@/components/acces/bouton-action'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { BoutonCle } from '@/components/facteur/bouton-cle'
import { CodeDeDemonstration } from '@/components/facteur/code-de-demonstration'
import { Graine } from '@/components/facteur/graine'
import { cheminInterne } from '@/lib/server/chemin'
import { maintenant } from '@/lib/server/clock'
import { organisme } from '@/lib/server/organisme'
import { entreeCourante } from '@/lib/server/session'
import { loadEntree } from '@/lib/services/entree/data'
import { commencerApplication, defierMonEntree, finirApplication, franchirSecondPas } from './actions'

export const metadata = { title: null }

type Lue = NonNullable<Awaited<ReturnType<typeof loadEntree>>>
interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

const CODE = { nom: 'codeUnique', type: 'text', autocomplete: 'one-time-code' } as const

/** Step two of the door: the second proof, or the making of one for who must have it. */
export default async function Page({ searchParams }: Props) {
  const chemin = cheminInterne((await searchParams).retour)
  const caches = chemin === null ? {} : { retour: chemin }
  const entree = await loadEntree(await entreeCourante(), maintenant())
  if (entree === null) return <Interrompue />
  return entree.pas === 'ENROLER' ? (
    <Enroler entree={entree} caches={caches} />
  ) : (
    <Prouver entree={entree} caches={caches} />
  )
}

function Interrompue() {
  const titre = 'Recommencez la connexion'
  return (
    <>
      <title>{`${titre} – ${organisme().nomCourt}`}</title>
      <h1>{titre}</h1>
      <p>La seconde étape attend trente minutes au plus, et ne sert qu’une fois. Rien n’a été ouvert.</p>
      <p>
        <Link href="/connexion">Me connecter</Link>
      </p>
    </>
  )
}

interface PropsEtape {
  readonly entree: Lue
  readonly caches: Readonly<Record<string, string>>
}

function Prouver({ entree, caches }: PropsEtape) {
  const { nomCourt, telephone } = organisme()
  const titre = 'Confirmez que c’est vous'
  return (
    <>
      <h1>{titre}</h1>
      <p>Votre mot de passe est juste. Il reste la seconde protection de votre compte.</p>
      {entree.demonstration ? <CodeDeDemonstration code={entree.codeDemonstration} /> : null}
      <FormulaireAcces
        action={franchirSecondPas}
        titre={titre}
        organisme={nomCourt}
        caches={caches}
        champs={[
          {
            ...CODE,
            libelle: 'Code',
            indice:
              'Les 6 chiffres que votre application affiche en ce moment, ou un code de votre liste imprimée qui n’a pas encore servi.',
          },
        ]}
        bouton="Continuer"
      >
        {entree.natures.includes('CLE') ? (
          <BoutonCle defier={defierMonEntree} geste="signer">
            Continuer avec ma clé d’accès
          </BoutonCle>
        ) : null}
      </FormulaireAcces>
      <h2>Vous n’avez plus votre application, ni votre liste ?</h2>
      <p>
        Appelez-nous au {telephone} : nous vérifions qui vous êtes, puis nous retirons cette protection :
        vingt-quatre heures après, ou plus tôt si une seconde personne de chez nous est d’accord. Un simple
        e-mail ne suffit jamais.
      </p>
    </>
  )
}

function Enroler({ entree, caches }: PropsEtape) {
  const titre = 'Ajoutez une seconde protection'
  return (
    <>
      <h1>{titre}</h1>
      <p>
        Votre rôle ouvre les dossiers de santé de beaucoup de personnes : un mot de passe volé ne doit pas y
        suffire. Rien d’autre ne s’ouvre avant que ce soit fait ; cela prend deux minutes, une seule fois.
      </p>
      {entree.graine === null ? (
        <>
          <title>{`${titre} – ${organisme().nomCourt}`}</title>
          <BoutonAction
            action={commencerApplication}
            caches={{ ...caches, nature: 'TOTP' }}
            poids="principal"
          >
            Continuer avec une application à codes
          </BoutonAction>
        </>
      ) : (
        <>
          <Graine graine={entree.graine} />
          <FormulaireAcces
            action={finirApplication}
            titre={titre}
            organisme={organisme().nomCourt}
            caches={caches}
            champs={[{ ...CODE, libelle: 'Code affiché par l’application' }]}
            bouton="Terminer et entrer"
          />
        </>
      )}
    </>
  )
}
