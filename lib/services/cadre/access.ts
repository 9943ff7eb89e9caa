import type { PorteeGestion } from '@/lib/server/portee'
import { peutOuvrirCorbeille } from '../corbeille/access'
import { peutSuivreCourriels } from '../courriel/access'
import { peutDecider } from '../delegation/access'
import { peutLireDepots } from '../depot/access'
import { peutEcrireCourrier } from '../document/access'
import { peutOuvrirDossier } from '../dossier/access'
import { peutImporterFlux } from '../flux/access'
import { peutSuivreImpayes } from '../impaye/access'
import { peutLireJournal } from '../journal/access'
import { peutPreparerLot } from '../lot-bancaire/access'
import { peutGererPrises } from '../prise-en-charge/access'
import { peutFaireReleves } from '../releve/access'
import { peutSuivreCotisations } from '../suivi-cotisations/access'
import { peutSaisirTarif } from '../tarif/access'
import { peutLireVerifications } from '../verification/access'

/** What a member of staff finds in the menu and on the home page: a page one may not open is not there. */
export const ouverturesDe = (acteur: PorteeGestion) => ({
  corbeille: peutOuvrirCorbeille(acteur),
  dossiers: peutOuvrirDossier(acteur),
  prises: peutGererPrises(acteur),
  verifications: peutLireVerifications(acteur),
  flux: peutImporterFlux(acteur),
  depots: peutLireDepots(acteur),
  paiements: peutPreparerLot(acteur),
  releves: peutFaireReleves(acteur),
  papiers: peutEcrireCourrier(acteur),
  cotisations: peutSuivreCotisations(acteur),
  impayes: peutSuivreImpayes(acteur),
  tarifs: peutSaisirTarif(acteur),
  courriels: peutSuivreCourriels(acteur),
  journal: peutLireJournal(acteur),
  delegations: peutDecider(acteur),
})
