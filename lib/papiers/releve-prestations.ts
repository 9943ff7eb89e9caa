import { z } from 'zod'
import { formatDateEnChiffres, formatMontant } from '@/lib/lexique/formats'
import { phraseEtat } from '@/lib/lexique/libelles'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { COLONNES_RELEVE } from '@/lib/lexique/papiers'
import { type Montant, oppose, plus, somme, ZERO } from '@/lib/rules/montant/montant'
import {
  cellule,
  dresser,
  enDates,
  enMontants,
  enTexte,
  fiche,
  ligne as ligneFiche,
  ligneForte,
  nommer,
  paragraphe,
  periode,
  titre,
} from './composition'
import { adherent, centimes, type Emission, jour, motif, nom, organisme, texte } from './faits'
import type { Bloc, Cellule, LigneFiche, Papier, Tableau } from './papier'

export const ETATS = ['CALCULEE', 'A_VERIFIER', 'A_PAYER', 'PAYEE', 'REFUSEE', 'ANNULEE'] as const
export const DESTINATAIRES = ['ASSURE', 'PROFESSIONNEL', 'ETABLISSEMENT', 'EMPLOYEUR', 'AUTRE'] as const

/** Amounts that add up: depense = partAmo + regimeLocal + autres + partMutuelle + resteACharge. */
const parts = {
  depense: centimes,
  partAmo: centimes,
  regimeLocal: centimes,
  autres: centimes,
  partMutuelle: centimes,
  resteACharge: centimes,
}
type Parts = { readonly [cle in keyof typeof parts]: Montant }

const CLES = ['depense', 'partAmo', 'regimeLocal', 'autres', 'partMutuelle', 'resteACharge'] as const

const font = (p: Parts): boolean =>
  somme([p.partAmo, p.regimeLocal, p.autres, p.partMutuelle, p.resteACharge]) === p.depense

const ligne = z
  .strictObject({
    dateSoins: jour,
    /** First name and name. */
    beneficiaire: nom,
    libelle: texte,
    executant: nom.nullable(),
    ...parts,
    base: centimes,
    /** Kept by the law on the AMO's share; already inside `resteACharge`. */
    participation: centimes,
    franchise: centimes,
    destinataire: z.enum(DESTINATAIRES),
    etat: z.enum(ETATS),
    payeeLe: jour.nullable(),
    /** Paid on the account of the person who was cared for, not on the contract's. */
    comptePropre: z.boolean().exactOptional(),
    /** A reversal: amounts are the opposite of the line it takes back. */
    annulation: z.boolean(),
    /** Grounds of a refusal; empty otherwise. */
    refus: z.array(motif),
  })
  .refine(font, 'les parts ne font pas la dépense')
export type LigneReleve = z.infer<typeof ligne>

/** Care whose detail is theirs alone: what was paid for it to the contract's account, day by day; below zero, taken back. */
const reserve = z.strictObject({ beneficiaire: nom, payeeLe: jour, montant: centimes })
export type ReserveReleve = z.infer<typeof reserve>

export const totaliser = (lignes: readonly Parts[]): Parts =>
  lignes.reduce<Parts>(
    (total, l) => ({
      depense: plus(total.depense, l.depense),
      partAmo: plus(total.partAmo, l.partAmo),
      regimeLocal: plus(total.regimeLocal, l.regimeLocal),
      autres: plus(total.autres, l.autres),
      partMutuelle: plus(total.partMutuelle, l.partMutuelle),
      resteACharge: plus(total.resteACharge, l.resteACharge),
    }),
    { depense: ZERO, partAmo: ZERO, regimeLocal: ZERO, autres: ZERO, partMutuelle: ZERO, resteACharge: ZERO },
  )

export const faitsReleve = z
  .strictObject({
    organisme,
    adherent,
    /** Lines of the envelope under the name, when the address is known. */
    adresse: z.array(nom).min(1).max(5).exactOptional(),
    /** First and last day of the period of the organisme (7 days, 28 days, a month…). */
    du: jour,
    au: jour,
    /** Oldest first, as a bank does. */
    lignes: z.array(ligne),
    /** Beside the lines and their totals; absent: nobody keeps anything. */
    reserves: z.array(reserve).min(1).exactOptional(),
    /** As `totaliser` makes them; facts whose totals do not add up are refused. */
    totaux: z.strictObject(parts),
    /** The account the mutuelle pays to: its last four characters only. */
    compte: z.strictObject({ titulaire: nom, fin: z.string().regex(/^[0-9A-Z]{4}$/) }).nullable(),
  })
  .refine(({ du, au }) => au >= du, 'la période finit avant de commencer')
  .refine(({ lignes, totaux }) => {
    const calcules = totaliser(lignes)
    return CLES.every((cle) => calcules[cle] === totaux[cle])
  }, 'les totaux ne sont pas la somme des lignes')
export type FaitsReleve = z.infer<typeof faitsReleve>

const enEuros = (m: Montant): Cellule => cellule(formatMontant(m))

/** The column « Autres » only where somebody else paid something: an empty column is one more thing to understand. */
const aDAutresPayeurs = (f: FaitsReleve): boolean =>
  f.lignes.some((l) => l.regimeLocal !== ZERO || l.autres !== ZERO)

const colonnesDeMontants = (f: FaitsReleve) =>
  (['depense', 'base', 'partAmo', 'autres', 'partMutuelle', 'resteACharge'] as const).filter(
    (cle) => cle !== 'autres' || aDAutresPayeurs(f),
  )

/** « dont 2,00 € de participation forfaitaire à votre charge ». */
const retenues = (l: LigneReleve): readonly string[] =>
  [
    l.participation === ZERO
      ? []
      : [`dont ${formatMontant(l.participation)} de participation forfaitaire à votre charge`],
    l.franchise === ZERO ? [] : [`dont ${formatMontant(l.franchise)} de franchise à votre charge`],
  ].flat()

const etat = (l: LigneReleve): string =>
  phraseEtat({
    etat: l.etat,
    destinataire: l.destinataire,
    pourMoi: true,
    comptePropre: l.comptePropre === true ? l.beneficiaire : null,
    payeeLe: l.payeeLe,
    sens: l.partMutuelle === ZERO ? 'RIEN' : l.partMutuelle > 0 ? 'VERSE' : 'REPREND',
  })

const soin = (l: LigneReleve): Cellule =>
  cellule(`${l.annulation ? 'Annulation : ' : ''}${l.libelle}`, [
    l.executant === null ? l.beneficiaire : `${l.beneficiaire} · ${l.executant}`,
    [etat(l), ...retenues(l)].join(' · '),
    ...l.refus.map(expliquerMotif),
  ])

function tableau(f: FaitsReleve): Tableau {
  const colonnes = colonnesDeMontants(f)
  const valeur = (l: LigneReleve | (Parts & { base: null }), cle: (typeof colonnes)[number]): Cellule => {
    if (cle === 'autres') return enEuros(plus(l.regimeLocal, l.autres))
    const centimesLus = l[cle]
    return centimesLus === null ? cellule('') : enEuros(centimesLus)
  }
  return {
    type: 'tableau',
    legende: 'Vos soins, un par un',
    colonnes: [
      enDates('Date'),
      enTexte('Soin'),
      ...colonnes.map((cle) => enMontants(COLONNES_RELEVE[cle].titre)),
    ],
    lignes: f.lignes.map((l) => [
      cellule(formatDateEnChiffres(l.dateSoins)),
      soin(l),
      ...colonnes.map((cle) => valeur(l, cle)),
    ]),
    total: [
      cellule('Total'),
      cellule(f.lignes.length === 1 ? '1 soin' : `${f.lignes.length} soins`),
      ...colonnes.map((cle) => valeur({ ...f.totaux, base: null }, cle)),
    ],
  }
}

/** One line a person and a payment: what the account shows, and no care. */
function tableauReserve(reserves: readonly ReserveReleve[]): readonly Bloc[] {
  return [
    titre('Des soins dont le détail est réservé'),
    paragraphe(
      'À partir de 16 ans, chacun est seul à voir le détail de ses soins, sauf s’il a donné son accord (article L. 1110-4 du code de la santé publique). Voici ce qui vous a été versé pour ces soins.',
    ),
    {
      type: 'tableau',
      legende: 'Versements pour des soins dont le détail est réservé',
      colonnes: [enDates('Versé le'), enTexte('Pour les soins de'), enMontants('Montant')],
      lignes: reserves.map((r) => [
        cellule(formatDateEnChiffres(r.payeeLe)),
        cellule(r.beneficiaire),
        enEuros(r.montant),
      ]),
      total: [cellule('Total'), cellule(''), enEuros(somme(reserves.map((r) => r.montant)))],
    },
  ]
}

const partDe = (f: FaitsReleve, choix: (l: LigneReleve) => boolean): Montant =>
  somme(f.lignes.filter(choix).map((l) => l.partMutuelle))

/** What was paid, to whom, and what is still to come: the figures one opens a relevé for. */
function resume(f: FaitsReleve): readonly LigneFiche[] {
  const versee = (l: LigneReleve) => l.etat === 'PAYEE'
  const reserve = somme((f.reserves ?? []).map((r) => r.montant))
  const aVous = plus(
    partDe(f, (l) => versee(l) && l.destinataire === 'ASSURE' && l.comptePropre !== true),
    reserve,
  )
  const auxAyantsDroit = partDe(f, (l) => versee(l) && l.comptePropre === true)
  const ailleurs = partDe(f, (l) => versee(l) && l.destinataire !== 'ASSURE')
  const aVerser = partDe(f, (l) => l.etat === 'A_PAYER' || l.etat === 'CALCULEE')
  return [
    aVous < ZERO
      ? ligneForte('Repris sur vos remboursements', formatMontant(oppose(aVous)))
      : ligneForte('Versé à vous', formatMontant(aVous)),
    ...(f.compte === null || aVous <= ZERO
      ? []
      : [ligneFiche('Par virement', `compte de ${f.compte.titulaire} qui finit par ${f.compte.fin}`)]),
    ...(reserve === ZERO
      ? []
      : [ligneFiche('Dont, pour des soins dont le détail est réservé', formatMontant(reserve))]),
    ...(auxAyantsDroit === ZERO
      ? []
      : [ligneFiche('Versé à un ayant droit, sur son propre compte', formatMontant(auxAyantsDroit))]),
    ...(ailleurs === ZERO
      ? []
      : [ligneFiche('Versé aux professionnels, pour vous', formatMontant(ailleurs))]),
    ...(aVerser === ZERO ? [] : [ligneFiche('Calculé, encore à verser', formatMontant(aVerser))]),
    ligneFiche('Reste à votre charge', formatMontant(f.totaux.resteACharge)),
  ]
}

const explication = (f: FaitsReleve): readonly Bloc[] => [
  titre('Ce que disent les colonnes'),
  fiche(
    ...colonnesDeMontants(f).map((cle) => ligneFiche(COLONNES_RELEVE[cle].titre, COLONNES_RELEVE[cle].sens)),
  ),
]

export function composerReleve(f: FaitsReleve, emission: Emission): Papier {
  const reserves = f.reserves ?? []
  const vide = f.lignes.length === 0 && reserves.length === 0
  return dresser(
    {
      organisme: f.organisme,
      titre: 'Relevé de prestations',
      sousTitre: `Période ${periode(f.du, f.au)}`,
      destinataire: [nommer(f.adherent), ...(f.adresse ?? []), `N° adhérent ${f.adherent.numeroAdherent}`],
      ...(emission.numero === null ? {} : { reference: `Relevé n° ${emission.numero}` }),
    },
    emission,
    vide
      ? [paragraphe('Aucun soin n’a été traité pendant cette période.')]
      : [
          fiche(...resume(f)),
          ...(f.lignes.length === 0 ? [] : [tableau(f)]),
          ...(reserves.length === 0 ? [] : tableauReserve(reserves)),
          ...(f.lignes.length === 0 ? [] : explication(f)),
        ],
    ['Une ligne vous étonne ? Chaque calcul est expliqué dans votre espace adhérent, article par article.'],
  )
}
