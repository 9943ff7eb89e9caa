import { z } from 'zod'
import { formatDateEnChiffres, formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import { somme } from '@/lib/rules/montant/montant'
import {
  cellule,
  dresser,
  enDates,
  enMontants,
  enTexte,
  fiche,
  ligne,
  ligneForte,
  nommer,
  paragraphe,
} from './composition'
import { adherent, centimes, type Emission, jour, nom, organisme } from './faits'
import type { Papier, Tableau } from './papier'

const versement = z.strictObject({
  /** What the payment covers, in words. */
  periode: nom,
  le: jour,
  /** Negative: given back to the member. */
  montant: centimes,
})

export const faitsAttestationCotisations = z
  .strictObject({
    organisme,
    adherent,
    reglement: nom,
    annee: z.int().min(2000).max(2100),
    /** The last day looked at: 31 December, or earlier in the year that runs. */
    arreteAu: jour,
    /** Oldest first. */
    versements: z.array(versement).min(1),
    total: centimes,
  })
  .refine(
    ({ versements, total }) => somme(versements.map((v) => v.montant)) === total,
    'le total n’est pas la somme',
  )
  .refine(
    ({ versements, annee, arreteAu }) =>
      versements.every(({ le }) => le.startsWith(String(annee)) && le <= arreteAu),
    'un versement est hors de l’année',
  )
export type FaitsAttestationCotisations = z.infer<typeof faitsAttestationCotisations>

const tableau = (f: FaitsAttestationCotisations): Tableau => ({
  type: 'tableau',
  legende: `Cotisations payées en ${f.annee}`,
  colonnes: [enTexte('Période'), enDates('Date'), enMontants('Montant')],
  lignes: f.versements.map(({ periode, le, montant }) => [
    cellule(periode),
    cellule(formatDateEnChiffres(le)),
    cellule(formatMontant(montant)),
  ]),
  total: [cellule('Total'), cellule(''), cellule(formatMontant(f.total))],
})

/** What a contract paid in a calendar year, payment by payment, and nothing else. */
export function composerAttestationCotisations(f: FaitsAttestationCotisations, emission: Emission): Papier {
  const qui = nommer(f.adherent)
  const entiere = f.arreteAu === trenteEtUnDecembre(f.annee)
  const quand = entiere ? `en ${f.annee}` : `du 1er janvier au ${formatDateEnLettres(f.arreteAu)}`
  return dresser(
    {
      organisme: f.organisme,
      titre: 'Attestation de cotisations',
      sousTitre: entiere
        ? `Année ${f.annee}`
        : `Année ${f.annee}, arrêtée au ${formatDateEnLettres(f.arreteAu)}`,
      destinataire: [qui, `N° adhérent ${f.adherent.numeroAdherent}`],
    },
    emission,
    [
      paragraphe(
        `${f.organisme.nom} atteste avoir reçu ${quand}, au titre du contrat de ${qui}, les cotisations de complémentaire santé indiquées ci-dessous.`,
      ),
      fiche(
        ligne('Adhérent', qui),
        ligne('N° adhérent', f.adherent.numeroAdherent),
        ligne('Règlement', f.reglement),
        ligneForte('Total payé', formatMontant(f.total)),
      ),
      tableau(f),
      paragraphe(`Fait le ${formatDateEnLettres(emission.emisLe)}, pour ${f.organisme.nom}.`),
    ],
    [
      'Chaque somme est comptée à la date de son paiement, quelle que soit la période payée ; une cotisation rendue est déduite à la date de son virement.',
      'Cette attestation dit les sommes reçues, quel que soit le payeur, et rien d’autre : ni les soins, ni les remboursements, ni le droit à un avantage fiscal.',
    ],
  )
}
