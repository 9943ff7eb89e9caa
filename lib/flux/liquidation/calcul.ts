import { type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { enCode, type Motif } from '@/lib/rules/decision/motif'
import { montant, plus } from '@/lib/rules/montant/montant'
import type { FaitsRemboursement } from '@/lib/rules/remboursement/faits'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { acteVersLigne, type PlaceActe } from '@/lib/rules/remboursement/poste'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import type { Limite, Remboursement } from '@/lib/rules/remboursement/resultat'
import type { Socle } from '@/lib/rules/remboursement/socle'
import type { ContenuLigne } from '../decomptes/format'
import { avecDernierAppareil, consommationsAppareil } from './appareil'
import { exigerValeur, rembourserElements } from './equipement'
import { constat } from './motifs'
import type { Historique, PrestationCalculee } from './prestation'
import { type Assure, aSurcomplementaireAvant, type Rattachement } from './situation'
import { PRIME, pendantSejour, soinSimple } from './soin'

/** One line under one contract. */
export interface Cas {
  readonly contenu: ContenuLigne
  /** Names the équipement optique of the line: one per décompte and day. */
  readonly equipement: string
  readonly assure: Assure
  readonly rattachement: Rattachement
  readonly socle: Socle
  readonly jour: DateCivile
  readonly historique: Historique
}

export type Ebauche = Omit<PrestationCalculee, 'etat' | 'motifs'>

/** Of the practitioner, on a décompte. */
const NON_CONVENTIONNE = '0'

/** What a contract pays of a line. @throws {ErreurDeRegle} when the rules cannot tell. */
export function calculer(
  ebauche: Ebauche & { formule: string },
  avis: readonly Motif[],
  cas: Cas,
): PrestationCalculee {
  const { contenu, rattachement, socle, jour, historique: passe } = cas
  const formule = ouvrirFormule(rattachement.reglement, ebauche.formule, jour)
  const versionReglement = `${rattachement.reglement.id}/${formule.table.gamme}@${formule.table.applicableDu}`
  const place = placer(contenu, formule, socle, jour)
  const aVerifier = (motif: Motif): PrestationCalculee => ({
    ...ebauche,
    versionReglement,
    etat: 'A_VERIFIER',
    motifs: [...avis, motif],
  })
  if (place === null) {
    const acte = enCode(contenu.acte.code ?? contenu.acte.nature)
    return aVerifier(constat('ACTE_NON_RATTACHE', formule.table.article, { acte }))
  }
  const horsConvention = rattachement.reglement.garanties?.articles.horsConvention
  if (horsConvention !== undefined && contenu.executant?.conventionnement === NON_CONVENTIONNE)
    return aVerifier(constat('HORS_CONVENTION', horsConvention))
  const commun = faitsCommuns(cas, ebauche.formule)
  const calcul =
    place.ligne === 'optique.equipement'
      ? rembourserElements(rattachement.reglement, socle, {
          commun,
          contenu,
          place,
          passe,
          equipement: cas.equipement,
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
export const estRefusee = ({ amc, limites }: Pick<Remboursement, 'amc' | 'limites'>): boolean =>
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
  { assure, rattachement, contenu, jour }: Cas,
  formule: string,
): Omit<FaitsRemboursement, 'soin'> {
  return {
    formule,
    dateSoins: jour,
    beneficiaire: {
      dateNaissance: naissanceCivile(assure.dateNaissance),
      dateAffiliation: rattachement.du,
      ...(aSurcomplementaireAvant(assure, rattachement) ? { surcomplementaireAnterieure: true } : {}),
    },
    autresRemboursements: montant(contenu.montants.rcDejaVerse ?? 0),
  }
}

/** A date that the calendar does not know counts from the first day of its year: the oldest age it can mean. */
const naissanceCivile = (texte: string): DateCivile =>
  estDateCivile(texte) ? texte : dateCivile(`${texte.slice(0, 4)}-01-01`, 'beneficiaire.dateNaissance')
