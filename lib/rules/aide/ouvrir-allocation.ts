import { ajouterAnnees, ajouterMois } from '../date/date-civile'
import { attendre } from '../decision/decision'
import { enDate, enMontant, enNombre, motif } from '../decision/motif'
import { verifierOrdre } from '../decision/verifier-ordre'
import { reste as resteDe, ZERO } from '../montant/montant'
import type { FaitsCommuns, FaitsNaissance, FaitsObseques, FaitsOrphelin, FaitsUnion } from './faits-aide'
import type { DecisionAide, RegleForfait, RegleNaissance, RegleOrphelin } from './regle-aide'
import { dejaVersee, due, repondre, si } from './repondre-aide'

/** L'enfant est inscrit dans le délai et le reste un temps ; une adoption est plénière. */
export function ouvrirNaissance(
  regle: RegleNaissance,
  faits: FaitsNaissance & Pick<FaitsCommuns, 'dateDemande'>,
): DecisionAide {
  const { article, montant } = regle
  const limite = ajouterMois(faits.jour, regle.inscriptionMois)
  const delai = { limite: enDate(limite), delai: enNombre(regle.inscriptionMois, 'mois') }
  verifierOrdre(['jour', faits.jour], ['inscritLe', faits.inscritLe])
  const pleniere = motif('AIDE_ADOPTION_PLENIERE', article)
  if (faits.inscritLe === null && faits.dateDemande <= limite)
    return attendre(['inscritLe'], motif('AIDE_ENFANT_A_INSCRIRE', article, delai))
  if (faits.adoption && faits.pleniere === null) return attendre(['pleniere'], pleniere)
  const refus = [
    ...si(
      faits.inscritLe === null || faits.inscritLe > limite,
      'AIDE_ENFANT_INSCRIT_TARD',
      article,
      faits.inscritLe === null ? delai : { ...delai, inscrit: enDate(faits.inscritLe) },
    ),
    ...(faits.adoption && faits.pleniere === false ? [pleniere] : []),
    ...dejaVersee(faits.dejaVersees, 'AIDE_DEJA_VERSEE', article),
  ]
  return repondre(
    refus,
    due(montant),
    motif('AIDE_NAISSANCE', article, {
      ...delai,
      montant: enMontant(montant),
      ...(faits.inscritLe === null ? {} : { inscrit: enDate(faits.inscritLe) }),
    }),
    motif('AIDE_ENFANT_RESTE', article, {
      duree: enNombre(regle.dureeMois, 'mois'),
      ...(faits.inscritLe === null ? {} : { fin: enDate(ajouterMois(faits.inscritLe, regle.dureeMois)) }),
    }),
  )
}

/** Au premier mariage ou Pacs seulement. */
export const ouvrirUnion = ({ article, montant }: RegleForfait, faits: FaitsUnion): DecisionAide =>
  repondre(
    dejaVersee(faits.dejaVersees, 'AIDE_UNION_UNE_FOIS', article),
    due(montant),
    motif('AIDE_UNION', article, { montant: enMontant(montant) }),
  )

/** À qui a payé les obsèques ; ce qu'un adhérent devait encore d'une avance en est retenu. */
export function ouvrirObseques({ article, montant }: RegleForfait, faits: FaitsObseques): DecisionAide {
  const retenu = faits.defunt === 'MEMBRE_PARTICIPANT' ? faits.resteAvance : ZERO
  const verse = resteDe(montant, retenu)
  return repondre(
    dejaVersee(faits.dejaVersees, 'AIDE_DEJA_VERSEE', article),
    due(verse),
    motif('AIDE_OBSEQUES', article, { montant: enMontant(montant) }),
    ...si(retenu > 0, 'AIDE_OBSEQUES_AVANCE_RETENUE', article, {
      retenu: enMontant(retenu),
      verse: enMontant(verse),
    }),
  )
}

/** Chaque année jusqu'au dernier anniversaire compris, ouverte par le premier décès seulement. */
export function ouvrirOrphelin(
  { article, montant, jusqua }: RegleOrphelin,
  faits: FaitsOrphelin & Pick<FaitsCommuns, 'dateDemande'>,
): DecisionAide {
  const anniversaire = ajouterAnnees(faits.dateNaissance, jusqua)
  const age = { age: enNombre(jusqua, 'ans'), anniversaire: enDate(anniversaire) }
  const refus = [
    ...si(!faits.ayantDroit, 'AIDE_ORPHELIN_AYANT_DROIT', article),
    ...si(
      faits.jour >= anniversaire || faits.dateDemande > anniversaire,
      'AIDE_ORPHELIN_TROP_GRAND',
      article,
      age,
    ),
    ...si(faits.secondDeces, 'AIDE_ORPHELIN_PREMIER_DECES', article),
    ...dejaVersee(faits.dejaVersees, 'AIDE_UNE_FOIS_PAR_ANNEE', article),
  ]
  return repondre(
    refus,
    due(montant),
    motif('AIDE_ORPHELIN', article, { ...age, montant: enMontant(montant) }),
  )
}
