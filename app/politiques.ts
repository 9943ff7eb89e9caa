import type { Politique } from '@/lib/server/action'

/**
 * Who each address is for. Declared here, enforced by the page itself (lib/server/session), and compared by tests: with the routes that
 * exist, and with what each kind of visitor really gets. Actions carry their own policy (lib/server/action).
 */
interface Acces {
  readonly politique: Politique
  /** Someone else's id in the address is « introuvable ». */
  readonly objet?: true
  /** Only where mails are not really sent. */
  readonly demonstration?: true
}

const PUBLIC: Acces = { politique: 'PUBLIC' }
const ADHERENT: Acces = { politique: 'ADHERENT' }
const TOUS_ROLES = ['GESTIONNAIRE', 'SUPERVISEUR', 'COMPTABLE', 'MEDECIN_CONSEIL', 'ADMINISTRATEUR'] as const
const GESTION: Acces = { politique: { gestion: TOUS_ROLES } }

export const POLITIQUES_DES_ROUTES: Readonly<Record<string, Acces>> = {
  '/': PUBLIC,
  '/accessibilite': PUBLIC,
  '/acces-perdu': PUBLIC,
  '/adherent': ADHERENT,
  '/adherent/mon-compte': ADHERENT,
  '/adherent/remboursements': ADHERENT,
  '/adherent/remboursements/[id]': { ...ADHERENT, objet: true },
  '/api/sante': PUBLIC,
  '/conditions': PUBLIC,
  '/confirmer-mon-adresse': PUBLIC,
  '/connexion': PUBLIC,
  '/creer-mon-compte': PUBLIC,
  '/creer-mon-compte/conditions': PUBLIC,
  '/creer-mon-compte/identifiants': PUBLIC,
  '/creer-mon-compte/verifier-mes-courriels': PUBLIC,
  '/deconnexion': PUBLIC,
  '/dev/courriels': { ...PUBLIC, demonstration: true },
  '/donnees-personnelles': PUBLIC,
  '/gestion': GESTION,
  '/gestion/mon-compte': GESTION,
  '/mentions-legales': PUBLIC,
  '/nouveau-mot-de-passe': PUBLIC,
  '/organisme.css': PUBLIC,
  '/premier-administrateur': PUBLIC,
}
