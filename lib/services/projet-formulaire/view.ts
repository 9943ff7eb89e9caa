import type { ErreurChamp } from '@/lib/formulaire/etat'
import { libelleEvenement } from '@/lib/lexique/projet'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import type { ContratVecu } from '../contrat/view'
import type { Choix, Projet } from '../projet/schema'
import { champsDepart } from '../projet-depart/view'
import {
  demandeLEvenement,
  demandeLEvenementRetrait,
  demandeLeLien,
  personnesRetirables,
} from '../projet-famille/view'
import { distingueLaFamille, formulesOffertes } from '../projet-option/view'

/** The fields of the form, besides the day of the request; absent: not asked. */
export interface FormulaireView {
  readonly formules: readonly { readonly id: string; readonly libelle: string }[] | null
  readonly personnes: readonly { readonly rang: number; readonly nom: string }[] | null
  readonly lien: boolean
  readonly naissance: boolean
  readonly evenement: string | null
  readonly souhait: boolean
  readonly famille: boolean
  readonly avisRecu: boolean
  readonly postee: boolean
  readonly situation: boolean
  readonly celibataire: boolean
  readonly rattache: boolean
}

export function formulaireDe(
  projet: Projet,
  choix: Choix,
  contrat: ContratVecu,
  reglement: Reglement,
  jour: DateCivile,
  erreurs: readonly ErreurChamp[],
): FormulaireView {
  const { demande } = projet.jours
  const demandee = (champ: string) =>
    (projet.saisie[champ] ?? '') !== '' || erreurs.some((erreur) => erreur.champ === champ)
  const rien: FormulaireView = {
    formules: null,
    personnes: null,
    lien: false,
    naissance: false,
    evenement: null,
    souhait: false,
    famille: false,
    avisRecu: false,
    postee: false,
    situation: demandee('situation'),
    celibataire: demandee('celibataire'),
    rattache: demandee('rattache'),
  }
  switch (choix.faire) {
    case 'option':
      return {
        ...rien,
        formules: formulesOffertes(reglement, contrat, demande),
        souhait: true,
        famille: distingueLaFamille(reglement, demande),
      }
    case 'ajouter':
      return {
        ...rien,
        lien: demandeLeLien(choix.motif),
        naissance: choix.motif !== 'naissance',
        evenement: demandeLEvenement(choix.motif) ? libelleEvenement(choix.motif) : null,
        souhait: !demandeLEvenement(choix.motif),
      }
    case 'retirer':
      return {
        ...rien,
        personnes: personnesRetirables(contrat, jour).map(({ prenom, nom }, place) => ({
          rang: place + 1,
          nom: `${prenom} ${nom}`,
        })),
        evenement: demandeLEvenementRetrait(reglement, choix.motif, demande)
          ? libelleEvenement(choix.motif)
          : null,
      }
    case 'partir': {
      const champs = champsDepart(reglement, choix.motif, demande)
      return {
        ...rien,
        evenement: champs.includes('evenement') ? libelleEvenement(choix.motif) : null,
        avisRecu: champs.includes('avis-recu'),
        postee: champs.includes('postee'),
      }
    }
  }
}
