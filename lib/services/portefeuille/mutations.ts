import { randomUUID } from 'node:crypto'
import type { Offre } from '@/lib/flux/portefeuille/connu'
import { lirePortefeuille } from '@/lib/flux/portefeuille/lecture'
import type { ErreurPortefeuille } from '@/lib/flux/portefeuille/ligne'
import { type EcrituresPortefeuille, rapprocher } from '@/lib/flux/portefeuille/rapprochement'
import { chiffrer, dechiffrer } from '@/lib/server/chiffrement'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { contexteCodeAcces, indexCodeAcces } from '@/lib/server/identifiant'
import { journaliser } from '@/lib/server/journal'
import { type Portee, SYSTEME } from '@/lib/server/portee'
import { naissanceDesSeizeAns } from '../code-acces/data'
import { contexteIban } from '../compte-bancaire/data'
import { peutImporterPortefeuille } from './access'
import { indexNir, loadPortefeuilleConnu } from './data'

export interface ComptePortefeuille {
  readonly lignes: number
  readonly adhesions: number
  readonly personnes: number
  readonly immatriculations: number
  readonly beneficiaires: number
  readonly formules: number
  readonly ribs: number
  readonly modalites: number
  readonly mandats: number
  readonly codes: number
}

export type ResultatPortefeuille =
  | { readonly issue: 'IMPORTE'; readonly compte: ComptePortefeuille }
  | { readonly issue: 'INCHANGE'; readonly lignes: number }
  | { readonly issue: 'REFUSE'; readonly erreurs: readonly ErreurPortefeuille[] }

/** 200 MB: about a million lines. */
const TAILLE_MAXIMALE = 200 * 1024 * 1024

/**
 * Takes over the adhésions of an existing mutuelle: the whole file or nothing. The same file again changes nothing.
 * @throws {Error} when the actor may not.
 */
export async function importerPortefeuille(
  acteur: Portee,
  octets: Uint8Array,
  offre: Offre,
): Promise<ResultatPortefeuille> {
  if (!peutImporterPortefeuille(acteur)) throw new Error('import de portefeuille refusé à cet acteur')
  if (octets.length > TAILLE_MAXIMALE) {
    return refus('Le fichier dépasse 200 Mo : coupez-le en plusieurs, adhésion par adhésion.')
  }
  const lecture = lirePortefeuille(octets)
  if (lecture.lignes.length === 0 && lecture.erreurs.length === 0) {
    return refus('Le fichier n’a aucune ligne après l’en-tête.')
  }
  return ecrire(SYSTEME, async (client) => {
    // One take-over at a time: what was compared is still true when it is written.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('portefeuille', 0))`)
    const connu = await loadPortefeuilleConnu(client, lecture.lignes)
    const { ecritures, erreurs } = rapprocher(lecture.lignes, connu, offre, randomUUID)
    // Lines that could not be read make others look orphan: their own mistakes are told alone first.
    if (lecture.erreurs.length > 0) return { issue: 'REFUSE', erreurs: lecture.erreurs }
    if (erreurs.length > 0) return { issue: 'REFUSE', erreurs }
    const compte = await ecrirePortefeuille(client, ecritures, lecture.lignes.length)
    const { lignes, ...ecrits } = compte
    if (Object.values(ecrits).every((n) => n === 0)) return { issue: 'INCHANGE', lignes }
    await journaliser(client, {
      acte: 'PORTEFEUILLE_IMPORTE',
      compteId: acteur.type === 'GESTION' ? acteur.compteId : null,
      role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
      objetType: 'portefeuille',
      objetId: null,
      resultat: 'FAIT',
      donnees: { ...compte },
    })
    return { issue: 'IMPORTE', compte }
  })
}

const refus = (message: string): ResultatPortefeuille => ({
  issue: 'REFUSE',
  erreurs: [{ ligne: 1, colonne: null, message }],
})

async function ecrirePortefeuille(
  client: Ecriture,
  e: EcrituresPortefeuille,
  lignes: number,
): Promise<ComptePortefeuille> {
  const personnes = await ecrirePersonnes(client, e.personnes)
  const immatriculations = await ecrireImmatriculations(client, e.personnes)
  const codes = await ecrireCodes(client, e.personnes)
  await client.query(
    `INSERT INTO adhesions (id, numero_adherent, reglement, membre_participant_id, date_effet, date_fin)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::date[], $6::date[])`,
    [
      e.adhesions.map((a) => a.id),
      e.adhesions.map((a) => a.ligne.numeroAdherent),
      e.adhesions.map((a) => a.ligne.reglement),
      e.adhesions.map((a) => a.membreParticipantId),
      e.adhesions.map((a) => a.ligne.du),
      e.adhesions.map((a) => a.ligne.au),
    ],
  )
  await client.query(
    `INSERT INTO choix_formules (adhesion_id, formule, du, au)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[], $4::date[])`,
    [
      e.formules.map((f) => f.adhesionId),
      e.formules.map((f) => f.ligne.formule),
      e.formules.map((f) => f.ligne.du),
      e.formules.map((f) => f.ligne.au),
    ],
  )
  await client.query(
    `INSERT INTO beneficiaires (adhesion_id, personne_id, lien, du, au)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]::"LienBeneficiaire"[], $4::date[], $5::date[])`,
    [
      e.beneficiaires.map((b) => b.adhesionId),
      e.beneficiaires.map((b) => b.personneId),
      e.beneficiaires.map((b) => b.ligne.lien),
      e.beneficiaires.map((b) => b.ligne.du),
      e.beneficiaires.map((b) => b.ligne.au),
    ],
  )
  const comptes = await ecrireRibs(client, e.ribs)
  await ecrireModalites(client, e.modalites)
  await ecrireMandats(client, e.mandats, comptes)
  return {
    lignes,
    adhesions: e.adhesions.length,
    personnes,
    immatriculations,
    beneficiaires: e.beneficiaires.length,
    formules: e.formules.length,
    ribs: e.ribs.length,
    modalites: e.modalites.length,
    mandats: e.mandats.length,
    codes,
  }
}

async function ecrirePersonnes(
  client: Ecriture,
  personnes: EcrituresPortefeuille['personnes'],
): Promise<number> {
  const nouvelles = personnes.filter((p) => !p.connue)
  await client.query(
    `INSERT INTO personnes (id, nom, prenom, date_naissance, rang_naissance)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[])`,
    [
      nouvelles.map((p) => p.id),
      nouvelles.map((p) => p.nom),
      nouvelles.map((p) => p.prenom),
      nouvelles.map((p) => p.dateNaissance),
      nouvelles.map((p) => p.rangNaissance),
    ],
  )
  return nouvelles.length
}

async function ecrireImmatriculations(
  client: Ecriture,
  personnes: EcrituresPortefeuille['personnes'],
): Promise<number> {
  const immatriculations = personnes.flatMap((p) =>
    [...p.nirs].filter((nir) => !p.nirsConnus.has(nir)).map((nir) => ({ id: randomUUID(), p, nir })),
  )
  await client.query(
    `INSERT INTO immatriculations (id, personne_id, nir_chiffre, nir_index)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[])`,
    [
      immatriculations.map((i) => i.id),
      immatriculations.map((i) => i.p.id),
      immatriculations.map((i) => chiffrer(i.nir, `immatriculations:${i.id}`)),
      immatriculations.map((i) => indexNir(i.nir)),
    ],
  )
  return immatriculations.length
}

async function ecrireCodes(client: Ecriture, personnes: EcrituresPortefeuille['personnes']): Promise<number> {
  const codes = personnes.flatMap((p) =>
    p.codeNouveau && p.codeAcces !== null
      ? [{ id: p.id, code: p.codeAcces, naissance: p.dateNaissance }]
      : [],
  )
  // Who could not use it yet was told no code: the letter comes at sixteen.
  const limite = naissanceDesSeizeAns(aujourdhui())
  await client.query(
    `INSERT INTO codes_acces (personne_id, code_chiffre, code_index, a_remettre)
      SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::boolean[])`,
    [
      codes.map((c) => c.id),
      codes.map((c) => chiffrer(c.code, contexteCodeAcces(c.id))),
      codes.map((c) => indexCodeAcces(c.code)),
      codes.map((c) => c.naissance > limite),
    ],
  )
  return codes.length
}

/** The accounts written, to find that of a mandate in the same file. */
type ComptesEcrits = readonly {
  readonly id: string
  readonly adhesionId: string
  readonly usage: string
  readonly iban: string
}[]

async function ecrireRibs(client: Ecriture, ribs: EcrituresPortefeuille['ribs']): Promise<ComptesEcrits> {
  const lignes = ribs.map((r) => ({ id: randomUUID(), adhesionId: r.adhesionId, ...r.ligne }))
  await client.query(
    `INSERT INTO comptes_bancaires (id, adhesion_id, usage, titulaire, iban_chiffre, iban_fin, du, au)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]::"UsageCompteBancaire"[], $4::text[], $5::bytea[], $6::text[],
        $7::date[], $8::date[])`,
    [
      lignes.map((r) => r.id),
      lignes.map((r) => r.adhesionId),
      lignes.map((r) => r.usage),
      lignes.map((r) => r.titulaire),
      lignes.map((r) => chiffrer(r.iban, contexteIban(r.id))),
      lignes.map((r) => r.iban.slice(-4)),
      lignes.map((r) => r.du),
      lignes.map((r) => r.au),
    ],
  )
  return lignes
}

async function ecrireModalites(
  client: Ecriture,
  modalites: EcrituresPortefeuille['modalites'],
): Promise<void> {
  await client.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, du, au)
      SELECT m."adhesionId", m.periodicite::"PeriodiciteCotisation", m.mode::"ModePaiement", m.jour, m.du, m.au
      FROM jsonb_to_recordset($1::jsonb) AS m ("adhesionId" uuid, periodicite text, mode text, jour smallint, du date, au date)`,
    [JSON.stringify(modalites.map(({ adhesionId, ligne }) => ({ adhesionId, ...ligne })))],
  )
}

async function ecrireMandats(
  client: Ecriture,
  mandats: EcrituresPortefeuille['mandats'],
  ecrits: ComptesEcrits,
): Promise<void> {
  for (const { adhesionId, ligne } of mandats) {
    const compteId =
      ecrits.find((r) => r.adhesionId === adhesionId && r.usage === 'COTISATIONS' && r.iban === ligne.iban)
        ?.id ?? (await compteConnu(client, adhesionId, ligne.iban))
    await client.query(
      `INSERT INTO mandats (adhesion_id, compte_bancaire_id, rum, signe_le, revoque_le, dernier_le)
        VALUES ($1, $2, $3, $4, $5, greatest($6::date, $4::date))`,
      // Taken over as one that is in use: the 36 months without a debit start now.
      [adhesionId, compteId, ligne.rum, ligne.du, ligne.au, aujourdhui()],
    )
  }
}

/** Ids of encrypted accounts can only be compared in clear; the comparison of the file has seen that one of them is it. */
async function compteConnu(client: Ecriture, adhesionId: string, iban: string): Promise<string> {
  const { rows } = await client.query<{ id: string; iban_chiffre: Buffer }>(
    `SELECT id, iban_chiffre FROM comptes_bancaires WHERE adhesion_id = $1 AND usage = 'COTISATIONS' ORDER BY du DESC`,
    [adhesionId],
  )
  const compte = rows.find((r) => dechiffrer(r.iban_chiffre, contexteIban(r.id)) === iban)
  if (compte === undefined) throw new Error('compte du mandat introuvable')
  return compte.id
}
