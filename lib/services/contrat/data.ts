import { lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { ContratVecu } from './view'

type ContratLu = Omit<ContratVecu, 'titulaire' | 'lecteur'>

/**
 * Every contract that covers this person or did, oldest first: whole for whom it belongs to, their own cover only for an ayant droit.
 * Row level security chooses the people; days are texts.
 */
export async function loadMesContrats(portee: PorteeAdherent): Promise<ContratVecu[]> {
  const { adhesions, adhesionsLues, personneId } = portee
  const ids = [...adhesions, ...adhesionsLues]
  const contrats = await lire(
    portee,
    (tx) => tx.$queryRaw<ContratLu[]>`SELECT a.id, a.numero_adherent AS "numeroAdherent", a.reglement,
        a.date_effet::text AS du, a.date_fin::text AS au,
        (SELECT coalesce(json_agg(json_build_object('formule', f.formule, 'du', f.du, 'au', f.au) ORDER BY f.du), '[]')
          FROM choix_formules f WHERE f.adhesion_id = a.id) AS formules,
        (SELECT coalesce(json_agg(json_build_object('personneId', p.id, 'prenom', p.prenom, 'nom', p.nom, 'lien', b.lien,
            'dateNaissance', p.date_naissance, 'rang', p.rang_naissance, 'du', b.du, 'au', b.au) ORDER BY b.du, p.id), '[]')
          FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id WHERE b.adhesion_id = a.id) AS beneficiaires,
        (SELECT coalesce(json_agg(json_build_object('du', s.du, 'au', s.au) ORDER BY s.du), '[]')
          FROM suspensions s WHERE s.adhesion_id = a.id) AS suspensions,
        EXISTS (SELECT FROM impayes i WHERE i.adhesion_id = a.id AND i.etape = 'RESILIE') AS "resiliePourImpaye"
      FROM adhesions a WHERE a.id = ANY (${ids}::uuid[]) ORDER BY a.date_effet, a.numero_adherent`,
  )
  return contrats.map((contrat) => ({
    ...contrat,
    titulaire: adhesions.includes(contrat.id),
    lecteur: personneId,
  }))
}
