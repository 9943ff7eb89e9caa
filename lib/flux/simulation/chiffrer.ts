import { type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import type { Motif } from '@/lib/rules/decision/motif'
import { type Montant, minimum, moins, montant } from '@/lib/rules/montant/montant'
import type { RetenuesAmo } from '@/lib/rules/remboursement/faits'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import type { PlafondTouche, QuantiteTouchee } from '@/lib/rules/remboursement/resultat'
import type { Socle, SorteParticipation } from '@/lib/rules/remboursement/socle'
import type { Piece } from '@/lib/rules/remboursement/table'
import { liquiderLigne } from '../liquidation/decision'
import { type Partage, sommerPartages } from '../liquidation/partage'
import type { Historique, Memoire, PrestationCalculee } from '../liquidation/prestation'
import { type Assure, type Droits, droitsAu, type Rattachement } from '../liquidation/situation'
import { avecPartAmo, type Cadre, type LigneProbable, ligneProbable } from './decompte'
import type { SoinDemande } from './demande'

/** What the base knows of a person before this care. */
export interface Passe {
  readonly consommations: readonly (Historique['consommations'][number] & { readonly adhesionId: string })[]
  readonly elements: readonly (Historique['elements'][number] & { readonly second: string | null })[]
  /** Withheld by the AMO in the year of a day, and on that day for the same kind of acts, as far as the base knows. */
  readonly retenues: (jour: DateCivile, sorte: SorteParticipation | null) => RetenuesAmo
}

export interface Dossier {
  readonly socle: Socle
  readonly assure: Assure
  readonly passe: Passe
}

/** What one act would give. */
export interface ActeChiffre {
  readonly ligne: LigneProbable
  readonly prestation: PrestationCalculee
  readonly motifs: readonly Motif[]
}

export interface Chiffrage {
  readonly jour: DateCivile
  readonly formule: FormuleOuverte
  readonly partage: Partage
  readonly actes: readonly ActeChiffre[]
  readonly limites: readonly string[]
  readonly plafonds: readonly PlafondTouche[]
  readonly quantites: readonly QuantiteTouchee[]
  readonly pieces: readonly Piece[]
}

export type Reponse =
  | { readonly ouverts: true; readonly chiffrage: Chiffrage }
  | { readonly ouverts: false; readonly motifs: readonly Motif[] }

/** What the AMO leaves of an act: what a first mutuelle may have paid of it. */
const resteDe = ({ contenu: { montants: m } }: LigneProbable): Montant =>
  montant(Math.max(0, m.depense - m.montantRO))

const avecAutres = (ligne: LigneProbable, autres: Montant): LigneProbable =>
  autres === 0
    ? ligne
    : {
        ...ligne,
        contenu: { ...ligne.contenu, montants: { ...ligne.contenu.montants, rcDejaVerse: autres } },
      }

/** The line of the table that the act falls under. */
function rangeeDe(formule: FormuleOuverte, prestation: PrestationCalculee) {
  const trouvee = [...formule.rangees.values()].find(
    ({ rangee }) => rangee.ligne === prestation.ligneGarantie,
  )
  return trouvee?.rangee
}

const EQUIPEMENT = 'SIMULATION'

/** What is known once this act is paid too. */
export function apresPaiement(passe: Passe, p: PrestationCalculee): Passe {
  const equipement = p.elements.length > 0 ? EQUIPEMENT : null
  return {
    ...passe,
    consommations: [
      ...passe.consommations,
      ...p.consommations.map((c) => ({ ...c, adhesionId: c.adhesionId ?? p.adhesionId ?? '', equipement })),
    ],
    elements: [
      ...passe.elements,
      ...p.elements.map(({ adhesionId, ...element }) => ({
        second: adhesionId ?? null,
        equipement: EQUIPEMENT,
        jour: p.dateSoins,
        element,
      })),
    ],
  }
}

/** Memory of what was paid before, which grows act after act as a file would make it grow. */
function ouvrirMemoire(depart: Passe): { lire: Memoire; retenir: (p: PrestationCalculee) => void } {
  let passe = depart
  return {
    lire: (adhesionId, rang) => ({
      consommations: passe.consommations
        .filter((c) => c.adhesionId === adhesionId)
        .map(({ adhesionId: _a, ...consommation }) => consommation),
      elements: passe.elements
        .filter((e) => e.second === (rang === 'SECOND' ? adhesionId : null))
        .map(({ second: _s, ...element }) => element),
    }),
    retenir: (p) => {
      passe = apresPaiement(passe, p)
    },
  }
}

const naissanceDe = (texte: string): DateCivile =>
  estDateCivile(texte) ? texte : dateCivile(`${texte.slice(0, 4)}-01-01`)

const formuleDuJour = ({ formules }: Rattachement, jour: DateCivile): string | undefined =>
  formules.find((f) => contient(f, jour))?.formule

function chiffrerActes(
  dossier: Dossier,
  soin: SoinDemande,
  rattachement: Rattachement,
  id: string,
): Chiffrage {
  const { socle, assure, passe } = dossier
  const formule = ouvrirFormule(rattachement.reglement, id, soin.jour)
  const memoire = ouvrirMemoire(passe)
  const cadre: Cadre = {
    socle,
    reglement: rattachement.reglement,
    formule: id,
    beneficiaire: { dateNaissance: naissanceDe(assure.dateNaissance), dateAffiliation: rattachement.du },
    affiliation: rattachement.du,
    retenues: (sorte) => passe.retenues(soin.jour, sorte),
    consommations: memoire
      .lire(rattachement.adhesionId, 'PREMIER')
      .consommations.map(({ equipement: _e, ...consommation }) => consommation),
  }
  let autres = soin.autres
  const actes = soin.actes.map((recu, rang): ActeChiffre => {
    const seul = ligneProbable(soin, recu, cadre)
    const sur = rang === soin.actes.length - 1 ? autres : minimum(autres, resteDe(seul))
    autres = moins(autres, sur)
    const ligne = avecAutres(seul, sur)
    const prestation = liquiderLigne(
      { contenu: ligne.contenu, pourInformation: false, origineNonAnnulee: false, equipement: EQUIPEMENT },
      assure,
      memoire.lire,
      socle,
    )
    memoire.retenir(prestation)
    return { ligne, prestation, motifs: avecPartAmo(prestation.motifs, ligne.motifsAmo) }
  })
  const prestations = actes.map((a) => a.prestation)
  return {
    jour: soin.jour,
    formule,
    partage: sommerPartages(prestations.map((p) => p.partage)),
    actes,
    limites: [...new Set(prestations.flatMap((p) => p.limites))],
    plafonds: dernierParLigne(prestations.flatMap((p) => p.plafonds)),
    quantites: actes.flatMap((a) => a.ligne.quantites),
    pieces: [...new Set(prestations.flatMap((p) => rangeeDe(formule, p)?.pieces ?? []))],
  }
}

/** A ceiling that several acts draw on, from before the first to after the last. */
function dernierParLigne(plafonds: readonly PlafondTouche[]): readonly PlafondTouche[] {
  const parLigne = new Map<string, PlafondTouche>()
  for (const p of plafonds) {
    const cle = `${p.ligne} ${p.du}`
    const avant = parLigne.get(cle)
    parLigne.set(cle, avant === undefined ? p : { ...p, consommeAvant: avant.consommeAvant })
  }
  return [...parLigne.values()]
}

/** The same contracts, the one that answers being under another formule from its first day. */
const sous = (assure: Assure, rattachement: Rattachement, formule: string): Assure => ({
  ...assure,
  rattachements: assure.rattachements.map((r) =>
    r === rattachement ? { ...r, formules: [{ du: r.du, au: null, formule }] } : r,
  ),
})

export const droitsDuSoin = ({ assure }: Dossier, { jour, enfantLe }: SoinDemande): Droits =>
  droitsAu(assure, enfantLe ?? jour, undefined)

/** The child that joins on a day, on the contract of the person who asks: nobody before, nothing used. */
function dossierDeLEnfant(dossier: Dossier, naissance: DateCivile, le: DateCivile): Dossier {
  const droits = droitsAu(dossier.assure, le, undefined)
  const rattachements = droits.ouverts ? [{ ...droits.rattachement, du: le, au: null }] : []
  return {
    socle: dossier.socle,
    assure: { personneId: '', dateNaissance: naissance, rattachements },
    passe: { consommations: [], elements: [], retenues: () => ({}) },
  }
}

/**
 * What a care would be worth: the décompte that the AMO would send is written, then liquidated by the function that pays, with the
 * real contract and what is left of its forfaits. @param formule another one of the same contract; null = the real one.
 * @throws {ErreurDeRegle} when the rules cannot tell; {BaseManquante}, {PrixManquant} when the form must ask.
 */
export function chiffrer(donne: Dossier, soin: SoinDemande, formule: string | null = null): Reponse {
  const jour = soin.enfantLe ?? soin.jour
  const dossier = soin.enfantLe === null ? donne : dossierDeLEnfant(donne, soin.jour, soin.enfantLe)
  const droits = droitsDuSoin(dossier, soin)
  const id = droits.ouverts ? (formule ?? formuleDuJour(droits.rattachement, jour)) : undefined
  if (!droits.ouverts || id === undefined) return { ouverts: false, motifs: refus(donne, { ...soin, jour }) }
  const { rattachement } = droits
  const assure = formule === null ? dossier.assure : sous(dossier.assure, rattachement, id)
  const choisi = assure.rattachements.find((r) => estLeMeme(r, rattachement)) ?? rattachement
  return { ouverts: true, chiffrage: chiffrerActes({ ...dossier, assure }, soin, choisi, id) }
}

const estLeMeme = (a: Rattachement, b: Rattachement): boolean =>
  a.adhesionId === b.adhesionId && a.du === b.du

/** Why nobody answers that day, in the words of the function that refuses a received line. */
function refus({ socle, assure }: Dossier, soin: SoinDemande): readonly Motif[] {
  return liquiderLigne(
    {
      contenu: {
        idDecompte: EQUIPEMENT,
        numeroLigne: 1,
        operation: 'PAIEMENT',
        beneficiaire: {},
        soinsDebut: soin.jour,
        acte: { nature: soin.actes[0]?.code ?? '' },
        montants: { depense: 0, baseRemboursement: 0, tauxRO: '0', montantRO: 0 },
      },
      pourInformation: false,
      origineNonAnnulee: false,
      equipement: EQUIPEMENT,
    },
    assure,
    () => ({ consommations: [], elements: [] }),
    socle,
  ).motifs
}
