import { Readable } from 'node:stream'
import type { VerdictFichier } from '@/generated/prisma/enums'
import { CSP_TELECHARGEMENT } from './entetes'
import { log } from './log'
import { enteteAttachement } from './nom-fichier'
import { type FichierLu, ouvrirFichier } from './stockage/fichiers'

/** A row of `fichiers` that the caller found with the reader's own portée: seeing the row is the right to its bytes. */
export interface FichierADonner extends FichierLu {
  readonly typeMime: string
  readonly verdict: VerdictFichier
}

/** Routes that answer so end with `/telecharger` (lib/server/entetes). No Content-Length: Next forbids it and sends chunks. */
const ENTETES_FERMES = {
  'Content-Security-Policy': CSP_TELECHARGEMENT,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
} as const

const EN_ATTENTE =
  "Ce fichier est en cours d'analyse par notre antivirus : vous pourrez le télécharger quand ce sera fini. Réessayez dans quelques minutes."
const INFECTE =
  "Notre antivirus a trouvé un programme dangereux dans ce fichier : nous l'avons supprimé. Il n'est pas téléchargeable."
const INTROUVABLE = 'Document introuvable. Vérifiez l’adresse, ou revenez à votre liste de documents.'
const EFFACE = "Ce fichier n'est plus conservé : sa durée de conservation est passée."
const PERDU =
  'Nous ne retrouvons pas ce fichier. Nos équipes en sont averties ; appelez-nous si vous en avez besoin.'

const dire = (statut: number, phrase: string): Response =>
  new Response(`${phrase}\n`, {
    status: statut,
    headers: { ...ENTETES_FERMES, 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** Not theirs, or not there: the same answer. */
export const repondreIntrouvable = (): Response => dire(404, INTROUVABLE)

/** The one answer of every download route. @param nom as people know the file; it may be hostile. */
export async function repondreFichier(
  requete: Request,
  fichier: FichierADonner,
  nom: string,
): Promise<Response> {
  if (fichier.verdict === 'INFECTE') return dire(403, INFECTE)
  if (fichier.verdict === 'EN_ATTENTE') return dire(409, EN_ATTENTE)
  if (fichier.effaceLe !== null) return dire(410, EFFACE)
  const headers = {
    ...ENTETES_FERMES,
    'Content-Type': fichier.typeMime,
    'Content-Disposition': enteteAttachement(nom, fichier.typeMime),
  }
  // Next answers HEAD by GET and would leave the stream open.
  if (requete.method === 'HEAD') return new Response(null, { headers })
  try {
    const flux = await ouvrirFichier(fichier)
    // Too late for a sentence: the answer is cut, and the browser sees that bytes are missing. AbortError: the reader left.
    flux.on('error', (erreur) => {
      if (erreur.name !== 'AbortError') noter(fichier.id, erreur)
    })
    return new Response(Readable.toWeb(flux) as ReadableStream<Uint8Array>, { headers })
  } catch (erreur) {
    noter(fichier.id, erreur)
    return dire(500, PERDU)
  }
}

/** Several files in one, made as it goes. */
export function repondreArchive(requete: Request, octets: AsyncIterable<Uint8Array>, nom: string): Response {
  const corps =
    requete.method === 'HEAD' ? null : Readable.toWeb(Readable.from(octets, { objectMode: false }))
  return new Response(corps as ReadableStream<Uint8Array> | null, {
    headers: {
      ...ENTETES_FERMES,
      'Content-Type': 'application/zip',
      'Content-Disposition': enteteAttachement(nom, 'application/zip'),
    },
  })
}

const noter = (id: string, erreur: unknown): void =>
  log.error({
    evenement: 'telechargement-echoue',
    fichier: id,
    erreur: erreur instanceof Error ? erreur.name : typeof erreur,
    message: erreur instanceof Error ? erreur.message : '',
  })
