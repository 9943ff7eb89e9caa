import { exigerGestion } from '@/lib/server/session'
import { repondreFichier } from '@/lib/server/telechargement'
import { refuserFichier } from '@/lib/server/traces'
import { loadFichierDuLot } from '@/lib/services/paiement/data'
import { noterTelechargementLot } from '@/lib/services/paiement/mutations'
import { idSchema } from '@/lib/services/paiement/schema'

interface Contexte {
  readonly params: Promise<{ readonly lot: string }>
}

/** The file of an emitted batch, to those who may move money. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const acteur = await exigerGestion('COMPTABLE', 'SUPERVISEUR', 'ADMINISTRATEUR')
  const id = idSchema.safeParse((await params).lot)
  const lot = id.success ? await loadFichierDuLot(acteur, id.data) : null
  if (lot === null || !id.success) return refuserFichier(acteur)
  await noterTelechargementLot(acteur, id.data)
  return repondreFichier(requete, lot.fichier, lot.nom)
}
