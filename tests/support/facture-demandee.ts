import { randomUUID } from 'node:crypto'
import { frapperAdherent, frapperGestion, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { demanderRemboursement } from '@/lib/services/envoi-remboursement/mutations'
import { lignes } from './comptes'
import { adhesionDe, installerFamille } from './cotisations'
import { pdf } from './pdf-pieges'

/** A member of a real contract, a bill of 30 € at their doctor's, and who treats it: a demande that is decided. */
let numero = 0

export async function unAdherentDe(base: Parameters<typeof adhesionDe>[0]): Promise<PorteeAdherent> {
  numero += 1
  const n = `K${String(numero).padStart(4, '0')}`
  await installerFamille({
    numero: n,
    formules: [['tribu-equilibre', '2024-01-01', '']],
    personnes: [['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12']],
    rib: false,
  })
  const adhesion = await adhesionDe(base, n)
  const [compte] = await lignes<{ id: string; personne: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
      SELECT 'ADHERENT', 'EN_ATTENTE', membre_participant_id, $2, 'Maud' FROM adhesions WHERE id = $1 RETURNING id, personne_id AS personne`,
    [adhesion, `${n.toLowerCase()}@exemple.fr`],
  )
  return frapperAdherent({
    type: 'ADHERENT',
    compteId: compte?.id ?? '',
    personneId: compte?.personne ?? '',
    adhesions: [adhesion],
    adhesionsLues: [],
  })
}

export async function unTraitant(role: PorteeGestion['role'] = 'GESTIONNAIRE'): Promise<PorteeGestion> {
  numero += 1
  const [compte] = await lignes<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ($1::text::"RoleCompte", 'EN_ATTENTE', $2, $3) RETURNING id`,
    [role, `traitant${numero}@exemple.fr`, `Ines ${numero}`],
  )
  return frapperGestion({ type: 'GESTION', compteId: compte?.id ?? '', role })
}

/** Each file is another. */
export async function unFichier(nom = 'facture.pdf', pages = 1): Promise<File> {
  return new File([new Uint8Array(await pdf(pages))], nom, { type: 'application/pdf' })
}

export async function uneFacture(acteur: PorteeAdherent): Promise<string> {
  const { id } = await demanderRemboursement(acteur, {
    cle: randomUUID(),
    amo: 'NON' as const,
    fichiers: [await unFichier()],
    soin: 'medecin-generaliste',
    personne: acteur.personneId,
    date: '2026-03-10',
    acte: 'G',
    prix: '30',
    base: '',
    autres: '',
    secteur: 'DPTAM',
    parcours: 'OUI',
    situation: 'HABITUELLE',
  })
  return id
}
