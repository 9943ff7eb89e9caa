import type { LignesAdresse } from '@/lib/lexique/coordonnees'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { contexteCodeAcces } from '@/lib/server/identifiant'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutRenouvelerCode } from './access'

/** Gabarit of the letter that tells a code. */
export const GABARIT_CODE = 'code-acces/1'

/** Which code a letter is about, without saying it: a piece of its keyed index. */
export const marqueDuCode = (index: Uint8Array): string => Buffer.from(index).toString('hex').slice(0, 16)

/** Text, as birth dates are: whoever was born that day or before may open a space of their own. */
export const naissanceDesSeizeAns = (jour: DateCivile): string =>
  `${String(annee(jour) - 16).padStart(4, '0')}${jour.slice(4)}`

/** The code that a letter names, for one printing. Null: another replaced it, or it was erased. */
export async function loadCodeDuPapier(personneId: string, marque: string): Promise<string | null> {
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ code_chiffre: Buffer; code_index: Buffer }>(
      'SELECT code_chiffre, code_index FROM codes_acces WHERE personne_id = $1',
      [personneId],
    )
    const [lu] = rows
    if (lu === undefined || marqueDuCode(lu.code_index) !== marque) return null
    return dechiffrer(lu.code_chiffre, contexteCodeAcces(personneId))
  })
}

/** Covered now or later, without a code. */
export async function loadSansCode(
  client: Ecriture,
  jour: DateCivile,
  nombre: number,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT b.personne_id AS id FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id
      WHERE coalesce(b.au, 'infinity') >= $1::date AND coalesce(a.date_fin, 'infinity') >= $1::date
        AND NOT EXISTS (SELECT FROM codes_acces k WHERE k.personne_id = b.personne_id)
      ORDER BY 1 LIMIT $2`,
    [jour, nombre],
  )
  return rows.map(({ id }) => id)
}

/** Whose code waits for its letter, and who may open a space of their own by now. */
export async function loadARemettre(client: Ecriture, jour: DateCivile): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT k.personne_id AS id FROM codes_acces k JOIN personnes p ON p.id = k.personne_id
      WHERE k.a_remettre AND (p.date_naissance <= $2 OR EXISTS (SELECT FROM adhesions m WHERE m.membre_participant_id = p.id))
        AND EXISTS (SELECT FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id WHERE b.personne_id = p.id
          AND coalesce(b.au, 'infinity') >= $1::date AND coalesce(a.date_fin, 'infinity') >= $1::date)
      ORDER BY 1`,
    [jour, naissanceDesSeizeAns(jour)],
  )
  return rows.map(({ id }) => id)
}

export interface LettreDeCode {
  readonly adhesionId: string
  readonly numeroAdherent: string
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: string
  readonly membre: boolean
  readonly index: Buffer
  readonly aRemettre: boolean
  /** Their own; else that of the contract. */
  readonly adresse: LignesAdresse | null
}

/** What the letter of a person says, from their contract in force or to come; the row of the code is held. Null: no code, or no contract any more. */
export async function loadLettreDeCode(
  client: Ecriture,
  personneId: string,
  jour: DateCivile,
): Promise<LettreDeCode | null> {
  const { rows } = await client.query<LettreDeCode>(
    `SELECT a.id AS "adhesionId", a.numero_adherent AS "numeroAdherent", p.prenom, p.nom, p.date_naissance AS "dateNaissance",
        EXISTS (SELECT FROM adhesions m WHERE m.membre_participant_id = p.id) AS membre, k.code_index AS index, k.a_remettre AS "aRemettre",
        (SELECT json_build_object('complement', d.complement, 'voie', d.voie, 'lieuDit', d.lieu_dit, 'codePostal', d.code_postal,
            'ville', d.ville, 'pays', d.pays)
          FROM adresses d WHERE d.personne_id IN (p.id, a.membre_participant_id) AND d.du <= $2
          ORDER BY d.personne_id = p.id DESC, d.version DESC LIMIT 1) AS adresse
      FROM codes_acces k JOIN personnes p ON p.id = k.personne_id JOIN beneficiaires b ON b.personne_id = p.id
        JOIN adhesions a ON a.id = b.adhesion_id
      WHERE k.personne_id = $1 AND coalesce(b.au, 'infinity') >= $2::date AND coalesce(a.date_fin, 'infinity') >= $2::date
      ORDER BY a.date_effet, a.id LIMIT 1 FOR UPDATE OF k`,
    [personneId, jour],
  )
  return rows[0] ?? null
}

export interface CodeDuDossier {
  readonly personneId: string
  readonly nom: string
  /** Day of the last letter; null: none was written here. */
  readonly lettreDu: DateCivile | null
  readonly aUnCode: boolean
}

/** What staff know of somebody's code: never the code. Null: no such person, or not theirs to renew. */
export async function loadCodeDuDossier(
  acteur: PorteeGestion,
  personneId: string,
): Promise<CodeDuDossier | null> {
  if (!peutRenouvelerCode(acteur.role)) return null
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<CodeDuDossier>(
      `SELECT p.id AS "personneId", p.prenom || ' ' || p.nom AS nom, EXISTS (SELECT FROM codes_acces k WHERE k.personne_id = p.id) AS "aUnCode",
          (SELECT max(d.emis_le) FROM documents d WHERE d.personne_id = p.id AND d.gabarit = $2) AS "lettreDu"
        FROM personnes p WHERE p.id = $1 AND EXISTS (SELECT FROM beneficiaires b WHERE b.personne_id = p.id)`,
      [personneId, GABARIT_CODE],
    )
    return rows[0] ?? null
  })
}
