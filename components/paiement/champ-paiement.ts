import type { DefinitionChamp } from '@/components/ui/champ-defini'

/** The password, asked again where money moves. */
export const MOT_DE_PASSE: DefinitionChamp = {
  nom: 'motDePasse',
  libelle: 'Votre mot de passe',
  indice: 'Redemandé à chaque mouvement d’argent, même si vous êtes connecté.',
  type: 'password',
  autocomplete: 'current-password',
}
