import { type Acte, acte as acteDe } from './actes'
import { type AssuranceMaladie, enVigueur } from './assurance-maladie'
import { cleNir, numeroAmFictif } from './identifiants'
import type { Identite } from './identites'
import type { LigneFlux } from './ligne-flux'
import type { Decompte, Emetteur, LigneSoin } from './modele'
import { professionnels } from './professionnels'
import type { Situation } from './situations'

const NATURE_MALADIE = '10'
const NATURE_MATERNITE = '30'
/** Exoneration codes of the Assurance maladie: 0 none, 1 heavy act, 4 affection de longue durée. */
const EXONERATIONS = { ALD: '4', ACTE_LOURD: '1', MATERNITE: '0' } as const

export interface Transmission {
  readonly decompte: Decompte
  readonly identite: Identite
  readonly emetteur: Emetteur
  readonly idDecompte: string
  readonly transmisLe: string
}

function executant(
  cle: string,
): LigneFlux['executant'] & { destinataire: LigneFlux['reglement']['destinataire'] } {
  const pro = professionnels[cle]
  if (pro === undefined) throw new Error(`professionnel inconnu : ${cle}`)
  return {
    numeroAM: numeroAmFictif(Object.keys(professionnels).indexOf(cle) + 1),
    specialite: pro.specialite,
    ...(pro.conventionnement && { conventionnement: pro.conventionnement }),
    libelle: pro.libelle,
    destinataire: pro.destinataire,
  }
}

/** The NIR under which the line is filed that day: a child may be known under two. */
function nirDuJour({ personne, nir, nirSecond }: Identite, decompte: Decompte): string {
  const parSecond =
    decompte.parSecondNir === true ||
    (personne.premierNirJusquAu !== undefined && decompte.jour > personne.premierNirJusquAu)
  if (!parSecond) return nir
  if (nirSecond === null) throw new Error(`${personne.cle} n'a qu'un NIR`)
  return nirSecond
}

/** Expense and base of a line: the price asked, and the tariff of the day within it. */
function prixEtBase(
  soin: LigneSoin,
  acte: Acte,
  jour: string,
): { depense: number; base: number; quantite: number } {
  const quantite = soin.quantite ?? 1
  const tarif = acte.tarifs.length === 0 ? 0 : enVigueur(acte.tarifs, jour) * quantite
  const base = soin.base ?? tarif
  const depense = soin.prix ?? base
  // A prime is the only line that nobody was billed for.
  if (depense <= 0 && acte.nature !== 'NAISS') throw new Error(`${jour} : une ligne sans prix`)
  return { depense, base: Math.min(base, depense), quantite }
}

function montants(
  t: Transmission,
  soin: LigneSoin,
  acte: Acte,
  am: AssuranceMaladie,
): { montants: LigneFlux['montants']; plafond: 'PARTICIPATION' | 'FRANCHISE' | null } {
  const { decompte } = t
  const { depense, base, quantite } = prixEtBase(soin, acte, decompte.jour)
  if (soin.rejet !== undefined) {
    return {
      montants: { depense, depassement: 0, baseRemboursement: 0, tauxRO: String(acte.taux), montantRO: 0 },
      plafond: null,
    }
  }
  // A line « pour information » was counted with the line that pays.
  const part = (soin.pourInformation ? am.aBlanc() : am).rembourser({
    acte,
    jour: decompte.jour,
    rembourseLe: t.transmisLe,
    personne: `${t.identite.famille.cle}/${t.identite.personne.cle}`,
    naissance: t.identite.personne.naissance,
    pro: decompte.pro,
    depense,
    base,
    quantite,
    parcours: decompte.parcours,
    exoneration: soin.exoneration,
  })
  return {
    montants: {
      depense,
      depassement: depense - base,
      baseRemboursement: base,
      tauxRO: String(part.taux),
      montantRO: part.montantRO,
      ...(part.participation > 0 && { participationForfaitaire: part.participation }),
      ...(part.franchise > 0 && { franchise: part.franchise }),
      ...(part.majoration > 0 && { majorationParticipation: part.majoration }),
      ...(soin.premiereMutuelle !== undefined && { rcDejaVerse: soin.premiereMutuelle }),
    },
    plafond: part.plafondAtteint,
  }
}

function contexte(decompte: Decompte, soin: LigneSoin): LigneFlux['contexte'] {
  return {
    natureAssurance: soin.exoneration === 'MATERNITE' ? NATURE_MATERNITE : NATURE_MALADIE,
    exonerationTM: soin.exoneration === undefined ? '0' : EXONERATIONS[soin.exoneration],
    ...(decompte.parcours && { parcoursSoins: decompte.parcours }),
  }
}

/** The lines of a décompte with what each is there to show. */
export function lignesDe(
  t: Transmission,
  am: AssuranceMaladie,
): { ligne: LigneFlux; montre: readonly Situation[] }[] {
  const { decompte, identite } = t
  const { destinataire, ...pro } = executant(decompte.pro)
  const nir = nirDuJour(identite, decompte)
  const { personne, famille } = identite
  return decompte.lignes.map((soin, i) => {
    const acte = acteDe(soin.acte)
    const calcul = montants(t, soin, acte, am)
    const ligne: LigneFlux = {
      idDecompte: t.idDecompte,
      numeroLigne: i + 1,
      operation: soin.rejet === undefined ? 'PAIEMENT' : 'REJET',
      ...(soin.pourInformation && { pourInformation: soin.pourInformation }),
      assure: { nir, cle: cleNir(nir), regime: '01', caisse: '999', centre: '0000' },
      beneficiaire: {
        dateNaissance: personne.naissance,
        rangNaissance: personne.rang,
        nom: personne.nom,
        prenom: personne.prenom,
        ...(t.emetteur !== 'AMO' && { numeroAdherent: famille.numeroAdherent }),
      },
      soinsDebut: decompte.jour,
      ...(decompte.fin && { soinsFin: decompte.fin }),
      acte: {
        nature: acte.nature,
        nomenclature: acte.nomenclature,
        code: soin.acte,
        quantite: soin.quantite ?? 1,
        ...(soin.dents && { dents: soin.dents }),
        ...(soin.cote && { modificateurs: [soin.cote] }),
      },
      montants: calcul.montants,
      contexte: contexte(decompte, soin),
      executant: pro,
      reglement: { date: t.transmisLe, destinataire: t.emetteur === 'MANUEL' ? 'ASSURE' : destinataire },
      ...(soin.rejet && { rejet: soin.rejet }),
    }
    const plafond: Situation[] = calcul.plafond === null ? [] : [`PLAFOND_ANNUEL_${calcul.plafond}`]
    return { ligne, montre: [...(soin.montre ?? []), ...plafond] }
  })
}
