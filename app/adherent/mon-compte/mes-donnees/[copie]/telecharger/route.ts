import { exigerAdherent } from '@/lib/server/session'
import { repondreArchive, repondreIntrouvable } from '@/lib/server/telechargement'
import { exporterDonnees } from '@/lib/services/export-donnees/mutations'
import { exportIdSchema } from '@/lib/services/export-donnees/schema'

interface Contexte {
  readonly params: Promise<{ readonly copie: string }>
}

/** The copy that was asked for, once. A HEAD takes nothing. */
export async function GET(requete: Request, { params }: Contexte): Promise<Response> {
  const acteur = await exigerAdherent()
  const id = exportIdSchema.safeParse((await params).copie)
  if (!id.success || requete.method === 'HEAD') return repondreIntrouvable()
  const archive = await exporterDonnees(acteur, id.data)
  return archive === null ? repondreIntrouvable() : repondreArchive(requete, archive.octets, archive.nom)
}
