import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type ClasseDonnees, CONSERVATION } from '@/lib/lexique/donnees/conservation'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { aujourdhui, maintenant } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { journaliser } from '@/lib/server/journal'
import { SYSTEME } from '@/lib/server/portee'
import { balayer } from '@/lib/server/stockage/balayage'
import { purgerAcces } from '../connexion/mutations'
import { purgerCourriels } from '../courriel/mutations'
import {
  CLASSES_PERSONNE,
  type ClassePersonne,
  finLue,
  lockSituation,
  TABLES_DU_COMPTE,
} from '../effacement/data'
import {
  effacerClasses,
  effacerDemandes,
  enEffacement,
  nommerPiecesEffacees,
  oterOctets,
} from '../effacement/mutations'
import { estEchue } from '../effacement/view'
import { compter, type ECHUES, limiteDe, loadEchues, loadPersonnesEchues, SANS_DELEGUE } from './data'

/** Counts by class, nothing personal. */
export interface LignePurge {
  readonly classe: ClasseDonnees
  /** Erased; in a dry run, what would be. */
  readonly effaces: number
  /** Past their time, but something is not settled, or something else still needs them. */
  readonly retenus: number
}

interface Passage {
  readonly jour: DateCivile
  readonly essai: boolean
}

/**
 * Erases what has passed its time, class by class, a few rows a transaction: killed anywhere, the next run goes on. With `essai`, counts
 * and writes nothing.
 */
export async function purger({ essai }: { readonly essai: boolean }): Promise<readonly LignePurge[]> {
  const passage = { jour: aujourdhui(), essai }
  const rapport: LignePurge[] = []
  for (const classe of CLASSES_PERSONNE) rapport.push(await purgerPersonnes(classe, passage))
  for (const classe of ['BROUILLONS', 'DEMANDES', 'RECLAMATIONS'] as const)
    rapport.push(await purgerLignes(classe, classe, passage, effacerDemandes))
  rapport.push(await purgerLignes('COMPTES_NON_CONFIRMES', 'COMPTES_NON_CONFIRMES', passage, effacerComptes))
  rapport.push(await purgerLignes('MIS_DE_COTE', 'MIS_DE_COTE', passage, effacerQuarantaines))
  rapport.push(...(await balais(passage)))
  rapport.push(await purgerJournaux(passage))
  if (!essai) await noter(rapport)
  return rapport
}

const PREMIER = '00000000-0000-0000-0000-000000000000'
const LOT = 100

/** A person a transaction, looked at again under the lock. */
async function purgerPersonnes(classe: ClassePersonne, { jour, essai }: Passage): Promise<LignePurge> {
  const limite = limiteDe(classe, jour)
  let [effaces, retenus, apres] = [0, 0, PREMIER]
  for (;;) {
    const lus = await ecrire(SYSTEME, (c) => loadPersonnesEchues(c, classe, { limite, apres, lot: LOT }))
    for (const personneId of lus) {
      if (await purgerPersonne(classe, personneId, { jour, essai })) effaces += 1
      else retenus += 1
    }
    const dernier = lus.at(-1)
    if (dernier === undefined || lus.length < LOT) return { classe, effaces, retenus }
    apres = dernier
  }
}

async function purgerPersonne(
  classe: ClassePersonne,
  personneId: string,
  { jour, essai }: Passage,
): Promise<boolean> {
  const fichiers = await ecrire(SYSTEME, async (client) => {
    const s = await lockSituation(client, personneId, null)
    const fin = s === null ? null : finLue(classe, s)
    if (s === null || fin === null || s.enSuspens || !estEchue(classe, fin, jour)) return null
    if (essai || s.effacees.includes(classe)) return []
    return effacerClasses(client, {
      personneId,
      classes: [classe],
      demandeId: null,
      auteur: { compteId: null, role: 'SYSTEME' },
    })
  })
  await oterOctets(fichiers ?? [])
  return fichiers !== null
}

type Effaceur = (client: Ecriture, ids: readonly string[]) => Promise<readonly string[]>

/** A batch a transaction; when something else needs one of them, one by one. */
async function purgerLignes(
  classe: ClasseDonnees,
  requete: keyof typeof ECHUES,
  { jour, essai }: Passage,
  effacer: Effaceur,
): Promise<LignePurge> {
  const limite = limiteDe(classe, jour)
  if (essai) return { classe, effaces: await ecrire(SYSTEME, (c) => compter(c, requete, limite)), retenus: 0 }
  let [effaces, retenus, apres] = [0, 0, PREMIER]
  for (;;) {
    const ids = await ecrire(SYSTEME, (c) => loadEchues(c, requete, { limite, apres, lot: LOT }))
    const faits = (await essayer(effacer, ids)) ? ids.length : await unParUn(effacer, ids)
    effaces += faits
    retenus += ids.length - faits
    const dernier = ids.at(-1)
    if (dernier === undefined || ids.length < LOT) return { classe, effaces, retenus }
    apres = dernier
  }
}

async function unParUn(effacer: Effaceur, ids: readonly string[]): Promise<number> {
  let faits = 0
  for (const id of ids) if (await essayer(effacer, [id])) faits += 1
  return faits
}

/** foreign_key_violation, restrict_violation: those of a foreign key name it. */
const REFERENCE: ReadonlySet<string> = new Set(['23503', '23001'])

/** False when another table still points there: it is counted as kept, and said by the report. */
async function essayer(effacer: Effaceur, ids: readonly string[]): Promise<boolean> {
  try {
    await oterOctets(await ecrire(SYSTEME, (client) => effacer(client, ids)))
    return true
  } catch (erreur) {
    if (
      erreur instanceof pg.DatabaseError &&
      REFERENCE.has(erreur.code ?? '') &&
      erreur.constraint !== undefined
    )
      return false
    throw erreur
  }
}

const effacerComptes: Effaceur = (client, ids) =>
  enEffacement(client, async () => {
    // Confirmed, or acted for, since they were read: looked at again once nobody else can.
    await client.query('SELECT FROM comptes WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [ids])
    const { rows } = await client.query<{ id: string }>(
      `SELECT c.id FROM comptes c WHERE c.id = ANY ($1::uuid[]) AND c.statut = 'EN_ATTENTE' AND ${SANS_DELEGUE}`,
      [ids],
    )
    const encore = rows.map(({ id }) => id)
    for (const table of [...TABLES_DU_COMPTE, 'courriels'])
      await client.query(`DELETE FROM ${table} WHERE compte_id = ANY ($1::uuid[])`, [encore])
    await client.query('DELETE FROM comptes WHERE id = ANY ($1::uuid[])', [encore])
    return []
  })

const effacerQuarantaines: Effaceur = (client, ids) =>
  enEffacement(client, async () => {
    await client.query('DELETE FROM quarantaines WHERE id = ANY ($1::uuid[])', [ids])
    return []
  })

const effacerCopies: Effaceur = async (client, ids) => {
  await client.query('DELETE FROM exports_donnees WHERE id = ANY ($1::uuid[])', [ids])
  return []
}

/** The sweeps that exist already, each by its own rule; a dry run counts what they would take. */
async function balais(passage: Passage): Promise<LignePurge[]> {
  const classes = ['PIECES', 'DOCUMENTS', 'CONNEXIONS', 'COURRIELS'] as const
  const avant = await ecrire(SYSTEME, async (client) => {
    const lignes: LignePurge[] = []
    for (const classe of classes)
      lignes.push({
        classe,
        effaces: await compter(client, classe, limiteDe(classe, passage.jour)),
        retenus: 0,
      })
    return lignes
  })
  await purgerLignes('CONNEXIONS', 'COPIES', passage, effacerCopies)
  if (passage.essai) return avant
  await balayer(maintenant())
  while ((await ecrire(SYSTEME, (c) => enEffacement(c, () => nommerPiecesEffacees(c)))) > 0);
  await purgerAcces(maintenant())
  await purgerCourriels(maintenant())
  return avant
}

/** Files of technical logs that nothing has written for a year. */
async function purgerJournaux({ jour, essai }: Passage): Promise<LignePurge> {
  const dossier = join(env().PORTAIL_DATA, 'journaux')
  const limite = new Date(`${limiteDe('JOURNAUX_TECHNIQUES', jour)}T00:00:00Z`)
  let effaces = 0
  for (const nom of await fichiersDe(dossier)) {
    const chemin = join(dossier, nom)
    if ((await stat(chemin)).mtime >= limite) continue
    if (!essai) await rm(chemin, { force: true })
    effaces += 1
  }
  return { classe: 'JOURNAUX_TECHNIQUES', effaces, retenus: 0 }
}

/** A folder that is not there has no file. */
async function fichiersDe(dossier: string): Promise<string[]> {
  try {
    return (await readdir(dossier, { withFileTypes: true })).filter((f) => f.isFile()).map(({ name }) => name)
  } catch (erreur) {
    if (erreur instanceof Error && 'code' in erreur && erreur.code === 'ENOENT') return []
    throw erreur
  }
}

const noter = (rapport: readonly LignePurge[]): Promise<void> =>
  ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte: 'CONSERVATION_PURGEE',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'conservation',
      objetId: null,
      resultat: 'FAIT',
      donnees: Object.fromEntries(rapport.map(({ classe, effaces }) => [classe, effaces])),
    }),
  )

/** The report, a line a class. */
export const direRapport = (rapport: readonly LignePurge[], essai: boolean): string =>
  rapport
    .map(({ classe, effaces, retenus }) => {
      const suite =
        retenus === 0 ? '' : ` ; ${retenus} gardé(s) : quelque chose n’est pas réglé, ou s’y rattache encore`
      return `${CONSERVATION[classe].quoi} : ${effaces} ${essai ? 'à effacer' : 'effacé(s)'}${suite}. (${CONSERVATION[classe].fondement})`
    })
    .join('\n')
