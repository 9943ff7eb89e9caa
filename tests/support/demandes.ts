import { randomUUID } from 'node:crypto'
import type { EquipeGestion, NatureDemande } from '@/generated/prisma/enums'
import { frapperAdherent, frapperGestion, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { type Envoyee, envoyerDemande } from '@/lib/services/demande/mutations'
import { creerPersonne, lignes } from './comptes'

/** People who ask and people who answer, for tests of demandes. Mutami's règlement has a delay for a réclamation. */
let suivant = 0
export async function unMembre(reglement = 'mutami'): Promise<PorteeAdherent> {
  suivant += 1
  const { compteId, personneId, adhesionId } = await creerPersonne({
    email: `demandeur${suivant}@exemple.fr`,
    prenom: 'Ana',
    nom: 'Ruiz',
  })
  await lignes('UPDATE adhesions SET reglement = $2 WHERE id = $1', [adhesionId, reglement])
  return frapperAdherent({
    type: 'ADHERENT',
    compteId,
    personneId,
    adhesions: [adhesionId],
    adhesionsLues: [],
  })
}

export async function unAgent(role: PorteeGestion['role'] = 'GESTIONNAIRE'): Promise<PorteeGestion> {
  suivant += 1
  const [compte] = await lignes<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, email_confirme_le, nom_affiche) VALUES ($1::text::"RoleCompte", 'EN_ATTENTE', $2, now(), 'Claude Morel')
      RETURNING id`,
    [role, `agent${suivant}@exemple.fr`],
  )
  return frapperGestion({ type: 'GESTION', compteId: compte?.id ?? '', role })
}

export const redaction = (acteur: PorteeAdherent, nature: NatureDemande = 'MESSAGE') => ({
  nature,
  cle: randomUUID(),
  adhesionId: acteur.adhesions[0] ?? null,
  personneId: null,
  objet: nature === 'MESSAGE' ? 'REMBOURSEMENT' : null,
  faits: { sujet: null, reference: null },
  texte: 'Quand serai-je remboursée ?',
})

export const uneDemande = (acteur: PorteeAdherent, nature: NatureDemande = 'MESSAGE'): Promise<Envoyee> =>
  envoyerDemande(acteur, redaction(acteur, nature))

/** As many as wanted, waiting, one statement: their due times follow one another. */
export async function desDemandes(
  acteur: PorteeAdherent,
  nombre: number,
  { equipe = 'ADHESIONS', des = '2026-03-18T10:00:00Z' }: { equipe?: EquipeGestion; des?: string } = {},
): Promise<void> {
  await lignes(
    `INSERT INTO demandes (nature, etat, compte_id, adhesion_id, cle, objet, faits, equipe, cree_le, envoyee_le, repondre_avant, limite)
      SELECT 'MESSAGE', 'ENVOYEE', $1, $2, gen_random_uuid(), 'REMBOURSEMENT', '{"sujet":null,"reference":null}', $3::text::"EquipeGestion", $4::timestamptz - interval '2 days',
        $4::timestamptz - interval '2 days', $4::timestamptz + n * interval '1 minute',
        '{"type":"PROMESSE","nombre":48,"unite":"HEURES_OUVREES"}' FROM generate_series(1, $5::int) n`,
    [acteur.compteId, acteur.adhesions[0], equipe, des, nombre],
  )
}
