import type pg from 'pg'
import { COLONNES } from '@/lib/flux/portefeuille/ligne'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { PorteeGestion } from '@/lib/server/portee'
import { SYSTEME } from '@/lib/server/portee'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { preparerPrelevements } from '@/lib/services/prelevement/mutations'
import { ibanDeTest } from './argent'
import { cleDe, nirAdulte } from './flux-de-test'

export interface FamilleDeTest {
  readonly numero: string
  readonly reglement?: string
  readonly du?: string
  readonly formules: readonly (readonly [formule: string, du: string, au: string])[]
  readonly personnes: readonly (readonly [lien: string, prenom: string, naissance: string, du?: string])[]
  /** Without: no account for the contributions. */
  readonly rib?: boolean
  readonly usage?: 'PRESTATIONS'
}

let nirs = 500

/** Contracts as a portfolio brings them, then how each pays, then their mandates. */
export async function installerFamille(f: FamilleDeTest): Promise<void> {
  const du = f.du ?? '2024-01-01'
  const rangees = [
    { enregistrement: 'ADHESION', reglement: f.reglement ?? 'mutami', du },
    ...f.formules.map(([formule, debut, au]) => ({ enregistrement: 'FORMULE', formule, du: debut, au })),
    ...f.personnes.map(([lien, prenom, naissance, debut]) => {
      nirs += 1
      const nir = `${nirAdulte(nirs)}${cleDe(nirAdulte(nirs))}`
      return {
        enregistrement: 'BENEFICIAIRE',
        lien,
        nom: f.numero,
        prenom,
        date_naissance: naissance,
        rang_naissance: '1',
        nir,
        du: debut ?? du,
      }
    }),
    ...(f.rib === false
      ? []
      : [
          {
            enregistrement: 'RIB',
            usage: f.usage ?? 'COTISATIONS',
            titulaire: `Famille ${f.numero}`,
            iban: ibanDeTest(nirs),
            du,
          },
        ]),
  ]
  const lignes = rangees.map((r) => {
    const rangee: Record<string, string | undefined> = { numero_adherent: f.numero, ...r }
    return COLONNES.map((colonne) => rangee[colonne] ?? '').join(';')
  })
  const octets = new TextEncoder().encode([COLONNES.join(';'), ...lignes].join('\n'))
  const resultat = await importerPortefeuille(SYSTEME, octets, { porte: () => true, propose: () => true })
  if (resultat.issue !== 'IMPORTE') throw new Error(JSON.stringify(resultat))
}

export async function adhesionDe(base: pg.Pool, numero: string): Promise<string> {
  const { rows } = await base.query('SELECT id FROM adhesions WHERE numero_adherent = $1', [numero])
  return rows[0].id
}

/** Debits everything due until `le`, to the bank and back in the books as paid. */
export async function preleverJusquAu(
  preparateur: PorteeGestion,
  controleur: PorteeGestion,
  le: string,
): Promise<string> {
  const { lotId } = await preparerPrelevements(preparateur, {
    executionLe: dateCivile(le),
    jour: dateCivile('2023-12-01'),
  })
  if (lotId === null) throw new Error('rien à prélever')
  await validerLot(controleur, lotId)
  await emettreLot(lotId, new Date('2024-01-02T08:00:00Z'))
  return lotId
}
