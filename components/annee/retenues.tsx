import { Terme } from '@/components/aide/terme'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Jauge } from '@/components/ui/jauge'
import type { RetenuesPersonne, RetenueView } from '@/lib/services/mon-annee/view'

/** What the law leaves to each person, and how far it has gone this year. */
export function Retenues({
  personnes,
  annee,
}: {
  readonly personnes: readonly RetenuesPersonne[]
  readonly annee: number
}) {
  return (
    <section aria-labelledby="titre-retenues" className="mt-14">
      <h2 id="titre-retenues" className="text-xl">
        Participations et franchises de {annee}
      </h2>
      <p className="mt-2 max-w-texte text-encre-douce">
        L’Assurance maladie garde une petite somme sur beaucoup de soins. La loi interdit aux mutuelles de la
        rembourser, mais elle la limite chaque année, personne par personne. Ces compteurs suivent les{' '}
        <Terme id="decompte">décomptes</Terme> que nous avons reçus, au jour où votre caisse a remboursé : un
        soin de la fin décembre peut compter sur l’année suivante. Le compteur de votre caisse fait foi.
      </p>
      <ul className="mt-4 divide-y divide-filet border-y border-filet">
        {personnes.map(({ id, nom, retenues }) => (
          <li key={id} className="py-4">
            <h3 className="font-semibold">{nom}</h3>
            {retenues.every(({ exonere }) => exonere) ? (
              <Exonere nom={nom} retenues={retenues} />
            ) : (
              <ul className="mt-2 grid gap-x-12 gap-y-4 colonnes:grid-cols-2">
                {retenues.map((retenue) => (
                  <Retenue key={retenue.cle} retenue={retenue} nom={nom} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Retenue({ retenue, nom }: { readonly retenue: RetenueView; readonly nom: string }) {
  const { titre, retenu, plafond, suite, jauge, etapes } = retenue
  return (
    <li data-fonde="">
      <p className="mb-1">
        {titre} : <span className="font-bold whitespace-nowrap tabular-nums">{retenu}</span> sur{' '}
        <span className="whitespace-nowrap tabular-nums">{plafond}</span>
      </p>
      <Jauge {...jauge} />
      <p className="mt-1 text-sm text-encre-douce">{suite}</p>
      <Pourquoi question="Pourquoi ce plafond" sujet={`: ${titre}, ${nom}`} etapes={etapes} />
    </li>
  )
}

function Exonere({ nom, retenues }: Pick<RetenuesPersonne, 'nom' | 'retenues'>) {
  return (
    <>
      <p className="mt-1">
        Rien n’est retenu : ni <Terme id="participation-forfaitaire">participation</Terme>, ni{' '}
        <Terme id="franchise">franchise</Terme>.
      </p>
      <Pourquoi
        question="Pourquoi"
        sujet={`rien n’est retenu, ${nom}`}
        etapes={retenues.flatMap(({ etapes }) => etapes)}
      />
    </>
  )
}
