import { z } from 'zod'
import { normaliserEmail } from '@/lib/formulaire/adresse-email'
import {
  champCase,
  champDate,
  champEmail,
  champFacultatif,
  champJeton,
  champSecret,
  champTexte,
} from '@/lib/formulaire/champs'
import { PHRASES_DELEGATION } from '@/lib/lexique/delegations'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { champFichier } from '../coordonnees/schema'
import { champsPreuve, type SansPreuve } from '../reauthentification/schema'

const ETENDUES = ['VOIR', 'DEMANDER', 'RECEVOIR'] as const
const champEtendue = () => z.enum(ETENDUES, { error: PHRASES_DELEGATION.ETENDUE })
const champTitre = () => z.enum(['PARENT', 'TUTELLE', 'CURATELLE'], { error: PHRASES_DELEGATION.MOTIF_TITRE })

/** A last day that one may leave open. */
const champTerme = () =>
  champFacultatif(10).transform((texte, ctx): DateCivile | null => {
    if (texte === null || estDateCivile(texte)) return texte
    ctx.addIssue({ code: 'custom', message: 'Cette date n’existe pas. Choisissez un jour du calendrier.' })
    return z.NEVER
  })

/** How the giver names the other. */
export type Designation =
  | { readonly par: 'EMAIL'; readonly email: string }
  | {
      readonly par: 'NUMERO'
      readonly numeroAdherent: string
      readonly prenom: string
      readonly nom: string
    }

export const donnerSchema = z
  .object({
    motif: z.enum(['CONJOINT', 'AIDANT'], { error: PHRASES_DELEGATION.MOTIF }),
    etendue: champEtendue(),
    au: champTerme(),
    email: champFacultatif(254),
    numeroAdherent: champFacultatif(30),
    prenom: champFacultatif(100),
    nom: champFacultatif(100),
    ...champsPreuve,
  })
  .transform(({ email, numeroAdherent, prenom, nom, ...convenu }, ctx) => {
    const refuser = (champ: string, message: string) => {
      ctx.addIssue({ code: 'custom', path: [champ], message })
      return z.NEVER
    }
    if (email !== null && numeroAdherent !== null) return refuser('email', PHRASES_DELEGATION.A_QUI_UN_SEUL)
    if (email !== null) {
      const propre = normaliserEmail(email)
      if (propre === null)
        return refuser('email', 'Indiquez une adresse e-mail complète, par exemple prenom.nom@exemple.fr.')
      const designation: Designation = { par: 'EMAIL', email: propre }
      return { ...convenu, designation }
    }
    if (numeroAdherent === null) return refuser('email', PHRASES_DELEGATION.A_QUI)
    if (prenom === null || nom === null) return refuser('nom', PHRASES_DELEGATION.NOM_AVEC_NUMERO)
    const designation: Designation = { par: 'NUMERO', numeroAdherent, prenom, nom }
    return { ...convenu, designation }
  })
export type DelegationDonnee = SansPreuve<z.output<typeof donnerSchema>>

export const demanderSchema = z
  .object({
    motif: champTitre(),
    numeroAdherent: champTexte('Indiquez le n° adhérent écrit sur la carte de la personne.', 30),
    prenom: champTexte('Indiquez le prénom de la personne.', 100),
    nom: champTexte('Indiquez le nom de la personne.', 100),
    naissance: champDate('Indiquez la date de naissance de la personne.'),
    au: champTerme(),
    piece: champFichier(PHRASES_DELEGATION.UN_SEUL).transform((fichier, ctx) => {
      if (fichier !== null) return fichier
      ctx.addIssue({ code: 'custom', message: PHRASES_DELEGATION.PIECE })
      return z.NEVER
    }),
  })
  .refine(({ motif, au }) => motif === 'PARENT' || au !== null, {
    path: ['au'],
    error: PHRASES_DELEGATION.AU_JUGEMENT,
  })
export type DelegationDemandee = z.output<typeof demanderSchema>

/** What was written down of it, read back. */
export const designationSchema = z.union([
  z.object({ par: z.literal('EMAIL'), email: z.string() }),
  z.object({ par: z.literal('NUMERO'), numeroAdherent: z.string(), prenom: z.string(), nom: z.string() }),
  z.object({
    par: z.literal('TITRE'),
    numeroAdherent: z.string(),
    prenom: z.string(),
    nom: z.string(),
    naissance: z.string(),
  }),
  z.object({ par: z.literal('GESTION'), qui: z.string() }),
])

export const passageSchema = z.object({ delegation: z.uuid(PHRASES_DELEGATION.INTROUVABLE) })

export const accorderSchema = z.object({
  delegation: z.uuid(PHRASES_DELEGATION.INTROUVABLE),
  protege: z.uuid(PHRASES_DELEGATION.PROTEGE),
  etendue: champEtendue(),
  au: champTerme(),
  raison: champTexte(PHRASES_DELEGATION.RAISON, 500),
  ...champsPreuve,
})
export type Accord = SansPreuve<z.output<typeof accorderSchema>>

export const refuserSchema = z.object({
  delegation: z.uuid(PHRASES_DELEGATION.INTROUVABLE),
  raison: champTexte(PHRASES_DELEGATION.RAISON, 500),
})

/** A judgment that came on paper. */
export const mesureSchema = z.object({
  numeroAdherent: champTexte('Indiquez le n° adhérent de la personne protégée.', 30),
  prenom: champTexte('Indiquez le prénom de la personne protégée.', 100),
  nom: champTexte('Indiquez le nom de la personne protégée.', 100),
  motif: champTitre(),
  etendue: champEtendue(),
  au: champTerme(),
  email: champEmail(),
  qui: champTexte('Indiquez le nom de qui agira.', 100),
  raison: champTexte('Indiquez la pièce vue : tribunal, date, n° du jugement.', 500),
  ...champsPreuve,
})
export type Mesure = SansPreuve<z.output<typeof mesureSchema>>

export const mandataireSchema = z.object({
  jeton: champJeton(),
  prenom: champTexte('Indiquez votre prénom.', 100),
  nom: champTexte('Indiquez votre nom.', 100),
  naissance: champDate('Indiquez votre date de naissance.'),
  motDePasse: champSecret('Choisissez un mot de passe.'),
  accepte: champCase("Pour ouvrir votre espace, acceptez les conditions générales d'utilisation."),
})
export type Mandataire = Omit<z.output<typeof mandataireSchema>, 'accepte'>
