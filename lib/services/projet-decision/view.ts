import type { ErreurChamp } from '@/lib/formulaire/etat'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { ArticleId } from '@/lib/rules/decision/motif'
import type { Article } from '@/lib/rules/reglement/article'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import type { ContratVecu } from '../contrat/view'
import type { ContratCotisant } from '../cotisation/view'
import type { Issue, Resultat } from '../issue/view'
import type { Choix, Projet } from '../projet/schema'
import { deciderDepart } from '../projet-depart/view'
import { deciderArrivee, deciderRetrait } from '../projet-famille/view'
import { deciderOption } from '../projet-option/view'

export interface ContexteProjet {
  readonly jour: DateCivile
  readonly article: (id: ArticleId) => Article | undefined
  /** What the contract pays; null when it is not known. */
  readonly cotisant: ContratCotisant | null
  readonly prestationsDepuis: boolean | null
}

/** What the rules answer to a project. */
export function deciderProjet(
  projet: Projet,
  choix: Choix,
  contrat: ContratVecu,
  reglement: Reglement,
  { jour, prestationsDepuis }: Pick<ContexteProjet, 'jour' | 'prestationsDepuis'>,
): { readonly issue: Issue | null; readonly erreurs: readonly ErreurChamp[] } {
  const selon = (): Resultat => {
    switch (choix.faire) {
      case 'option':
        return deciderOption(projet, contrat, reglement)
      case 'ajouter':
        return deciderArrivee(projet, choix.motif, contrat, reglement)
      case 'retirer':
        return deciderRetrait(projet, choix.motif, contrat, reglement, jour)
      case 'partir':
        return deciderDepart(projet, choix.motif, contrat, reglement, prestationsDepuis)
    }
  }
  const hors = horsDuContrat(contrat, projet.jours.demande)
  if (hors !== null && projet.erreurs.length === 0) return { issue: null, erreurs: [hors] }
  const resultat = selon()
  if (projet.erreurs.length > 0) return { issue: null, erreurs: ensemble(projet.erreurs, resultat) }
  return resultat.decide ? { issue: resultat.issue, erreurs: [] } : { issue: null, erreurs: resultat.manque }
}

/** What is wrong and what is missing, said at once, one sentence a field. */
const ensemble = (fausses: readonly ErreurChamp[], resultat: Resultat): readonly ErreurChamp[] => {
  const champs = new Set(fausses.map(({ champ }) => champ))
  return resultat.decide
    ? fausses
    : [...fausses, ...resultat.manque.filter(({ champ }) => !champs.has(champ))]
}

function horsDuContrat(contrat: ContratVecu, demande: DateCivile): ErreurChamp | null {
  const champ = 'demande'
  if (contrat.au !== null && demande > contrat.au)
    return {
      champ,
      message: `Ce contrat a pris fin le ${formatDateEnLettres(contrat.au)} : plus rien ne peut y être demandé après ce jour.`,
    }
  if (demande < contrat.du)
    return {
      champ,
      message: `Ce contrat commence le ${formatDateEnLettres(contrat.du)} : choisissez ce jour ou un autre après lui.`,
    }
  return null
}
