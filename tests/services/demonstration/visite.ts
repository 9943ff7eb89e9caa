import { dateCivile } from '@/lib/rules/date/date-civile'
import type { PorteeAdherent } from '@/lib/server/portee'
import { reconnaitreSession } from '@/lib/server/sessions'
import { seConnecter } from '@/lib/services/connexion/mutations'
import { articleCite, lireListe } from '@/lib/services/remboursement/data'
import type { Filtres } from '@/lib/services/remboursement/schema'
import { type LigneView, voirListe } from '@/lib/services/remboursement/view'
import fichier from '@/prisma/demonstration/comptes.json'

export const VISITE = {
  adresse: '192.0.2.7',
  appareil: 'test',
  comptesConnus: [],
  instant: new Date('2026-03-17T09:00:00Z'),
}

export async function connecter(identifiant: string, motDePasse: string): Promise<PorteeAdherent> {
  const { secret } = await seConnecter({ identifiant, motDePasse }, VISITE)
  const session = await reconnaitreSession(secret, VISITE.instant)
  if (session?.acteur.type !== 'ADHERENT') throw new Error('session refusée')
  return session.acteur
}

/** Every page of « Mes remboursements en détail », from the most recent. */
export async function toutVoir(acteur: PorteeAdherent): Promise<LigneView[]> {
  const lignesVues: LigneView[] = []
  let page: Filtres['page'] = null
  for (;;) {
    const demande = {
      filtres: { personnes: [], versement: 'TOUS', du: null, au: null, page },
      erreurs: [],
      saisie: { du: '', au: '' },
    } as const
    const lue = await lireListe(acteur, demande.filtres)
    const vue = voirListe(lue, demande, dateCivile(fichier.jour), {
      adhesions: acteur.adhesions,
      article: articleCite,
    })
    lignesVues.push(...vue.mois.flatMap((mois) => mois.lignes))
    const derniere = lignesVues.at(-1)
    if (!lue.autres.plusAnciennes || derniere === undefined) return lignesVues
    page = { sens: 'APRES', cle: derniere }
  }
}
