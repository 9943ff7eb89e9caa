import { Prisma } from '@/generated/prisma/client'
import type { LienBeneficiaire } from '@/generated/prisma/enums'
import type { SituationEnfant } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Lecture, lire } from '@/lib/server/db'
import type { Acteur } from '@/lib/server/portee'
import { DEMANDE_DE_FIN, DEMANDE_DE_SORTIE } from '../mouvement/data'
import { contratsLisibles } from './access'

export interface SituationLue {
  readonly situation: SituationEnfant | null
  readonly celibataire: boolean | null
  readonly rattacheFiscalement: boolean | null
  readonly handicapReconnuLe: DateCivile | null
  readonly justificatifRecuLe: DateCivile | null
}

export interface PersonneLue {
  /** Of the line that covers them. */
  readonly id: string
  readonly personneId: string
  readonly prenom: string
  readonly nom: string
  /** As the AMO writes it: may be « lunaire ». */
  readonly dateNaissance: string
  readonly lien: LienBeneficiaire
  readonly du: DateCivile
  readonly au: DateCivile | null
  readonly situation: SituationLue | null
  readonly rappelLe: DateCivile | null
  readonly refusDepuis: DateCivile | null
  /** Last justificatif the reader sent about this person. */
  readonly justificatifEnvoyeLe: DateCivile | null
  /** The reader's demande that decided `au`; null: none, or somebody else's. */
  readonly demandeDeFin: string | null
}

export interface ContratLu {
  readonly id: string
  readonly numeroAdherent: string
  readonly reglement: string
  readonly du: DateCivile
  readonly au: DateCivile | null
  /** The reader's demande that decided `au`; null: none, or somebody else's. */
  readonly demandeDeFin: string | null
  readonly personnes: readonly PersonneLue[]
}

/** One statement: who is or was covered, with what is known of each on that day. Row level security leaves an ayant droit their own line. */
const lireContrats = (tx: Lecture, ids: readonly string[], jour: DateCivile) => tx.$queryRaw<ContratLu[]>`
  SELECT a.id, a.numero_adherent AS "numeroAdherent", a.reglement, a.date_effet::text AS du, a.date_fin::text AS au,
    ${Prisma.raw(DEMANDE_DE_FIN)} AS "demandeDeFin",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'personneId', p.id, 'prenom', p.prenom, 'nom', p.nom,
        'dateNaissance', p.date_naissance, 'lien', b.lien, 'du', b.du, 'au', b.au,
        'demandeDeFin', ${Prisma.raw(DEMANDE_DE_SORTIE)},
        'situation', (SELECT jsonb_build_object('situation', s.situation, 'celibataire', s.celibataire,
            'rattacheFiscalement', s.rattache_fiscalement, 'handicapReconnuLe', s.handicap_reconnu_le,
            'justificatifRecuLe', s.justificatif_recu_le)
          FROM situations_ayant_droit s
          WHERE s.adhesion_id = b.adhesion_id AND s.personne_id = b.personne_id AND s.du <= ${jour}::date
          ORDER BY s.du DESC LIMIT 1),
        'rappelLe', (SELECT r.envoye_le FROM rappels_seize_ans r WHERE r.personne_id = b.personne_id),
        'refusDepuis', (SELECT f.du FROM refus_paiement_direct f WHERE f.adhesion_id = b.adhesion_id
          AND f.personne_id = b.personne_id AND f.leve_le IS NULL),
        'justificatifEnvoyeLe', (SELECT (max(d.cree_le) AT TIME ZONE 'Europe/Paris')::date FROM depots d
          JOIN fichiers k ON k.id = d.fichier_id
          WHERE d.personne_id = b.personne_id AND d.objet = 'JUSTIFICATIF' AND k.verdict <> 'INFECTE'))
        ORDER BY b.lien, p.date_naissance, p.rang_naissance, b.du, b.id), '[]')
      FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id WHERE b.adhesion_id = a.id) AS personnes
  FROM adhesions a WHERE a.id = ANY (${[...ids]}::uuid[]) ORDER BY a.date_fin DESC NULLS FIRST, a.date_effet, a.id`

export const lireBeneficiaires = (acteur: Acteur, jour: DateCivile): Promise<readonly ContratLu[]> =>
  lire(acteur, (tx) => lireContrats(tx, contratsLisibles(acteur), jour))
