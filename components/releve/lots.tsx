import { BoutonAction } from '@/components/acces/bouton-action'
import { EtatVide } from '@/components/ui/etat-vide'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { LotVu, PropositionVue } from '@/lib/services/releve/view'
import { Suivi } from './suivi'

interface Props {
  readonly lots: readonly LotVu[]
  readonly proposition: PropositionVue
  readonly lancer: ActionFormulaire
  readonly reprendre: ActionFormulaire
}

export function LotsDeReleves({ lots, proposition, lancer, reprendre }: Props) {
  return (
    <>
      <h2 className="text-xl">À éditer</h2>
      <div className="mt-3 max-w-texte space-y-3">
        <p>{proposition.phrase}</p>
        {proposition.du === null ? null : (
          <BoutonAction action={lancer} caches={{ du: proposition.du }}>
            {proposition.bouton}
          </BoutonAction>
        )}
      </div>
      <h2 className="mt-10 text-xl">Périodes éditées</h2>
      {lots.length === 0 ? (
        <div className="mt-3">
          <EtatVide titre="Aucune période éditée">
            <p>La première apparaîtra ici, avec son avancement.</p>
          </EtatVide>
        </div>
      ) : (
        <ul className="mt-3 space-y-6">
          {lots.map((lot) => (
            <li
              key={lot.id}
              className={`border-l-4 py-1 pl-5 ${lot.situation === 'ARRETE' ? 'border-a-faire' : 'border-filet'}`}
            >
              <Lot lot={lot} reprendre={reprendre} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Lot({ lot, reprendre }: { readonly lot: LotVu; readonly reprendre: ActionFormulaire }) {
  return (
    <>
      <h3 className="font-semibold">{lot.titre}</h3>
      <p className="text-encre-douce">{lot.lance}.</p>
      <p>{lot.avancement}</p>
      {lot.aImprimer === null ? null : <p className="font-semibold">{lot.aImprimer}.</p>}
      {lot.mesure === null ? null : (
        <progress
          className="mt-2 block h-3 w-full max-w-md accent-action"
          value={lot.mesure.fait}
          max={Math.max(lot.mesure.total, 1)}
          aria-label={`Avancement : ${lot.titre}`}
        />
      )}
      {lot.situation === 'EN_MARCHE' || lot.situation === 'EN_ATTENTE' ? <Suivi /> : null}
      {lot.situation === 'ARRETE' ? (
        <div className="mt-2 max-w-texte space-y-3">
          <p>
            Inachevé, et personne n’y travaille en ce moment. Ce qui est fait le reste, et la suite reprend
            toute seule dans les cinq minutes. Si le nombre ne bouge plus, un relevé ne peut pas être fait :
            le journal technique dit lequel (« releve-echoue »).
          </p>
          <BoutonAction action={reprendre} caches={{ lot: lot.id }}>
            Reprendre maintenant
          </BoutonAction>
        </div>
      ) : null}
    </>
  )
}
