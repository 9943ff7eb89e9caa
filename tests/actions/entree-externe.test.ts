import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  relierMonEspace,
  relierParMaCarte,
  relierParMotDePasse,
} from '@/app/(public)/relier-mon-identite/actions'
import { retirerUneIdentite } from '@/app/adherent/mon-compte/identites/actions'
import { GET as suiteDeSortie } from '@/app/deconnexion/fournisseur/suite/route'
import { POST as deconnecter } from '@/app/deconnexion/route'
import { VIERGE } from '@/lib/formulaire/etat'
import { SYSTEME } from '@/lib/server/portee'
import { acteurCourant, inscriptionCourante } from '@/lib/server/session'
import { purgerDemarches } from '@/lib/services/demarche-externe/mutations'
import { lireFournisseurs, loadIdentites } from '@/lib/services/identite-externe/data'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { BON_MOT_DE_PASSE, creerPersonne, lignes, travauxEnAttente } from '../support/comptes'
import { aller, retour } from '../support/danse-externe'
import { donnerApplication } from '../support/facteurs'
import { CLIENT, demarrerFournisseur, NavigateurChezLui } from '../support/fournisseur-certifie'
import { cookiesPoses, formulaire, issueDe, nouvelleRequete } from '../support/requete'

vi.mock('next/headers', () => import('../support/requete'))

const PORTAIL = 'http://localhost:3000'
const personnes = {
  maelle: { family_name: 'ŒUVRARD', given_name: 'Maëlle Jeanne', birthdate: '1980-02-03' },
  'maelle-bis': { family_name: 'Dupont', given_name: 'Maëlle', birthdate: '1980-02-03' },
  jumelle: { family_name: 'OEUVRARD', given_name: 'Margaux', birthdate: '1980-02-03' },
}
const fournisseur = await demarrerFournisseur({ portail: PORTAIL, id: 'certifie', personnes })
const pro = await demarrerFournisseur({ portail: PORTAIL, id: 'pro', personnes: {} })
const commun = {
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  scopes: 'openid profile',
  acr: ['eidas2'],
  deconnexion: true,
  reseauPrive: true,
}
process.env.PORTAIL_FOURNISSEURS = JSON.stringify([
  {
    id: 'certifie',
    libelle: 'FranceConnect',
    public: 'ADHERENTS',
    emetteur: fournisseur.emetteur,
    ...commun,
  },
  { id: 'pro', libelle: 'Pro Santé Connect', public: 'PROFESSIONNELS', emetteur: pro.emetteur, ...commun },
])

let adresse = 0
const recommencer = () =>
  nouvelleRequete({ 'x-forwarded-for': `198.51.100.${adresse}`, 'user-agent': 'Firefox/140.0 (X11; Linux)' })
beforeEach(() => {
  adresse += 1
  recommencer()
})
afterAll(() => Promise.all([fournisseur.arreter(), pro.arreter()]))

const danser = async (qui: string, recherche = '', par = 'certifie'): Promise<string | null> =>
  retour(par, await new NavigateurChezLui(PORTAIL).passer((await aller(par, recherche)) ?? '', qui))
const identitesDe = (compteId: string) =>
  lignes<{ emetteur: string; sujet: string }>(
    'SELECT emetteur, sujet FROM identites_externes WHERE compte_id = $1',
    [compteId],
  )
const journalDe = async (compteId: string) =>
  (
    await lignes<{ ligne: string }>(
      "SELECT acte || ' ' || resultat || coalesce(' ' || (donnees->>'motif'), '') AS ligne FROM journal WHERE compte_id = $1 ORDER BY rang",
      [compteId],
    )
  ).map(({ ligne }) => ligne)
const courrielsA = async (email: string) =>
  (await travauxEnAttente('courriel'))
    .filter(({ contenu }) => contenu.a === email)
    .map(({ contenu }) => contenu.sujet)
const phrases = (etat: Awaited<ReturnType<typeof relierParMotDePasse>>): string =>
  etat.statut === 'ERREUR' ? etat.erreurs.map(({ message }) => message).join(' ') : etat.statut

describe('I10, S-18 : toute la danse chez un fournisseur certifié', () => {
  test('la première fois, le mot de passe relie ; la seconde fois, on entre', async () => {
    const email = 'premiere@exemple.fr'
    const { compteId } = await creerPersonne({ email })
    expect(await danser('premier', '?retour=%2Fadherent%2Freleves')).toBe('/relier-mon-identite')
    expect(await acteurCourant()).toBeNull()
    expect(
      phrases(await relierParMotDePasse(VIERGE, formulaire({ identifiant: email, motDePasse: 'faux' }))),
    ).toContain("n'ouvrent pas d'espace")
    expect(await identitesDe(compteId)).toEqual([])
    expect(
      await issueDe(
        relierParMotDePasse(VIERGE, formulaire({ identifiant: email, motDePasse: BON_MOT_DE_PASSE })),
      ),
    ).toBe('/adherent/releves')
    expect(await acteurCourant()).toMatchObject({ compteId })
    expect(await identitesDe(compteId)).toEqual([{ emetteur: fournisseur.emetteur, sujet: 'premier' }])
    expect(await courrielsA(email)).toEqual(['FranceConnect ouvre maintenant votre espace'])

    recommencer()
    expect(await danser('premier')).toBe('/adherent')
    expect(await acteurCourant()).toMatchObject({ compteId })
    const journal = await journalDe(compteId)
    expect(journal).toContain('IDENTITE_RELIEE FAIT')
    expect(journal.filter((ligne) => ligne === 'CONNEXION FAIT')).toHaveLength(2)
  })

  test('qui renonce chez le fournisseur lit pourquoi il n’est pas entré', async () => {
    expect(await danser('')).toBe('/connexion?echec=refus&par=certifie')
  })

  test('ce qui attend d’être relié ne sert qu’une fois', async () => {
    const email = 'unefois@exemple.fr'
    await creerPersonne({ email })
    await danser('unefois')
    const cookie = cookiesPoses().find(({ name }) => name === 'portail-externe')?.value ?? ''
    const saisie = () => formulaire({ identifiant: email, motDePasse: BON_MOT_DE_PASSE })
    expect(await issueDe(relierParMotDePasse(VIERGE, saisie()))).toBe('/adherent')
    recommencer()
    ;(await import('../support/requete')).poserCookieBrut('portail-externe', cookie)
    expect(phrases(await relierParMotDePasse(VIERGE, saisie()))).toContain('cette page a déjà servi')
    recommencer()
    expect(phrases(await relierParMotDePasse(VIERGE, saisie()))).toContain('rien n’a été changé')
  })
})

describe('I10 : la carte relie si le fournisseur certifie que c’est bien sa personne', () => {
  const carteDe = ({ numeroAdherent, code }: { numeroAdherent: string; code: string }) =>
    formulaire({ numeroAdherent, codeAcces: code })

  test('S-18 : le nom, le prénom et la naissance doivent être ceux de la carte', async () => {
    const titulaire = await creerPersonne({ email: 'carte@exemple.fr', nom: 'Œuvrard', prenom: 'Maëlle' })
    for (const autre of ['jumelle', 'sans-etat-civil']) {
      recommencer()
      await danser(autre)
      expect(phrases(await relierParMaCarte(VIERGE, carteDe(titulaire)))).toMatch(
        /n’est pas celle|mot de passe/,
      )
      expect(await acteurCourant()).toBeNull()
      expect(await identitesDe(titulaire.compteId)).toEqual([])
    }
    expect(await journalDe(titulaire.compteId)).toEqual(['IDENTITE_RELIEE REFUSE AUTRE_PERSONNE'])
    recommencer()
    await danser('maelle')
    expect(await issueDe(relierParMaCarte(VIERGE, carteDe(titulaire)))).toBe('/adherent')
    expect(await acteurCourant()).toMatchObject({ compteId: titulaire.compteId })
    expect(await identitesDe(titulaire.compteId)).toHaveLength(1)
  })

  test('une carte sans espace mène à sa création, sans rien relier', async () => {
    const sansCompte = await creerPersonne()
    await danser('nouvelle')
    expect(await issueDe(relierParMaCarte(VIERGE, carteDe(sansCompte)))).toBe(
      '/creer-mon-compte/identifiants',
    )
    expect(await inscriptionCourante()).toBe(sansCompte.personneId)
    expect(await lignes("SELECT 1 FROM identites_externes WHERE sujet = 'nouvelle'")).toEqual([])
  })
})

describe('S-18 : une identité ouvre un compte, et un seul', () => {
  async function relier(email: string, qui: string) {
    const personne = await creerPersonne({ email })
    await danser(qui)
    const saisie = formulaire({ identifiant: email, motDePasse: BON_MOT_DE_PASSE })
    return { ...personne, vers: await issueDe(relierParMotDePasse(VIERGE, saisie)) }
  }

  test('depuis son espace : le mot de passe encore, puis le lien ; un autre compte ne la prend pas', async () => {
    const un = await relier('un@exemple.fr', 'sujet-un')
    recommencer()
    const autre = await relier('autre@exemple.fr', 'sujet-autre')
    expect(await danser('sujet-un', '?lien=1')).toBe(
      '/adherent/mon-compte/identites?echec=deja-ailleurs&par=certifie',
    )
    expect(await acteurCourant()).toMatchObject({ compteId: autre.compteId })
    expect(await danser('sujet-trois', '?lien=1')).toBe('/relier-mon-identite')
    expect(phrases(await relierMonEspace(VIERGE, formulaire({ motDePasse: 'faux' })))).toContain(
      'rien n’a été fait',
    )
    expect(phrases(await relierMonEspace(VIERGE, formulaire({ motDePasse: BON_MOT_DE_PASSE })))).toContain(
      'ouvre déjà votre espace',
    )
    expect(await identitesDe(autre.compteId)).toEqual([
      { emetteur: fournisseur.emetteur, sujet: 'sujet-autre' },
    ])
    expect(await identitesDe(un.compteId)).toHaveLength(1)
    expect(await journalDe(autre.compteId)).toEqual(
      expect.arrayContaining(['IDENTITE_RELIEE REFUSE DEJA_AILLEURS', 'IDENTITE_RELIEE REFUSE DEJA_UNE']),
    )
  })

  test('deux liens en même temps n’en font qu’un', async () => {
    const [gauche, droite] = [
      await creerPersonne({ email: 'g@exemple.fr' }),
      await creerPersonne({ email: 'd@exemple.fr' }),
    ]
    const { relierCompte } = await import('@/lib/services/identite-externe/mutations')
    const { externeCourante } = await import('@/lib/server/session')
    const { visiteDeTest } = await import('../support/comptes')
    await danser('convoite')
    const premier = await externeCourante()
    recommencer()
    await danser('convoite')
    const second = await externeCourante()
    const issues = await Promise.allSettled([
      relierCompte(premier, gauche.compteId, visiteDeTest()),
      relierCompte(second, droite.compteId, visiteDeTest()),
    ])
    expect(issues.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await lignes("SELECT 1 FROM identites_externes WHERE sujet = 'convoite'")).toHaveLength(1)
  })

  test('un service n’ouvre que les comptes de son public', async () => {
    expect(lireFournisseurs()).toEqual([
      { id: 'certifie', libelle: 'FranceConnect' },
      { id: 'pro', libelle: 'Pro Santé Connect' },
    ])
    const { compteId } = await creerPersonne({ email: 'public@exemple.fr' })
    await danser('membre', '', 'pro')
    const saisie = formulaire({ identifiant: 'public@exemple.fr', motDePasse: BON_MOT_DE_PASSE })
    expect(await issueDe(relierParMotDePasse(VIERGE, saisie))).toBe(
      '/adherent/mon-compte/identites?echec=pas-ce-compte&par=pro',
    )
    expect(await acteurCourant()).toMatchObject({ compteId })
    expect(await identitesDe(compteId)).toEqual([])
  })

  test('ce qui est retiré n’ouvre plus rien, et son propriétaire l’apprend', async () => {
    const email = 'retire@exemple.fr'
    const { compteId } = await relier(email, 'sujet-retire')
    const acteur = await acteurCourant()
    if (acteur === null) throw new Error('personne')
    const { reliees, aRelier } = await loadIdentites(acteur)
    expect(aRelier).toEqual([])
    const identite = reliees[0]?.id ?? ''
    const intrus = await creerPersonne({ email: 'intrus@exemple.fr' })
    expect(intrus.compteId).not.toBe(compteId)
    expect(phrases(await retirerUneIdentite(VIERGE, formulaire({ identite, motDePasse: 'faux' })))).toContain(
      'rien n’a été fait',
    )
    expect(await identitesDe(compteId)).toHaveLength(1)
    expect(
      await issueDe(retirerUneIdentite(VIERGE, formulaire({ identite, motDePasse: BON_MOT_DE_PASSE }))),
    ).toBe('/adherent/mon-compte/identites?info=retiree')
    expect(await courrielsA(email)).toContain("FranceConnect n'ouvre plus votre espace")
    expect(await journalDe(compteId)).toContain('IDENTITE_RETIREE FAIT')
    recommencer()
    expect(await danser('sujet-retire')).toBe('/relier-mon-identite')
  })

  test('l’identité d’un autre ne se retire pas', async () => {
    const { compteId } = await relier('proprietaire@exemple.fr', 'sujet-proprietaire')
    const [ligne] = await lignes<{ id: string }>('SELECT id FROM identites_externes WHERE compte_id = $1', [
      compteId,
    ])
    recommencer()
    await relier('voleur@exemple.fr', 'sujet-voleur')
    const saisie = formulaire({ identite: ligne?.id ?? '', motDePasse: BON_MOT_DE_PASSE })
    expect(phrases(await retirerUneIdentite(VIERGE, saisie))).toContain('introuvable')
    expect(await identitesDe(compteId)).toHaveLength(1)
  })

  test('un compte suspendu ne s’ouvre pas par là non plus', async () => {
    const { compteId } = await relier('suspendu@exemple.fr', 'sujet-suspendu')
    await lignes("UPDATE comptes SET statut = 'SUSPENDU' WHERE id = $1", [compteId])
    recommencer()
    expect(await danser('sujet-suspendu')).toBe('/connexion?echec=compte-ferme&par=certifie')
    expect(await acteurCourant()).toBeNull()
    expect(await journalDe(compteId)).toContain('CONNEXION_REFUSEE REFUSE SUSPENDU')
  })
})

describe('S-17 : le second facteur se prouve aussi par ce chemin', () => {
  const lierEnBase = (compteId: string, emetteur: string, sujet: string) =>
    lignes(
      "INSERT INTO identites_externes (compte_id, fournisseur, emetteur, sujet, liee_le) VALUES ($1, 'x', $2, $3, now())",
      [compteId, emetteur, sujet],
    )
  const rienDOuvert = async (compteId: string) => {
    expect(await acteurCourant()).toBeNull()
    expect(await lignes('SELECT 1 FROM sessions WHERE compte_id = $1', [compteId])).toEqual([])
  }

  test('S-17 : le personnel relié passe au second pas, et n’a pas de session avant', async () => {
    const compte = {
      role: 'MEDECIN_CONSEIL',
      nom: 'Andrée Praticienne',
      email: 'medecin@exemple.fr',
    } as const
    const id = await creerComptePersonnel(SYSTEME, { ...compte, motDePasse: BON_MOT_DE_PASSE }, new Date())
    await lierEnBase(id, pro.emetteur, 'medecin')
    expect(await danser('medecin', '', 'pro')).toMatch(/^\/connexion\/second-facteur/)
    await rienDOuvert(id)
    recommencer()
    expect(await danser('medecin-inconnue', '', 'pro')).toBe('/relier-mon-identite')
    const saisie = formulaire({ identifiant: compte.email, motDePasse: BON_MOT_DE_PASSE })
    expect(await issueDe(relierParMotDePasse(VIERGE, saisie))).toMatch(
      /^\/connexion\/second-facteur\?retour=%2Frelier-mon-identite/,
    )
    await rienDOuvert(id)
    expect(await lignes("SELECT 1 FROM identites_externes WHERE sujet = 'medecin-inconnue'")).toEqual([])
  })

  test('S-17 : un adhérent qui a choisi un second facteur le prouve ici aussi, et sa carte n’en dispense pas', async () => {
    const personne = await creerPersonne({ email: 'deuxpas@exemple.fr', nom: 'Dupont', prenom: 'Maëlle' })
    await donnerApplication(personne.compteId)
    await danser('maelle-bis')
    const carte = formulaire({ numeroAdherent: personne.numeroAdherent, codeAcces: personne.code })
    expect(phrases(await relierParMaCarte(VIERGE, carte))).toContain('seconde protection')
    expect(await identitesDe(personne.compteId)).toEqual([])
    await lierEnBase(personne.compteId, fournisseur.emetteur, 'maelle-bis')
    recommencer()
    expect(await danser('maelle-bis')).toMatch(/^\/connexion\/second-facteur/)
    await rienDOuvert(personne.compteId)
  })
})

describe('I10 : se déconnecter, ici d’abord, chez le fournisseur ensuite', () => {
  test('la session du portail est morte avant que le fournisseur l’apprenne, et il l’apprend une fois', async () => {
    const email = 'sortie@exemple.fr'
    await creerPersonne({ email })
    const navigateur = new NavigateurChezLui(PORTAIL)
    await retour('certifie', await navigateur.passer((await aller('certifie')) ?? '', 'sortant'))
    await issueDe(
      relierParMotDePasse(VIERGE, formulaire({ identifiant: email, motDePasse: BON_MOT_DE_PASSE })),
    )
    expect((await deconnecter()).headers.get('location')).toBe('/deconnexion/fournisseur')
    expect(await acteurCourant()).toBeNull()
    expect(
      await lignes(
        'SELECT 1 FROM sessions s JOIN comptes c ON c.id = s.compte_id WHERE c.email = $1 AND revoquee_le IS NULL',
        [email],
      ),
    ).toEqual([])
    const sortie = await issueDe(suiteDeSortie())
    expect(sortie).toContain(`${fournisseur.emetteur}/session/end?id_token_hint=`)
    expect(await navigateur.passer(sortie ?? '', '')).toContain(`${PORTAIL}/deconnexion/retour`)
    expect(await issueDe(suiteDeSortie())).toBe('/connexion?info=sortie')
  })

  test('qui est entré par son mot de passe ne passe pas par le fournisseur', async () => {
    await creerPersonne({ email: 'simple@exemple.fr' })
    const { seConnecter } = await import('@/app/(public)/connexion/actions')
    await issueDe(
      seConnecter(VIERGE, formulaire({ identifiant: 'simple@exemple.fr', motDePasse: BON_MOT_DE_PASSE })),
    )
    expect((await deconnecter()).headers.get('location')).toBe('/connexion?info=sortie')
  })

  test('ce que personne n’a repris à temps est effacé', async () => {
    await aller('certifie')
    const restant = async () =>
      (await lignes("SELECT 1 FROM demarches_externes WHERE etape = 'ALLER'")).length
    expect(await restant()).toBeGreaterThan(0)
    await purgerDemarches(new Date(Date.now() + 9 * 60_000))
    expect(await restant()).toBeGreaterThan(0)
    await purgerDemarches(new Date(Date.now() + 11 * 60_000))
    expect(await restant()).toBe(0)
  })
})
