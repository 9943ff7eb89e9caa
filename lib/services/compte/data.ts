import type { LienBeneficiaire, StatutCompte } from '@/generated/prisma/enums'
import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { indexCodeAcces, normaliserNumeroAdherent } from '@/lib/server/identifiant'
import { SYSTEME } from '@/lib/server/portee'
import type { PorteurDeCarte } from './access'

interface Ligne {
  readonly personneId: string
  readonly dateNaissance: string
  readonly compte: StatutCompte | null
  readonly numeroAdherent: string
  readonly lien: LienBeneficiaire
}

/** The person whose own code this is, on a contract of that number; null when the two do not go together. */
export async function loadPorteurDeCarte(numero: string, code: string): Promise<PorteurDeCarte | null> {
  const lignes = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<Ligne>(
      `SELECT k.personne_id AS "personneId", p.date_naissance AS "dateNaissance", c.statut AS compte,
         a.numero_adherent AS "numeroAdherent", b.lien
       FROM codes_acces k
       JOIN personnes p ON p.id = k.personne_id
       JOIN beneficiaires b ON b.personne_id = k.personne_id
       JOIN adhesions a ON a.id = b.adhesion_id
       LEFT JOIN comptes c ON c.personne_id = k.personne_id
       WHERE k.code_index = $1`,
      [indexCodeAcces(code)],
    )
    return rows
  })
  const voulu = normaliserNumeroAdherent(numero)
  const lue = lignes.find((ligne) => normaliserNumeroAdherent(ligne.numeroAdherent) === voulu)
  if (lue === undefined) return null
  const { personneId, dateNaissance, compte } = lue
  return { personneId, dateNaissance, compte, liens: lignes.map((ligne) => ligne.lien) }
}

export interface Identite {
  readonly nom: string
  readonly prenom: string
  readonly dateNaissance: string
}

export async function loadIdentite(client: Ecriture, personneId: string): Promise<Identite> {
  const { rows } = await client.query<Identite>(
    'SELECT nom, prenom, date_naissance AS "dateNaissance" FROM personnes WHERE id = $1',
    [personneId],
  )
  const identite = rows[0]
  if (identite === undefined) throw new Error('personne inconnue')
  return identite
}

export interface CompteAccessible {
  readonly id: string
  readonly email: string
  readonly statut: StatutCompte
  readonly prenom: string
  readonly nomAffiche: string
  readonly conditions: boolean
}

const ACCESSIBLES = `
  SELECT c.id, c.email, c.statut, coalesce(p.prenom, c.nom_affiche) AS prenom, c.nom_affiche AS "nomAffiche",
    c.conditions_acceptees_le IS NOT NULL AS conditions
  FROM comptes c LEFT JOIN personnes p ON p.id = c.personne_id LEFT JOIN codes_acces k ON k.personne_id = c.personne_id
  WHERE c.statut <> 'SUSPENDU' AND `

/** Every account that answers to an e-mail, or the one of a code. */
export async function loadComptesAccessibles(
  client: Ecriture,
  identifiant: string,
): Promise<readonly CompteAccessible[]> {
  const email = normaliserEmail(identifiant)
  const { rows } = await (email === null
    ? client.query<CompteAccessible>(`${ACCESSIBLES} k.code_index = $1`, [indexCodeAcces(identifiant)])
    : client.query<CompteAccessible>(`${ACCESSIBLES} c.email = $1 ORDER BY c.cree_le, c.id`, [email]))
  return rows
}

export async function loadCompteAccessible(client: Ecriture, id: string): Promise<CompteAccessible | null> {
  const { rows } = await client.query<CompteAccessible>(`${ACCESSIBLES} c.id = $1`, [id])
  return rows[0] ?? null
}

/** Words an attacker would try first against this account's password. */
export async function loadMotsPropres(client: Ecriture, compteId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ mots: string[] }>(
    `SELECT ARRAY[c.email, c.nom_affiche, p.nom, p.prenom, p.date_naissance, replace(p.date_naissance, '-', '')] AS mots
     FROM comptes c LEFT JOIN personnes p ON p.id = c.personne_id WHERE c.id = $1`,
    [compteId],
  )
  return (rows[0]?.mots ?? []).filter((mot) => mot !== null)
}

/** Where somebody is in the creation of their account. */
export type EtapeInscription = 'IDENTIFIANTS' | 'CONDITIONS' | 'CONFIRMATION' | 'FINIE'

export async function loadEtapeInscription(personneId: string): Promise<EtapeInscription> {
  return ecrire(SYSTEME, async (client) => {
    // One without a password was opened for who acts for them (delegations): nobody began to create it.
    const { rows } = await client.query<{ statut: StatutCompte; conditions: boolean }>(
      'SELECT statut, conditions_acceptees_le IS NOT NULL AS conditions FROM comptes WHERE personne_id = $1 AND mot_de_passe IS NOT NULL',
      [personneId],
    )
    const compte = rows[0]
    if (compte === undefined) return 'IDENTIFIANTS'
    if (compte.statut !== 'EN_ATTENTE') return 'FINIE'
    return compte.conditions ? 'CONFIRMATION' : 'CONDITIONS'
  })
}
