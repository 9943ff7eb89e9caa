import { indexAveugle } from './chiffrement'
import { type Ecriture, ecrire } from './db'
import { journaliser } from './journal'
import { SYSTEME } from './portee'

/**
 * Throttling of guesses, in the base because there are several servers. An attempt is counted BEFORE it is made, under a row lock, so
 * that twenty parallel guesses count for twenty. Nobody is locked out for good.
 */
export interface RegleFrein {
  /** Attempts without waiting. */
  readonly libres: number
  /** The count starts again this long after the first attempt of a series. */
  readonly fenetreSecondes: number
  /** Wait after the nth attempt; `null` = until the end of the window. */
  readonly attenteSecondes: (essais: number) => number | null
}

const HEURE = 3600
const QUINZE_MINUTES = 900
const PAR_JOUR = 25

/** 1 s after the 10th attempt, doubling up to 15 min, and never more than 25 in 24 h from an unknown device. */
export const FREIN_COMPTE: RegleFrein = {
  libres: 10,
  fenetreSecondes: 24 * HEURE,
  attenteSecondes: (essais) => (essais >= PAR_JOUR ? null : Math.min(QUINZE_MINUTES, 2 ** (essais - 10))),
}
export const FREIN_ADRESSE: RegleFrein = {
  libres: 100,
  fenetreSecondes: HEURE,
  attenteSecondes: () => null,
}
/** A second factor is six digits: five tries, then a wait that doubles, and never more than 25 in 24 h. */
export const FREIN_FACTEUR: RegleFrein = {
  libres: 5,
  fenetreSecondes: 24 * HEURE,
  attenteSecondes: (essais) => (essais >= PAR_JOUR ? null : Math.min(QUINZE_MINUTES, 2 ** (essais - 5))),
}
/** Requests that send an e-mail to somebody. */
export const FREIN_ENVOI: RegleFrein = {
  libres: 5,
  fenetreSecondes: HEURE,
  attenteSecondes: () => null,
}

const JAMAIS = new Date(0)

export interface EtatFrein {
  readonly essais: number
  readonly depuis: Date
  readonly bloqueJusqu: Date
}

export type Passage =
  | { readonly permis: true; readonly suite: EtatFrein }
  | { readonly permis: false; readonly jusqu: Date }

const plus = (instant: Date, secondes: number): Date => new Date(instant.getTime() + secondes * 1000)

/** Pure: what one more attempt at `instant` becomes. */
export function passer(etat: EtatFrein | null, regle: RegleFrein, instant: Date): Passage {
  if (etat !== null && etat.bloqueJusqu > instant) return { permis: false, jusqu: etat.bloqueJusqu }
  const neuf = etat === null || plus(etat.depuis, regle.fenetreSecondes) <= instant
  const essais = neuf ? 1 : etat.essais + 1
  const depuis = neuf ? instant : etat.depuis
  // Not `instant`: another server's clock may be a little behind, and its visitors have nothing to wait for.
  if (essais < regle.libres) return { permis: true, suite: { essais, depuis, bloqueJusqu: JAMAIS } }
  const attente = regle.attenteSecondes(essais)
  const bloqueJusqu = attente === null ? plus(depuis, regle.fenetreSecondes) : plus(instant, attente)
  return { permis: true, suite: { essais, depuis, bloqueJusqu } }
}

/** A guess refused before it was made. */
export class TropDEssais extends Error {
  constructor(readonly jusqu: Date) {
    super('trop d’essais')
    this.name = 'TropDEssais'
  }
}

const octets = (cle: string) => indexAveugle('frein', cle)

/** Counts one attempt. @throws {TropDEssais} when it must wait. */
export async function compterEssai(cle: string, regle: RegleFrein, instant: Date): Promise<void> {
  const passage = await ecrire(SYSTEME, async (client) => {
    await client.query(
      'INSERT INTO freins (cle, essais, depuis, bloque_jusqu) VALUES ($1, 0, $2, $2) ON CONFLICT DO NOTHING',
      [octets(cle), instant],
    )
    const { rows } = await client.query<EtatFrein>(
      'SELECT essais, depuis, bloque_jusqu AS "bloqueJusqu" FROM freins WHERE cle = $1 FOR UPDATE',
      [octets(cle)],
    )
    const etat = rows[0] ?? null
    const issue = passer(etat, regle, instant)
    if (issue.permis)
      await client.query('UPDATE freins SET essais = $2, depuis = $3, bloque_jusqu = $4 WHERE cle = $1', [
        octets(cle),
        issue.suite.essais,
        issue.suite.depuis,
        issue.suite.bloqueJusqu,
      ])
    if (issue.permis && issue.suite.bloqueJusqu > instant) await noterAttente(client, cle)
    return issue
  })
  if (!passage.permis) throw new TropDEssais(passage.jusqu)
}

/** What a key may be of; whatever else stands there was typed by somebody, or is their address. */
const SORTES = new Set(['adresse', 'compte', 'numero', 'identifiant', 'appareil'])
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Once for each wait, when it begins; of an account when the key names one, of nobody's address or identifier. */
async function noterAttente(client: Ecriture, cle: string): Promise<void> {
  const [acte = '', sorte = '', qui = ''] = cle.split(':')
  const frein = acte === 'action' || SORTES.has(sorte) ? `${acte}:${sorte}` : acte
  const compteId = UUID.test(qui) ? qui : null
  await journaliser(client, {
    acte: 'ESSAIS_FREINES',
    compteId: null,
    role: 'INCONNU',
    objetType: compteId === null ? 'frein' : 'compte',
    objetId: compteId,
    resultat: 'REFUSE',
    donnees: { frein },
  })
}

/** After a success: the series is over for `cle`, in the transaction of that success. */
export async function oublierEssais(client: Ecriture, cle: string): Promise<void> {
  await client.query('DELETE FROM freins WHERE cle = $1', [octets(cle)])
}

/** After a success: that attempt is given back to the address, which may be a whole town hall. */
export async function rendreEssai(client: Ecriture, cle: string): Promise<void> {
  await client.query('UPDATE freins SET essais = greatest(essais - 1, 0) WHERE cle = $1', [octets(cle)])
}
