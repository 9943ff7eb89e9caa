import { annee, type DateCivile, premierJanvier } from '../date/date-civile'
import { accorder, auMoinsUnMotif, type Decision } from '../decision/decision'
import { dusParMois } from '../echeancier/compter-du'
import { fractionner } from '../echeancier/fractionner'
import type { ParametresEcheancier } from '../echeancier/regle-echeancier'
import { type Montant, montant, somme, ZERO } from '../montant/montant'
import { sommeDeTermes } from '../montant/produit'
import { nonPrevu, regleEnVigueur } from '../reglement/regle-en-vigueur'
import type { Reglement } from '../reglement/reglement'
import { ouvrirFormule } from '../remboursement/formule'
import type { Socle } from '../remboursement/socle'
import { type Ajustement, majorer, minorer } from './ajuster'
import { appeler } from './appeler'
import { construirePaliers, fusionnerPaliers } from './construire-paliers'
import type { Cotisation, LigneCotisation } from './cotisation'
import { type Exoneration, exonerer } from './exonerer'
import { expliquerCotisation } from './expliquer-cotisation'
import type { ContexteTarif, LigneTarif } from './ligne-tarif'
import { partager } from './participer'
import type { FaitsCotisation, ParametresCotisation, RegleTarif } from './regle-cotisation'
import { tarifBaseEtAge } from './tarif-base-et-age'
import { tarifParRole } from './tarif-par-role'
import { tarifTranches } from './tarif-tranches'
import { couvertureDeLAnnee, verifierEffet, verifierFoyer } from './verifier-faits'

/** La cotisation d'une année : par mois, par an, par personne, et les fractions qui en font le total. */
export function cotiser(reglement: Reglement, socle: Socle, faits: FaitsCotisation): Decision<Cotisation> {
  const regle = regleEnVigueur(reglement.cotisation, premierJanvier(faits.annee), 'cotisation')
  const echeancier = regleEnVigueur(reglement.echeancier, premierJanvier(faits.annee), 'échéancier')
  const { gamme } = ouvrirFormule(reglement, faits.formule, null).table
  verifierFoyer(faits)
  verifierEffet(faits)
  const couverture = couvertureDeLAnnee(faits)
  const tarif = tarifer(regle.tarif, socle, contexte(reglement, faits, gamme))
  const ajustements = ajuster(regle, gamme, faits, couverture.du)
  const lignes = arrondir(tarif, ajustements)
  const exonerations = exonerer(regle.exoneration, faits, couverture).filter(
    ({ place }) => place === null || lignes[place]?.gratuit === false,
  )
  const valeur = compter(regle, echeancier, gamme, faits, lignes, exonerations)
  const motifs = [
    ...tarif.map((ligne) => ligne.motif),
    ...ajustements.map((ajustement) => ajustement.motif),
    ...exonerations.map((exoneration) => exoneration.motif),
    ...expliquerCotisation(regle, echeancier, faits, valeur),
  ]
  return accorder(valeur, ...auMoinsUnMotif(motifs))
}

function contexte(reglement: Reglement, faits: FaitsCotisation, gamme: string): ContexteTarif {
  const ayants = regleEnVigueur(reglement.ayantDroit, premierJanvier(faits.annee), "qualité d'ayant droit")
  return { faits, gamme, regleEnfant: ayants.enfant }
}

function tarifer(regle: RegleTarif, socle: Socle, vu: ContexteTarif): LigneTarif[] {
  switch (regle.politique) {
    case 'BASE_ET_AGE':
      return tarifBaseEtAge(regle, vu)
    case 'TRANCHES':
      return tarifTranches(regle, vu)
    case 'PAR_ROLE':
      return tarifParRole(regle, vu, socle.parametres.plafondMensuel)
  }
}

function ajuster(
  regle: ParametresCotisation,
  gamme: string,
  faits: FaitsCotisation,
  premierJour: DateCivile,
): Ajustement[] {
  const minoration = minorer(regle.minoration, faits)
  const majoration = majorer(regle.majoration, gamme, faits, premierJour)
  return [minoration, majoration].flatMap((ajustement) => (ajustement === null ? [] : [ajustement]))
}

/** Chaque ligne s'arrondit une seule fois, minoration et majoration comprises (lecture 8). */
function arrondir(tarif: readonly LigneTarif[], ajustements: readonly Ajustement[]): LigneCotisation[] {
  const communs = ajustements.flatMap(({ taux }) => (taux === null ? [] : [taux]))
  return tarif.map(({ role, age, termes }) => ({
    role,
    mensuelle: sommeDeTermes(termes.map(({ base, taux }) => ({ base, taux: [...taux, ...communs] }))),
    age,
    gratuit: termes.length === 0,
  }))
}

function compter(
  regle: ParametresCotisation,
  echeancier: ParametresEcheancier,
  gamme: string,
  faits: FaitsCotisation,
  lignes: readonly LigneCotisation[],
  exonerations: readonly Exoneration[],
): Cotisation {
  const mensuelle = somme(lignes.map((ligne) => ligne.mensuelle))
  const payantes = faits.beneficiaires.map(({ dateNaissance }, place) => ({
    place,
    dateNaissance,
    mensuelle: lignes[place]?.mensuelle ?? ZERO,
  }))
  const { du, au } = couvertureDeLAnnee(faits)
  const paliers = fusionnerPaliers(construirePaliers(du, au, payantes, exonerations))
  const { politique } = echeancier.decompte
  const due = somme(dusParMois(politique, paliers).map(({ montant: part }) => part))
  const participation = participer(regle, gamme, faits)
  // Dans un contrat d'entreprise la mutuelle appelle le tout : la participation ne réduit pas ce qu'elle appelle.
  const retenue = regle.appel === null && participation !== null ? participation : ZERO
  const appeles = fusionnerPaliers(
    paliers.map((palier) => ({ ...palier, mensuelle: partager(palier.mensuelle, retenue).adherent })),
  )
  const dansLAnnee = faits.dateEffet !== null && annee(faits.dateEffet) === faits.annee
  return {
    mensuelle,
    annuelle: montant(mensuelle * 12),
    lignes,
    due,
    premiereAnnee: dansLAnnee ? due : null,
    paliers,
    fractions: fractionner(dusParMois(politique, appeles), faits.periodicite ?? 'ANNUELLE'),
    exonerations,
    parts: participation === null ? null : partager(mensuelle, participation),
    appels: appeler(regle.appel, faits.formule, lignes),
  }
}

/** @throws {ErreurDeRegle} NON_PREVU si la source ne parle pas d'une participation pour cette formule. */
function participer(regle: ParametresCotisation, gamme: string, faits: FaitsCotisation): Montant | null {
  const { participationEmployeur } = faits
  if (participationEmployeur === null) return null
  const { participation } = regle
  if (participation === null || (participation.gammes !== null && !participation.gammes.includes(gamme)))
    throw nonPrevu('participation de l’employeur versée à la mutuelle')
  return participationEmployeur
}
