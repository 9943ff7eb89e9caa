import { motif } from '@/lib/rules/decision/motif'
import type { PersonneLue, PrestationLue } from '@/lib/services/remboursement/data'

export const CLAIRE: PersonneLue = {
  id: '00000000-0000-4000-8000-000000000001',
  prenom: 'Claire',
  nom: 'Morel',
}
export const ELIE: PersonneLue = { id: '00000000-0000-4000-8000-000000000002', prenom: 'Élie', nom: 'Morel' }
export const ADHESION = '00000000-0000-4000-8000-0000000000a1'

/** A consultation at 30 €: 18.55 paid by the AMO, 7.95 by the mutuelle, 3.50 left, 2 of them the participation. */
export const prestationLue = (change: Partial<PrestationLue> = {}): PrestationLue => ({
  id: '00000000-0000-4000-a000-000000000001',
  adhesionId: ADHESION,
  personneId: CLAIRE.id,
  etat: 'PAYEE',
  dateSoins: new Date('2026-03-01T00:00:00Z'),
  libelle: 'Consultation',
  executant: 'Dr Anaïs Bertin',
  destinataire: 'ASSURE',
  depense: 3000n,
  base: 2650n,
  partAmo: 1855n,
  participation: 200n,
  franchise: 0n,
  partRegimeLocal: 0n,
  autresRemboursements: 0n,
  partMutuelle: 795n,
  resteACharge: 350n,
  annuleId: null,
  motifs: [{ ...motif('NON_GARANTI', 'mutami/art-10') }],
  payeeLe: new Date('2026-03-05T00:00:00Z'),
  comptePropre: false,
  ...change,
})
