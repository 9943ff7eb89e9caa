'use server'

import { creerAction } from '@/lib/server/action'
import { demanderAcces } from '@/lib/services/compte/mutations'
import { accesPerduSchema } from '@/lib/services/compte/schema'

export const demanderMesAcces = creerAction({
  nom: 'compte.demanderMesAcces',
  politique: 'PUBLIC',
  schema: accesPerduSchema,
  run: async ({ identifiant }, { visite }) => {
    await demanderAcces(identifiant, visite)
    return {
      statut: 'FAIT',
      message:
        "C'est noté. Si un espace répond à cet identifiant, un e-mail part à l'adresse de cet espace, avec un lien valable 30 minutes. Rien après quelques minutes ? Regardez dans les indésirables.",
    }
  },
})
