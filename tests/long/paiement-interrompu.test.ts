import { POINTS_DE_CAMPAGNE, testerPaiementInterrompu } from '../support/paiement-interrompu'

testerPaiementInterrompu(POINTS_DE_CAMPAGNE)
