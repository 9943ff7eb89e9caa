import { moment } from '@/lib/rules/date/moment'
import { instantParis } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import { reglementDe } from '@/lib/services/cotisation/view'
import { recompterDelais } from '@/lib/services/delai-constate/mutations'
import { etatApres } from '@/lib/services/demande/etats'
import { limiteDe, sArrete } from '@/lib/services/demande/view'
import { suivreDemandes } from '@/lib/services/echeances-demande/mutations'
import { DEMANDES, type DemandeDemonstration } from '@/prisma/demonstration/demandes'
import type { Dire } from './chargement'
import { acteurDemonstration } from './comptes'

const leParis = (le: string): Date => instantParis(moment(le))
const cleDe = (rang: number, mot = 0): string =>
  `00000000-0000-4000-8000-${String(rang).padStart(6, '0')}${String(mot).padStart(6, '0')}`

interface Demandeur {
  readonly compteId: string
  readonly adhesionId: string | null
  readonly reglement: string | null
}

async function loadDemandeur(client: Ecriture, email: string): Promise<Demandeur> {
  const { rows } = await client.query<Demandeur>(
    `SELECT c.id AS "compteId", a.id AS "adhesionId", a.reglement FROM comptes c
      LEFT JOIN adhesions a ON a.membre_participant_id = c.personne_id WHERE c.email = $1 ORDER BY a.date_effet LIMIT 1`,
    [email],
  )
  const [demandeur] = rows
  if (demandeur === undefined) throw new Error(`demandes : ${email} n'a pas de compte dans la démonstration`)
  return demandeur
}

/** Who a demande is about, and its facts as its nature reads them. */
async function faitsDe(client: Ecriture, d: DemandeDemonstration, adhesionId: string | null) {
  if (d.aide === undefined) return { personneId: null, faits: { sujet: d.sujet ?? null, reference: null } }
  const { pour, valeurs } = d.aide
  const { rows } = await client.query<{ id: string }>(
    'SELECT p.id FROM personnes p JOIN beneficiaires b ON b.personne_id = p.id WHERE b.adhesion_id = $1 AND p.prenom = $2',
    [adhesionId, pour],
  )
  const personneId = rows[0]?.id
  if (personneId === undefined) throw new Error(`demande ${d.rang} : ${pour} n'est pas de ce contrat`)
  return { personneId, faits: { valeurs: { ...valeurs, personne: personneId } } }
}

type Auteurs = Readonly<Record<'GESTIONNAIRE' | 'SUPERVISEUR', string>>

/** As it happened, at its own hours: states by the table of passages, due times by the rules. False when it was there. */
async function ecrireDemande(client: Ecriture, d: DemandeDemonstration, auteurs: Auteurs): Promise<boolean> {
  const { compteId, adhesionId, reglement } = await loadDemandeur(client, d.email)
  const par = (qui: 'MEMBRE' | 'MUTUELLE' | keyof Auteurs): string | null =>
    qui === 'MUTUELLE' ? null : qui === 'MEMBRE' ? compteId : auteurs[qui]
  const etats = d.pas.reduce<(ReturnType<typeof etatApres> & string)[]>((suite, { passage }) => {
    const etat = etatApres(suite.at(-1) ?? 'BROUILLON', passage)
    if (etat === null) throw new Error(`demande ${d.rang} : ${passage} n'est pas possible`)
    suite.push(etat)
    return suite
  }, [])
  const quand = (passage: string): Date | null => {
    const pas = d.pas.find((p) => p.passage === passage)
    return pas === undefined ? null : leParis(pas.le)
  }
  const envoyeeLe = d.pas[0]?.le ?? ''
  const regles = reglement === null ? null : reglementDe(reglement)
  const { avant, limite } = limiteDe(d.nature, moment(envoyeeLe), regles, organisme().promesses)
  const { personneId, faits } = await faitsDe(client, d, adhesionId)
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO demandes (nature, etat, compte_id, adhesion_id, cle, objet, faits, equipe, agent_id, cree_le, envoyee_le, prise_le,
        repondre_avant, limite, escaladee_le, close_le, version, personne_id,
        arretee_le)
      VALUES ($1::text::"NatureDemande", $2::text::"EtatDemande", $3, $4, $5, $6, $7, $8::text::"EquipeGestion", $9, $10, $10, $11, $12, $13, $14, $15, $16, $17, $18)
      ON CONFLICT (compte_id, cle) DO NOTHING RETURNING id`,
    [
      d.nature,
      etats.at(-1),
      compteId,
      adhesionId,
      cleDe(d.rang),
      d.objet ?? null,
      JSON.stringify(faits),
      d.equipe,
      quand('PRENDRE') === null ? null : auteurs.GESTIONNAIRE,
      leParis(envoyeeLe),
      quand('PRENDRE'),
      instantParis(avant),
      JSON.stringify(limite),
      quand('ESCALADER'),
      quand('REPONDRE'),
      d.pas.length,
      personneId,
      etats.at(-1) === 'PIECE_DEMANDEE' && d.piece?.bloquante === true && sArrete(d.nature, limite)
        ? leParis(d.piece.le)
        : null,
    ],
  )
  const id = rows[0]?.id
  if (id === undefined) return false
  await ecrireHistoire(client, id, d, { etats, par })
  return true
}

interface Histoire {
  readonly etats: readonly string[]
  readonly par: (qui: 'MEMBRE' | 'MUTUELLE' | keyof Auteurs) => string | null
}

async function ecrireHistoire(
  client: Ecriture,
  id: string,
  d: DemandeDemonstration,
  { etats, par }: Histoire,
): Promise<void> {
  const creation = { passage: 'CREER', le: d.pas[0]?.le ?? '', par: 'MEMBRE' } as const
  for (const [rang, pas] of [creation, ...d.pas].entries())
    await client.query(
      `INSERT INTO passages_demande (demande_id, rang, passage, etat, moment, compte_id, donnees)
        VALUES ($1, $2, $3::text::"PassageDemande", $4::text::"EtatDemande", $5, $6, $7)`,
      [
        id,
        rang + 1,
        pas.passage,
        etats[rang - 1] ?? 'BROUILLON',
        leParis(pas.le),
        par(pas.par),
        JSON.stringify(pas.passage === 'DEMANDER_PIECE' ? { avant: d.piece?.avant ?? null } : {}),
      ],
    )
  for (const [rang, mot] of d.mots.entries())
    await client.query(
      `INSERT INTO messages_demande (demande_id, cle, compte_id, de_gestion, interne, texte, cree_le, lu_le) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        cleDe(d.rang, rang + 1),
        par(mot.par),
        mot.par !== 'MEMBRE',
        mot.interne === true,
        mot.texte,
        leParis(mot.le),
        rang < d.mots.length - 1 ? leParis(d.mots[rang + 1]?.le ?? mot.le) : null,
      ],
    )
  if (d.piece !== undefined)
    await client.query(
      'INSERT INTO pieces_attendues (demande_id, piece, avant_le, bloquante, demandee_le) VALUES ($1, $2, $3, $4, $5)',
      [id, d.piece.piece, d.piece.avant, d.piece.bloquante, leParis(d.piece.le)],
    )
  await journaliser(client, {
    acte: 'DEMANDE_PASSEE',
    compteId: null,
    role: 'SYSTEME',
    objetType: 'demande',
    objetId: id,
    resultat: 'FAIT',
    donnees: { passage: 'ENVOYER' },
  })
}

/** What members asked, what was answered, what is late; then the job, as it runs every quarter of an hour. */
export async function envoyerDemandes(dire: Dire): Promise<void> {
  const [gestionnaire, superviseur] = [
    await acteurDemonstration('GESTIONNAIRE'),
    await acteurDemonstration('SUPERVISEUR'),
  ]
  const auteurs = { GESTIONNAIRE: gestionnaire.compteId, SUPERVISEUR: superviseur.compteId }
  let nouvelles = 0
  for (const demande of DEMANDES)
    if (await ecrire(SYSTEME, (client) => ecrireDemande(client, demande, auteurs))) nouvelles += 1
  await suivreDemandes()
  await recompterDelais()
  dire(`Demandes : ${DEMANDES.length}, dont ${nouvelles} nouvelles.`)
}
