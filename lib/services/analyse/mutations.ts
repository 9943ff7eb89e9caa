import { AntivirusInjoignable, analyser, antivirusConfigure } from '@/lib/server/antivirus'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { SYSTEME } from '@/lib/server/portee'
import { type FichierLu, ouvrirFichier } from '@/lib/server/stockage/fichiers'
import { magasin } from '@/lib/server/stockage/magasin'

const LOT = 100
const PREMIER = '00000000-0000-0000-0000-000000000000'

export interface CompteAnalyse {
  readonly sains: number
  readonly infectes: number
  /** Not judged: they wait for the next run. */
  readonly restants: number
}

/**
 * Asks the antivirus about every file that waits. A file leaves « en attente » by a verdict and nothing else: no scanner, no answer, an
 * error, and it waits for the next run. @throws {AntivirusInjoignable}
 */
export async function analyserEnAttente(): Promise<CompteAnalyse> {
  const compte = { sains: 0, infectes: 0, restants: 0 }
  if (!antivirusConfigure()) return compte
  let apres = PREMIER
  for (;;) {
    const lot = await enAttente(apres)
    for (const fichier of lot) {
      const verdict = await juger(fichier)
      if (verdict === null) compte.restants += 1
      else if (await rendre(fichier.id, verdict)) compte[verdict === 'SAIN' ? 'sains' : 'infectes'] += 1
    }
    const dernier = lot.at(-1)
    if (dernier === undefined || lot.length < LOT) return compte
    apres = dernier.id
  }
}

const enAttente = (apres: string): Promise<FichierLu[]> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<FichierLu>(
      `SELECT id, cle_scellee AS "cleScellee", efface_le AS "effaceLe" FROM fichiers
        WHERE verdict = 'EN_ATTENTE' AND efface_le IS NULL AND id > $1 ORDER BY id LIMIT ${LOT}`,
      [apres],
    )
    return rows
  })

async function juger(fichier: FichierLu): Promise<'SAIN' | 'INFECTE' | null> {
  try {
    return await analyser(await ouvrirFichier(fichier))
  } catch (erreur) {
    if (erreur instanceof AntivirusInjoignable) throw erreur
    const message = erreur instanceof Error ? erreur.message : 'inconnue'
    log.error({ evenement: 'analyse-echouee', fichier: fichier.id, erreur: message })
    return null
  }
}

/** An infected file loses its key with its verdict, then its bytes. False: somebody else judged it meanwhile. */
async function rendre(id: string, verdict: 'SAIN' | 'INFECTE'): Promise<boolean> {
  const rendu = await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      verdict === 'SAIN'
        ? `UPDATE fichiers SET verdict = 'SAIN' WHERE id = $1 AND verdict = 'EN_ATTENTE'`
        : `UPDATE fichiers SET verdict = 'INFECTE', cle_scellee = '', efface_le = now() WHERE id = $1 AND verdict = 'EN_ATTENTE'`,
      [id],
    )
    if (rowCount === 0) return false
    if (verdict === 'INFECTE')
      await journaliser(client, {
        acte: 'PIECE_INFECTEE',
        compteId: null,
        role: 'SYSTEME',
        objetType: 'fichier',
        objetId: id,
        resultat: 'FAIT',
      })
    return true
  })
  if (rendu && verdict === 'INFECTE') await magasin().supprimer(id)
  return rendu
}
