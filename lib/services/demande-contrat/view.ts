import { formatMontant, formatDateEnLettres as le } from '@/lib/lexique/formats'
import { libelleLien } from '@/lib/lexique/papiers'
import { ARRIVEES, DEPARTS, DEPARTS_PERSONNE, SITUATIONS } from '@/lib/lexique/projet'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import type { SituationPieces } from '@/lib/rules/pieces/piece'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type ContratVecu, reglementVecu } from '../contrat/view'
import type { ContratCotisant } from '../cotisation/view'
import type { LigneApercu } from '../demande/schema'
import type { ContratLu } from '../document/view'
import { type ChangementMesure, mesurerCotisation } from '../effet-cotisation/view'
import type { Issue } from '../issue/view'
import type { Apercu, FaitDit } from '../nature-demande/schema'
import { type Choix, lireProjet, type Projet } from '../projet/schema'
import { deciderProjet } from '../projet-decision/view'
import { piecesDeDepart } from '../projet-depart/view'
import { lienDArrivee, personnesRetirables, piecesDArrivee, piecesDeRetrait } from '../projet-famille/view'
import { libelleDeFormule } from '../tarif/view'
import type { FaitsContrat } from './schema'

/** The contract as the calculator reads it, for its membre participant. */
export const vecu = (contrat: ContratLu): ContratVecu => ({
  ...contrat,
  titulaire: true,
  lecteur: contrat.membre.id,
  resiliePourImpaye: false,
  demandeDeFin: null,
})

/** What was asked, on the day it was received: the same project whoever decides it, and whenever. */
export function projetDemande(faits: FaitsContrat, contrat: ContratVecu): Projet {
  const rang = personnesRetirables(contrat, faits.recueLe).findIndex(
    ({ personneId }) => personneId === faits.personneId,
  )
  const personne = rang === -1 ? {} : { personne: String(rang + 1) }
  return lireProjet({ ...faits.parametres, ...personne, contrat: '1', demande: faits.recueLe }, faits.recueLe)
}

export interface Decide {
  readonly projet: Projet
  readonly issue: Issue | null
  readonly erreurs: readonly string[]
}

/** @param prestationsDepuis see deciderProjet. */
export function decider(
  faits: FaitsContrat,
  contrat: ContratVecu,
  prestationsDepuis: boolean | null,
): Decide {
  const projet = projetDemande(faits, contrat)
  if (projet.choix === null) return { projet, issue: null, erreurs: ['La demande ne dit pas ce qui change.'] }
  const { issue, erreurs } = deciderProjet(projet, projet.choix, contrat, reglementVecu(contrat), {
    jour: faits.recueLe,
    prestationsDepuis,
  })
  return { projet, issue, erreurs: erreurs.map(({ message }) => message) }
}

export const versionDe = ({ id, connuDepuis }: Reglement): string => `${id}@${connuDepuis}`

/** What accepting changes: cover, then contribution, each with its grounds. */
export function apercevoirContrat(
  faits: FaitsContrat,
  contrat: ContratVecu,
  cotisant: ContratCotisant | null,
  prestationsDepuis: boolean | null,
  jour: DateCivile,
): Apercu {
  const { issue, erreurs } = decider(faits, contrat, prestationsDepuis)
  if (issue === null) return { verdict: 'INCOMPLETE', manque: erreurs }
  const reglement = versionDe(reglementVecu(contrat))
  if (issue.verdict === 'NON_PREVU')
    return {
      verdict: 'INCOMPLETE',
      manque: [
        'Le règlement ne prévoit pas ce cas : répondez par un message, ou refusez en disant pourquoi.',
      ],
    }
  if (issue.verdict !== 'POSSIBLE')
    return { verdict: 'REFUSEE', motifs: issue.motifs, possible: issue.possible?.phrase ?? null, reglement }
  return {
    verdict: 'ACCORDEE',
    motifs: issue.motifs,
    reglement,
    lignes: [
      ...lignesCouverture(faits, issue, contrat),
      ...lignesCotisation(issue.changement, cotisant, jour),
    ],
  }
}

function lignesCouverture(
  faits: FaitsContrat,
  { changement, dateEffet, motifs }: Issue,
  contrat: ContratVecu,
): LigneApercu[] {
  if (changement === null)
    return dateEffet === null
      ? []
      : [
          {
            libelle: 'Fin du contrat',
            avant: finDe(contrat.au),
            apres: `le ${le(dateEffet)}, ce jour compris`,
            motifs: [...motifs],
          },
        ]
  switch (changement.type) {
    case 'ENTREE':
      return [
        {
          libelle: `${faits.identite?.prenom ?? ''} ${faits.identite?.nom ?? ''}`.trim(),
          avant: 'pas couvert par ce contrat',
          apres: `couvert à partir du ${le(changement.le)}`,
          motifs: [...motifs],
        },
      ]
    case 'SORTIE': {
      const personne = contrat.beneficiaires.find(({ personneId }) => personneId === changement.personneId)
      return [
        {
          libelle: `${personne?.prenom ?? ''} ${personne?.nom ?? ''}`.trim(),
          avant: `couvert ${personne?.au == null ? 'sans date de fin' : `jusqu’au ${le(personne.au)}`}`,
          apres: `couvert jusqu’au ${le(changement.dernierJour)}, ce jour compris`,
          motifs: [...motifs],
        },
      ]
    }
    case 'FORMULE': {
      const actuelle = contrat.formules.find((f) => contient(f, changement.le)) ?? contrat.formules.at(-1)
      return [
        {
          libelle: 'Formule',
          avant: actuelle === undefined ? null : libelleDeFormule(contrat.reglement, actuelle.formule),
          apres: `${libelleDeFormule(contrat.reglement, changement.formule)}, à partir du ${le(changement.le)}`,
          motifs: [...motifs],
        },
      ]
    }
    case 'FIN':
      return [
        {
          libelle: 'Fin du contrat',
          avant: finDe(contrat.au),
          apres: `le ${le(changement.dernierJour)}, ce jour compris`,
          motifs: [...motifs],
        },
      ]
  }
}

const finDe = (au: DateCivile | null): string => (au === null ? 'pas de date de fin' : `le ${le(au)}`)

/** What a change does to the contribution; nothing when it cannot be told. */
export function lignesCotisation(
  changement: ChangementMesure | null,
  cotisant: ContratCotisant | null,
  jour: DateCivile,
): LigneApercu[] {
  if (changement === null || cotisant === null) return []
  const mesure = mesurerCotisation(cotisant, changement, jour)
  if (!mesure.connue) return []
  const { avant, apres, motifs, indicatif } = mesure.effet
  return apres.map(({ du, mensuelle }) => ({
    libelle: `Cotisation par mois, à partir du ${le(du)}${indicatif ? ' (tarif d’aujourd’hui, à titre indicatif)' : ''}`,
    avant: formatMontant(avant),
    apres: formatMontant(mensuelle),
    motifs: [...motifs],
  }))
}

/** What was asked, in words. */
export function direContrat(faits: FaitsContrat): FaitDit[] {
  const projet = lireProjet({ ...faits.parametres, contrat: '1', demande: faits.recueLe }, faits.recueLe)
  const { jours, choix } = projet
  const dits: (FaitDit | null)[] = [
    choix === null || choix.faire === 'option' ? null : { libelle: 'Raison', valeur: raisonDe(choix) },
    faits.identite === null
      ? null
      : { libelle: 'Personne', valeur: `${faits.identite.prenom} ${faits.identite.nom}` },
    projet.lien === null ? null : { libelle: 'Lien', valeur: libelleLien(projet.lien) },
    jours.naissance === null ? null : { libelle: 'Date de naissance', valeur: le(jours.naissance) },
    jours.evenement === null ? null : { libelle: 'Date de l’événement', valeur: le(jours.evenement) },
    jours.souhait === null ? null : { libelle: 'Date souhaitée', valeur: le(jours.souhait) },
    projet.situation === null ? null : { libelle: 'Situation', valeur: SITUATIONS[projet.situation] },
    projet.celibataire === null
      ? null
      : { libelle: 'Célibataire', valeur: projet.celibataire ? 'oui' : 'non' },
    projet.rattache === null
      ? null
      : { libelle: 'Rattaché au foyer fiscal', valeur: projet.rattache ? 'oui' : 'non' },
    jours.avis === null ? null : { libelle: 'Avis d’échéance envoyé le', valeur: le(jours.avis) },
    jours.postee === null ? null : { libelle: 'Lettre postée le', valeur: le(jours.postee) },
    { libelle: 'Demande reçue le', valeur: le(faits.recueLe) },
  ]
  return dits.filter((dit) => dit !== null)
}

/** The lists that prove it: of each, the first that the règlement has. */
export function piecesDuContrat(faits: FaitsContrat): readonly (readonly SituationPieces[])[] {
  const { choix, lien } = lireProjet(
    { ...faits.parametres, contrat: '1', demande: faits.recueLe },
    faits.recueLe,
  )
  switch (choix?.faire) {
    case undefined:
      return []
    case 'option':
      return [['CHANGEMENT_OPTION']]
    case 'ajouter': {
      const qui = lienDArrivee(choix.motif, lien)
      return qui === null ? [] : [piecesDArrivee(choix.motif, qui)]
    }
    case 'retirer':
      return [piecesDeRetrait(choix.motif)]
    case 'partir':
      return [piecesDeDepart(choix.motif)]
  }
}

function raisonDe(choix: Exclude<Choix, { faire: 'option' }>): string {
  switch (choix.faire) {
    case 'ajouter':
      return ARRIVEES[choix.motif].titre
    case 'retirer':
      return DEPARTS_PERSONNE[choix.motif].titre
    case 'partir':
      return DEPARTS[choix.motif].titre
  }
}
