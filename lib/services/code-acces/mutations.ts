import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_CODE_ACCES } from '@/lib/lexique/acces'
import { lignesAdresse } from '@/lib/lexique/coordonnees'
import { courrielCodeChange } from '@/lib/lexique/courriels/acces'
import { faitsCodeAcces } from '@/lib/papiers/code-acces'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { chiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { contexteCodeAcces, indexCodeAcces, nouveauCodeAcces } from '@/lib/server/identifiant'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { type Portee, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { enteteOrganisme } from '../document/data'
import { ecrireEtDire } from '../document/mutations'
import { peutRenouvelerCode } from './access'
import {
  GABARIT_CODE,
  type LettreDeCode,
  loadARemettre,
  loadLettreDeCode,
  loadSansCode,
  marqueDuCode,
  naissanceDesSeizeAns,
} from './data'

/** A code for each of these people who has none; in the caller's transaction. Known to nobody until its letter. */
export async function attribuerCodes(client: Ecriture, personnes: readonly string[]): Promise<void> {
  const codes = personnes.map((id) => ({ id, code: nouveauCodeAcces() }))
  await client.query(
    `INSERT INTO codes_acces (personne_id, code_chiffre, code_index, a_remettre)
      SELECT n.id, n.chiffre, n.index, true FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (id, chiffre, index)
      ON CONFLICT (personne_id) DO NOTHING`,
    [
      codes.map(({ id }) => id),
      codes.map(({ id, code }) => chiffrer(code, contexteCodeAcces(id))),
      codes.map(({ code }) => indexCodeAcces(code)),
    ],
  )
}

/**
 * The letter of a code that waits for it, in the caller's transaction: once, and not before the person may open a space. False: nothing to
 * write today.
 */
export async function remettreCode(
  client: Ecriture,
  acteur: Portee,
  personneId: string,
  jour: DateCivile,
): Promise<boolean> {
  const lettre = await loadLettreDeCode(client, personneId, jour)
  if (lettre === null || !lettre.aRemettre) return false
  if (!lettre.membre && lettre.dateNaissance > naissanceDesSeizeAns(jour)) return false
  await ecrireLettre(client, acteur, personneId, lettre, jour)
  return true
}

async function ecrireLettre(
  client: Ecriture,
  acteur: Portee,
  personneId: string,
  lettre: LettreDeCode,
  jour: DateCivile,
): Promise<void> {
  const { prenom, nom, numeroAdherent, adresse, adhesionId } = lettre
  const { rowCount: dejaEcrites } = await client.query(
    'SELECT FROM documents WHERE personne_id = $1 AND gabarit = $2',
    [personneId, GABARIT_CODE],
  )
  const faits = faitsCodeAcces.parse({
    organisme: enteteOrganisme(),
    destinataire: [`${prenom} ${nom}`, ...(adresse === null ? [] : lignesAdresse(adresse))],
    objet: 'Votre code d’accès',
    numeroAdherent,
    code: { personneId, marque: marqueDuCode(lettre.index) },
    remplace: dejaEcrites !== 0,
    adresse: new URL('/creer-mon-compte', env().PORTAIL_URL).href,
  })
  await client.query('UPDATE codes_acces SET a_remettre = false WHERE personne_id = $1', [personneId])
  await ecrireEtDire(client, acteur, {
    nature: 'COURRIER',
    // By post whatever they chose: who cannot enter their space cannot read it there.
    support: 'PAPIER',
    gabarit: GABARIT_CODE,
    adhesionId,
    personneId,
    numero: null,
    du: null,
    au: null,
    emisLe: jour,
    donnees: { faits, sources: { prestations: [], personnes: [], formule: null, jour: null } },
  })
}

const PAR_LOT = 500

/**
 * Every covered person has a code, and whoever may use it has its letter: people of an import that named none, children who are sixteen.
 * Cut short, the next run does the others; one person in error stops nobody else.
 */
export async function donnerCodes(
  jour: DateCivile,
): Promise<{ readonly crees: number; readonly lettres: number; readonly echecs: number }> {
  const compte = { crees: 0, lettres: 0, echecs: 0 }
  for (let ecrits = PAR_LOT; ecrits === PAR_LOT; compte.crees += ecrits)
    ecrits = await ecrire(SYSTEME, async (client) => {
      const sans = await loadSansCode(client, jour, PAR_LOT)
      await attribuerCodes(client, sans)
      return sans.length
    })
  for (const personne of await ecrire(SYSTEME, (client) => loadARemettre(client, jour))) {
    try {
      const ecrite = await ecrire(SYSTEME, (client) => remettreCode(client, SYSTEME, personne, jour))
      compte.lettres += ecrite ? 1 : 0
    } catch (erreur) {
      compte.echecs += 1
      log.error({
        evenement: 'lettre-de-code-en-echec',
        personne,
        erreur: erreur instanceof Error ? erreur.name : typeof erreur,
      })
    }
  }
  return compte
}

const refuser = (message: string): never => {
  throw new SaisieRefusee({ champ: '', message })
}

/**
 * A new code for somebody who lost theirs: the former one opens nothing from here on, the new one leaves by post, and whoever has an account
 * is told by mail. Staff never see it. @throws {SaisieRefusee}
 */
export async function renouvelerCode(
  acteur: PorteeGestion,
  personneId: string,
  jour: DateCivile,
): Promise<void> {
  if (!peutRenouvelerCode(acteur.role)) refuser(PHRASES_CODE_ACCES.INTROUVABLE)
  await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query('SELECT FROM personnes WHERE id = $1', [personneId])
    if (rowCount === 0) return refuser(PHRASES_CODE_ACCES.INTROUVABLE)
    await attribuerCodes(client, [personneId])
    const avant = await loadLettreDeCode(client, personneId, jour)
    if (avant === null) return refuser(PHRASES_CODE_ACCES.SANS_CONTRAT)
    if (!avant.membre && avant.dateNaissance > naissanceDesSeizeAns(jour))
      return refuser(PHRASES_CODE_ACCES.MOINS_DE_16_ANS)
    const code = nouveauCodeAcces()
    const index = indexCodeAcces(code)
    await client.query('UPDATE codes_acces SET code_chiffre = $2, code_index = $3 WHERE personne_id = $1', [
      personneId,
      chiffrer(code, contexteCodeAcces(personneId)),
      index,
    ])
    await ecrireLettre(client, acteur, personneId, { ...avant, index }, jour)
    await prevenir(client, personneId)
    await journaliser(client, {
      acte: 'CODE_ACCES_RENOUVELE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'personne',
      objetId: personneId,
      resultat: 'FAIT',
    })
  })
}

async function prevenir(client: Ecriture, personneId: string): Promise<void> {
  const { rows } = await client.query<{ id: string; email: string }>(
    "SELECT id, email FROM comptes WHERE personne_id = $1 AND statut = 'ACTIF' AND email_confirme_le IS NOT NULL",
    [personneId],
  )
  for (const { id, email } of rows) await envoyerCourriel(client, email, courrielCodeChange(signature()), id)
}
