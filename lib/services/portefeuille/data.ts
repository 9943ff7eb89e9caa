import type {
  AdhesionConnue,
  MandatConnu,
  Offre,
  PersonneConnue,
  PortefeuilleConnu,
} from '@/lib/flux/portefeuille/connu'
import type {
  Lien,
  LignePortefeuille,
  ModeEcrit,
  PeriodiciteEcrite,
  UsageRib,
} from '@/lib/flux/portefeuille/ligne'
import { reglements } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { listerFormules } from '@/lib/rules/remboursement/formule'
import { dechiffrer, indexAveugle } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { indexCodeAcces } from '@/lib/server/identifiant'
import { organisme } from '@/lib/server/organisme'
import { contexteIban } from '../compte-bancaire/data'

export const indexNir = (nir: string): Buffer<ArrayBuffer> => indexAveugle('nir', nir)

/** What the base knows of the adhérents, people and codes that these lines name. */
export async function loadPortefeuilleConnu(
  client: Ecriture,
  lignes: readonly LignePortefeuille[],
): Promise<PortefeuilleConnu> {
  const beneficiaires = lignes.filter((l) => l.type === 'BENEFICIAIRE')
  const nirs = parIndex(
    beneficiaires.flatMap((b) => b.nirs),
    indexNir,
  )
  const codes = parIndex(
    beneficiaires.flatMap((b) => (b.codeAcces === null ? [] : [b.codeAcces])),
    indexCodeAcces,
  )
  return {
    adhesions: await loadAdhesions(client, [...new Set(lignes.map((l) => l.numeroAdherent))]),
    personnes: await loadPersonnes(client, nirs, codes),
    codes: await loadCodes(client, codes),
    mandats: await loadMandats(
      client,
      lignes.flatMap((l) => (l.type === 'MANDAT' ? [l.rum] : [])),
    ),
  }
}

interface MandatLu extends PeriodeLue {
  rum: string
  adhesion_id: string
  compte_id: string
  iban_chiffre: Buffer
  fini: boolean
}

async function loadMandats(client: Ecriture, rums: readonly string[]): Promise<Map<string, MandatConnu>> {
  const { rows } = await client.query<MandatLu>(
    `SELECT m.rum, m.adhesion_id, m.signe_le AS du, m.revoque_le AS au, m.fin IS NOT NULL AS fini, b.id AS compte_id, b.iban_chiffre
      FROM mandats m JOIN comptes_bancaires b ON b.id = m.compte_bancaire_id WHERE m.rum = ANY ($1::text[])`,
    [rums],
  )
  return new Map(
    rows.map(({ rum, adhesion_id, compte_id, iban_chiffre, du, au, fini }) => [
      rum,
      {
        adhesionId: adhesion_id,
        iban: dechiffrer(iban_chiffre, contexteIban(compte_id)),
        du,
        au,
        fini,
      },
    ]),
  )
}

function parIndex(valeurs: readonly string[], index: (valeur: string) => Buffer): Map<string, string> {
  return new Map([...new Set(valeurs)].map((valeur) => [index(valeur).toString('hex'), valeur]))
}

const octets = (index: ReadonlyMap<string, string>): Buffer[] =>
  [...index.keys()].map((hex) => Buffer.from(hex, 'hex'))

interface PersonneLue {
  id: string
  nom: string
  prenom: string
  date_naissance: string
  rang_naissance: number
  index: string[]
  code: string | null
}

async function loadPersonnes(
  client: Ecriture,
  nirs: ReadonlyMap<string, string>,
  codes: ReadonlyMap<string, string>,
): Promise<PersonneConnue[]> {
  const { rows } = await client.query<PersonneLue>(
    `SELECT p.id, p.nom, p.prenom, p.date_naissance, p.rang_naissance,
        array_agg(encode(i.nir_index, 'hex')) AS index, encode(c.code_index, 'hex') AS code
      FROM immatriculations i JOIN personnes p ON p.id = i.personne_id LEFT JOIN codes_acces c ON c.personne_id = p.id
      WHERE i.nir_index = ANY ($1::bytea[]) GROUP BY p.id, c.code_index ORDER BY p.id`,
    [octets(nirs)],
  )
  return rows.map((ligne) => ({
    id: ligne.id,
    nom: ligne.nom,
    prenom: ligne.prenom,
    dateNaissance: ligne.date_naissance,
    rangNaissance: ligne.rang_naissance,
    nirs: ligne.index.flatMap((hex) => nirs.get(hex) ?? []),
    // A code that the file does not name stays sealed; it only has to differ from the file's.
    codeAcces: ligne.code === null ? null : (codes.get(ligne.code) ?? '(autre)'),
  }))
}

async function loadCodes(client: Ecriture, codes: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const { rows } = await client.query<{ personne_id: string; index: string }>(
    `SELECT personne_id, encode(code_index, 'hex') AS index FROM codes_acces WHERE code_index = ANY ($1::bytea[])`,
    [octets(codes)],
  )
  return new Map(rows.map((ligne) => [codes.get(ligne.index) ?? '', ligne.personne_id]))
}

interface PeriodeLue {
  du: DateCivile
  au: DateCivile | null
}
interface AdhesionLue extends PeriodeLue {
  id: string
  numero: string
  reglement: string
}
interface RibLu extends PeriodeLue {
  id: string
  adhesion_id: string
  usage: UsageRib
  titulaire: string
  iban_chiffre: Buffer
}

async function loadAdhesions(
  client: Ecriture,
  numeros: readonly string[],
): Promise<Map<string, AdhesionConnue>> {
  const { rows: adhesions } = await client.query<AdhesionLue>(
    `SELECT id, numero_adherent AS numero, reglement, date_effet AS du, date_fin AS au
      FROM adhesions WHERE numero_adherent = ANY ($1::text[])`,
    [numeros],
  )
  const ids = [adhesions.map((a) => a.id)]
  const { rows: formules } = await client.query<PeriodeLue & { adhesion_id: string; formule: string }>(
    'SELECT adhesion_id, formule, du, au FROM choix_formules WHERE adhesion_id = ANY ($1::uuid[])',
    ids,
  )
  const { rows: rattachements } = await client.query<
    PeriodeLue & { adhesion_id: string; personne_id: string; lien: Lien }
  >(
    'SELECT adhesion_id, personne_id, lien, du, au FROM beneficiaires WHERE adhesion_id = ANY ($1::uuid[])',
    ids,
  )
  const { rows: ribs } = await client.query<RibLu>(
    'SELECT id, adhesion_id, usage, titulaire, iban_chiffre, du, au FROM comptes_bancaires WHERE adhesion_id = ANY ($1::uuid[]) AND personne_id IS NULL',
    ids,
  )
  const { rows: modalites } = await client.query<
    PeriodeLue & { adhesion_id: string; periodicite: PeriodiciteEcrite; mode: ModeEcrit; jour: number | null }
  >(
    'SELECT adhesion_id, periodicite, mode, jour_prelevement AS jour, du, au FROM modalites_cotisation WHERE adhesion_id = ANY ($1::uuid[])',
    ids,
  )
  const formulesDe = parAdhesion(formules)
  const modalitesDe = parAdhesion(modalites)
  const rattachementsDe = parAdhesion(rattachements)
  const ribsDe = parAdhesion(ribs)
  return new Map(
    adhesions.map((a) => [
      a.numero,
      {
        id: a.id,
        reglement: a.reglement,
        du: a.du,
        au: a.au,
        formules: formulesDe.get(a.id) ?? [],
        beneficiaires: (rattachementsDe.get(a.id) ?? []).map((b) => ({
          personneId: b.personne_id,
          lien: b.lien,
          du: b.du,
          au: b.au,
        })),
        ribs: (ribsDe.get(a.id) ?? []).map(ouvrirRib),
        modalites: modalitesDe.get(a.id) ?? [],
      },
    ]),
  )
}

function parAdhesion<T extends { adhesion_id: string }>(lignes: readonly T[]): Map<string, T[]> {
  const groupes = new Map<string, T[]>()
  for (const ligne of lignes) {
    const groupe = groupes.get(ligne.adhesion_id)
    if (groupe === undefined) groupes.set(ligne.adhesion_id, [ligne])
    else groupe.push(ligne)
  }
  return groupes
}

const ouvrirRib = (r: RibLu) => ({
  usage: r.usage,
  titulaire: r.titulaire,
  iban: dechiffrer(r.iban_chiffre, contexteIban(r.id)),
  du: r.du,
  au: r.au,
})

const catalogue: ReadonlyMap<string, Reglement> = new Map(Object.entries(reglements))

const formules: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...catalogue].map(([id, reglement]) => [id, new Set(listerFormules(reglement))]),
)

/** What the organisme carries, among the règlements of the catalogue. */
export const offreDeLOrganisme = (): Offre => ({
  porte: (id) => organisme().reglements.includes(id) && catalogue.has(id),
  propose: (id, formule) => formules.get(id)?.has(formule) ?? false,
  sansFormule: (id) => catalogue.get(id)?.garanties === null,
})
