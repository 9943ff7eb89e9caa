import type { EquipeGestion } from '@/generated/prisma/enums'
import { ecrireNumeroDemande, NATURES } from '@/lib/lexique/demandes'
import { instantMetier, momentParis } from '@/lib/server/clock'
import { type Lecture, lire } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import type { PorteeGestion } from '@/lib/server/portee'
import { loadPonctualite } from '../delai-constate/data'
import { type LignePonctualite, voirPonctualite } from '../delai-constate/view'
import { equipesDe } from '../demande/access'
import type { FiltresCorbeille, VueCorbeille } from './schema'
import { type Comptes, type LigneLue, type LigneVue, type Objets, voirLigne } from './view'

export const DEMANDES_PAR_PAGE = 25

export interface PageCorbeille {
  readonly lignes: readonly LigneVue[]
  readonly comptes: Comptes
  /** Teams of this person. */
  readonly equipes: readonly EquipeGestion[]
  /** Key of the next page. */
  readonly suite: string | null
  /** The last taking of this person, for « prendre la suivante ». */
  readonly derniere: string | null
  /** Null: not for who asks. */
  readonly ponctualite: readonly LignePonctualite[] | null
}

interface LigneBrute extends Omit<LigneLue, 'repondreAvant' | 'closeLe'> {
  readonly repondreAvant: Date
  readonly closeLe: Date | null
}

/** Late, as `estEnRetard` (demande/view) says it: the clock runs and its limit is past. */
export const EN_RETARD = `d.etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE') AND d.repondre_avant < $1 AND d.arretee_le IS NULL`
/** Words came since somebody took it, and nobody read them. What waits to be taken is unread by nature. */
const NON_LUS = 'FROM messages_demande x WHERE x.demande_id = d.id AND NOT x.de_gestion AND x.lu_le IS NULL'
/** What each list holds. */
const OU: Readonly<Record<VueCorbeille, string>> = {
  'a-faire': "d.etat IN ('ENVOYEE', 'PRISE')",
  retard: EN_RETARD,
  messages: `d.etat IN ('ENVOYEE', 'PRISE', 'PIECE_DEMANDEE') AND d.prise_le IS NOT NULL AND EXISTS (SELECT ${NON_LUS})`,
  piece: "d.etat = 'PIECE_DEMANDEE'",
  closes: "d.close_le IS NOT NULL AND d.etat <> 'ANNULEE'",
}

const LIGNES = `SELECT d.id::text, d.numero, d.nature::text AS nature, d.etat::text AS etat, d.objet, d.equipe::text AS equipe,
    d.repondre_avant AS "repondreAvant", d.close_le AS "closeLe", d.arretee_le IS NOT NULL AS arretee, coalesce(p.prenom || ' ' || p.nom, c.nom_affiche) AS qui,
    a.numero_adherent AS "numeroAdherent", g.nom_affiche AS agent, d.agent_id IS NOT DISTINCT FROM $3::uuid AS mienne,
    (SELECT count(*)::int FROM pieces_demande x WHERE x.demande_id = d.id) AS pieces,
    CASE WHEN d.prise_le IS NULL THEN 0 ELSE (SELECT count(*)::int ${NON_LUS}) END AS "nonLus"
  FROM demandes d JOIN comptes c ON c.id = d.compte_id LEFT JOIN personnes p ON p.id = c.personne_id
    LEFT JOIN adhesions a ON a.id = d.adhesion_id LEFT JOIN comptes g ON g.id = d.agent_id`

/** The statement of a list, with only what is asked for, so that each is read from its own index. */
export function requeteLignes(
  f: FiltresCorbeille,
  equipes: readonly EquipeGestion[],
  compteId: string,
  instant: Date,
): { readonly sql: string; readonly valeurs: readonly unknown[] } {
  const valeurs: unknown[] = [instant, equipes, compteId]
  const noter = (valeur: unknown): string => `$${valeurs.push(valeur)}`
  const closes = f.vue === 'closes'
  const [colonne, sens] = closes ? ['d.close_le', 'DESC'] : ['d.repondre_avant', 'ASC']
  const conditions = [
    OU[f.vue],
    'd.equipe = ANY ($2::text[]::"EquipeGestion"[])',
    // Named in every list: a statement has all its parameters.
    "$1::timestamptz > '-infinity'",
    f.nature === null ? null : `d.nature = ${noter(f.nature)}::text::"NatureDemande"`,
    f.miennes ? 'd.agent_id = $3::uuid' : null,
    f.apres === null
      ? null
      : `(${colonne}, d.id) ${closes ? '<' : '>'} (${noter(f.apres.le)}::timestamptz, ${noter(f.apres.id)}::uuid)`,
  ]
  const sql = `${LIGNES} WHERE ${conditions.filter((c) => c !== null).join(' AND ')}
    ORDER BY ${colonne} ${sens}, d.id ${sens} LIMIT ${DEMANDES_PAR_PAGE + 1}`
  return { sql: sql.replaceAll('< $1', '< $1::timestamptz'), valeurs }
}

export const COMPTER = `SELECT
    (SELECT count(*)::int FROM demandes d WHERE ${OU['a-faire']} AND d.equipe = ANY ($2::text[]::"EquipeGestion"[])) AS "aFaire",
    (SELECT count(*)::int FROM demandes d WHERE ${EN_RETARD.replace('< $1', '< $1::timestamptz')} AND d.equipe = ANY ($2::text[]::"EquipeGestion"[])) AS retard,
    (SELECT count(*)::int FROM demandes d WHERE ${OU.messages} AND d.equipe = ANY ($2::text[]::"EquipeGestion"[])) AS messages,
    (SELECT count(*)::int FROM demandes d WHERE ${OU.piece} AND d.equipe = ANY ($2::text[]::"EquipeGestion"[])) AS piece,
    (SELECT count(*)::int FROM demandes d WHERE d.agent_id = $3::uuid AND d.etat IN ('PRISE', 'PIECE_DEMANDEE')) AS miennes,
    (SELECT id::text FROM passages_demande WHERE compte_id = $3::uuid AND passage = 'PRENDRE' ORDER BY moment DESC, id DESC LIMIT 1) AS derniere`

type Compte = Comptes & { readonly derniere: string | null }

/** The list of a team, overdue first. Null: this person has no team. */
export async function loadCorbeille(
  acteur: PorteeGestion,
  f: FiltresCorbeille,
  objets: Objets,
): Promise<PageCorbeille | null> {
  const siennes = equipesDe(acteur.role)
  const voulues = siennes.filter((equipe) => f.equipe === null || f.equipe === equipe)
  if (siennes.length === 0) return null
  const instant = instantMetier()
  const { sql, valeurs } = requeteLignes(f, voulues, acteur.compteId, instant)
  const { lues, compte, ponctuelles } = await lire(acteur, async (tx) => ({
    lues: await tx.$queryRawUnsafe<LigneBrute[]>(sql, ...valeurs),
    compte: await compter(tx, instant, siennes, acteur.compteId),
    ponctuelles: acteur.role === 'SUPERVISEUR' ? await loadPonctualite(tx) : null,
  }))
  const page = lues.slice(0, DEMANDES_PAR_PAGE)
  const dernier = page.at(-1)
  const cle = f.vue === 'closes' ? dernier?.closeLe : dernier?.repondreAvant
  const { derniere, ...comptes } = compte
  return {
    lignes: page.map((l) => voirLigne(enMoments(l), momentParis(instant), objets)),
    comptes,
    equipes: siennes,
    suite: lues.length > DEMANDES_PAR_PAGE && dernier && cle ? `${cle.getTime()}_${dernier.id}` : null,
    derniere,
    ponctualite:
      ponctuelles === null ? null : voirPonctualite(ponctuelles, (nature) => NATURES[nature].titre),
  }
}

const enMoments = (l: LigneBrute): LigneLue => ({
  ...l,
  repondreAvant: momentParis(l.repondreAvant),
  closeLe: l.closeLe === null ? null : momentParis(l.closeLe),
})

async function compter(
  tx: Lecture,
  instant: Date,
  equipes: readonly EquipeGestion[],
  compteId: string,
): Promise<Compte> {
  const [compte] = await tx.$queryRawUnsafe<Compte[]>(COMPTER, instant, equipes, compteId)
  return compte ?? { aFaire: 0, retard: 0, messages: 0, piece: 0, miennes: 0, derniere: null }
}

/** The demande that somebody names on the telephone. Null: none of that number in the teams of this person. */
export async function trouverDemande(
  acteur: PorteeGestion,
  numero: number,
): Promise<{ readonly href: string; readonly titre: string } | null> {
  const lue = await lire(acteur, (tx) =>
    tx.demande.findFirst({
      select: { id: true, numero: true, nature: true },
      where: { numero, envoyeeLe: { not: null }, equipe: { in: equipesDe(acteur.role) } },
    }),
  )
  if (lue === null) return null
  const titre = `${ecrireNumeroDemande(lue.numero)}, ${NATURES[lue.nature].titre}`
  return { href: `/gestion/corbeille/${lue.id}`, titre }
}

/** What one may write about, in words. */
export const loadObjets = (): Objets =>
  Object.fromEntries(organisme().objetsMessagerie.map(({ code, libelle }) => [code, libelle]))
