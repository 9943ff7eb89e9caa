import { notFound, redirect } from 'next/navigation'
import { suivreEntree } from '@/app/(public)/connexion/suite'
import {
  acteurCourant,
  externeCourante,
  oublierExterne,
  oublierSortie,
  retenirExterne,
  retenirSortie,
  visiteCourante,
} from '@/lib/server/session'
import { revenir } from '@/lib/services/entree-externe/mutations'
import { fournisseurDe } from '@/lib/services/identite-externe/data'
import { direCode, direEchec } from '../echec'

interface Contexte {
  readonly params: Promise<{ readonly fournisseur: string }>
}

/** Back from the provider. */
export async function GET(requete: Request, { params }: Contexte): Promise<never> {
  const fournisseur = fournisseurDe((await params).fournisseur)
  if (fournisseur === null) notFound()
  const visite = await visiteCourante()
  const retour = {
    secret: await externeCourante(),
    recherche: new URL(requete.url).search,
    acteur: await acteurCourant(),
  }
  await oublierExterne()
  const arrivee = await revenir(fournisseur, retour, visite).catch((erreur: unknown) =>
    direEchec(erreur, fournisseur.id),
  )
  switch (arrivee.type) {
    case 'COMPTE_FERME':
      return direCode('COMPTE_FERME', fournisseur.id)
    case 'LIEN_REFUSE':
      return direCode(arrivee.motif, fournisseur.id)
    case 'A_LIER':
      await retenirExterne(arrivee.secret)
      return redirect('/relier-mon-identite')
    case 'ENTREE':
      await (arrivee.sortie === null ? oublierSortie() : retenirSortie(arrivee.sortie))
      return suivreEntree(arrivee.entree, arrivee.retour ?? undefined)
  }
}
