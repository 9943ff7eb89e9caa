import type { PorteeGestion } from '@/lib/server/portee'
import { equipesDe, peutAttribuer, peutTraiter } from '../demande/access'
import { estClose, estEnCours, etatApres, seRepond } from '../demande/etats'
import type { DemandeLue } from '../demande/schema'

/** Somebody of a team that answers demandes. */
export const peutOuvrirCorbeille = (acteur: PorteeGestion): boolean => equipesDe(acteur.role).length > 0

/** What this person may do of a demande now; the services ask again. */
export interface Gestes {
  readonly prendre: boolean
  readonly rendre: boolean
  readonly transferer: boolean
  readonly attribuer: boolean
  readonly demanderPiece: boolean
  readonly accepter: boolean
  readonly refuser: boolean
  readonly repondre: boolean
  readonly ecrire: boolean
  readonly noter: boolean
  readonly defaire: boolean
}

type Jugee = Pick<DemandeLue, 'nature' | 'etat' | 'equipe' | 'agentId'>

/** What they may say of a piece that was asked for. */
export function gestesPiece(acteur: PorteeGestion, d: Jugee) {
  const sienne = peutTraiter(acteur, d) && d.agentId === acteur.compteId
  return {
    juger: sienne && etatApres(d.etat, 'NOTER_PIECE') !== null,
    redemander: sienne && etatApres(d.etat, 'DEMANDER_PIECE') !== null,
  }
}

/** `peut`: what its nature knows how to do. */
export function gestesPermis(
  acteur: PorteeGestion,
  d: Jugee,
  peut: { readonly appliquer: boolean; readonly defaire: boolean; readonly decider?: boolean },
): Gestes {
  const traite = peutTraiter(acteur, d)
  const sienne = traite && d.agentId === acteur.compteId
  const responsable = peutAttribuer(acteur, d)
  const permet = (passage: Parameters<typeof etatApres>[1]): boolean => etatApres(d.etat, passage) !== null
  const enMots = seRepond(d.nature)
  const decidee = !enMots || peut.decider === true
  return {
    prendre: traite && permet('PRENDRE'),
    rendre: (sienne || responsable) && permet('RENDRE'),
    transferer: (sienne || responsable) && permet('TRANSFERER'),
    attribuer: responsable && permet('ATTRIBUER'),
    demanderPiece: sienne && permet('DEMANDER_PIECE'),
    accepter: sienne && decidee && peut.appliquer && permet('ACCEPTER'),
    refuser: sienne && decidee && permet('REFUSER'),
    repondre: sienne && enMots && permet('REPONDRE'),
    ecrire: sienne && estEnCours(d.etat),
    noter: traite && !(d.etat === 'BROUILLON' || d.etat === 'ANNULEE'),
    defaire:
      (sienne || responsable) &&
      estClose(d.etat) &&
      permet('DEFAIRE') &&
      (d.etat === 'REFUSEE' || peut.defaire),
  }
}
