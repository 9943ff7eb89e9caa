/** La prise en charge d'une hospitalisation, demandée par l'adhérent. */
export const PHRASES_HOSPITALISATION = {
  ENTREE: 'Indiquez la date d’entrée, prévue ou réelle.',
  ENTREE_LOIN: 'Choisissez une date d’entrée à moins d’un an d’aujourd’hui.',
  ETABLISSEMENT: 'Écrivez le nom de l’hôpital ou de la clinique.',
  VILLE: 'Écrivez la ville de cet établissement.',
  FINESS: 'Ce numéro FINESS est faux : 9 caractères, sans erreur de recopie. Vous pouvez le laisser vide.',
  DMT: 'La DMT a 3 chiffres, parfois 5. Vous pouvez la laisser vide.',
  RISQUE:
    'Le code risque a 2 chiffres, par exemple 10 (maladie) ou 30 (maternité). Vous pouvez le laisser vide.',
  CHAMBRE: 'Dites si vous demandez une chambre particulière.',
  NUITS: 'Écrivez un nombre de nuits, de 0 à 365, ou laissez vide.',
  PRIX_CHAMBRE: 'Écrivez le prix d’une nuit, par exemple 60 ou 60,50, ou laissez vide.',
  FRAIS: 'Écrivez les frais de séjour du devis, ou laissez vide.',
  MANQUE_DMT: 'La DMT n’est pas connue : demandez-la à l’établissement, puis écrivez-la.',
  MANQUE_RISQUE: 'Le code risque n’est pas connu : demandez-le à l’établissement, puis écrivez-le.',
  MANQUE_PRIX: 'Le prix de la chambre n’est pas connu : demandez-le à l’établissement, puis écrivez-le.',
  MANQUE_ACTE:
    'Sans nuit et sans chambre particulière, il faut les frais de séjour pour chiffrer la prise en charge.',
  SEJOUR_NON_CHIFFRE: 'payés à la facture, selon le contrat : leur prix n’est pas encore connu',
  FACTUREE: 'L’établissement a déjà envoyé sa facture sur cette prise en charge : elle ne se reprend plus.',
  REPRISE: 'Nous avons repris notre décision : votre demande est de nouveau à l’étude.',
} as const

/** « Forfait journalier, par jour » tant que la durée du séjour n'est pas connue. */
export const PAR_UNITE: Readonly<Record<string, string>> = {
  'forfait-journalier': 'par jour',
  'chambre-particuliere': 'par nuit',
  'chambre-ambulatoire': 'par jour',
}
