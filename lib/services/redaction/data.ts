import { limiteEnMots } from '@/lib/lexique/instants'
import { PAROLE_PARTIE } from '@/lib/lexique/paroles'
import { lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { reglementDe } from '../cotisation/view'
import { loadReference, type Reference } from '../demande-parole/data'
import {
  type AdresseParole,
  type NatureParole,
  type PieceGardee,
  saisieParoleSchema,
} from '../demande-parole/schema'
import { referenceDe, sujetPropose, textePropose } from '../demande-parole/view'
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
      readonly compte: string
      readonly reference: Reference | null
      /** Which of their contracts it is about; null: there is no choice. */
      readonly contrats: ChoixDeContrat | null
      readonly depart: {
        readonly sujet: string | null
        readonly texte: string | null
        readonly pieces: readonly PieceGardee[]
      }
      readonly promesse: PromesseVue
    }

interface ChoixDeContrat {
  readonly choix: readonly { readonly valeur: string; readonly libelle: string }[]
  readonly depart: string
}

/** Several contracts, and nothing that says which. */
async function loadChoix(acteur: PorteeAdherent, garde: string | null): Promise<ChoixDeContrat | null> {
  const siens = [...acteur.adhesions, ...acteur.adhesionsLues]
  if (siens.length < 2) return null
  const lus = await lire(acteur, (tx) =>
    tx.adhesion.findMany({
      select: { id: true, numeroAdherent: true, reglement: true },
      where: { id: { in: siens } },
      orderBy: [{ dateEffet: 'asc' }, { numeroAdherent: 'asc' }],
    }),
  )
  const choix = lus.map(({ id, numeroAdherent, reglement }) => ({
    valeur: id,
    libelle: `${reglementDe(reglement).nom}, n° ${numeroAdherent}`,
  }))
  return { choix, depart: siens.find((id) => id === garde) ?? siens[0] ?? '' }
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
    compte: acteur.compteId,
    reference,
    contrats: reference === null ? await loadChoix(acteur, deja?.adhesionId ?? null) : null,
    depart: {
      sujet: garde?.sujet ?? adresse.sujet ?? (reference === null ? null : sujetPropose(reference.type)),
      texte: garde === null ? textePropose(adresse) : garde.texte,
      pieces: (deja?.pieces ?? []).map(voirPiece).map(({ id, nom, taille }) => ({ id, nom, taille })),
    },
    promesse: await loadPromesse(acteur, nature, reference?.adhesionId ?? null),
  }
}
