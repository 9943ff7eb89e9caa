import { SaisieRefusee } from '@/lib/formulaire/refus'
import { instantEnMots } from '@/lib/lexique/attente'
import { PHRASES_COURRIEL } from '@/lib/lexique/coordonnees'
import {
  courrielAdresseChangee,
  courrielAdresseDemandee,
  courrielNouvelleAdresse,
} from '@/lib/lexique/courriels/coordonnees'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { FREIN_ENVOI, TropDEssais } from '@/lib/server/frein'
import { annulerJetons, consommerJeton, creerJeton, DUREES_JETON } from '@/lib/server/jetons'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '../courriel/mutations'

const USAGE = 'CHANGEMENT_EMAIL'
const adresseDe = (chemin: string): string => new URL(chemin, env().PORTAIL_URL).href

interface CompteVise {
  readonly email: string
  readonly nouveau: string | null
  readonly demande_le: Date | null
}

/** The account and what it waits for, held until the end of the transaction. */
async function tenirCompte(client: Ecriture, compteId: string): Promise<CompteVise> {
  await client.query('SELECT FROM comptes WHERE id = $1 FOR UPDATE', [compteId])
  const { rows } = await client.query<CompteVise>(
    `SELECT c.email, h.nouveau, h.demande_le FROM comptes c LEFT JOIN changements_courriel h ON h.compte_id = c.id
        AND h.confirme_le IS NULL AND h.abandonne_le IS NULL WHERE c.id = $1`,
    [compteId],
  )
  const [compte] = rows
  if (compte === undefined) throw new Error('compte disparu')
  return compte
}

/** When what was asked on that day, with a proof of who asked, can no longer be confirmed: another link does not put it off. */
const finDe = (demandeLe: Date): Date => new Date(demandeLe.getTime() + DUREES_JETON[USAGE])

const estVivante = ({ demande_le }: CompteVise, instant: Date): boolean =>
  demande_le !== null && instant < finDe(demande_le)

/**
 * Asks for another e-mail: it counts once its link is followed; the present one is warned. The same request again, while its link lives,
 * sends nothing more. @throws {SaisieRefusee} @throws {TropDEssais}
 */
export async function demanderCourriel(acteur: PorteeAdherent, email: string, instant: Date): Promise<void> {
  const { compteId } = acteur
  await ecrire(SYSTEME, async (client) => {
    const compte = await tenirCompte(client, compteId)
    if (compte.email === email) throw new SaisieRefusee({ champ: 'email', message: PHRASES_COURRIEL.MEME })
    if (compte.nouveau === email && estVivante(compte, instant)) return
    await freiner(client, compteId, instant)
    await fermerAttente(client, compteId, instant)
    await client.query(
      'INSERT INTO changements_courriel (compte_id, ancien, nouveau, demande_le) VALUES ($1, $2, $3, $4)',
      [compteId, compte.email, email, instant],
    )
    await envoyerLien(client, compteId, email, { instant, demandeLe: instant })
    await envoyerCourriel(
      client,
      compte.email,
      courrielAdresseDemandee(instantEnMots(instant), adresseDe('/acces-perdu'), signature()),
      compteId,
    )
    await noter(client, compteId, 'COURRIEL_DEMANDE')
  })
}

const HEURE = 3_600_000

/** As many mails in an hour as any other form sends; counted on this connection, which holds the account. @throws {TropDEssais} */
async function freiner(client: Ecriture, compteId: string, instant: Date): Promise<void> {
  const { rows } = await client.query<{ nombre: number; premiere: Date | null }>(
    'SELECT count(*)::int AS nombre, min(cree_le) AS premiere FROM jetons WHERE compte_id = $1 AND usage = $2 AND cree_le > $3',
    [compteId, USAGE, new Date(instant.getTime() - HEURE)],
  )
  const { nombre, premiere } = rows[0] ?? { nombre: 0, premiere: null }
  if (premiere !== null && nombre >= FREIN_ENVOI.libres)
    throw new TropDEssais(new Date(premiere.getTime() + HEURE))
}

const fermerAttente = (client: Ecriture, compteId: string, instant: Date) =>
  client.query(
    'UPDATE changements_courriel SET abandonne_le = $2 WHERE compte_id = $1 AND confirme_le IS NULL AND abandonne_le IS NULL',
    [compteId, instant],
  )

async function envoyerLien(
  client: Ecriture,
  compteId: string,
  email: string,
  { instant, demandeLe }: { readonly instant: Date; readonly demandeLe: Date },
): Promise<void> {
  const jeton = await creerJeton(client, USAGE, compteId, instant, finDe(demandeLe))
  const url = adresseDe(`/confirmer-mon-nouveau-courriel?jeton=${jeton}`)
  await envoyerCourriel(client, email, courrielNouvelleAdresse(url, signature()), compteId)
}

/**
 * Another link to the same address; the former one is dead. Nobody proves who they are here: it lives no longer than the request.
 * @throws {SaisieRefusee} @throws {TropDEssais}
 */
export async function renvoyerLien({ compteId }: PorteeAdherent, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const compte = await tenirCompte(client, compteId)
    const { nouveau, demande_le: demandeLe } = compte
    if (nouveau === null || demandeLe === null)
      throw new SaisieRefusee({ champ: '', message: PHRASES_COURRIEL.RIEN_EN_ATTENTE })
    if (!estVivante(compte, instant))
      throw new SaisieRefusee({ champ: '', message: PHRASES_COURRIEL.TROP_TARD })
    await freiner(client, compteId, instant)
    await envoyerLien(client, compteId, nouveau, { instant, demandeLe })
    await noter(client, compteId, 'COURRIEL_DEMANDE')
  })
}

/** Nothing changes, and the link opens nothing. @throws {SaisieRefusee} when nothing waited. */
export async function abandonnerChangement({ compteId }: PorteeAdherent, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const { nouveau } = await tenirCompte(client, compteId)
    if (nouveau === null) throw new SaisieRefusee({ champ: '', message: PHRASES_COURRIEL.RIEN_EN_ATTENTE })
    await fermerAttente(client, compteId, instant)
    await annulerJetons(client, USAGE, compteId, instant)
    await noter(client, compteId, 'COURRIEL_ABANDONNE')
  })
}

/** The link of the mail, pressed by a person: the new address counts, the former one hears of it. @throws {SaisieRefusee} */
export async function confirmerNouveauCourriel(jeton: string, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const consomme = await consommerJeton(client, USAGE, jeton, instant)
    const compteId = consomme?.compteId ?? null
    const mort = () => new SaisieRefusee({ champ: '', message: PHRASES_COURRIEL.LIEN_MORT })
    if (compteId === null) throw mort()
    const { email: ancien, nouveau } = await tenirCompte(client, compteId)
    const { rowCount } = await client.query(
      `UPDATE comptes SET email = $2, email_confirme_le = $3 WHERE id = $1 AND statut = 'ACTIF'`,
      [compteId, nouveau ?? ancien, instant],
    )
    if (nouveau === null || rowCount !== 1) throw mort()
    await client.query(
      'UPDATE changements_courriel SET confirme_le = $2 WHERE compte_id = $1 AND confirme_le IS NULL AND abandonne_le IS NULL',
      [compteId, instant],
    )
    // A link for lost access that is still in the former mailbox.
    await annulerJetons(client, 'ACCES_PERDU', compteId, instant)
    await envoyerCourriel(
      client,
      ancien,
      courrielAdresseChangee(instantEnMots(instant), adresseDe('/acces-perdu'), signature()),
      compteId,
    )
    await noter(client, compteId, 'COURRIEL_CHANGE')
  })
}

const noter = (client: Ecriture, compteId: string, acte: ActeJournal): Promise<void> =>
  journaliser(client, {
    acte,
    compteId,
    role: acte === 'COURRIEL_CHANGE' ? 'TITULAIRE' : 'ADHERENT',
    objetType: 'compte',
    objetId: compteId,
    resultat: 'FAIT',
  })
