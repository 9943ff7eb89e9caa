import type { RoleCompte, StatutCompte } from '@/generated/prisma/enums'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { inactiviteMax } from '@/lib/server/sessions'
import { peutLever } from '../levee-facteurs/access'
import type { AccesVue } from './view'

interface Ligne {
  readonly compteId: string
  readonly nom: string
  readonly role: RoleCompte
  readonly statut: StatutCompte
  readonly connexions: number
  readonly suspension: { readonly par: string; readonly le: string; readonly motif: string } | null
}

const LIRE = `SELECT c.id AS "compteId", c.nom_affiche AS nom, c.role, c.statut,
    (SELECT count(*)::int FROM sessions s WHERE s.compte_id = c.id AND s.revoquee_le IS NULL AND s.expire_le > $2
      AND s.vue_le > CASE c.role WHEN 'ADHERENT' THEN $3::timestamptz ELSE $4::timestamptz END) AS connexions,
    (SELECT row_to_json(l) FROM (SELECT d.nom_affiche AS par, i.faite_le AS le, i.motif FROM interventions_compte i
      JOIN comptes d ON d.id = i.faite_par WHERE i.compte_id = c.id AND i.geste = 'SUSPENSION' ORDER BY i.faite_le DESC LIMIT 1) l) AS suspension
  FROM comptes c WHERE c.statut <> 'EN_ATTENTE' AND `

async function chercher(
  client: Ecriture,
  acteur: PorteeGestion,
  condition: string,
  { id, instant }: { readonly id: string | null; readonly instant: Date },
): Promise<AccesVue | null> {
  const depuis = (role: RoleCompte) => new Date(instant.getTime() - inactiviteMax(role))
  const { rows } = await client.query<Ligne>(`${LIRE}${condition}`, [
    id,
    instant,
    depuis('ADHERENT'),
    depuis('GESTIONNAIRE'),
  ])
  const [lu] = rows
  if (lu === undefined || lu.compteId === acteur.compteId || !peutLever(acteur.role, lu.role)) return null
  const { compteId, nom, role, statut, connexions, suspension } = lu
  const suspendu = suspension === null ? 'EFFACE' : 'SUSPENDU'
  return {
    compteId,
    nom,
    membre: role === 'ADHERENT',
    etat: statut === 'ACTIF' ? 'OUVERT' : suspendu,
    connexions,
    suspension:
      statut === 'ACTIF' || suspension === null ? null : { ...suspension, le: new Date(suspension.le) },
  }
}

/** The account of a person; that it was looked at is in the journal. Null: there is none, or it is not for this member of the staff. */
export const loadAccesAdherent = (
  acteur: PorteeGestion,
  personneId: string,
  instant: Date,
): Promise<AccesVue | null> =>
  ecrire(SYSTEME, async (client) => {
    const acces = await chercher(client, acteur, 'c.personne_id = $1', { id: personneId, instant })
    if (acces !== null)
      await journaliser(client, {
        acte: 'DOSSIER_LU',
        compteId: acteur.compteId,
        role: acteur.role,
        objetType: 'personne',
        objetId: personneId,
        resultat: 'FAIT',
      })
    return acces
  })

/** The account of a colleague; null: nobody, oneself, or not an administrator who asks. */
export const loadAccesCollegue = (
  acteur: PorteeGestion,
  compteId: string | null,
  instant: Date,
): Promise<AccesVue | null> =>
  ecrire(SYSTEME, (client) =>
    chercher(client, acteur, `c.role <> 'ADHERENT' AND c.id = $1`, { id: compteId, instant }),
  )
