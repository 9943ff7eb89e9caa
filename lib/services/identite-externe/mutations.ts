import type { RoleCompte } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_COMPTE, PHRASES_CONNEXION } from '@/lib/lexique/acces'
import { instantEnMots } from '@/lib/lexique/attente'
import { courrielIdentiteReliee, courrielIdentiteRetiree } from '@/lib/lexique/courriels/identites'
import { PHRASES_IDENTITE, PHRASES_LIEN, type RefusLien } from '@/lib/lexique/identites'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import type { Fournisseur } from '@/lib/server/fournisseurs'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import type { Visite } from '@/lib/server/visite'
import { refusInscription } from '../compte/access'
import { loadIdentite } from '../compte/data'
import { lireCarte } from '../compte/mutations'
import { envoyerCourriel, signature } from '../courriel/mutations'
import { prendreDemarche, regarderDemarche } from '../demarche-externe/data'
import { deposerDemarche } from '../demarche-externe/mutations'
import { type Entree, entrer } from '../entree/mutations'
import { loadNatures } from '../facteur/data'
import { estLaPersonne, peutOuvrir } from './access'
import { type CompteRelie, fournisseurDe, loadCompte, loadCompteDe, loadCompteRelie } from './data'

/** Who the provider says it is: the key, and what its logout will ask for. */
export interface Prouvee {
  readonly emetteur: string
  readonly sujet: string
  readonly idToken: string | null
}

/** A way in, and what to keep to tell the provider of the way out. */
export interface EntreeExterne {
  readonly entree: Entree
  readonly sortie: string | null
}

/** A refusal that is in the journal already: nothing else was written. */
export class LienRefuse extends SaisieRefusee {
  constructor(
    readonly motif: RefusLien,
    readonly fournisseur: Fournisseur,
  ) {
    super({ champ: '', message: PHRASES_LIEN[motif](fournisseur.libelle) })
  }
}

/** Opens the account that is linked, by the one door. @throws {SaisieRefusee} when it is not active. */
export async function entrerPar(
  client: Ecriture,
  fournisseur: Fournisseur,
  compte: CompteRelie,
  prouvee: Prouvee,
  visite: Visite,
): Promise<EntreeExterne> {
  if (compte.statut !== 'ACTIF')
    throw new SaisieRefusee({ champ: '', message: PHRASES_CONNEXION[compte.statut] })
  await client.query('UPDATE identites_externes SET vue_le = $3 WHERE emetteur = $1 AND sujet = $2', [
    prouvee.emetteur,
    prouvee.sujet,
    visite.instant,
  ])
  const sortie = await garderSortie(client, fournisseur, prouvee, visite.instant)
  return { entree: await entrer(client, compte, 'OIDC', visite), sortie }
}

/** Only where the provider wants to be told; sealed, until the logout or twelve hours. */
const garderSortie = async (
  client: Ecriture,
  { id, deconnexion }: Fournisseur,
  { idToken }: Prouvee,
  instant: Date,
): Promise<string | null> =>
  deconnexion && idToken !== null
    ? deposerDemarche(client, { etape: 'SORTIE', fournisseur: id, contenu: { idToken } }, instant)
    : null

/** One identity opens one account, and an account has one identity of a provider. Null: linked. */
async function lier(
  client: Ecriture,
  fournisseur: Fournisseur,
  compte: CompteRelie,
  { emetteur, sujet }: Prouvee,
  visite: Visite,
): Promise<RefusLien | null> {
  const motif = await ecrireLien(client, fournisseur, compte, { emetteur, sujet }, visite.instant)
  if (motif === 'DEJA') return null
  if (motif === null) await prevenir(client, courrielIdentiteReliee, fournisseur.libelle, compte, visite)
  await consigner(client, 'IDENTITE_RELIEE', compte, fournisseur.id, motif)
  return motif
}

async function ecrireLien(
  client: Ecriture,
  fournisseur: Fournisseur,
  compte: CompteRelie,
  { emetteur, sujet }: Pick<Prouvee, 'emetteur' | 'sujet'>,
  instant: Date,
): Promise<RefusLien | null> {
  if (!peutOuvrir(fournisseur, compte.role)) return 'PAS_CE_COMPTE'
  const { rowCount } = await client.query(
    `INSERT INTO identites_externes (compte_id, fournisseur, emetteur, sujet, liee_le) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [compte.id, fournisseur.id, emetteur, sujet, instant],
  )
  if (rowCount === 1) return null
  const autre = await loadCompteRelie(client, { emetteur, sujet })
  if (autre === null) return 'DEJA_UNE'
  return autre.id === compte.id ? 'DEJA' : 'DEJA_AILLEURS'
}

/** What waits to be linked, taken once. @throws {SaisieRefusee} when it is over. */
async function prendreALier(client: Ecriture, secret: string | null, instant: Date) {
  const demarche = secret === null ? null : await prendreDemarche(client, 'A_LIER', secret, instant)
  const fournisseur = demarche === null ? null : fournisseurDe(demarche.fournisseur)
  if (demarche === null || fournisseur === null)
    throw new SaisieRefusee({ champ: '', message: PHRASES_IDENTITE.TROP_TARD })
  return { fournisseur, prouvee: demarche.contenu }
}

/** Before anything else is asked: is there still something to link? @throws {SaisieRefusee} */
export async function exigerALier(secret: string | null, instant: Date): Promise<void> {
  if ((await regarderDemarche('A_LIER', secret, instant)) === null)
    throw new SaisieRefusee({ champ: '', message: PHRASES_IDENTITE.TROP_TARD })
}

interface Reliee {
  readonly retour: string | null
  readonly sortie: string | null
}

/**
 * Somebody has come back from the provider, and has proved otherwise that this account is theirs: the identity opens it from now on. The
 * caller asks for that proof in the same act. @throws {SaisieRefusee}
 */
export async function relierCompte(secret: string | null, compteId: string, visite: Visite): Promise<Reliee> {
  const issue = await ecrire(SYSTEME, async (client) => {
    const { fournisseur, prouvee } = await prendreALier(client, secret, visite.instant)
    const refus = await lier(client, fournisseur, await loadCompte(client, compteId), prouvee, visite)
    if (refus !== null) return { refus, fournisseur }
    const sortie = await garderSortie(client, fournisseur, prouvee, visite.instant)
    return { refus, retour: prouvee.retour, sortie }
  })
  if (issue.refus !== null) throw new LienRefuse(issue.refus, issue.fournisseur)
  return issue
}

/**
 * The same, by one's card: enough only where the provider certifies that whoever is there is the person of the card, which every
 * pharmacist has seen. @throws {SaisieRefusee} @throws {TropDEssais}
 */
export async function relierParCarte(
  secret: string | null,
  carte: { readonly numeroAdherent: string; readonly codeAcces: string },
  visite: Visite,
): Promise<CarteReliee> {
  const vue = await regarderDemarche('A_LIER', secret, visite.instant)
  const fournisseur = vue === null ? null : fournisseurDe(vue.fournisseur)
  if (vue === null || fournisseur === null || fournisseur.public !== 'ADHERENTS')
    throw new SaisieRefusee({ champ: '', message: PHRASES_IDENTITE.TROP_TARD })
  const porteur = await lireCarte(carte, visite)
  if (porteur.compte === null || porteur.compte === 'EN_ATTENTE') {
    const refus = refusInscription(porteur, aujourdhui())
    if (refus !== null) throw new SaisieRefusee({ champ: '', message: PHRASES_COMPTE[refus] })
    return { type: 'INSCRIPTION', personneId: porteur.personneId }
  }
  const { civile } = vue.contenu
  if (civile === null)
    throw new SaisieRefusee({
      champ: '',
      message: PHRASES_IDENTITE.SANS_ETAT_CIVIL(fournisseur.libelle),
    })
  const issue = await ecrire(SYSTEME, async (client) => {
    const compte = await loadCompteDe(client, porteur.personneId)
    if ((await loadNatures(client, compte.id)).length > 0) return 'SECOND_FACTEUR' as const
    if (!estLaPersonne(civile, await loadIdentite(client, porteur.personneId))) {
      await consigner(client, 'IDENTITE_RELIEE', compte, fournisseur.id, 'AUTRE_PERSONNE')
      return 'AUTRE_PERSONNE' as const
    }
    const { prouvee } = await prendreALier(client, secret, visite.instant)
    const refus = await lier(client, fournisseur, compte, prouvee, visite)
    if (refus !== null) return refus
    return { ...(await entrerPar(client, fournisseur, compte, prouvee, visite)), retour: prouvee.retour }
  })
  if (issue === 'SECOND_FACTEUR')
    throw new SaisieRefusee({ champ: '', message: PHRASES_IDENTITE.SECOND_FACTEUR })
  if (typeof issue === 'string') throw new LienRefuse(issue, fournisseur)
  return { type: 'ENTREE', ...issue }
}

/** A card without an account leads to the creation of one. */
export type CarteReliee =
  | ({ readonly type: 'ENTREE'; readonly retour: string | null } & EntreeExterne)
  | { readonly type: 'INSCRIPTION'; readonly personneId: string }

/** This identity opens the account no more. The caller has asked for a fresh proof. @throws {SaisieRefusee} */
export async function retirerIdentite(acteur: Acteur, identiteId: string, visite: Visite): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ fournisseur: string }>(
      'DELETE FROM identites_externes WHERE id = $1 AND compte_id = $2 RETURNING fournisseur',
      [identiteId, acteur.compteId],
    )
    const retiree = rows[0]
    if (retiree === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_IDENTITE.INTROUVABLE })
    const compte = await loadCompte(client, acteur.compteId)
    const libelle = fournisseurDe(retiree.fournisseur)?.libelle ?? retiree.fournisseur
    await prevenir(client, courrielIdentiteRetiree, libelle, compte, visite)
    await consigner(client, 'IDENTITE_RETIREE', compte, retiree.fournisseur, null)
  })
}

/** Whatever the provider answers, the owner reads of it at the address the account has here. */
async function prevenir(
  client: Ecriture,
  modele: typeof courrielIdentiteReliee,
  libelle: string,
  { id, email }: CompteRelie,
  { instant }: Visite,
): Promise<void> {
  const urlAcces = new URL('/acces-perdu', env().PORTAIL_URL).href
  const quand = instantEnMots(instant)
  await envoyerCourriel(client, email, modele({ libelle, quand, urlAcces }, signature()), id)
}

export const consigner = (
  client: Ecriture,
  acte: Extract<ActeJournal, 'IDENTITE_RELIEE' | 'IDENTITE_RETIREE' | 'CONNEXION_REFUSEE'>,
  compte: { readonly id: string; readonly role: RoleCompte } | null,
  fournisseur: string,
  motif: string | null,
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId: compte?.id ?? null,
    role: compte?.role ?? 'INCONNU',
    objetType: 'compte',
    objetId: compte?.id ?? null,
    resultat: motif === null ? 'FAIT' : 'REFUSE',
    donnees: motif === null ? { fournisseur } : { fournisseur, motif },
  })
