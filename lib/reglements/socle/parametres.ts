import type { Parametres } from '@/lib/rules/remboursement/socle'
import * as responsable from './parametres/contrat-responsable'
import * as franchises from './parametres/franchises'
import * as hospitalisation from './parametres/hospitalisation'
import * as parcours from './parametres/parcours'
import * as participations from './parametres/participations'
import * as local from './parametres/regime-local'
import * as tarifs from './parametres/tarifs'
import * as taux from './parametres/taux'

/** Les paramètres légaux datés, sous le nom que les règles leur donnent. */
export const parametres: Parametres = {
  taux: {
    medecin: taux.taux['amo.taux.medecin'],
    biologie: taux.taux['amo.taux.biologie'],
    auxiliaire: taux.taux['amo.taux.auxiliaire'],
    psychologue: taux.taux['amo.taux.psychologue'],
    lpp: taux.taux['amo.taux.lpp'],
    dentaire: taux.taux['amo.taux.dentaire'],
    hospitalisation: taux.taux['amo.taux.hospitalisation'],
    transport: taux.taux['amo.taux.transport'],
  },
  tauxExoneration: taux.taux['amo.taux.ald'],
  tauxAccidentTravail: taux.taux['amo.taux.atmp'],
  tauxMaternite: taux.taux['amo.taux.maternite'],
  participation: participations.montants['pf.montant'],
  participationPlafondJour: participations.montants['pf.plafond_journalier'],
  participationPlafondAn: participations.montants['pf.plafond_annuel'],
  participationAgeExonere: participations.nombres['pf.age_exoneration'],
  franchises: {
    'franchise-medicament': franchises.montants['franchise.medicament'],
    'franchise-paramedical': franchises.montants['franchise.paramedical'],
    'franchise-transport': franchises.montants['franchise.transport'],
  },
  franchisesPlafondJour: {
    'franchise-paramedical': franchises.montants['franchise.plafond_jour.paramedical'],
    'franchise-transport': franchises.montants['franchise.plafond_jour.transport'],
  },
  franchisesPlafondAn: franchises.montants['franchise.plafond_annuel'],
  franchisesAgeExonere: franchises.nombres['franchise.age_exoneration'],
  horsParcoursPoints: parcours.taux['hors_parcours.majoration_points'],
  horsParcoursPlafond: parcours.montants['hors_parcours.majoration_plafond'],
  horsParcoursDepassement: parcours.montants['hors_parcours.depassement_non_couvrable'],
  horsParcoursAge: parcours.nombres['hors_parcours.age_min'],
  regimeLocal: {
    medecin: local.taux['regime_local.complement.medecin'],
    biologie: local.taux['regime_local.complement.biologie'],
    auxiliaire: local.taux['regime_local.complement.auxiliaire'],
    lpp: local.taux['regime_local.complement.lpp'],
    dentaire: local.taux['regime_local.complement.dentaire'],
    hospitalisation: local.taux['regime_local.complement.hospitalisation'],
    transport: local.taux['regime_local.complement.transport'],
    cure: local.taux['regime_local.complement.cure_thermale'],
  },
  regimeLocalMedicament: {
    '15': local.taux['regime_local.complement.medicament_15'],
    '30': local.taux['regime_local.complement.medicament_30'],
    '65': local.taux['regime_local.complement.medicament_65'],
  },
  regimeLocalForfaitJournalier: local.taux['regime_local.fjh'],
  forfaitJournalier: hospitalisation.montants['fjh.general'],
  acteLourd: hospitalisation.montants['acte_lourd.participation'],
  urgences: hospitalisation.montants['fpu.plein'],
  depassementPlafondNonDptam: responsable.taux['cr.depassement.plafond_non_optam'],
  depassementEcartDptam: responsable.taux['cr.depassement.ecart_min'],
  optiquePlafonds: {
    a: responsable.montants['cr.optique.plafond.a'],
    b: responsable.montants['cr.optique.plafond.b'],
    c: responsable.montants['cr.optique.plafond.c'],
    d: responsable.montants['cr.optique.plafond.d'],
    e: responsable.montants['cr.optique.plafond.e'],
    f: responsable.montants['cr.optique.plafond.f'],
  },
  optiquePlanchers: {
    a: responsable.montants['cr.optique.plancher.a'],
    b: responsable.montants['cr.optique.plancher.b'],
    c: responsable.montants['cr.optique.plancher.c'],
    d: responsable.montants['cr.optique.plancher.d'],
    e: responsable.montants['cr.optique.plancher.e'],
    f: responsable.montants['cr.optique.plancher.f'],
  },
  optiquePlafondMonture: responsable.montants['cr.optique.plafond_monture'],
  optiqueMois: responsable.nombres['cr.optique.renouvellement_mois'],
  optiqueMoisMoinsDe16: responsable.nombres['cr.optique.renouvellement_mois.moins_16'],
  optiqueMoisEvolution: responsable.nombres['cr.optique.renouvellement_mois.evolution_vue'],
  optiqueMoisAdaptation: responsable.nombres['cr.optique.renouvellement_mois.moins_6_adaptation'],
  audioPlafond: responsable.montants['cr.audio.plafond'],
  audioMois: responsable.nombres['cr.audio.renouvellement_mois'],
  psychologueSeances: tarifs.nombres['psy.seances_max_an'],
  plafondMensuel: tarifs.montants.pmss,
}

/** Tout le relevé des paramètres, ceux que le remboursement ne lit pas compris. */
export const releve = {
  ...participations.montants,
  ...participations.nombres,
  ...franchises.montants,
  ...franchises.nombres,
  ...hospitalisation.montants,
  ...hospitalisation.nombres,
  ...taux.taux,
  ...taux.montants,
  ...local.taux,
  ...parcours.taux,
  ...parcours.montants,
  ...parcours.nombres,
  ...responsable.taux,
  ...responsable.montants,
  ...responsable.nombres,
  ...tarifs.montants,
  ...tarifs.nombres,
}
