import type { ChampView, GroupeRare } from '@/lib/services/formulaire-simulation/view'
import { ChampSimulation } from './champ-simulation'

/** One line an eye, like the paper it is copied from. */
const LIGNE_PAR_OEIL = 'grid gap-6 sm:grid-cols-3'

const GROUPES: readonly {
  readonly groupe: GroupeRare
  readonly titre: string
  readonly aide: string | null
  readonly grille: string
}[] = [
  {
    groupe: 'ORDONNANCE',
    titre: 'Recopier mon ordonnance (facultatif)',
    aide: 'L’ordonnance a une ligne par œil : OD pour l’œil droit, OG pour l’œil gauche. Elle se lit de gauche à droite : la sphère, puis le cylindre entre parenthèses et un angle en degrés que vous laissez, puis l’addition, pour voir de près. Exemple : OD -2,25 (-0,50) 90° Add 2,00.',
    grille: LIGNE_PAR_OEIL,
  },
  {
    groupe: 'ANCIENNE',
    titre: 'Recopier aussi l’ordonnance d’avant (facultatif)',
    aide: 'Celle des lunettes que vous remplacez : nous comparons les deux, et vous disons si la vue a assez changé.',
    grille: LIGNE_PAR_OEIL,
  },
  { groupe: 'PRECISER', titre: 'Préciser (facultatif)', aide: null, grille: 'space-y-6' },
]

interface Proprietes {
  readonly champs: readonly ChampView[]
  readonly valeurs: Readonly<Record<string, string>>
  readonly erreurDe: (nom: string) => string | null
}

/** The questions about a care: those everybody answers, then those few do, folded unless one was answered or is to be corrected. */
export function ChampsSimulation({ champs, valeurs, erreurDe }: Proprietes) {
  const dessiner = (champ: ChampView) => (
    <ChampSimulation
      key={champ.nom}
      champ={champ}
      valeur={valeurs[champ.nom] ?? champ.depart}
      erreur={erreurDe(champ.nom)}
    />
  )
  const touche = ({ nom, depart }: ChampView) => erreurDe(nom) !== null || (valeurs[nom] ?? depart) !== depart
  return (
    <>
      {champs.filter((champ) => champ.rare === undefined).map(dessiner)}
      {GROUPES.map(({ groupe, titre, aide, grille }) => {
        const siens = champs.filter((champ) => champ.rare === groupe)
        return siens.length === 0 ? null : (
          <details key={groupe} open={siens.some(touche)}>
            <summary className="inline-flex min-h-11 items-center text-action">
              <span className="underline underline-offset-4">{titre}</span>
            </summary>
            {aide === null ? null : <p className="mt-1 text-encre-douce">{aide}</p>}
            <div className={`mt-3 ${grille}`}>{siens.map(dessiner)}</div>
          </details>
        )
      })}
    </>
  )
}
