import type { RoleCompte } from '@/generated/prisma/enums'
import type { Fournisseur } from '@/lib/server/fournisseurs'
import type { IdentiteCivile } from '@/lib/server/oidc'
import type { Acteur } from '@/lib/server/portee'

export const roleDe = (acteur: Acteur): RoleCompte => (acteur.type === 'ADHERENT' ? 'ADHERENT' : acteur.role)

export const pageIdentites = (role: RoleCompte): string =>
  role === 'ADHERENT' ? '/adherent/mon-compte/identites' : '/gestion/mon-compte/identites'

/** A provider opens the accounts of its public only. */
export const peutOuvrir = (fournisseur: Pick<Fournisseur, 'public'>, role: RoleCompte): boolean =>
  (fournisseur.public === 'ADHERENTS') === (role === 'ADHERENT')

/** As one hears it: without case, accents, ligatures or hyphens. */
const cleDeNom = (texte: string): string =>
  texte
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Is whom the provider certifies the person of this card? Twins share a name and a day: the first name counts too. The registry writes
 * every first name, the contract one.
 */
export function estLaPersonne(
  civile: IdentiteCivile,
  personne: { readonly nom: string; readonly prenom: string; readonly dateNaissance: string },
): boolean {
  const [prenom, prenoms] = [cleDeNom(personne.prenom), cleDeNom(civile.prenom)]
  return (
    civile.naissance === personne.dateNaissance &&
    civile.noms.some((nom) => cleDeNom(nom) === cleDeNom(personne.nom)) &&
    prenom !== '' &&
    (prenoms === prenom || prenoms.startsWith(`${prenom} `))
  )
}
