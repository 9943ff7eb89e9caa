import { BoutonAction } from '@/components/acces/bouton-action'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { instantEnMots } from '@/lib/lexique/attente'
import {
  libelleEtatCourriel,
  phraseEssais,
  phraseEtatCourriel,
  phraseVide,
} from '@/lib/lexique/courriels/suivi'
import { formatNombre } from '@/lib/lexique/formats'
import type { CourrielVu, SuiviCourriels as Suivi } from '@/lib/services/courriel/view'

interface Props {
  readonly suivi: Suivi
  readonly renvoyerUn: ActionFormulaire
  readonly renvoyerTous: ActionFormulaire
}

const ETATS = ['ECHEC', 'EN_FILE', 'ENVOYE'] as const
const adresse = (etat: (typeof ETATS)[number]) =>
  `/gestion/courriels?etat=${etat.toLowerCase().replace('_', '-')}`

/** The three lists and how many each holds; one is open. */
export function SuiviCourriels({ suivi, renvoyerUn, renvoyerTous }: Props) {
  const { etat, comptes, courriels, suite } = suivi
  return (
    <>
      <nav aria-label="États des courriels">
        <ul className="flex flex-wrap gap-x-6">
          {ETATS.map((autre) => (
            <li key={autre}>
              <a
                href={adresse(autre)}
                aria-current={autre === etat ? 'page' : undefined}
                className={`inline-flex min-h-11 items-center ${autre === etat ? 'font-semibold no-underline' : ''}`}
              >
                {libelleEtatCourriel[autre]} ({formatNombre(comptes[autre])})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="mt-6 text-xl">{libelleEtatCourriel[etat]}</h2>
      <p className="texte mt-1 text-encre-douce">{phraseEtatCourriel[etat]}</p>
      {courriels.length === 0 ? (
        <div className="mt-4">
          <EtatVide titre={phraseVide[etat]}>
            <p>{etat === 'ECHEC' ? 'Rien à faire ici.' : 'Il n’y a rien à montrer.'}</p>
          </EtatVide>
        </div>
      ) : (
        <>
          {etat === 'ECHEC' && courriels.some(({ renvoyable }) => renvoyable) ? (
            <div className="mt-4">
              <BoutonAction action={renvoyerTous} caches={{ tous: 'oui' }}>
                Renvoyer tous ceux qui servent encore
              </BoutonAction>
            </div>
          ) : null}
          <ul className="mt-4 space-y-5">
            {courriels.map((courriel) => (
              <Ligne key={courriel.id} courriel={courriel} renvoyer={renvoyerUn} />
            ))}
          </ul>
        </>
      )}
      <Pagination
        etiquette="Pages de courriels"
        recents={null}
        anciens={
          suite === null
            ? null
            : {
                href: `${adresse(etat)}&apres=${encodeURIComponent(suite)}`,
                libelle: 'Courriels plus anciens',
              }
        }
      />
    </>
  )
}

function Ligne({ courriel, renvoyer }: { courriel: CourrielVu; renvoyer: ActionFormulaire }) {
  const { modele, adresse: a, creeLe, essais, dernierEssaiLe, envoyeLe, raison } = courriel
  return (
    <li className="border-l-4 border-filet py-1 pl-5">
      <p className="font-semibold">
        {modele}, à {a}
      </p>
      <p className="text-encre-douce">
        Écrit {instantEnMots(creeLe)}. {envoyeLe === null ? null : `Remis ${instantEnMots(envoyeLe)}. `}
        {phraseEssais(essais)}
        {envoyeLe !== null || dernierEssaiLe === null
          ? null
          : `, le dernier ${instantEnMots(dernierEssaiLe)}`}
        .
      </p>
      {raison === null ? null : <p className="texte mt-1">{raison}</p>}
      {courriel.renvoyable ? (
        <div className="mt-2">
          <BoutonAction action={renvoyer} caches={{ courriel: courriel.id }}>
            Renvoyer ce courriel<span className="sr-only"> à {a}</span>
          </BoutonAction>
        </div>
      ) : null}
    </li>
  )
}
