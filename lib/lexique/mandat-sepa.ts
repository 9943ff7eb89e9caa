/** What a SEPA mandate must show (EPC016-06, annex: « Core » mandate) and its authorisation, whose words no creditor may change. */

export const TITRE_MANDAT = 'Mandat de prélèvement SEPA'

export const autorisationMandat = (creancier: string): readonly string[] => [
  `En signant ce formulaire de mandat, vous autorisez (A) ${creancier} à envoyer des instructions à votre banque pour débiter votre compte, et (B) votre banque à débiter votre compte conformément aux instructions de ${creancier}.`,
  'Vous bénéficiez du droit d’être remboursé par votre banque selon les conditions décrites dans la convention que vous avez passée avec elle. Une demande de remboursement doit être présentée dans les 8 semaines suivant la date de débit de votre compte pour un prélèvement autorisé.',
  'Vos droits concernant ce mandat sont expliqués dans un document que vous pouvez obtenir auprès de votre banque.',
]

/** What stands for the signature on the paper that is printed. */
export const phraseSignature = (maniere: 'EN_LIGNE' | 'PAPIER', qui: string): string =>
  maniere === 'EN_LIGNE'
    ? `Signé en ligne par ${qui}, dans son espace adhérent, après avoir redonné son mot de passe.`
    : `Signé à la main sur papier par ${qui}. La mutuelle garde l’original ; ce document en reprend les mentions.`

export interface FaitsMandat {
  readonly rum: string
  readonly creancier: { readonly nom: string; readonly ics: string; readonly adresse: readonly string[] }
  readonly debiteur: {
    readonly nom: string
    readonly adresse: readonly string[]
    readonly iban: string
    readonly bic?: string
  }
  readonly type: 'RECURRENT' | 'PONCTUEL'
  /** Shown when the mandate is signed; left blank to be filled by hand otherwise. */
  readonly signature?: { readonly date: string; readonly lieu: string }
}

export interface MentionMandat {
  readonly libelle: string
  /** Empty: a line to fill by hand. */
  readonly valeur: string
}

export interface PageMandat {
  readonly titre: string
  readonly reference: readonly MentionMandat[]
  readonly autorisation: readonly string[]
  readonly debiteur: readonly MentionMandat[]
  readonly creancier: readonly MentionMandat[]
  readonly paiement: readonly MentionMandat[]
  readonly signature: readonly MentionMandat[]
}

const groupesDeQuatre = (texte: string): string => texte.replace(/(.{4})(?=.)/g, '$1 ')

/** The texts of the page, in the order they are printed; dates already written in French. */
export function pageMandat({ rum, creancier, debiteur, type, signature }: FaitsMandat): PageMandat {
  return {
    titre: TITRE_MANDAT,
    reference: [{ libelle: 'Référence unique du mandat (RUM)', valeur: rum }],
    autorisation: autorisationMandat(creancier.nom),
    debiteur: [
      { libelle: 'Votre nom', valeur: debiteur.nom },
      { libelle: 'Votre adresse', valeur: debiteur.adresse.join(', ') },
      { libelle: 'Numéro de votre compte (IBAN)', valeur: groupesDeQuatre(debiteur.iban) },
      ...(debiteur.bic === undefined
        ? []
        : [{ libelle: 'Code de votre banque (BIC)', valeur: debiteur.bic }]),
    ],
    creancier: [
      { libelle: 'Créancier', valeur: creancier.nom },
      { libelle: 'Identifiant du créancier (ICS)', valeur: creancier.ics },
      { libelle: 'Adresse du créancier', valeur: creancier.adresse.join(', ') },
    ],
    paiement: [
      {
        libelle: 'Type de paiement',
        valeur:
          type === 'RECURRENT' ? 'Récurrent (plusieurs prélèvements)' : 'Ponctuel (un seul prélèvement)',
      },
    ],
    signature: [
      { libelle: 'Fait à', valeur: signature?.lieu ?? '' },
      { libelle: 'Le', valeur: signature?.date ?? '' },
      { libelle: 'Signature', valeur: '' },
    ],
  }
}
