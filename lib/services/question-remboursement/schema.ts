import { z } from 'zod'
import { faitInvalide } from '@/lib/rules/decision/erreur'
import { classerVerre } from '@/lib/rules/remboursement/classer-verre'
import { CLES_COMMUNES, clesDuSoin } from '@/lib/rules/remboursement/cles-soin'
import type { Consommation, FaitsRemboursement, Monture, Soin, Verre } from '@/lib/rules/remboursement/faits'
import { CODES_LIGNE, type LigneSoin } from '@/lib/rules/remboursement/lignes'
import { date, entete, facultatif, montant } from '../question/schema'

const LIGNES_SOIN: readonly LigneSoin[] = [...CODES_LIGNE, 'optique.equipement']
const compte = z.int('est un nombre entier').min(0, 'ne peut pas être négatif').max(10_000, 'est trop grand')
const taux = z.number().min(0, 'va de 0 à 100').max(100, 'va de 0 à 100')
const oreille = z.enum(['DROITE', 'GAUCHE'])
const oeil = z.enum(['DROIT', 'GAUCHE'])
const etablissement = z.enum(['MCO', 'SPECIALISE', 'MATERNITE'])

const monture = z.strictObject({
  classe: z.enum(['A', 'B']),
  depense: montant,
  brss: montant,
  prixLimite: facultatif(montant),
})

const dioptries = z.number().min(-40, 'n’est pas une correction').max(40, 'n’est pas une correction')

/** La classe du verre, ou la correction de l'ordonnance qui la donne. */
const verre = z.strictObject({
  type: facultatif(z.enum(['SIMPLE', 'COMPLEXE', 'TRES_COMPLEXE'])),
  correction: facultatif(
    z.strictObject({ sphere: dioptries, cylindre: facultatif(dioptries), addition: facultatif(dioptries) }),
  ),
  ...monture.shape,
})

/** Toutes les clés qu'un soin peut avoir ; celles de sa ligne se vérifient ensuite. */
const soin = z.strictObject({
  ligne: z.enum(LIGNES_SOIN),
  depense: facultatif(montant),
  brss: facultatif(montant),
  tauxAmo: facultatif(taux),
  montantAmo: facultatif(montant),
  participationForfaitaire: facultatif(montant),
  franchise: facultatif(montant),
  parcours: facultatif(z.boolean()),
  majorationParcours: facultatif(montant),
  exonerationTm: facultatif(z.boolean()),
  accidentTravail: facultatif(z.boolean()),
  facture: facultatif(z.boolean()),
  ordonnance: facultatif(z.boolean()),
  boites: facultatif(compte),
  actes: facultatif(compte),
  trajets: facultatif(compte),
  joursDeSoins: facultatif(compte),
  monture: facultatif(monture),
  verres: facultatif(z.array(verre)),
  dernierEquipement: facultatif(date),
  motifRenouvellement: facultatif(z.enum(['EVOLUTION_VUE', 'MAUVAISE_ADAPTATION'])),
  oeil: facultatif(oeil),
  oreille: facultatif(oreille),
  dernierAppareil: facultatif(date),
  prixLimite: facultatif(montant),
  panier: facultatif(z.enum(['MAITRISE', 'LIBRE'])),
  appareil: facultatif(z.enum(['PETIT', 'GRAND'])),
  jours: facultatif(compte),
  etablissement: facultatif(etablissement),
  dateEvenement: facultatif(date),
  dateAdhesionEnfant: facultatif(date),
  acteReseau: facultatif(z.enum(['PARODONTOLOGIE', 'IMPLANTOLOGIE', 'ORTHODONTIE'])),
})

const consommation = z.strictObject({
  ligne: z.enum(CODES_LIGNE),
  date,
  montant,
  quantite: facultatif(compte),
  oreille: facultatif(oreille),
  oeil: facultatif(oeil),
  etablissement: facultatif(etablissement),
})

const beneficiaire = z.strictObject({
  dateNaissance: date,
  dateAffiliation: facultatif(date),
  regimeLocal: facultatif(z.boolean()),
  maternite6Mois: facultatif(z.boolean()),
  css: facultatif(z.boolean()),
  surcomplementaireAnterieure: facultatif(z.boolean()),
})

export const remboursementSchema = z.strictObject({
  ...entete('remboursement'),
  formule: z.string(),
  dateSoins: date,
  beneficiaire,
  soin,
  consommations: facultatif(z.array(consommation)),
  autresRemboursements: facultatif(montant),
})

export const garantiesSchema = z.strictObject({
  ...entete('garanties'),
  formule: z.string(),
  date: facultatif(date),
})

type SansNul<T> = { readonly [C in keyof T]?: Exclude<T[C], null> }

function estSansNul<T extends object>(objet: object, _modele: T): objet is SansNul<T> {
  return Object.values(objet).every((valeur) => valeur !== null)
}

/** Les clés présentes : pour une règle, un fait absent n'est pas un fait nul. */
function presentes<T extends object>(objet: T): SansNul<T> {
  const sortie = Object.fromEntries(Object.entries(objet).filter(([, valeur]) => valeur !== null))
  if (!estSansNul(sortie, objet)) throw new Error('un fait nul est resté')
  return sortie
}

/** @throws {ErreurDeRegle} FAIT_INVALIDE : une clé qui n'est pas de cette ligne. */
function verifierCles(lu: Soin): void {
  const { exige, admet } = clesDuSoin(lu.ligne)
  const permises = new Set<string>([...CLES_COMMUNES, ...exige, ...admet])
  const autre = Object.keys(lu).find((cle) => !permises.has(cle))
  if (autre !== undefined) {
    throw faitInvalide(`soin.${autre}`, `« soin.${autre} » n’est pas un fait de la ligne « ${lu.ligne} »`)
  }
}

type RemboursementLu = z.output<typeof remboursementSchema>

const lireMonture = ({ classe, depense, brss, ...reste }: z.output<typeof monture>): Monture => ({
  ...presentes(reste),
  classe,
  depense,
  brss,
})

/** @throws {ErreurDeRegle} FAIT_INVALIDE : ni classe ni correction, ou une classe que la correction contredit. */
function lireVerre({ type, correction, ...reste }: z.output<typeof verre>, rang: number): Verre {
  const chemin = `soin.verres.${rang}.type`
  const classe =
    correction === null ? null : classerVerre({ ...presentes(correction), sphere: correction.sphere })
  if (type !== null && classe !== null && type !== classe) {
    throw faitInvalide(chemin, `d’après sa correction, ce verre est « ${classe} »`)
  }
  const retenue = type ?? classe
  if (retenue === null) throw faitInvalide(chemin, '« type » ou « correction » est nécessaire pour un verre')
  return { ...lireMonture(reste), type: retenue }
}

function lireSoin({ ligne, monture: laMonture, verres, ...reste }: RemboursementLu['soin']): Soin {
  const lu: Soin = {
    ...presentes(reste),
    ligne,
    ...(laMonture === null ? {} : { monture: lireMonture(laMonture) }),
    ...(verres === null ? {} : { verres: verres.map(lireVerre) }),
  }
  verifierCles(lu)
  return lu
}

const lireConsommation = ({
  ligne,
  date: le,
  montant: pris,
  ...reste
}: z.output<typeof consommation>): Consommation => ({ ...presentes(reste), ligne, date: le, montant: pris })

/** Les faits de la question, tels que la règle les lit. @throws {ErreurDeRegle} FAIT_INVALIDE */
export function lireFaits(lus: RemboursementLu): FaitsRemboursement {
  const { formule, dateSoins, consommations, autresRemboursements } = lus
  return {
    formule,
    dateSoins,
    beneficiaire: { ...presentes(lus.beneficiaire), dateNaissance: lus.beneficiaire.dateNaissance },
    soin: lireSoin(lus.soin),
    ...(consommations === null ? {} : { consommations: consommations.map(lireConsommation) }),
    ...(autresRemboursements === null ? {} : { autresRemboursements }),
  }
}
