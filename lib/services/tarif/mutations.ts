import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_TARIF } from '@/lib/lexique/cotisations'
import { maintenant } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type Portee, SYSTEME } from '@/lib/server/portee'
import { peutSaisirTarif } from './access'
import type { GrilleEcrite } from './schema'
import { refusDeGrille } from './view'

/** Writes a grid as a draft, in a version of its own: a draft is not corrected, it is entered again. @throws {SaisieRefusee} */
export async function saisirTarif(acteur: Portee, grille: GrilleEcrite): Promise<string> {
  exigerRole(acteur)
  const refus = refusDeGrille(grille)
  if (refus !== null) throw new SaisieRefusee(refus)
  return ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('tarifs', 0))`)
    const { rows } = await client.query<{ id: string; version: number }>(
      `INSERT INTO tarifs (reglement, formule, annee, version, etat, contenu, demonstration, saisi_par_id)
        SELECT $1, $2, $3::smallint, coalesce(max(version), 0) + 1, 'BROUILLON', $4, $5, $6 FROM tarifs
        WHERE reglement = $1 AND formule = $2 AND annee = $3 RETURNING id, version`,
      [
        grille.reglement,
        grille.formule,
        grille.annee,
        JSON.stringify(grille.tarif),
        grille.demonstration,
        acteur.type === 'GESTION' ? acteur.compteId : null,
      ],
    )
    const [ecrit] = rows
    if (ecrit === undefined) throw new Error('tarif non écrit')
    await noter(client, 'TARIF_SAISI', acteur, ecrit.id, { annee: grille.annee, version: ecrit.version })
    return ecrit.id
  })
}

/** From now on the grid makes the schedules of its year. It changes no more; the one before stays with what it made. @throws {SaisieRefusee} */
export async function mettreTarifEnVigueur(acteur: Portee, id: string): Promise<void> {
  exigerRole(acteur)
  await ecrire(SYSTEME, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('tarifs', 0))`)
    const { rows } = await client.query<{ etat: string; annee: number; version: number; derniere: number }>(
      `SELECT t.etat, t.annee, t.version, (SELECT max(v.version) FROM tarifs v
          WHERE (v.reglement, v.formule, v.annee) = (t.reglement, t.formule, t.annee)) AS derniere
        FROM tarifs t WHERE t.id = $1`,
      [id],
    )
    const [tarif] = rows
    if (tarif === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_TARIF.INTROUVABLE })
    if (tarif.etat === 'EN_VIGUEUR') throw new SaisieRefusee({ champ: '', message: PHRASES_TARIF.DEJA })
    if (tarif.version !== tarif.derniere)
      throw new SaisieRefusee({ champ: '', message: PHRASES_TARIF.DEPASSE })
    await client.query(`UPDATE tarifs SET etat = 'EN_VIGUEUR', en_vigueur_le = $2 WHERE id = $1`, [
      id,
      maintenant(),
    ])
    await noter(client, 'TARIF_EN_VIGUEUR', acteur, id, { annee: tarif.annee, version: tarif.version })
  })
}

/** Grids of a mutuelle that starts, all at once and in force; those of a formule and a year already known are left. @returns how many. */
export async function chargerTarifs(acteur: Portee, grilles: readonly GrilleEcrite[]): Promise<number> {
  exigerRole(acteur)
  const refus = grilles.map(refusDeGrille).find((r) => r !== null)
  if (refus !== undefined && refus !== null) throw new SaisieRefusee(refus)
  return ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO tarifs (reglement, formule, annee, version, etat, contenu, demonstration, en_vigueur_le)
        SELECT g.reglement, g.formule, g.annee, 1, 'EN_VIGUEUR', g.tarif, g.demonstration, $2
        FROM jsonb_to_recordset($1::jsonb) AS g (reglement text, formule text, annee smallint, tarif jsonb, demonstration boolean)
        ON CONFLICT DO NOTHING`,
      [JSON.stringify(grilles), maintenant()],
    )
    const nombre = rowCount ?? 0
    if (nombre > 0) await noter(client, 'TARIF_EN_VIGUEUR', acteur, null, { nombre })
    return nombre
  })
}

function exigerRole(acteur: Portee): void {
  if (!peutSaisirTarif(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_TARIF.ROLE })
}

const noter = (
  client: Ecriture,
  acte: 'TARIF_SAISI' | 'TARIF_EN_VIGUEUR',
  acteur: Portee,
  objetId: string | null,
  donnees: Readonly<Record<string, number>>,
) =>
  journaliser(client, {
    acte,
    compteId: acteur.type === 'GESTION' ? acteur.compteId : null,
    role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
    objetType: 'tarif',
    objetId,
    resultat: 'FAIT',
    donnees,
  })
