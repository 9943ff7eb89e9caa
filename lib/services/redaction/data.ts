import { limiteEnMots } from '@/lib/lexique/instants'
import { PAROLE_PARTIE } from '@/lib/lexique/paroles'
import type { PorteeAdherent } from '@/lib/server/portee'
import { loadReference, type Reference } from '../demande-parole/data'
import {
  type AdresseParole,
  type NatureParole,
  type PieceGardee,
  saisieParoleSchema,
} from '../demande-parole/schema'
import { referenceDe, sujetPropose } from '../demande-parole/view'
import { loadParCle, loadPromesse } from '../mes-demandes/data'
import { type PromesseVue, voirPiece } from '../mes-demandes/view'

/** A form to write in words, as its page opens it: new, taken up again, or already sent. */
export type RedactionOuverte =
  /** Given up: the page begins a new one. */
  | { readonly etat: 'ABANDONNEE' }
  | {
      readonly etat: 'PARTIE'
      readonly href: string
      readonly fini: (typeof PAROLE_PARTIE)[NatureParole]
      readonly avant: string | null
    }
  | {
      readonly etat: 'A_ECRIRE'
      readonly caches: Readonly<Record<string, string>>
      readonly reference: Reference | null
      readonly depart: {
        readonly sujet: string | null
        readonly texte: string | null
        readonly pieces: readonly PieceGardee[]
      }
      readonly promesse: PromesseVue
    }

/** Null: this key is the one of another kind of form. */
export async function ouvrirRedaction(
  acteur: PorteeAdherent,
  nature: NatureParole,
  cle: string,
  adresse: AdresseParole,
): Promise<RedactionOuverte | null> {
  const deja = await loadParCle(acteur, cle)
  if (deja !== null && deja.nature !== nature) return null
  if (deja !== null && deja.etat === 'ANNULEE' && !deja.envoyee) return { etat: 'ABANDONNEE' }
  if (deja !== null && deja.etat !== 'BROUILLON')
    return {
      etat: 'PARTIE',
      href: `/adherent/demandes/${deja.id}`,
      fini: PAROLE_PARTIE[nature],
      avant: deja.repondreAvant === null ? null : limiteEnMots(deja.repondreAvant),
    }
  const garde = deja === null ? null : saisieParoleSchema.parse(deja.faits).saisie
  const voulue = referenceDe(adresse)
  const reference = await loadReference(
    acteur,
    garde?.referenceType ?? voulue?.type ?? null,
    garde?.reference ?? voulue?.id ?? null,
  )
  return {
    etat: 'A_ECRIRE',
    caches: {
      nature,
      cle,
      ...(reference === null ? {} : { reference: reference.id, referenceType: reference.type }),
    },
    reference,
    depart: {
      sujet: garde?.sujet ?? adresse.sujet ?? (reference === null ? null : sujetPropose(reference.type)),
      texte: garde?.texte ?? null,
      pieces: (deja?.pieces ?? []).map(voirPiece).map(({ id, nom, taille }) => ({ id, nom, taille })),
    },
    promesse: await loadPromesse(acteur, nature, reference?.adhesionId ?? null),
  }
}
