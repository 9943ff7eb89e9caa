import { z } from 'zod'
import type { NatureDemande } from '@/generated/prisma/enums'
import { champFacultatif } from '@/lib/formulaire/champs'
import { champNir } from '@/lib/formulaire/identifiants'
import type { Faire } from '@/lib/lexique/projet'
import { jour } from '@/lib/papiers/faits'
import { champCle, champFichiers } from '../demande/schema'
import { QUESTIONS } from '../projet/schema'

/** A request that changes a contract is a project of the calculator that one asks for. */
export const NATURE_DE: Readonly<Record<Faire, NatureDemande>> = {
  ajouter: 'AJOUT_BENEFICIAIRE',
  retirer: 'RETRAIT_BENEFICIAIRE',
  option: 'CHANGEMENT_FORMULE',
  partir: 'RESILIATION',
}
const identite = z.object({
  prenom: z.string(),
  nom: z.string(),
  /** Of twins, as the AMO counts. */
  rang: z.number().int().min(1).max(9),
  /** Sealed under the key of the demande; null: not known yet. */
  nirScelle: z.base64().nullable(),
})

/** The calculator's own parameters, as typed; days are in them. `personneId`: whom to take off, whatever place they have in a list. */
export const faitsContratSchema = z.object({
  parametres: z.record(z.string(), z.string()),
  recueLe: jour,
  personneId: z.uuid().nullable(),
  identite: identite.nullable(),
})
export type FaitsContrat = z.output<typeof faitsContratSchema>

/** Parameters that the calculator's page carries to the request; nothing else of the address is kept. */
export const PARAMETRES = ['faire', 'motif', ...QUESTIONS] as const

const nirFacultatif = z.preprocess((v) => (v === '' || v === undefined ? null : v), champNir().nullable())

/** What the form adds to the calculator's answer. */
export const demandeContratSchema = z
  .object({
    cle: champCle(),
    adhesion: z.uuid(),
    prenom: champFacultatif(60),
    nom: champFacultatif(60),
    rang: z.preprocess(
      (v) => (v === '' || v === undefined ? 1 : Number(v)),
      z
        .number('Écrivez un chiffre, de 1 à 9.')
        .int('Écrivez un chiffre, de 1 à 9.')
        .min(1, 'Écrivez un chiffre, de 1 à 9.')
        .max(9, 'Écrivez un chiffre, de 1 à 9.'),
    ),
    nir: nirFacultatif,
    texte: champFacultatif(2000),
    fichiers: champFichiers(),
  })
  .and(z.object(Object.fromEntries(PARAMETRES.map((p) => [p, z.string().max(80).optional()]))))
export type DemandeContratSaisie = z.output<typeof demandeContratSchema>
