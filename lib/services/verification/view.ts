import type { Partage } from '@/lib/flux/liquidation/partage'
import {
  formatDateEnChiffres,
  formatDateEnLettres,
  formatMontant,
  formatQuantite,
} from '@/lib/lexique/formats'
import { RAISONS_REFUS } from '@/lib/lexique/verifications'
import { type DateCivile, joursEntre } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { motifsSchema } from '../remboursement/schema'
import { type EtapeView, etape, type Lecteur, type PartageView, partager } from '../remboursement/view'
import type { VerificationLue } from './data'

/** The law forbids to reimburse the participation and the franchise: they stay to pay whatever is decided. */
export const partMaximale = (
  p: Pick<Partage, 'partMutuelle' | 'resteACharge' | 'participation' | 'franchise'>,
): number => Math.max(0, p.partMutuelle + p.resteACharge - p.participation - p.franchise)

type Contexte = Pick<Lecteur, 'article'> & { readonly jour: DateCivile }

/** A line of the list. */
export interface LigneVerification {
  readonly id: string
  readonly qui: string
  readonly quoi: string
  readonly quand: string
  readonly montants: string
  readonly raisons: readonly string[]
}

const nommer = (v: VerificationLue): string =>
  v.numeroAdherent === null ? `${v.prenom} ${v.nom}` : `${v.prenom} ${v.nom}, n° ${v.numeroAdherent}`

export function voirLigneVerification(v: VerificationLue, contexte: Contexte): LigneVerification {
  const attente = Math.max(0, joursEntre(v.calculeeLe, contexte.jour))
  const { depense, partAmo, partMutuelle } = v.partage
  return {
    id: v.id,
    qui: nommer(v),
    quoi: `${v.libelle}, le ${formatDateEnChiffres(v.dateSoins)}`,
    quand: attente === 0 ? 'depuis aujourd’hui' : `depuis ${formatQuantite(attente, 'jours')}`,
    montants: `dépense ${formatMontant(montant(depense))}, Assurance maladie ${formatMontant(montant(partAmo))}, mutuelle ${formatMontant(montant(partMutuelle))}`,
    raisons: motifsSchema.parse(v.motifs).map((m) => etape(m, contexte).phrase),
  }
}

export interface VerificationVue {
  readonly id: string
  readonly titre: string
  readonly pour: string
  readonly aDecider: boolean
  readonly partage: PartageView
  readonly etapes: readonly EtapeView[]
  readonly faits: readonly { readonly libelle: string; readonly valeur: string }[]
  readonly calculee: string
  readonly maximum: string
  readonly raisons: readonly (readonly [string, string])[]
}

const siConnu = (libelle: string, valeur: string | null | undefined) =>
  valeur === null || valeur === undefined || valeur === '' ? [] : [{ libelle, valeur }]

const DESTINATAIRES: Readonly<Record<string, string>> = {
  ASSURE: 'à l’adhérent',
  PROFESSIONNEL: 'au professionnel',
  ETABLISSEMENT: 'à l’établissement',
}

/** The line as it was received. */
function faitsDe(v: VerificationLue): VerificationVue['faits'] {
  const { contenu: c } = v
  return [
    { libelle: 'Décompte', valeur: `${c.idDecompte}, ligne ${c.numeroLigne}` },
    { libelle: 'Date du soin', valeur: formatDateEnLettres(v.dateSoins) },
    { libelle: 'Acte reçu', valeur: [c.acte.nature, c.acte.code].filter((m) => m !== undefined).join(' ') },
    ...siConnu('Quantité', c.acte.quantite === undefined ? null : String(c.acte.quantite)),
    ...siConnu('Chez', v.executant),
    {
      libelle: 'Base de remboursement',
      valeur: `${formatMontant(montant(c.montants.baseRemboursement))}, au taux de ${c.montants.tauxRO} %`,
    },
    ...siConnu('À verser', DESTINATAIRES[c.reglement?.destinataire ?? 'ASSURE']),
    ...siConnu('Formule', v.formule),
    ...siConnu('Règlement appliqué', v.versionReglement),
  ]
}

export const voirVerification = (v: VerificationLue, contexte: Contexte): VerificationVue => ({
  id: v.id,
  titre: v.libelle,
  pour: nommer(v),
  aDecider: v.etat === 'A_VERIFIER',
  partage: partager(v.partage, `prestation ${v.id}`),
  etapes: motifsSchema.parse(v.motifs).map((m) => etape(m, contexte)),
  faits: faitsDe(v),
  calculee: formatMontant(montant(v.partage.partMutuelle)),
  maximum: formatMontant(montant(partMaximale(v.partage))),
  raisons: Object.entries(RAISONS_REFUS),
})
