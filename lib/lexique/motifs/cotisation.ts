import type { Donnees, Phrase } from '../phrase'
import { phrase } from '../phrase'

const ROLES: Readonly<Record<string, string>> = {
  ADHERENT: 'L’adhérent',
  CONJOINT: 'Le conjoint',
  ENFANT: 'L’enfant',
}

/** La phrase commence par la personne dont on parle. */
const selonRole =
  (suite: string): Phrase =>
  (donnees: Donnees) => {
    const role = donnees.role
    const nom = role?.type === 'code' ? (ROLES[role.valeur] ?? role.valeur) : 'La personne'
    return `${nom} ${phrase(suite)(donnees)}`
  }

export const motifsCotisation = {
  COTISATION_PAR_AGE: selonRole(
    'paie le tarif de {age}, l’année moins l’année de naissance : le tarif de base, augmenté pour chaque année d’âge à partir de 25 ans, soit {tarif} par mois.',
  ),
  CONJOINT_A_CHARGE: phrase(
    'Le conjoint à charge paie {part} du tarif de l’adhérent avant arrondi : {tarif} par mois.',
  ),
  COTISATION_ENFANT_PAR_RANG: phrase(
    'Enfant de rang {rang}, du plus âgé au plus jeune : {part} du tarif de base, soit {tarif} par mois.',
  ),
  ENFANT_GRATUIT: phrase(
    'Enfant à charge de rang {rang}, du plus âgé au plus jeune : à partir du troisième, la cotisation est gratuite.',
  ),
  COTISATION_AGE_PRECEDENT: selonRole(
    'paie le tarif de {age}, l’âge atteint l’année d’avant (la hausse d’un anniversaire ne joue qu’au 1er janvier suivant) : {tarif} par mois.',
  ),
  COTISATION_AGE_AU_1ER_JANVIER: selonRole(
    'paie le tarif de {age}, son âge au 1er janvier : {tarif} par mois.',
  ),
  TARIF_ENFANT: phrase(
    'Le tarif enfant, {tarif} par mois, dure jusqu’au 31 décembre de l’année des {anniversaire}.',
  ),
  TARIF_ENFANT_A_CHARGE: phrase('Le tarif enfant, {tarif} par mois, dure tant que l’enfant est à charge.'),
  COTISATION_PAR_ROLE: selonRole('paie le tarif fixé pour lui : {tarif} par mois.'),
  COTISATION_EN_POURCENTAGE_DU_PLAFOND: selonRole(
    'paie {pourcentage} du plafond mensuel de la sécurité sociale ({plafond} cette année) : {tarif} par mois.',
  ),
  MINORATION_MUTUALISATION: phrase(
    '{adherents} agents sur {effectif} adhèrent (comptés le {compteLe}), au moins {minimum} : chaque cotisation baisse de {minoration}.',
  ),
  MINORATION_NON_ATTEINTE: phrase(
    '{adherents} agents sur {effectif} adhèrent (comptés le {compteLe}) : ce n’est pas assez pour une minoration.',
  ),
  AGENT_MINORE: phrase(
    'L’agent profite de la minoration de sa collectivité ; sa cotisation se retient sur sa paye.',
  ),
  AGENT_MINORE_SANS_PRECOMPTE: phrase(
    'L’agent en congé parental garde la minoration de sa collectivité, sans retenue sur la paye.',
  ),
  AGENT_AU_TAUX_PLEIN: phrase(
    'Dans cette situation, l’agent ne profite pas de la minoration : sa cotisation revient au taux plein.',
  ),
  CONJOINT_SOUS_LE_SEUIL: phrase(
    'Le conjoint est à charge : son revenu du trimestre ({revenu}) n’atteint pas {part} du traitement mensuel minimum, soit {seuil}.',
  ),
  CONJOINT_AU_DESSUS_DU_SEUIL: phrase(
    'Le conjoint n’est pas à charge : son revenu du trimestre ({revenu}) atteint {part} du traitement mensuel minimum, soit {seuil}.',
  ),
  TARIF_DU_CONJOINT_GARDE: phrase(
    'Après le décès du {deces}, le conjoint à charge devient adhérent et garde sa cotisation réduite pendant {duree}, jusqu’au {jusquAu}.',
  ),
  MAJORATION_ANNEES_NON_COTISEES: phrase(
    '{annees} sans cotiser après {age}, à {taux} chacun : chaque cotisation augmente de {majoration}.',
  ),
  MAJORATION_EXONEREE: phrase(
    'Entré dans la fonction publique le {poste}, l’agent n’est pas majoré pendant {duree}, jusqu’au {fin} exclu ; on en juge au premier jour dû de l’année.',
  ),
  MAJORATION_SANS_OBJET: phrase(
    'La majoration des années non cotisées ne vise que les contrats labellisés : elle ne s’applique pas à cette formule.',
  ),
  EXONERATION_PRIMO_ADHESION: phrase(
    'Première adhésion : toute la famille est exonérée pendant {duree}, du {du} au {au}.',
  ),
  EXONERATION_NAISSANCE: phrase(
    'L’enfant né pendant l’adhésion est exonéré le mois de sa naissance et les suivants ({duree}), du {du} au {au}.',
  ),
  COTISATION_TOTALE: phrase(
    'Chaque ligne est arrondie une fois au centime ; leur somme fait {mensuelle} par mois, {annuelle} pour douze mois.',
  ),
  PREMIERE_ANNEE_EN_JOURS: phrase(
    'L’adhésion commence le {effet} : {jours} sur les {sur} de l’année, soit {due} sur {annuelle}.',
  ),
  PREMIERE_ANNEE_EN_MOIS: phrase(
    'L’adhésion commence le {effet} : on doit les mois qui restent, un mois commencé en route au prorata de ses jours, soit {due}.',
  ),
  SANS_DROIT_D_ENTREE: phrase('Il n’y a pas de droit d’entrée.'),
  PARTICIPATION_EMPLOYEUR: phrase(
    'L’employeur verse {employeur} par mois à la mutuelle ; il reste {adherent} par mois à payer.',
  ),
  APPEL_A_L_EMPLOYEUR: phrase(
    'La garantie obligatoire du salarié est appelée entière à l’employeur, part salariale comprise : {mensuelle} par mois.',
  ),
  APPEL_AU_SALARIE: phrase('Ce qui est facultatif est appelé au salarié : {mensuelle} par mois.'),
  RIEN_A_PAYER: phrase('Cette année, il n’y a rien à payer.'),
  COTISATION_FRACTIONNEE: phrase(
    'Payable d’avance, ce qui est dû cette année ({total}) est appelé en {nombre} fois ; les centimes d’un partage vont aux premières.',
  ),
}
