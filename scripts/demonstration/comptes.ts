import { z } from 'zod'
import { RoleCompte } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { maintenant } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { loadPorteurDeCarte } from '@/lib/services/compte/data'
import { choisirIdentifiants, ouvrirCompteDemonstration } from '@/lib/services/compte/mutations'
import { comptesDesignes } from '@/lib/services/connexion/data'
import { poserGraineDemonstration } from '@/lib/services/facteur/mutations'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import fichier from '@/prisma/demonstration/comptes.json'
import { familles } from '@/prisma/demonstration/familles'

const { ADHERENT, ...rolesGestion } = RoleCompte
const compteSchema = z.discriminatedUnion('role', [
  z.object({
    role: z.literal(ADHERENT),
    famille: z.string(),
    personne: z.string(),
    email: z.email(),
    motDePasse: z.string(),
  }),
  z.object({
    role: z.enum(rolesGestion),
    nomAffiche: z.string(),
    email: z.email(),
    motDePasse: z.string(),
  }),
])
type CompteDemonstration = z.infer<typeof compteSchema>

async function ouvrirAdherent(compte: CompteDemonstration & { role: 'ADHERENT' }): Promise<boolean> {
  const famille = familles.find((f) => f.cle === compte.famille)
  const personne = famille?.personnes.find((p) => p.cle === compte.personne)
  if (famille === undefined || personne === undefined) {
    throw new Error(`comptes.json : ${compte.famille}/${compte.personne} n'est pas dans la démonstration`)
  }
  const porteur = await loadPorteurDeCarte(famille.numeroAdherent, personne.codeAcces)
  if (porteur === null) throw new Error(`comptes.json : la carte de ${compte.personne} est inconnue`)
  if (porteur.compte !== null && porteur.compte !== 'EN_ATTENTE') return false
  await choisirIdentifiants(porteur.personneId, compte, maintenant())
  return ouvrirCompteDemonstration(porteur.personneId, maintenant())
}

/** False when the address already has its account. */
async function ouvrirPersonnel({
  role,
  nomAffiche,
  email,
  motDePasse,
}: Exclude<CompteDemonstration, { role: 'ADHERENT' }>): Promise<boolean> {
  try {
    const id = await creerComptePersonnel(SYSTEME, { role, nom: nomAffiche, email, motDePasse }, maintenant())
    await ecrire(SYSTEME, (client) => poserGraineDemonstration(client, id, maintenant()))
    return true
  } catch (erreur) {
    if (erreur instanceof SaisieRefusee && erreur.erreurs.some((e) => e.champ === 'email')) return false
    throw erreur
  }
}

/** The member of staff of the demonstration who has this role. */
export async function acteurDemonstration(role: PorteeGestion['role']): Promise<PorteeGestion> {
  const annonce = fichier.comptes.find((c) => c.role === role)
  const compte = (await comptesDesignes(annonce?.email ?? '')).find((c) => c.role === role)
  if (compte === undefined) throw new Error(`comptes.json : personne n'est ${role}`)
  return frapperGestion({ type: 'GESTION', compteId: compte.id, role })
}

/** Opens the accounts that comptes.json announces. Returns how many were not there yet. */
export async function ouvrirComptes(): Promise<number> {
  let ouverts = 0
  for (const compte of z.array(compteSchema).parse(fichier.comptes)) {
    const nouveau = compte.role === ADHERENT ? await ouvrirAdherent(compte) : await ouvrirPersonnel(compte)
    if (nouveau) ouverts += 1
  }
  return ouverts
}
