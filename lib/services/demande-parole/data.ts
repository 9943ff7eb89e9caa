import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { DROITS, SUJETS_RECLAMATION } from '@/lib/lexique/paroles'
import { lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { FaitDit, NatureTraitee } from '../nature-demande/schema'
import {
  type FaitsParole,
  faitsParoleSchema,
  type NatureParole,
  sujetDroitSchema,
  sujetReclamationSchema,
  type TypeReference,
} from './schema'

/** What it is about, in words; null: its nature says it. */
export function libelleSujet(nature: string, sujet: string | null): string | null {
  if (nature === 'RECLAMATION') {
    const lu = sujetReclamationSchema.safeParse(sujet)
    return lu.success ? SUJETS_RECLAMATION[lu.data] : null
  }
  if (nature !== 'DROITS_RGPD') return null
  const lu = sujetDroitSchema.safeParse(sujet)
  return lu.success ? DROITS[lu.data].libelle : null
}

const LIBELLES: Readonly<Record<NatureParole, string>> = {
  MESSAGE: 'Objet',
  RECLAMATION: 'De quoi il s’agit',
  DROITS_RGPD: 'Ce que vous demandez',
  CONTESTATION_INDU: 'De quoi il s’agit',
}

export function direParole(nature: NatureParole, { sujet, designation }: FaitsParole): readonly FaitDit[] {
  const dit = libelleSujet(nature, sujet)
  return [
    ...(dit === null ? [] : [{ libelle: LIBELLES[nature], valeur: dit }]),
    ...(designation === null ? [] : [{ libelle: 'À propos de', valeur: designation }]),
  ]
}

const parole = (nature: NatureParole): NatureTraitee<FaitsParole> => ({
  nature,
  faits: faitsParoleSchema,
  saisie: null,
  dire: (faits) => direParole(nature, faits),
  apercu: async () => ({ verdict: 'INCOMPLETE', manque: ['Cette demande se répond par un message.'] }),
})

export const NATURES_PAROLE = [parole('MESSAGE'), parole('RECLAMATION')] as const

/** What somebody may speak of: theirs, or nothing. */
export interface Reference {
  readonly id: string
  readonly type: TypeReference
  readonly designation: string
  readonly adhesionId: string | null
  readonly personneId: string | null
}

interface Ligne {
  readonly adhesionId: string | null
  readonly personneId: string | null
  /** Null with its day: the care is somebody's who keeps its detail. */
  readonly libelle: string | null
  readonly prenom: string | null
  readonly jour: string | null
  readonly montant: number | null
}

const SOINS = `SELECT p.adhesion_id AS "adhesionId", p.personne_id AS "personneId", p.libelle, pe.prenom, p.date_soins::text AS jour`
const REQUETES: Readonly<Record<TypeReference, string>> = {
  PRESTATION: `${SOINS}, NULL::float8 AS montant FROM prestations p JOIN personnes pe ON pe.id = p.personne_id WHERE p.id = $1::uuid`,
  INDU: `SELECT i.adhesion_id AS "adhesionId", p.personne_id AS "personneId", p.libelle, pe.prenom, p.date_soins::text AS jour,
      i.montant::float8 AS montant FROM indus i LEFT JOIN (prestations p JOIN personnes pe ON pe.id = p.personne_id) ON p.id = i.prestation_id WHERE i.id = $1::uuid AND i.tiers_id IS NULL AND i.adhesion_id = ANY ($2::uuid[])`,
  DEMANDE: `SELECT d.adhesion_id AS "adhesionId", d.personne_id AS "personneId", 'D-' || lpad(d.numero::text, 6, '0') AS libelle,
      NULL AS prenom, d.envoyee_le::date::text AS jour, NULL::float8 AS montant FROM demandes d WHERE d.id = $1::uuid AND d.envoyee_le IS NOT NULL`,
}

function designer(type: TypeReference, l: Ligne): string {
  if (l.jour === null || l.libelle === null)
    return `${formatMontant(l.montant ?? 0)} à rendre : un soin dont le détail est réservé`
  const le = formatDateEnLettres(l.jour)
  if (type === 'DEMANDE') return `la demande ${l.libelle}, envoyée le ${le}`
  const soins = `${l.libelle}, soins du ${le}${l.prenom === null ? '' : `, ${l.prenom}`}`
  return type === 'INDU' ? `${formatMontant(l.montant ?? 0)} à rendre : ${soins}` : soins
}

/** With the reader's own eyes: what they may not see is not there. */
export async function loadReference(
  acteur: PorteeAdherent,
  type: TypeReference | null,
  id: string | null,
): Promise<Reference | null> {
  if (type === null || id === null) return null
  const [lue] = await lire(acteur, (tx) =>
    tx.$queryRawUnsafe<Ligne[]>(REQUETES[type], id, ...(type === 'INDU' ? [[...acteur.adhesions]] : [])),
  )
  if (lue === undefined) return null
  const { adhesionId, personneId } = lue
  return { id, type, designation: designer(type, lue), adhesionId, personneId }
}
