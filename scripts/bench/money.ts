// A file of direct debits and one of transfers through the whole run: orders in the base, control, sealed file, ledger. Lines a second and
// peak memory, on a scratch database of DATABASE_OWNER_URL's server.
//   npm run bench:money -- [debits] [transfers]
import { composeIBAN } from 'ibantools'
import type pg from 'pg'
import type { OrdreAInscrire } from '@/lib/services/lot-bancaire/mutations'
import { withClient } from '../database/session'
import { surBaseDeMesure } from './base-de-mesure'

const [PRELEVEMENTS, VIREMENTS] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 50_000)]
const CONTRATS = 1_000

const SEMER = `
  INSERT INTO personnes (id, nom, prenom, date_naissance)
    SELECT gen_random_uuid(), 'Nom' || n, 'Prénom', '1980-01-01' FROM generate_series(1, ${CONTRATS}) n;
  INSERT INTO adhesions (numero_adherent, reglement, membre_participant_id, date_effet)
    SELECT 'B' || row_number() OVER (), 'mesure', id, '2024-01-01' FROM personnes;
  INSERT INTO comptes_bancaires (adhesion_id, usage, titulaire, iban_chiffre, iban_fin, du)
    SELECT id, 'COTISATIONS', 'Titulaire', '\\x00', '0000', '2024-01-01' FROM adhesions;
  INSERT INTO mandats (adhesion_id, compte_bancaire_id, rum, signe_le)
    SELECT adhesion_id, id, 'MESURE-' || row_number() OVER (), '2024-01-01' FROM comptes_bancaires;
  INSERT INTO comptes (role, statut, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
    SELECT 'COMPTABLE', 'ACTIF', n || '@exemple.fr', now(), n, '$argon2id$v=19$mesure', '1', now() FROM unnest(ARRAY['un', 'deux']) n;`

function iban(n: number): string {
  const [banque, guichet, compte] = ['30002', '00550', String(n).padStart(11, '0')]
  const cle = 97n - ((89n * BigInt(banque) + 15n * BigInt(guichet) + 3n * BigInt(compte)) % 97n)
  const bban = `${banque}${guichet}${compte}${String(cle).padStart(2, '0')}`
  return composeIBAN({ countryCode: 'FR', bban }) ?? ''
}

interface Contrat {
  readonly adhesion: string
  readonly mandat: string
}

const semer = (ownerUrl: string) =>
  withClient(ownerUrl, async (client: pg.Client) => {
    await client.query(SEMER)
    const { rows: contrats } = await client.query<Contrat>(
      'SELECT adhesion_id AS adhesion, id AS mandat FROM mandats ORDER BY id',
    )
    const { rows: comptes } = await client.query<{ id: string }>('SELECT id FROM comptes ORDER BY id')
    return { contrats, comptes: comptes.map(({ id }) => id) }
  })

function* ordres(
  nombre: number,
  contrats: readonly Contrat[],
  avecMandat: boolean,
): Generator<OrdreAInscrire> {
  for (let n = 0; n < nombre; n += 1) {
    const contrat = contrats[n % contrats.length]
    if (contrat === undefined) return
    yield {
      montant: 1_000 + (n % 20_000),
      adhesionId: contrat.adhesion,
      tiersId: null,
      mandatId: avecMandat ? contrat.mandat : null,
      compteBancaireId: null,
      titulaire: `Élodie Œuvrard-Lefèvre ${n}`,
      iban: iban(n % 1_000),
      prestations: [],
      echeances: [],
    }
  }
}

const mo = (octets: number): string => `${Math.round(octets / 1e6)} Mo`

/** Highest resident memory while it works. */
async function chronometrer(nom: string, nombre: number, travail: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.()
  const avant = process.memoryUsage().rss
  let pic = avant
  const minuterie = setInterval(() => {
    pic = Math.max(pic, process.memoryUsage().rss)
  }, 20)
  const debut = performance.now()
  await travail()
  const secondes = (performance.now() - debut) / 1000
  clearInterval(minuterie)
  const vitesse = Math.round(nombre / secondes).toLocaleString('fr-FR')
  console.log(
    `${nom.padEnd(34)} ${nombre} lignes en ${secondes.toFixed(1)} s, ${vitesse} lignes/s, mémoire ${mo(avant)} → pic ${mo(pic)}`,
  )
}

async function mesurer(ownerUrl: string): Promise<void> {
  const { dateCivile } = await import('@/lib/rules/date/date-civile')
  const { ecrire, fermer } = await import('@/lib/server/db')
  const { frapperGestion, SYSTEME } = await import('@/lib/server/portee')
  const { inscrireLot, validerLot } = await import('@/lib/services/lot-bancaire/mutations')
  const { emettreLot } = await import('@/lib/services/emission-bancaire/mutations')
  const { contrats, comptes } = await semer(ownerUrl)
  const [un, deux] = comptes.map((compteId) =>
    frapperGestion({ type: 'GESTION', compteId, role: 'COMPTABLE' }),
  )
  if (un === undefined || deux === undefined) throw new Error('deux comptes attendus')
  const passages = [
    ['PRELEVEMENT', 'prélèvements', Math.ceil(PRELEVEMENTS / 10)],
    ['PRELEVEMENT', 'prélèvements', PRELEVEMENTS],
    ['VIREMENT', 'virements', VIREMENTS],
  ] as const
  for (const [sens, mot, nombre] of passages) {
    let lot = ''
    const executionLe = dateCivile('2027-01-06')
    await chronometrer(`${mot} : ordres en base`, nombre, async () => {
      lot = await ecrire(SYSTEME, (c) =>
        inscrireLot(c, sens, executionLe, un, [...ordres(nombre, contrats, sens === 'PRELEVEMENT')]),
      )
    })
    await validerLot(deux, lot)
    await chronometrer(`${mot} : fichier et grand livre`, nombre, () =>
      emettreLot(lot, new Date('2027-01-04T08:00:00Z')),
    )
  }
  await fermer()
}

await surBaseDeMesure(mesurer)
