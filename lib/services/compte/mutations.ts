import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_COMPTE, VERSION_CONDITIONS } from '@/lib/lexique/acces'
import { instantEnMots } from '@/lib/lexique/attente'
import {
  courrielAccesPerdu,
  courrielConfirmation,
  courrielMotDePasseChange,
} from '@/lib/lexique/courriels/acces'
import { aujourdhui, maintenant } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import {
  compterEssai,
  FREIN_ADRESSE,
  FREIN_COMPTE,
  FREIN_ENVOI,
  oublierEssais,
  rendreEssai,
} from '@/lib/server/frein'
import { normaliserCodeAcces, normaliserNumeroAdherent } from '@/lib/server/identifiant'
import { annulerJetons, consommerJeton, creerJeton, lireJeton } from '@/lib/server/jetons'
import { type Contenus, envoyerTravail, type Travail } from '@/lib/server/jobs'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { hacher } from '@/lib/server/mot-de-passe'
import { SYSTEME } from '@/lib/server/portee'
import { reprocheMotDePasse } from '@/lib/server/robustesse'
import type { Visite } from '@/lib/server/visite'
import { cleDuCompte } from '@/lib/services/connexion/mutations'
import { envoyerCourriel, signature } from '@/lib/services/courriel/mutations'
import { cibleEssayee, surveillerEssais } from '../essais-repartis/mutations'
import { fermerLesPortes } from '../portes/mutations'
import { type PorteurDeCarte, refusInscription } from './access'
import {
  type CompteAccessible,
  loadCompteAccessible,
  loadComptesAccessibles,
  loadIdentite,
  loadMotsPropres,
  loadPorteurDeCarte,
} from './data'

const lien = (chemin: string, jeton: string): string =>
  new URL(`${chemin}?jeton=${jeton}`, env().PORTAIL_URL).href

interface Carte {
  readonly numeroAdherent: string
  readonly codeAcces: string
}

/** Whose card this is, by its number and code. @throws {SaisieRefusee} @throws {TropDEssais} */
export async function lireCarte(saisie: Carte, visite: Visite): Promise<PorteurDeCarte> {
  const cleAdresse = `inscription:adresse:${visite.adresse}`
  const cleNumero = `inscription:numero:${normaliserNumeroAdherent(saisie.numeroAdherent)}`
  await compterEssai(cleAdresse, FREIN_ADRESSE, visite.instant)
  await compterEssai(cleNumero, FREIN_COMPTE, visite.instant)
  const porteur = await loadPorteurDeCarte(saisie.numeroAdherent, saisie.codeAcces)
  if (porteur === null) {
    await ecrire(SYSTEME, (client) => refuserCarte(client, saisie.numeroAdherent))
    throw new SaisieRefusee({ champ: '', message: PHRASES_COMPTE.carteInconnue })
  }
  await ecrire(SYSTEME, async (client) => {
    await oublierEssais(client, cleNumero)
    await rendreEssai(client, cleAdresse)
  })
  return porteur
}

/** Step 1: number and code of a card. Returns the person. @throws {SaisieRefusee} @throws {TropDEssais} */
export async function reconnaitreCarte(saisie: Carte, visite: Visite): Promise<string> {
  const porteur = await lireCarte(saisie, visite)
  const refus = refusInscription(porteur, aujourdhui())
  if (refus !== null) throw new SaisieRefusee({ champ: '', message: PHRASES_COMPTE[refus] })
  return porteur.personneId
}

/** Step 2: e-mail and password. The account exists from here on, but opens nothing. @throws {SaisieRefusee} */
export async function choisirIdentifiants(
  personneId: string,
  saisie: { readonly email: string; readonly motDePasse: string },
  instant: Date,
): Promise<void> {
  const identite = await ecrire(SYSTEME, (client) => loadIdentite(client, personneId))
  const { nom, prenom, dateNaissance } = identite
  const propres = [saisie.email, nom, prenom, dateNaissance, dateNaissance.replaceAll('-', '')]
  exigerBonMotDePasse(saisie.motDePasse, propres)
  const hache = await hacher(saisie.motDePasse)
  await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche, mot_de_passe) VALUES ('ADHERENT', 'EN_ATTENTE', $1, $2, $3, $4)
       ON CONFLICT (personne_id) DO UPDATE SET email = $2, mot_de_passe = $4, conditions_version = NULL, conditions_acceptees_le = NULL
       WHERE comptes.statut = 'EN_ATTENTE' RETURNING id`,
      [personneId, saisie.email, `${prenom} ${nom}`, hache],
    )
    const compte = rows[0]
    if (compte === undefined) throw new SaisieRefusee({ champ: '', message: PHRASES_COMPTE.COMPTE_EXISTANT })
    await annulerJetons(client, 'CONFIRMATION_EMAIL', compte.id, instant)
    await consigner(client, 'IDENTIFIANTS_CHOISIS', compte.id)
  })
}

function exigerBonMotDePasse(motDePasse: string, propres: readonly string[]): void {
  const reproche = reprocheMotDePasse(motDePasse, propres)
  if (reproche !== null) throw new SaisieRefusee({ champ: 'motDePasse', message: reproche })
}

/** Step 3: conditions accepted; the link goes out. A second submission sends nothing more. @throws {SaisieRefusee} */
export async function accepterConditions(personneId: string, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string; email: string }>(
      `UPDATE comptes SET conditions_version = $2, conditions_acceptees_le = $3
       WHERE personne_id = $1 AND statut = 'EN_ATTENTE' AND mot_de_passe IS NOT NULL AND conditions_acceptees_le IS NULL RETURNING id, email`,
      [personneId, VERSION_CONDITIONS, instant],
    )
    const compte = rows[0]
    if (compte === undefined) return
    await envoyerConfirmation(client, compte, instant)
    await consigner(client, 'COMPTE_CREE', compte.id)
  })
}

async function envoyerConfirmation(
  client: Ecriture,
  compte: { readonly id: string; readonly email: string },
  instant: Date,
): Promise<void> {
  const jeton = await creerJeton(client, 'CONFIRMATION_EMAIL', compte.id, instant)
  const modele = courrielConfirmation(lien('/confirmer-mon-adresse', jeton), signature())
  await envoyerCourriel(client, compte.email, modele, compte.id)
}

/** The link of the mail, pressed by a person. @throws {SaisieRefusee} when it was used or is too old. */
export async function confirmerAdresse(jeton: string, instant: Date): Promise<void> {
  await ecrire(SYSTEME, async (client) => {
    const consomme = await consommerJeton(client, 'CONFIRMATION_EMAIL', jeton, instant)
    const { rowCount } = await client.query(
      `UPDATE comptes SET statut = 'ACTIF', email_confirme_le = $2
       WHERE id = $1 AND statut = 'EN_ATTENTE' AND conditions_acceptees_le IS NOT NULL`,
      [consomme?.compteId ?? null, instant],
    )
    if (consomme?.compteId == null || rowCount !== 1)
      throw new SaisieRefusee({ champ: '', message: PHRASES_COMPTE.lienMort })
    await consigner(client, 'COMPTE_ACTIVE', consomme.compteId)
  })
}

/**
 * Opens an account without the mail: the addresses of the demonstration receive nothing. False when there is nothing to open.
 * @throws {Error} outside the demonstration.
 */
export async function ouvrirCompteDemonstration(personneId: string, instant: Date): Promise<boolean> {
  if (env().PORTAIL_DEMO !== '1')
    throw new Error('un compte ne s’ouvre sans courriel que pour la démonstration')
  return ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE comptes SET statut = 'ACTIF', email_confirme_le = $2, conditions_version = $3, conditions_acceptees_le = $2
       WHERE personne_id = $1 AND statut = 'EN_ATTENTE' AND mot_de_passe IS NOT NULL RETURNING id`,
      [personneId, instant, VERSION_CONDITIONS],
    )
    const compte = rows[0]
    if (compte === undefined) return false
    await consigner(client, 'COMPTE_CREE', compte.id)
    await consigner(client, 'COMPTE_ACTIVE', compte.id)
    return true
  })
}

/** A new link in place of one that is dead. Says nothing of what was found. @throws {TropDEssais} */
export async function renvoyerConfirmation(jeton: string, visite: Visite): Promise<void> {
  await compterEssai(`renvoi:adresse:${visite.adresse}`, FREIN_ADRESSE, visite.instant)
  const { compteId } = await lireJeton('CONFIRMATION_EMAIL', jeton, visite.instant)
  if (compteId === null) return
  await compterEssai(`renvoi:compte:${compteId}`, FREIN_ENVOI, visite.instant)
  await ecrire(SYSTEME, async (client) => {
    const compte = await loadCompteAccessible(client, compteId)
    if (compte?.statut !== 'EN_ATTENTE' || !compte.conditions) return
    await envoyerConfirmation(client, compte, visite.instant)
    await consigner(client, 'CONFIRMATION_RENVOYEE', compteId)
  })
}

/** Only notes the request: looking for the account is the worker's, so that a known and an unknown one take the same time. */
export async function demanderAcces(identifiant: string, visite: Visite): Promise<void> {
  await compterEssai(`acces-perdu:adresse:${visite.adresse}`, FREIN_ADRESSE, visite.instant)
  // However it is typed, it is the same mailbox.
  const qui = normaliserEmail(identifiant) ?? normaliserCodeAcces(identifiant)
  await compterEssai(`acces-perdu:${qui}`, FREIN_ENVOI, visite.instant)
  await ecrire(SYSTEME, (client) => envoyerTravail(client, 'acces-perdu', { identifiant }))
}

/** The worker's part: one mail to the address, with a link for each account that has it. */
export async function traiterAccesPerdu({ contenu }: Travail<Contenus['acces-perdu']>): Promise<void> {
  const instant = maintenant()
  await ecrire(SYSTEME, async (client) => {
    const comptes = await loadComptesAccessibles(client, contenu.identifiant)
    for (const compte of comptes.filter(({ statut, conditions }) => statut === 'EN_ATTENTE' && conditions))
      await envoyerConfirmation(client, compte, instant)
    await envoyerAcces(
      client,
      comptes.filter(({ statut }) => statut === 'ACTIF'),
      instant,
    )
  })
}

/** All of these accounts have the same address. */
async function envoyerAcces(
  client: Ecriture,
  comptes: readonly CompteAccessible[],
  instant: Date,
): Promise<void> {
  const [premier] = comptes
  if (premier === undefined) return
  const acces: { prenom: string; url: string }[] = []
  for (const compte of comptes) {
    const jeton = await creerJeton(client, 'ACCES_PERDU', compte.id, instant)
    acces.push({ prenom: compte.prenom, url: lien('/nouveau-mot-de-passe', jeton) })
  }
  const seul = comptes.length === 1 ? premier.id : null
  await envoyerCourriel(client, premier.email, courrielAccesPerdu(acces, signature()), seul)
  for (const { id } of comptes) await consigner(client, 'ACCES_PERDU_DEMANDE', id)
}

/**
 * A new password by a link: every session of the account ends, and whatever the former password had begun; its throttle is lifted, and its
 * owner is told. Opens no session.
 * @throws {SaisieRefusee}
 */
export async function changerMotDePasse(
  saisie: { readonly jeton: string; readonly motDePasse: string },
  instant: Date,
): Promise<void> {
  const { etat, compteId } = await lireJeton('ACCES_PERDU', saisie.jeton, instant)
  const mort = () => new SaisieRefusee({ champ: '', message: PHRASES_COMPTE.lienMort })
  if (etat !== 'VALIDE' || compteId === null) throw mort()
  exigerBonMotDePasse(saisie.motDePasse, await ecrire(SYSTEME, (client) => loadMotsPropres(client, compteId)))
  const hache = await hacher(saisie.motDePasse)
  await ecrire(SYSTEME, async (client) => {
    if ((await consommerJeton(client, 'ACCES_PERDU', saisie.jeton, instant)) === null) throw mort()
    const compte = await loadCompteAccessible(client, compteId)
    if (compte?.statut !== 'ACTIF') throw mort()
    await client.query('UPDATE comptes SET mot_de_passe = $2 WHERE id = $1', [compteId, hache])
    const par = { compteId, role: 'TITULAIRE' }
    await oublierEssais(client, cleDuCompte(compteId))
    const { courrielAbandonne } = await fermerLesPortes(client, compteId, { par, instant })
    const urlAcces = new URL('/acces-perdu', env().PORTAIL_URL).href
    const modele = courrielMotDePasseChange(
      { quand: instantEnMots(instant), urlAcces, depuisEspace: false, courrielAbandonne },
      signature(),
    )
    await envoyerCourriel(client, compte.email, modele, compteId)
    await consigner(client, 'MOT_DE_PASSE_CHANGE', compteId)
  })
}

/** Nobody is named: what was typed is nobody's card. */
async function refuserCarte(client: Ecriture, numero: string): Promise<void> {
  await journaliser(client, {
    acte: 'CARTE_REFUSEE',
    compteId: null,
    role: 'INCONNU',
    objetType: 'carte',
    objetId: null,
    resultat: 'REFUSE',
    donnees: { cible: cibleEssayee(normaliserNumeroAdherent(numero)) },
  })
  await surveillerEssais(client)
}

/** Whoever holds a link of the account's address, or its card, acts as the account. */
const consigner = (client: Ecriture, acte: ActeJournal, compteId: string): Promise<void> =>
  journaliser(client, {
    acte,
    compteId,
    role: 'TITULAIRE',
    objetType: 'compte',
    objetId: compteId,
    resultat: 'FAIT',
  })
