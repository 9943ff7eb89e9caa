import { socle } from '@/lib/reglements/catalogue'
import { ecrireMontant, type Montant } from '@/lib/rules/montant/montant'
import { decrireGaranties } from '@/lib/rules/remboursement/decrire-garanties'
import type { Garantie } from '@/lib/rules/remboursement/garantie'
import { rembourserSoin } from '@/lib/rules/remboursement/rembourser-soin'
import { remboursementDe } from '@/lib/rules/remboursement/rembourser-suite'
import type { Remboursement } from '@/lib/rules/remboursement/resultat'
import { definir } from '../question/schema'
import { resultat, type Sortie } from '../reponse/view'
import { garantiesSchema, lireFaits, remboursementSchema } from './schema'

const enTexte = (montant: Montant | null): string | null => (montant === null ? null : ecrireMontant(montant))

/** Une case, ses montants écrits comme le contrat les veut. */
function vueGarantie(garantie: Garantie): Sortie {
  return {
    ...garantie,
    ...('montant' in garantie ? { montant: ecrireMontant(garantie.montant) } : {}),
    ...('plafondAnnuel' in garantie ? { plafondAnnuel: enTexte(garantie.plafondAnnuel) } : {}),
  }
}

/** Un remboursement écrit comme le contrat le veut. */
export function vueRemboursement(r: Remboursement): Sortie {
  return {
    amo: ecrireMontant(r.amo),
    amc: ecrireMontant(r.amc),
    participationForfaitaire: ecrireMontant(r.participationForfaitaire),
    franchise: ecrireMontant(r.franchise),
    regimeLocal: ecrireMontant(r.regimeLocal),
    resteACharge: ecrireMontant(r.resteACharge),
    detail: r.detail.map(({ ligne, montant }) => ({ ligne, montant: ecrireMontant(montant) })),
    // Après les forfaits en euros, les jours et les séances : des nombres, et leur unité.
    plafonds: [
      ...r.plafonds.map(({ ligne, plafond, consommeAvant, consommeApres, du, au }) => ({
        ligne,
        plafond: ecrireMontant(plafond),
        consommeAvant: ecrireMontant(consommeAvant),
        consommeApres: ecrireMontant(consommeApres),
        du,
        au,
      })),
      ...r.quantites.map((quantite) => ({ ...quantite })),
    ],
    limites: r.limites,
  }
}

export const garanties = definir({
  question: 'garanties',
  label: 'Ce que garantit une formule, ligne par ligne',
  schema: garantiesSchema,
  answer: (reglement, { formule, date }) =>
    resultat(decrireGaranties(reglement, formule, date), (decrites) => ({
      formule: decrites.formule,
      applicableDu: decrites.applicableDu,
      lignes: decrites.lignes.map(({ ligne, libelle, garantie }) => ({
        ligne,
        libelle,
        garantie: vueGarantie(garantie),
      })),
    })),
})

export const remboursement = definir({
  question: 'remboursement',
  label: 'Ce qu’un soin rapporte : Assurance maladie, mutuelle, reste à charge, et pourquoi',
  schema: remboursementSchema,
  answer: (reglement, lus) => {
    const decision = rembourserSoin(reglement, socle, lireFaits(lus))
    return { result: vueRemboursement(remboursementDe(decision)), motifs: decision.motifs }
  },
})
