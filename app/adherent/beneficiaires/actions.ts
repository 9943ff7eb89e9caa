'use server'

import { revalidatePath } from 'next/cache'
import { creerAction } from '@/lib/server/action'
import { aujourdhui } from '@/lib/server/clock'
import { accepterPaiementDirect, refuserPaiementDirect } from '@/lib/services/beneficiaire/mutations'
import { paiementDirectSchema } from '@/lib/services/beneficiaire/schema'

export const changerPaiementDirect = creerAction({
  nom: 'beneficiaire.changerPaiementDirect',
  politique: 'ADHERENT',
  schema: paiementDirectSchema,
  limite: { libres: 20, fenetreSecondes: 3600, attenteSecondes: () => null },
  run: async ({ adhesion, choix }, { acteur }) => {
    const jour = aujourdhui()
    if (choix === 'REFUSER') await refuserPaiementDirect(acteur, adhesion, jour)
    else await accepterPaiementDirect(acteur, adhesion, jour)
    revalidatePath('/adherent/beneficiaires')
    return {
      statut: 'FAIT',
      message:
        choix === 'REFUSER'
          ? 'C’est noté : vos remboursements restent sur le compte du contrat.'
          : 'C’est noté : vous recevrez vos remboursements vous-même, dès que vous donnez un compte dans « Mes coordonnées ».',
    }
  },
})
