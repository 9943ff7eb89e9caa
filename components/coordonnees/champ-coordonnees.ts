import type { DefinitionChamp } from '@/components/ui/champ-defini'

/** The password, asked again where somebody could take the account or the money. */
export const MOT_DE_PASSE: DefinitionChamp = {
  nom: 'motDePasse',
  libelle: 'Votre mot de passe',
  indice: 'Redemandé ici, même si vous êtes connecté : il prouve que c’est bien vous.',
  type: 'password',
  autocomplete: 'current-password',
}
