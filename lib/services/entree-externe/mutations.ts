import type { RefusLien } from '@/lib/lexique/identites'
import { ecrire } from '@/lib/server/db'
import type { Fournisseur } from '@/lib/server/fournisseurs'
import { compterEssai, FREIN_ADRESSE } from '@/lib/server/frein'
import { log } from '@/lib/server/log'
import { adresseSortie, EchecFournisseur, lireRetour, preparerAller, type Reponse } from '@/lib/server/oidc'
import { type Acteur, SYSTEME } from '@/lib/server/portee'
import type { Visite } from '@/lib/server/visite'
import { type Demarche, prendreDemarche } from '../demarche-externe/data'
import { deposerDemarche } from '../demarche-externe/mutations'
import { roleDe } from '../identite-externe/access'
import { fournisseurDe, loadCompteRelie } from '../identite-externe/data'
import { consigner, type EntreeExterne, entrerPar } from '../identite-externe/mutations'

interface Depart {
  readonly retour: string | null
  /** To link an open account. */
  readonly lien: boolean
}

/** Away to the provider: the address there, and the secret of the step. @throws {EchecFournisseur} @throws {TropDEssais} */
export async function partir(
  fournisseur: Fournisseur,
  depart: Depart,
  visite: Visite,
): Promise<{ readonly adresse: string; readonly secret: string }> {
  await compterEssai(`externe:adresse:${visite.adresse}`, FREIN_ADRESSE, visite.instant)
  try {
    const { adresse, secrets } = await preparerAller(fournisseur)
    const secret = await ecrire(SYSTEME, (client) =>
      deposerDemarche(
        client,
        { etape: 'ALLER', fournisseur: fournisseur.id, contenu: { ...secrets, ...depart } },
        visite.instant,
      ),
    )
    return { adresse, secret }
  } catch (erreur) {
    if (erreur instanceof EchecFournisseur) await noterEchec(fournisseur, erreur)
    throw erreur
  }
}

/** What coming back comes to. */
export type Arrivee =
  | ({ readonly type: 'ENTREE'; readonly retour: string | null } & EntreeExterne)
  /** Known by the provider, not by us: to be linked. */
  | { readonly type: 'A_LIER'; readonly secret: string }
  /** Asked from an open account. */
  | { readonly type: 'LIEN_REFUSE'; readonly motif: RefusLien }
  | { readonly type: 'COMPTE_FERME' }

export interface Retour {
  /** Of the step, from the cookie. */
  readonly secret: string | null
  /** The query of the address the provider sent the browser to. */
  readonly recherche: string
  /** Who is logged in here. */
  readonly acteur: Acteur | null
}

/** Back from the provider. Nothing is written before everything it says is proved. @throws {EchecFournisseur} */
export async function revenir(
  fournisseur: Fournisseur,
  { secret, recherche, acteur }: Retour,
  visite: Visite,
): Promise<Arrivee> {
  try {
    const { contenu } = await reprendre(fournisseur, secret, visite.instant)
    const reponse = await lireRetour(fournisseur, recherche, contenu)
    return await recevoir(fournisseur, reponse, { ...contenu, acteur }, visite)
  } catch (erreur) {
    if (erreur instanceof EchecFournisseur) await noterEchec(fournisseur, erreur)
    throw erreur
  }
}

/** The step is over from here on, whatever the answer is worth: the same address asked again finds nothing. */
async function reprendre(
  fournisseur: Fournisseur,
  secret: string | null,
  instant: Date,
): Promise<Demarche<'ALLER'>> {
  const demarche =
    secret === null
      ? null
      : await ecrire(SYSTEME, (client) => prendreDemarche(client, 'ALLER', secret, instant))
  if (demarche === null || demarche.fournisseur !== fournisseur.id)
    throw new EchecFournisseur('REPONSE', 'démarche inconnue')
  return demarche
}

async function noterEchec({ id }: Fournisseur, { nature, detail }: EchecFournisseur): Promise<void> {
  log.warn({ evenement: 'entree-externe-refusee', fournisseur: id, nature, detail })
  await ecrire(SYSTEME, (client) => consigner(client, 'CONNEXION_REFUSEE', null, id, nature))
}

async function recevoir(
  fournisseur: Fournisseur,
  reponse: Reponse,
  { lien, retour, acteur }: Depart & { readonly acteur: Acteur | null },
  visite: Visite,
): Promise<Arrivee> {
  const issue = await ecrire(SYSTEME, async (client): Promise<Arrivee | null> => {
    const compte = await loadCompteRelie(client, reponse)
    if (compte === null) return null
    if (lien) {
      const motif = compte.id === acteur?.compteId ? 'DEJA' : 'DEJA_AILLEURS'
      const demandeur = acteur === null ? null : { id: acteur.compteId, role: roleDe(acteur) }
      await consigner(client, 'IDENTITE_RELIEE', demandeur, fournisseur.id, motif)
      return { type: 'LIEN_REFUSE', motif }
    }
    if (compte.statut !== 'ACTIF') {
      await consigner(client, 'CONNEXION_REFUSEE', compte, fournisseur.id, compte.statut)
      return { type: 'COMPTE_FERME' }
    }
    return {
      type: 'ENTREE',
      retour,
      ...(await entrerPar(client, fournisseur, compte, reponse, visite)),
    }
  })
  return issue ?? deposerInconnue(fournisseur, reponse, retour, visite)
}

async function deposerInconnue(
  fournisseur: Fournisseur,
  { emetteur, sujet, idToken, lireCivile }: Reponse,
  retour: string | null,
  visite: Visite,
): Promise<Arrivee> {
  const civile = fournisseur.public === 'ADHERENTS' ? await lireCivile() : null
  const contenu = {
    emetteur,
    sujet,
    retour,
    idToken: fournisseur.deconnexion ? idToken : null,
    civile: civile === null ? null : { ...civile, noms: [...civile.noms] },
  }
  const secret = await ecrire(SYSTEME, (client) =>
    deposerDemarche(client, { etape: 'A_LIER', fournisseur: fournisseur.id, contenu }, visite.instant),
  )
  return { type: 'A_LIER', secret }
}

/** Where the browser tells the provider of a logout that is done here; null: nowhere to go, or it does not answer. */
export async function adresseDeSortie(secret: string | null, instant: Date): Promise<string | null> {
  if (secret === null) return null
  const demarche = await ecrire(SYSTEME, (client) => prendreDemarche(client, 'SORTIE', secret, instant))
  const fournisseur = demarche === null ? null : fournisseurDe(demarche.fournisseur)
  if (demarche === null || fournisseur === null) return null
  try {
    return await adresseSortie(fournisseur, demarche.contenu.idToken)
  } catch (erreur) {
    if (!(erreur instanceof EchecFournisseur)) throw erreur
    log.warn({ evenement: 'sortie-externe-impossible', fournisseur: fournisseur.id, detail: erreur.detail })
    return null
  }
}
