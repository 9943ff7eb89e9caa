/** A line of `flux-decomptes/1`, as the demonstration writes it. Amounts in cents. */
export interface LigneFlux {
  readonly idDecompte: string
  readonly numeroLigne: number
  readonly operation: 'PAIEMENT' | 'REJET' | 'ANNULATION' | 'REGULARISATION'
  readonly ligneOrigine?: { readonly idDecompte: string; readonly numeroLigne: number }
  readonly pourInformation?: true
  readonly assure: {
    readonly nir: string
    readonly cle: string
    readonly regime: string
    readonly caisse: string
    readonly centre: string
  }
  readonly beneficiaire: {
    readonly dateNaissance: string
    readonly rangNaissance: number
    readonly nom: string
    readonly prenom: string
    readonly numeroAdherent?: string
  }
  readonly soinsDebut: string
  readonly soinsFin?: string
  readonly acte: {
    readonly nature: string
    readonly nomenclature: string
    readonly code: string
    readonly quantite: number
    readonly dents?: readonly string[]
    readonly modificateurs?: readonly string[]
  }
  readonly montants: {
    readonly depense: number
    readonly depassement: number
    readonly baseRemboursement: number
    readonly tauxRO: string
    readonly montantRO: number
    readonly participationForfaitaire?: number
    readonly franchise?: number
    readonly majorationParticipation?: number
    readonly rcDejaVerse?: number
  }
  readonly contexte: {
    readonly natureAssurance: string
    readonly exonerationTM: string
    readonly parcoursSoins?: string
  }
  readonly executant: {
    readonly numeroAM: string
    readonly specialite: string
    readonly conventionnement?: string
    readonly libelle: string
  }
  readonly reglement: {
    readonly date: string
    readonly destinataire: 'ASSURE' | 'PROFESSIONNEL' | 'ETABLISSEMENT'
  }
  readonly rejet?: { readonly code: string; readonly libelle: string }
}

export interface Fichier {
  readonly nom: string
  /** Day of the file. */
  readonly jour: string
  readonly json: string
}
