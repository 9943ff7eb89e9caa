import type { NatureFacteur, RoleCompte, StatutCompte } from '@/generated/prisma/enums'
import { NOMS_FACTEURS } from '@/lib/lexique/facteurs'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutLever } from './access'
import type { LeveeVue } from './view'

interface Ligne {
  readonly compteId: string
  readonly role: RoleCompte
  readonly statut: StatutCompte
  readonly nom: string
  readonly natures: NatureFacteur[]
  readonly enCours: {
    readonly par: string
    readonly parId: string
    readonly le: string
    readonly effetLe: string
    readonly verifie: string[]
    readonly motif: string
  } | null
}

const LIRE = `SELECT c.id AS "compteId", c.role, c.statut, c.nom_affiche AS nom,
    ARRAY(SELECT DISTINCT f.nature::text FROM facteurs f WHERE f.compte_id = c.id AND f.confirme_le IS NOT NULL AND f.retire_le IS NULL) AS natures,
    (SELECT row_to_json(l) FROM (SELECT d.nom_affiche AS par, d.id AS "parId", l.demandee_le AS le, l.effet_le AS "effetLe", l.verifie, l.motif
      FROM levees_facteurs l JOIN comptes d ON d.id = l.demandee_par
      WHERE l.compte_id = c.id AND l.faite_le IS NULL AND l.annulee_le IS NULL) l) AS "enCours"
  FROM comptes c WHERE `

const lire = async (client: Ecriture, condition: string, valeurs: readonly string[]): Promise<Ligne[]> =>
  (await client.query<Ligne>(`${LIRE}${condition}`, [...valeurs])).rows

const voir = ({ compteId, natures, enCours }: Ligne, acteur: PorteeGestion): LeveeVue => ({
  compteId,
  facteurs: natures.map((nature) => NOMS_FACTEURS[nature]),
  enCours:
    enCours === null
      ? null
      : {
          par: enCours.par,
          le: new Date(enCours.le),
          effetLe: new Date(enCours.effetLe),
          verifie: enCours.verifie,
          motif: enCours.motif,
          sienne: enCours.parId === acteur.compteId,
        },
})

/** The factors of a person that this member of the staff may take off; null when there is none, or it is not theirs to do. */
export async function loadLevee(acteur: PorteeGestion, personneId: string): Promise<LeveeVue | null> {
  const [lue] = await ecrire(SYSTEME, (client) =>
    lire(client, `c.statut = 'ACTIF' AND c.personne_id = $1`, [personneId]),
  )
  if (lue === undefined || lue.natures.length === 0 || !peutLever(acteur.role, lue.role)) return null
  return voir(lue, acteur)
}

export interface CollegueVu {
  readonly id: string
  readonly nom: string
  readonly role: RoleCompte
  readonly suspendu: boolean
  readonly levee: LeveeVue
}

/** The colleagues of an administrator, with their factors, those cut off too. */
export async function loadCollegues(acteur: PorteeGestion): Promise<readonly CollegueVu[]> {
  const lus = await ecrire(SYSTEME, (client) =>
    lire(
      client,
      `c.statut <> 'EN_ATTENTE' AND c.role <> 'ADHERENT' AND c.id <> $1 ORDER BY c.nom_affiche, c.id`,
      [acteur.compteId],
    ),
  )
  return lus
    .filter(({ role }) => peutLever(acteur.role, role))
    .map((lu) => ({
      id: lu.compteId,
      nom: lu.nom,
      role: lu.role,
      suspendu: lu.statut === 'SUSPENDU',
      levee: voir(lu, acteur),
    }))
}
