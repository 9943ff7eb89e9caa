'use server'

import { redirect } from 'next/navigation'
import { suivreEntree } from '@/app/(public)/connexion/suite'
import { codeEchec } from '@/lib/lexique/identites'
import { creerAction } from '@/lib/server/action'
import {
  externeCourante,
  oublierExterne,
  oublierSortie,
  retenirInscription,
  retenirSortie,
} from '@/lib/server/session'
import { carteSchema } from '@/lib/services/compte/schema'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { connexionSchema } from '@/lib/services/connexion/schema'
import { pageIdentites, roleDe } from '@/lib/services/identite-externe/access'
import {
  exigerALier,
  LienRefuse,
  relierCompte,
  relierParCarte,
} from '@/lib/services/identite-externe/mutations'
import { relierSchema } from '@/lib/services/identite-externe/schema'
import { confirmerIdentite } from '@/lib/services/reauthentification/mutations'

const PAGE = '/relier-mon-identite'

const retenir = async (sortie: string | null): Promise<void> => {
  await oublierExterne()
  await (sortie === null ? oublierSortie() : retenirSortie(sortie))
}

/** Not logged in: the password proves the account, then the second proof if there is one; only then is anything linked. */
export const relierParMotDePasse = creerAction({
  nom: 'identite.relierParMotDePasse',
  politique: 'PUBLIC',
  schema: connexionSchema,
  run: async (saisie, { visite }) => {
    const secret = await externeCourante()
    await exigerALier(secret, visite.instant)
    const entree = await seConnecter(saisie, visite)
    if (entree.etat === 'SECOND_PAS') return suivreEntree(entree, PAGE)
    try {
      const { retour, sortie } = await relierCompte(secret, entree.compteId, visite)
      await retenir(sortie)
      return suivreEntree(entree, retour ?? undefined)
    } catch (erreur) {
      if (!(erreur instanceof LienRefuse)) throw erreur
      // The account is open all the same: its owner reads there why the identity is not linked.
      await oublierExterne()
      return suivreEntree(
        entree,
        `${pageIdentites(entree.role)}?echec=${codeEchec(erreur.motif)}&par=${erreur.fournisseur.id}`,
      )
    }
  },
})

/** Not logged in: the card, where the provider certifies whose it is; or the creation of the account it has not yet. */
export const relierParMaCarte = creerAction({
  nom: 'identite.relierParMaCarte',
  politique: 'PUBLIC',
  schema: carteSchema,
  run: async (saisie, { visite }) => {
    const reliee = await relierParCarte(await externeCourante(), saisie, visite)
    if (reliee.type === 'INSCRIPTION') {
      await retenirInscription(reliee.personneId)
      redirect('/creer-mon-compte/identifiants')
    }
    await retenir(reliee.sortie)
    return suivreEntree(reliee.entree, reliee.retour ?? undefined)
  },
})

/** Logged in: the identity confirmed again, with the act or just before. */
export const relierMonEspace = creerAction({
  nom: 'identite.relierMonEspace',
  politique: 'CONNECTE',
  schema: relierSchema,
  run: async (preuve, { acteur, visite }) => {
    const secret = await externeCourante()
    await exigerALier(secret, visite.instant)
    await confirmerIdentite(acteur, preuve, 'IDENTITE', visite)
    const { sortie } = await relierCompte(secret, acteur.compteId, visite)
    await retenir(sortie)
    redirect(`${pageIdentites(roleDe(acteur))}?info=reliee`)
  },
})
