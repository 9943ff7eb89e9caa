import { testerPaiementInterrompu } from '../support/paiement-interrompu'

// The thirteen points are in npm run test:long.
testerPaiementInterrompu(['LOT_PREPARE', 'FICHIER_COMMENCE', 'FICHIER_RANGE', 'EMISSION_ECRITE'])
