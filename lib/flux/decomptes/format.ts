/** The neutral format flux-decomptes/1 (flux-decomptes.schema.json): what an AMO décompte tells the mutuelle. Amounts in cents. */
export type TypeEmetteur = 'AMO' | 'CONCENTRATEUR' | 'OPERATEUR_TP' | 'MANUEL'
export type Operation = 'PAIEMENT' | 'REJET' | 'ANNULATION' | 'REGULARISATION'
export type Destinataire = 'ASSURE' | 'PROFESSIONNEL' | 'ETABLISSEMENT' | 'EMPLOYEUR' | 'AUTRE'

export interface Entete {
  readonly idFichier: string
  readonly emetteur: { readonly type: TypeEmetteur; readonly code: string; readonly libelle?: string }
  readonly numeroAmc: string
  readonly creeLe: string
  readonly formatSource?: string
  readonly versionSource?: string
}

export interface Controle {
  readonly nombreLignes: number
  readonly totalDepense: number
  readonly totalRO: number
  readonly totalRC?: number
}

export interface Intervenant {
  readonly numeroAM?: string
  readonly rpps?: string
  readonly finess?: string
  readonly specialite?: string
  readonly conventionnement?: string
  readonly libelle?: string
}

export interface ActeRecu {
  readonly nature: string
  readonly nomenclature?: 'NGAP' | 'CCAM' | 'NABM' | 'LPP' | 'CIP' | 'UCD' | 'GHS' | 'FORFAIT' | 'AUTRE'
  readonly code?: string
  readonly activite?: string
  readonly phase?: string
  readonly modificateurs?: readonly string[]
  readonly associationNonPrevue?: string
  readonly dents?: readonly string[]
  readonly coefficient?: string
  readonly quantite?: number
  readonly denombrement?: number
  readonly prixUnitaire?: number
}

export interface MontantsRecus {
  readonly depense: number
  readonly depassement?: number
  readonly baseRemboursement: number
  readonly tauxRO: string
  /** Net of participation forfaitaire and franchise. */
  readonly montantRO: number
  readonly participationForfaitaire?: number
  readonly franchise?: number
  readonly majorationParticipation?: number
  readonly rcDejaVerse?: number
}

export interface ContexteRecu {
  readonly natureAssurance?: string
  readonly exonerationTM?: string
  readonly parcoursSoins?: string
  readonly qualificatifDepense?: string
  readonly lieuExecution?: string
  readonly accidentTiers?: boolean
  readonly numeroAccident?: string
  readonly ententePrealable?: boolean
  readonly originePrescription?: string
  /** Why glasses are renewed before their time, when the prescription says so. */
  readonly renouvellementOptique?: 'EVOLUTION_VUE' | 'MAUVAISE_ADAPTATION'
}

export interface Identite {
  readonly nir?: string
  readonly cle?: string
}

/** A line as received, once it has passed the schema. */
export interface LigneRecue {
  readonly idDecompte: string
  readonly numeroLigne: number
  readonly referenceFacture?: string
  readonly referenceLot?: string
  readonly operation: Operation
  readonly ligneOrigine?: { readonly idDecompte?: string; readonly numeroLigne?: number }
  readonly pourInformation?: boolean
  readonly assure?: Identite & {
    readonly regime?: string
    readonly caisse?: string
    readonly centre?: string
  }
  readonly beneficiaire: Identite & {
    /** May be a date the calendar does not know (« lunaire »). */
    readonly dateNaissance: string
    readonly rangNaissance?: number
    readonly nom?: string
    readonly prenom?: string
    readonly qualite?: string
    readonly numeroAdherent?: string
  }
  readonly amc?: { readonly typeContrat?: string; readonly csr?: string }
  readonly soinsDebut: string
  readonly soinsFin?: string
  readonly prescriptionLe?: string
  readonly acte: ActeRecu
  readonly montants: MontantsRecus
  readonly contexte?: ContexteRecu
  readonly executant?: Intervenant
  readonly prescripteur?: Intervenant
  readonly reglement?: {
    readonly date?: string
    readonly destinataire?: Destinataire
    readonly mode?: string
    readonly reference?: string
  }
  readonly rejet?: { readonly code: string; readonly libelle?: string }
}

/** What is kept in clear of a line: everything but who it is about. */
export type ContenuLigne = Omit<LigneRecue, 'assure' | 'beneficiaire'> & {
  readonly assure?: { readonly regime?: string; readonly caisse?: string; readonly centre?: string }
  readonly beneficiaire: {
    readonly rangNaissance?: number
    readonly qualite?: string
    readonly numeroAdherent?: string
  }
}
