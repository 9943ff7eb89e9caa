import { type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type ArticleId, enCode, enDate, type Motif } from '@/lib/rules/decision/motif'
import { montant, plus } from '@/lib/rules/montant/montant'
import type { FaitsRemboursement } from '@/lib/rules/remboursement/faits'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { acteAu } from '@/lib/rules/remboursement/nomenclature'
import { acteVersLigne, type PlaceActe } from '@/lib/rules/remboursement/poste'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import type { Limite, Remboursement } from '@/lib/rules/remboursement/resultat'
import type { Socle } from '@/lib/rules/remboursement/socle'
import type { ContenuLigne } from '../decomptes/format'
import { avecDernierAppareil, consommationsAppareil } from './appareil'
import { exigerValeur, rembourserElements } from './equipement'
import { constat } from './motifs'
import type { Historique, Partage, PrestationCalculee } from './prestation'
import { type Assure, type Droits, droitsAu, type Rattachement } from './situation'
import { PRIME, pendantSejour, soinSimple } from './soin'

export interface LigneALiquider {
  readonly contenu: ContenuLigne
  readonly pourInformation: boolean
  /** A correction of a line that still stands: paying both would pay twice. */
  readonly origineNonAnnulee: boolean
  /** Names the équipement optique of the line: one per décompte and day. */
  readonly equipement: string
}

/** What one line is worth that day, for that person, after what came before. Pure; reversals are not its business. */
export function liquiderLigne(
  ligne: LigneALiquider,
  assure: Assure,
  historique: (adhesionId: string) => Historique,
  socle: Socle,
): PrestationCalculee {
  const { contenu } = ligne
  const jour = dateCivile(contenu.soinsDebut, 'soinsDebut')
  const base = entete(contenu, jour, socle)
  const general = socle.roles.tauxDecompte
  if (ligne.pourInformation)
    return { ...base, etat: 'REFUSEE', motifs: [constat('POUR_INFORMATION', general)] }
  if (contenu.operation === 'REJET') {
    const code = contenu.rejet?.code
    const donnees = code === undefined ? {} : { code: enCode(code) }
    return { ...base, etat: 'REFUSEE', motifs: [constat('LIGNE_REJETEE', general, donnees)] }
  }
  const droits = droitsAu(assure, jour, contenu.beneficiaire.numeroAdherent)
  if (!droits.ouverts) return horsDroits(base, droits, general)
  const { rattachement } = droits
  const ouverte = { ...base, adhesionId: rattachement.adhesionId }
  if (ligne.origineNonAnnulee) {
    return { ...ouverte, etat: 'A_VERIFIER', motifs: [constat('ORIGINE_NON_ANNULEE', general)] }
  }
  const choix = rattachement.formules.find((f) => contient(f, jour))
  if (choix === undefined) {
    return {
      ...ouverte,
      etat: 'A_VERIFIER',
      motifs: [constat('FORMULE_ABSENTE', articleDroits(rattachement, general))],
    }
  }
  const avis: Motif[] = droits.multiples
    ? [constat('ADHESIONS_MULTIPLES', articleDroits(rattachement, general))]
    : []
  try {
    return calculer(
      { ...ouverte, formule: choix.formule },
      avis,
      { ligne, assure, rattachement, socle, jour },
      historique,
    )
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    const donnees = { code: enCode(erreur.code), chemin: enCode(erreur.chemin ?? '') }
    const motif = constat('CALCUL_IMPOSSIBLE', articleDroits(rattachement, general), donnees)
    return { ...ouverte, formule: choix.formule, etat: 'A_VERIFIER', motifs: [...avis, motif] }
  }
}

interface Cas {
  readonly ligne: LigneALiquider
  readonly assure: Assure
  readonly rattachement: Rattachement
  readonly socle: Socle
  readonly jour: DateCivile
}

type Ebauche = Omit<PrestationCalculee, 'etat' | 'motifs'>

function calculer(
  ebauche: Ebauche & { formule: string },
  avis: readonly Motif[],
  cas: Cas,
  historique: (adhesionId: string) => Historique,
): PrestationCalculee {
  const { ligne, rattachement, socle, jour } = cas
  const { contenu } = ligne
  const formule = ouvrirFormule(rattachement.reglement, ebauche.formule, jour)
  const versionReglement = `${rattachement.reglement.id}/${formule.table.gamme}@${formule.table.applicableDu}`
  const place = placer(contenu, formule, socle, jour)
  if (place === null) {
    const motif = constat('ACTE_NON_RATTACHE', formule.table.article, {
      acte: enCode(contenu.acte.code ?? contenu.acte.nature),
    })
    return { ...ebauche, versionReglement, etat: 'A_VERIFIER', motifs: [...avis, motif] }
  }
  const passe = historique(rattachement.adhesionId)
  const commun = faitsCommuns(cas, ebauche.formule)
  const calcul =
    place.ligne === 'optique.equipement'
      ? rembourserElements(rattachement.reglement, socle, {
          commun,
          contenu,
          place,
          passe,
          equipement: ligne.equipement,
        })
      : rembourserUn(rattachement, socle, {
          ...commun,
          soin: soinSimple(contenu, place, rattachement.du),
          consommations: passe.consommations.map(({ equipement: _e, ...consommation }) => consommation),
        })
  const { valeur, elements, entrees } = calcul
  const incertaine = estDateCivile(cas.assure.dateNaissance)
    ? []
    : [constat('NAISSANCE_INCERTAINE', formule.table.article, { date: enCode(cas.assure.dateNaissance) })]
  return {
    ...ebauche,
    versionReglement,
    etat: estRefusee(valeur) ? 'REFUSEE' : 'A_PAYER',
    ligneGarantie: calcul.ligne,
    partage: {
      // A prime repays no expense: written as one that is wholly paid, the columns add up.
      depense: calcul.ligne === PRIME ? plus(valeur.amc, valeur.autresRemboursements) : valeur.depense,
      base: contenu.montants.baseRemboursement,
      partAmo: valeur.amo,
      participation: contenu.montants.participationForfaitaire ?? 0,
      franchise: contenu.montants.franchise ?? 0,
      partRegimeLocal: valeur.regimeLocal,
      autresRemboursements: valeur.autresRemboursements,
      partMutuelle: valeur.amc,
      resteACharge: valeur.resteACharge,
    },
    entrees,
    motifs: [...avis, ...incertaine, ...calcul.motifs],
    limites: valeur.limites,
    details: valeur.detail,
    plafonds: valeur.plafonds,
    consommations: valeur.consommations,
    elements,
  }
}

/** These cut a benefit without refusing the care: the rules decide alike. */
const SANS_REFUS: readonly Limite[] = ['FRAIS_REELS', 'HORS_PARCOURS']

/** Nothing to pay is no refusal when nothing had to be cut: the AMO paid everything. It follows the payments, at zero. */
const estRefusee = ({ amc, limites }: Pick<Remboursement, 'amc' | 'limites'>): boolean =>
  amc === 0 && limites.some((limite) => !SANS_REFUS.includes(limite))

function rembourserUn(rattachement: Rattachement, socle: Socle, donnes: FaitsRemboursement) {
  const faits = avecDernierAppareil(donnes)
  const decision = exigerValeur(rembourserSoin(rattachement.reglement, socle, faits))
  const { motifs } = decision
  const valeur = {
    ...decision.valeur,
    consommations: consommationsAppareil(faits.soin, faits.dateSoins, decision.valeur),
  }
  const touchees = new Set<string>([faits.soin.ligne, ...valeur.plafonds.map((p) => p.ligne)])
  const utiles = (faits.consommations ?? []).filter((c) => touchees.has(c.ligne))
  const { beneficiaire, ...reste } = faits
  const { dateNaissance: _naissance, ...qualites } = beneficiaire
  return {
    valeur,
    motifs,
    ligne: faits.soin.ligne,
    elements: [],
    entrees: {
      reglement: rattachement.reglement.id,
      ...reste,
      beneficiaire: qualites,
      consommations: utiles,
    },
  }
}

/** By the code of the act, else by its nature. */
function placer(c: ContenuLigne, formule: FormuleOuverte, socle: Socle, jour: DateCivile): PlaceActe | null {
  for (const code of [c.acte.code, c.acte.nature]) {
    if (code === undefined) continue
    const place = acteVersLigne(socle, formule.table, {
      code,
      dateSoins: jour,
      conventionnement: c.executant?.conventionnement ?? null,
      pendantSejour: pendantSejour(c),
    })
    if (place !== null) return place
  }
  return null
}

function faitsCommuns(
  { assure, rattachement, ligne, jour }: Cas,
  formule: string,
): Omit<FaitsRemboursement, 'soin'> {
  return {
    formule,
    dateSoins: jour,
    beneficiaire: { dateNaissance: naissanceCivile(assure.dateNaissance), dateAffiliation: rattachement.du },
    autresRemboursements: montant(ligne.contenu.montants.rcDejaVerse ?? 0),
  }
}

/** A date that the calendar does not know counts from the first day of its year: the oldest age it can mean. */
const naissanceCivile = (texte: string): DateCivile =>
  estDateCivile(texte) ? texte : dateCivile(`${texte.slice(0, 4)}-01-01`, 'beneficiaire.dateNaissance')

function libelle(c: ContenuLigne, jour: DateCivile, socle: Socle): string {
  for (const code of [c.acte.code, c.acte.nature]) {
    if (code === undefined) continue
    try {
      const acte = acteAu(socle.nomenclature, code, jour)
      if (acte !== null) return acte.libelle
    } catch (erreur) {
      if (!(erreur instanceof ErreurDeRegle)) throw erreur
    }
  }
  return c.acte.code ?? c.acte.nature
}

function entete(c: ContenuLigne, jour: DateCivile, socle: Socle): Ebauche {
  return {
    adhesionId: null,
    dateSoins: jour,
    formule: null,
    ligneGarantie: null,
    libelle: libelle(c, jour, socle),
    executant: c.executant?.libelle ?? null,
    destinataire: c.reglement?.destinataire ?? 'ASSURE',
    partage: partageSansMutuelle(c),
    versionReglement: '',
    entrees: {},
    limites: [],
    details: [],
    plafonds: [],
    consommations: [],
    elements: [],
  }
}

function partageSansMutuelle({ montants: m }: ContenuLigne): Partage {
  const autres = m.rcDejaVerse ?? 0
  return {
    depense: m.depense,
    base: m.baseRemboursement,
    partAmo: m.montantRO,
    participation: m.participationForfaitaire ?? 0,
    franchise: m.franchise ?? 0,
    partRegimeLocal: 0,
    autresRemboursements: autres,
    partMutuelle: 0,
    resteACharge: m.depense - m.montantRO - autres,
  }
}

const articleDroits = (r: Rattachement | null, defaut: ArticleId): ArticleId =>
  r?.reglement.garanties?.articles.droits ?? defaut

function horsDroits(
  ebauche: Ebauche,
  droits: Extract<Droits, { ouverts: false }>,
  general: ArticleId,
): PrestationCalculee {
  const article = articleDroits(droits.proche, general)
  const { proche } = droits
  const motif =
    proche === null || droits.sens === 'ABSENTS'
      ? constat('DROITS_ABSENTS', article)
      : droits.sens === 'AVANT'
        ? constat('DROITS_AVANT_EFFET', article, { depuis: enDate(proche.du) })
        : constat('DROITS_APRES_FIN', article, { fin: enDate(proche.au ?? proche.adhesion.au ?? proche.du) })
  return { ...ebauche, etat: 'REFUSEE', limites: ['HORS_DROITS'], motifs: [motif] }
}
