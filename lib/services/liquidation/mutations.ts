import { liquiderLignes } from '@/lib/flux/liquidation/lot'
import { cleCompteur, type LigneALire, type Lot } from '@/lib/flux/liquidation/registre'
import { socle } from '@/lib/reglements/catalogue'
import { type Ecriture, ecrire, parEcriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { SYSTEME } from '@/lib/server/portee'
import { loadAssures } from '@/lib/services/foyer/data'
import { passerPrestations } from '@/lib/services/grand-livre/mutations'
import {
  INTERNE,
  loadConsommations,
  loadDernierRang,
  loadElements,
  loadFluxALiquider,
  loadLignes,
  loadOrigines,
  loadReprises,
  loadSuivantes,
  lockCompteurs,
} from './data'

/** Lines a transaction. */
const LOT = 500

export interface CompteLiquidation {
  readonly prestations: number
}

/**
 * Makes one prestation of each received line, in order of arrival. A line without a prestation is to do: killed at any moment, it
 * goes on from there. Several may run at once: one batch at a time.
 */
export async function liquider(lot = LOT): Promise<CompteLiquidation> {
  let prestations = 0
  let position: Position | null = null
  for (;;) {
    const fait: LotFait | null = await liquiderSuivant(position, lot)
    if (fait === null) return { prestations }
    prestations += fait.nombre
    position = fait.position
  }
}

/** Where a run is in a file: what comes before has its prestations. */
interface Position {
  readonly fluxId: string
  readonly apres: number
}

interface LotFait {
  readonly nombre: number
  readonly position: Position
}

const liquiderSuivant = (debut: Position | null, lot: number): Promise<LotFait | null> =>
  ecrire(SYSTEME, (client) => liquiderLot(client, debut, lot))

async function liquiderLot(client: Ecriture, debut: Position | null, lot: number): Promise<LotFait | null> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('liquidation', 0))`)
  const fluxId = await loadFluxALiquider(client)
  if (fluxId === null) return null
  const apres = debut?.fluxId === fluxId ? debut.apres : 0
  const lignes = await loadLignes(client, fluxId, apres, lot)
  const ecrites = await ecrirePrestations(client, fluxId, lignes)
  if (lignes.length < lot) {
    await client.query(`UPDATE flux_recus SET statut = 'LIQUIDE' WHERE id = $1`, [fluxId])
    await journaliser(client, {
      acte: 'LIQUIDATION_FAITE',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'flux',
      objetId: fluxId,
      resultat: 'FAIT',
    })
  }
  return { nombre: ecrites, position: { fluxId, apres: lignes.at(-1)?.rang ?? apres } }
}

async function ecrirePrestations(
  client: Ecriture,
  fluxId: string,
  lignes: readonly LigneALire[],
): Promise<number> {
  if (lignes.length === 0) return 0
  const personnes = [...new Set(lignes.map((l) => l.personne_id))]
  const origines = lignes.flatMap((l) => l.origine_id ?? [])
  const compteurs = await lockCompteurs(client, personnes)
  const corrigees = [
    ...new Set(lignes.flatMap((l) => (l.origine_id === null || l.reversion ? [] : [l.personne_id]))),
  ]
  const suivantes = await loadSuivantes(client, corrigees)
  const refaites = [...suivantes.values()].flat().map((s) => s.ligneId)
  const lot: Lot = {
    socle,
    assures: new Map((await loadAssures(parEcriture(client), personnes)).map((p) => [p.id, p.assure])),
    consommations: new Map(await loadConsommations(client, personnes)),
    elements: new Map(await loadElements(client, personnes)),
    compteurs: new Map(compteurs.map((c) => [cleCompteur(c), c])),
    origines: new Map(await loadOrigines(client, [...origines, ...refaites])),
    rangees: new Map(),
    annulees: [],
    suivantes,
    reprises: await loadReprises(client, corrigees),
    internes: [],
    rangInterne: corrigees.length === 0 ? 0 : await loadDernierRang(client, fluxId),
  }
  liquiderLignes(lot, lignes)
  await ecrireLot(client, fluxId, lot)
  return lignes.length
}

async function ecrireLot(client: Ecriture, fluxId: string, lot: Lot): Promise<void> {
  if (lot.internes.length > 0) await client.query(ECRIRE_INTERNES, [fluxId, JSON.stringify(lot.internes)])
  if (lot.annulees.length > 0) await client.query(ANNULER, [lot.annulees])
  const compteurs = [...lot.compteurs.values()].filter((c) => c.touche)
  const ecrireListe = async (requete: string, liste: readonly unknown[]) => {
    if (liste.length > 0) await client.query(requete, [JSON.stringify(liste)])
  }
  await ecrireListe(
    ECRIRE_COMPTEURS,
    compteurs.filter((c) => c.neuf),
  )
  await ecrireListe(
    PUISER_COMPTEURS,
    compteurs.filter((c) => !c.neuf),
  )
  const rangees = [...lot.rangees.values()]
  await ecrireListe(
    ECRIRE_PRESTATIONS,
    rangees.map((r) => ({ ...r.colonnes, etat: r.etat })),
  )
  const details = rangees.flatMap(({ id, details: d }) =>
    d.map(({ ligne, montant }, rang) => ({ prestation_id: id, rang: rang + 1, ligne, montant })),
  )
  await ecrireListe(ECRIRE_DETAILS, details)
  const consommations = rangees.flatMap(({ id, colonnes, consommations: prises }) =>
    prises.map(({ ligne, date, montant, quantite, compteurId, adhesionId, ...c }, rang) => ({
      prestation_id: id,
      rang: rang + 1,
      adhesion_id: adhesionId,
      personne_id: colonnes.personne_id,
      ligne,
      jour: date,
      montant,
      quantite,
      precisions: { oreille: c.oreille, oeil: c.oeil, etablissement: c.etablissement, element: c.element },
      compteur_id: compteurId,
    })),
  )
  await ecrireListe(ECRIRE_CONSOMMATIONS, consommations)
  await passerPrestations(client, [...lot.annulees, ...rangees.map((r) => r.id)])
}

const ANNULER = `UPDATE prestations SET etat = 'ANNULEE' WHERE id = ANY ($1::uuid[])`

const ECRIRE_INTERNES = `INSERT INTO lignes_decompte (id, flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne,
    empreinte, operation, origine_id, reversion, pour_information, personne_id, soins_debut, contenu)
  SELECT i.id, $1, i.rang, '${INTERNE}', '', i.id::text, 1, sha256(convert_to(i.id::text, 'UTF8')),
    CASE WHEN i.reversion THEN 'ANNULATION' ELSE 'REGULARISATION' END::"OperationDecompte", i."origineId", i.reversion, false,
    i."personneId", (i.contenu ->> 'soinsDebut')::date, i.contenu
  FROM jsonb_to_recordset($2::jsonb) AS i (id uuid, rang integer, "origineId" uuid, reversion boolean, "personneId" uuid,
    contenu jsonb)`

const ECRIRE_COMPTEURS = `INSERT INTO compteurs (id, adhesion_id, personne_id, ligne, marque, du, au, plafond, consomme)
  SELECT id, "adhesionId", "personneId", ligne, marque, du, au, plafond, consomme FROM jsonb_to_recordset($1::jsonb)
    AS c (id uuid, "adhesionId" uuid, "personneId" uuid, ligne text, marque text, du date, au date, plafond bigint, consomme bigint)`

const PUISER_COMPTEURS = `UPDATE compteurs k SET consomme = c.consomme, plafond = c.plafond
  FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, plafond bigint, consomme bigint) WHERE k.id = c.id`

const ECRIRE_PRESTATIONS = `INSERT INTO prestations (id, ligne_id, adhesion_id, personne_id, etat, date_soins, rembourse_le, formule,
    ligne_garantie, libelle, executant, destinataire, depense, base, part_amo, participation, franchise, part_regime_local,
    autres_remboursements, part_mutuelle, reste_a_charge, annule_id, version_reglement, entrees, motifs, limites)
  SELECT id, ligne_id, adhesion_id, personne_id, etat::"EtatPrestation", date_soins, rembourse_le, formule, ligne_garantie, libelle, executant,
    destinataire::"DestinataireReglement", depense, base, part_amo, participation, franchise, part_regime_local,
    autres_remboursements, part_mutuelle, reste_a_charge, annule_id, version_reglement, entrees, motifs, limites
  FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, ligne_id uuid, adhesion_id uuid, personne_id uuid, etat text, date_soins date, rembourse_le date,
    formule text, ligne_garantie text, libelle text, executant text, destinataire text, depense bigint, base bigint,
    part_amo bigint, participation bigint, franchise bigint, part_regime_local bigint, autres_remboursements bigint,
    part_mutuelle bigint, reste_a_charge bigint, annule_id uuid, version_reglement text, entrees jsonb, motifs jsonb,
    limites text[])`

const ECRIRE_DETAILS = `INSERT INTO prestation_details (prestation_id, rang, ligne, montant)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS d (prestation_id uuid, rang smallint, ligne text, montant bigint)`

const ECRIRE_CONSOMMATIONS = `INSERT INTO consommations (prestation_id, rang, adhesion_id, personne_id, ligne, jour, montant,
    quantite, precisions, compteur_id)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS c (prestation_id uuid, rang smallint, adhesion_id uuid, personne_id uuid,
    ligne text, jour date, montant bigint, quantite integer, precisions jsonb, compteur_id uuid)`
