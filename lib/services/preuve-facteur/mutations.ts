import type { NatureFacteur } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_FACTEUR } from '@/lib/lexique/facteurs'
import type { Ecriture } from '@/lib/server/db'
import { appareilConnu, type Visite } from '@/lib/server/visite'
import { prouverCle } from '../cle-acces/mutations'
import { prouverCodeListe, prouverTotp } from '../facteur/mutations'

/** A factor, proven: the digits of an application, a code of the list, or what a passkey signed. */
export interface Preuve {
  readonly code: string | null
  readonly cle: string | null
}

/** Who proves: `porteur` is the step or the session that a passkey's challenge was shown to. */
interface Prouveur {
  readonly porteur: string
  readonly visite: Visite
}

/** A known device has its own count: whoever guesses elsewhere does not keep the owner out. */
export const cleDesEssais = (compteId: string, visite: Visite): string =>
  appareilConnu(visite, compteId)
    ? `facteur:appareil:${compteId}:${visite.adresse}`
    : `facteur:compte:${compteId}`

/** Uses a factor of the account, once. Null: not proven. The caller has counted the try. */
export async function prouverFacteur(
  client: Ecriture,
  compteId: string,
  { code, cle }: Preuve,
  { porteur, visite: { instant } }: Prouveur,
): Promise<NatureFacteur | null> {
  if (cle !== null) {
    const signe = await prouverCle(client, cle, { porteur, usage: 'CONNEXION', instant })
    return signe === compteId ? 'CLE' : null
  }
  const tape = (code ?? '').replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(tape)) return (await prouverTotp(client, compteId, tape, instant)) ? 'TOTP' : null
  return (await prouverCodeListe(client, compteId, tape, instant)) ? 'CODES' : null
}

export const refusDePreuve = ({ cle }: Preuve): SaisieRefusee =>
  new SaisieRefusee(
    cle === null
      ? { champ: 'codeUnique', message: PHRASES_FACTEUR.CODE_FAUX }
      : { champ: '', message: PHRASES_FACTEUR.CLE_REFUSEE },
  )
