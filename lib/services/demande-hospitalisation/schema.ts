import { z } from 'zod'
import { champDate, champFacultatif, champMontant, champTexte } from '@/lib/formulaire/champs'
import { estFiness } from '@/lib/formulaire/identifiants'
import { PHRASES_HOSPITALISATION as P } from '@/lib/lexique/demande-hospitalisation'
import { jour } from '@/lib/papiers/faits'
import { montant } from '@/lib/rules/montant/montant'
import { champCle, champFichiers } from '../demande/schema'

const MAXIMUM = montant(100_000_00)
const NUITS_MAX = 365

const serrer = (texte: string | null): string | null => {
  const serre = texte?.replace(/[\s/.-]/g, '').toUpperCase() ?? ''
  return serre === '' ? null : serre
}
const code = (forme: (texte: string) => boolean, message: string, max = 20) =>
  champFacultatif(max)
    .transform(serrer)
    .refine((lu) => lu === null || forme(lu), message)

const champDmt = () => code((lu) => /^\d{3}(\d{2})?$/.test(lu), P.DMT)
const champRisque = () => code((lu) => /^\d{2}$/.test(lu), P.RISQUE)
const champNuits = () =>
  champFacultatif(3)
    .transform((texte) => (texte === null ? null : Number(texte)))
    .refine((lu) => lu === null || (Number.isInteger(lu) && lu >= 0 && lu <= NUITS_MAX), P.NUITS)
const champPrix = (demande: string) => champMontant(demande, MAXIMUM).default(null)

/** A stay, as the person who asks knows it; null: not known yet. */
export const faitsHospitalisationSchema = z.object({
  /** Among the facts too: two people of a family may enter the same day. */
  personne: z.uuid(),
  entree: jour,
  etablissement: z.string(),
  ville: z.string(),
  finess: z.string().nullable(),
  dmt: z.string().nullable(),
  codeRisque: z.string().nullable(),
  /** A private room. */
  chambre: z.boolean(),
  /** Cents, one night. */
  prixChambre: z.number().int().nonnegative().transform(montant).nullable(),
  /** 0: in and out the same day. */
  nuits: z.number().int().nonnegative().nullable(),
})
export type FaitsHospitalisation = z.output<typeof faitsHospitalisationSchema>

export const demandeHospitalisationSchema = z.object({
  cle: champCle(),
  personne: z.uuid('Choisissez qui entre à l’hôpital.'),
  entree: champDate(P.ENTREE),
  etablissement: champTexte(P.ETABLISSEMENT, 120),
  ville: champTexte(P.VILLE, 70),
  finess: code(estFiness, P.FINESS),
  dmt: champDmt(),
  codeRisque: champRisque(),
  chambre: z.enum(['oui', 'non'], { error: P.CHAMBRE }).transform((dit) => dit === 'oui'),
  prixChambre: champPrix(P.PRIX_CHAMBRE),
  nuits: champNuits(),
  fichiers: champFichiers(),
})
export type DemandeHospitalisation = z.output<typeof demandeHospitalisationSchema>

/** What staff completes; empty: what the person said. */
export const saisieHospitalisationSchema = z.object({
  dmt: champDmt(),
  codeRisque: champRisque(),
  nuits: champNuits(),
  prixChambre: champPrix(P.PRIX_CHAMBRE),
  fraisSejour: champPrix(P.FRAIS),
  service: z.enum(['MEDECINE', 'PSYCHIATRIE']).default('MEDECINE'),
  situation: z.enum(['HABITUELLE', 'ALD']).default('HABITUELLE'),
})
export type SaisieHospitalisation = z.output<typeof saisieHospitalisationSchema>

export const effetHospitalisationSchema = z.object({ prise: z.uuid(), numero: z.string() })
export type EffetHospitalisation = z.output<typeof effetHospitalisationSchema>
