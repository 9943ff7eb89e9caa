import { randomUUID } from 'node:crypto'
import { rumDe } from '@/lib/flux/sepa/identifiants'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_MANDAT, PHRASES_PRELEVEMENT } from '@/lib/lexique/cotisations'
import { type FaitsMandatSigne, faitsMandat } from '@/lib/papiers/mandat-sepa'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { type Portee, SYSTEME } from '@/lib/server/portee'
import { annoncerDocument } from '../annonce/mutations'
import { enteteOrganisme } from '../document/data'
import { ecrireDocument } from '../document/mutations'
import type { ContratLu } from '../document/view'
import { peutTenirMandats } from '../mode-paiement/access'

/** One contract, one change at a time. */
export const verrouillerMandats = (client: Ecriture, adhesionId: string) =>
  client.query(`SELECT pg_advisory_xact_lock(hashtextextended('mandat:' || $1, 0))`, [adhesionId])

export interface MandatAInscrire {
  readonly contrat: ContratLu
  readonly compteId: string
  readonly titulaire: string
  /** Last four characters of the account. */
  readonly ibanFin: string
  readonly signature: FaitsMandatSigne['signature']
}

/** A new mandate in the place of any other of the contract, and its paper, told to the member. The caller journals it, last. */
export async function inscrireMandat(
  client: Ecriture,
  m: MandatAInscrire,
  le: DateCivile,
): Promise<{ readonly id: string; readonly rum: string; readonly documentId: string }> {
  const { contrat, compteId, signature } = m
  await finirMandats(client, contrat.id, le, 'REMPLACEMENT')
  const id = randomUUID()
  const rum = rumDe(id)
  const documentId = await ecrirePapier(client, m, rum, le)
  await client.query(
    `INSERT INTO mandats (id, adhesion_id, compte_bancaire_id, rum, signe_le, document_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, contrat.id, compteId, rum, signature.le, documentId],
  )
  await annoncerDocument(client, contrat.membre.id, documentId)
  return { id, rum, documentId }
}

async function ecrirePapier(
  client: Ecriture,
  { contrat, compteId, titulaire, ibanFin, signature }: MandatAInscrire,
  rum: string,
  le: DateCivile,
): Promise<string> {
  const { membre, numeroAdherent } = contrat
  const faits = faitsMandat.parse({
    organisme: enteteOrganisme(),
    adherent: { prenom: membre.prenom, nom: membre.nom, numeroAdherent },
    ics: organisme().ics,
    rum,
    compte: { id: compteId, titulaire, fin: ibanFin },
    signature,
  })
  const { id } = await ecrireDocument(client, {
    nature: 'MANDAT_SEPA',
    gabarit: 'mandat/1',
    adhesionId: contrat.id,
    personneId: membre.id,
    numero: null,
    du: null,
    au: null,
    emisLe: le,
    donnees: { faits, sources: { prestations: [], personnes: [membre.id], formule: null, jour: le } },
  })
  return id
}

/** Every mandate of the contract still in force; `fin`: a word of ours, or the bank's reason. */
export async function finirMandats(
  client: Ecriture,
  adhesionId: string,
  le: DateCivile,
  fin: string,
  signesAvant: DateCivile | null = null,
): Promise<void> {
  await client.query(
    `UPDATE mandats SET revoque_le = greatest($2::date, signe_le), fin = $3 WHERE adhesion_id = $1 AND revoque_le IS NULL
      AND signe_le <= coalesce($4::date, signe_le)`,
    [adhesionId, le, fin, signesAvant],
  )
}

/**
 * Notes the mandate that a member signed, for the account of their contributions on that day. A mandate in force for another account is
 * revoked the day before: one contract, one living mandate. @returns its RUM. @throws {SaisieRefusee}
 */
export async function signerMandat(
  acteur: Portee,
  { adhesionId, signeLe }: { readonly adhesionId: string; readonly signeLe: DateCivile },
): Promise<string> {
  exigerRole(acteur)
  return ecrire(SYSTEME, async (client) => {
    await verrouillerMandats(client, adhesionId)
    const { rows } = await client.query<{ id: string; vivant: boolean }>(
      `SELECT b.id, EXISTS (SELECT FROM mandats m WHERE m.compte_bancaire_id = b.id AND m.revoque_le IS NULL) AS vivant
        FROM comptes_bancaires b WHERE b.adhesion_id = $1 AND b.usage = 'COTISATIONS' AND b.du <= $2
          AND (b.au IS NULL OR b.au >= $2)`,
      [adhesionId, signeLe],
    )
    const [compte] = rows
    if (compte === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_MANDAT.RIB })
    if (compte.vivant) throw new SaisieRefusee({ champ: '', message: PHRASES_MANDAT.DEJA })
    await finirMandats(client, adhesionId, signeLe, 'REMPLACEMENT')
    const id = randomUUID()
    await client.query(
      'INSERT INTO mandats (id, adhesion_id, compte_bancaire_id, rum, signe_le) VALUES ($1, $2, $3, $4, $5)',
      [id, adhesionId, compte.id, rumDe(id), signeLe],
    )
    await noterMandat(client, 'MANDAT_SIGNE', acteur, id)
    return rumDe(id)
  })
}

/** No debit is made with it from that day. @throws {SaisieRefusee} */
export async function revoquerMandat(acteur: Portee, id: string, le: DateCivile): Promise<void> {
  exigerRole(acteur)
  await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE mandats SET revoque_le = greatest($2::date, signe_le), fin = 'REVOCATION' WHERE id = $1 AND revoque_le IS NULL`,
      [id, le],
    )
    if (rowCount === 0) throw new SaisieRefusee({ champ: '', message: PHRASES_MANDAT.INTROUVABLE })
    await noterMandat(client, 'MANDAT_REVOQUE', acteur, id)
  })
}

function exigerRole(acteur: Portee): void {
  if (!peutTenirMandats(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_PRELEVEMENT.ROLE })
}

export const noterMandat = (
  client: Ecriture,
  acte: 'MANDAT_SIGNE' | 'MANDAT_REVOQUE',
  acteur: Portee,
  objetId: string,
) =>
  journaliser(client, {
    acte,
    compteId: acteur.type === 'SYSTEME' ? null : acteur.compteId,
    role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
    objetType: 'mandat',
    objetId,
    resultat: 'FAIT',
  })
