import type { NatureDocument, NatureEnvoi, SupportEnvoi } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { lignesAdresse } from '@/lib/lexique/coordonnees'
import { ecrireReference } from '@/lib/lexique/references'
import { faitsCourrier } from '@/lib/papiers/courrier'
import type { Fondement } from '@/lib/papiers/faits'
import { socle } from '@/lib/reglements/catalogue'
import { annee, type DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { secretAleatoire } from '@/lib/server/chiffrement'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { normaliserNumeroAdherent } from '@/lib/server/identifiant'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { type Portee, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { annoncerDocument } from '../annonce/mutations'
import { preparerCotisations } from '../attestation-cotisations/data'
import { adherentDe, PREPARER, sources } from '../papiers-contrat/data'
import { loadSupport } from '../preference-envoi/data'
import { loadMajorations } from '../radiation/data'
import { peutEcrireCourrier, peutEmettre } from './access'
import {
  empreinteDocument,
  enteteOrganisme,
  loadContrat,
  loadContratParNumero,
  reglementDuContrat,
  seulement,
} from './data'
import type { CourrierSaisi, NatureALaDemande, Sources } from './schema'
import { type ContratLu, PapierRefuse } from './view'

/** A paper before it is written. */
export interface AEmettre {
  readonly nature: NatureDocument
  readonly gabarit: string
  readonly adhesionId: string
  readonly personneId: string
  readonly numero: string | null
  readonly du: DateCivile | null
  readonly au: DateCivile | null
  readonly emisLe: DateCivile
  /** The batch that makes it. */
  readonly lotId?: string
  /** What it is sent as; absent when the person asked for it and has it on the screen. */
  readonly envoi?: NatureEnvoi
  /** Told by mail to whoever reads it on a screen, though its nature is not announced. */
  readonly annoncer?: true
  /** How it leaves, whatever the person chose for the others. */
  readonly support?: 'PAPIER'
  /** Who gets it, when it is not the person it speaks of. */
  readonly destinataireId?: string
  readonly donnees: { readonly faits: unknown; readonly sources: Sources }
}

async function supportDe(client: Ecriture, d: AEmettre): Promise<SupportEnvoi | null> {
  if (d.support !== undefined) return d.support
  return d.envoi === undefined ? null : loadSupport(client, d.destinataireId ?? d.personneId, d.envoi)
}

/**
 * Writes a paper, in the caller's transaction. The same data issued again, even at the same moment elsewhere, are the same row: neither
 * the day of issue nor the number are in them, unless the paper says the situation of its day.
 */
export async function ecrireDocument(
  client: Ecriture,
  d: AEmettre,
): Promise<{ readonly id: string; readonly neuf: boolean }> {
  const empreinte = empreinteDocument(d)
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO documents (nature, adhesion_id, personne_id, numero, du, au, emis_le, gabarit, donnees, empreinte_donnees, jeton_verification, lot_id,
        support)
      VALUES ($1::text::"NatureDocument", $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::text::"SupportEnvoi")
      ON CONFLICT (empreinte_donnees) DO NOTHING RETURNING id`,
    [
      d.nature,
      d.adhesionId,
      d.personneId,
      d.numero,
      d.du,
      d.au,
      d.emisLe,
      d.gabarit,
      JSON.stringify(d.donnees),
      empreinte,
      secretAleatoire(),
      d.lotId ?? null,
      await supportDe(client, d),
    ],
  )
  const [ecrit] = rows
  if (ecrit !== undefined) return { id: ecrit.id, neuf: true }
  const { rows: connus } = await client.query<{ id: string }>(
    'SELECT id FROM documents WHERE empreinte_donnees = $1',
    [empreinte],
  )
  const [connu] = connus
  if (connu === undefined) throw new Error('document déjà émis, mais hors de portée')
  return { id: connu.id, neuf: false }
}

const auteur = (acteur: Portee) =>
  acteur.type === 'SYSTEME'
    ? { compteId: null, role: 'SYSTEME' }
    : { compteId: acteur.compteId, role: acteur.type === 'GESTION' ? acteur.role : acteur.type }

const ANNONCES: readonly NatureDocument[] = ['COURRIER', 'PRISE_EN_CHARGE', 'REPONSE_DEVIS']

/** Writes a paper, announces it when nobody asked for it, and journals it; once. Returns its id. */
export async function ecrireEtDire(client: Ecriture, acteur: Portee, d: AEmettre): Promise<string> {
  const { id, neuf } = await ecrireDocument(client, d)
  if (!neuf) return id
  if (d.annoncer === true || ANNONCES.includes(d.nature))
    await annoncerDocument(client, d.destinataireId ?? d.personneId, id)
  await journaliser(client, {
    acte: 'DOCUMENT_EMIS',
    ...auteur(acteur),
    objetType: 'document',
    objetId: id,
    resultat: 'FAIT',
    donnees: { nature: d.nature },
  })
  return id
}

const emettre = (acteur: Portee, d: AEmettre): Promise<string> =>
  ecrire(acteur, (client) => ecrireEtDire(client, acteur, d))

export interface DocumentDemande {
  readonly nature: NatureALaDemande
  readonly adhesion: string
  /** Of an attestation of contributions. */
  readonly annee?: number
  /** Nobody asked for it: they are told that it is there. */
  readonly annoncer?: true
}

/**
 * A paper that a member may have at once (an attestation of contributions: for a year, this one when none is said), from the contract as it
 * stands today; the one already issued when nothing changed. An ayant droit's names nobody else but the membre participant. Returns its id.
 * @throws {SaisieRefusee} when there is no right to print, with the reason. @throws {Error} when the actor may not.
 */
export async function emettreDocument(
  acteur: Portee,
  { nature, adhesion, annee: an, annoncer }: DocumentDemande,
  jour: DateCivile = aujourdhui(),
): Promise<string> {
  if (!peutEmettre(acteur, adhesion)) throw new SaisieRefusee({ champ: '', message: INTROUVABLE })
  // Read whole: an ayant droit's own view has neither the membre's name nor the formule of the others.
  const { contrat, majorations } = await ecrire(SYSTEME, async (client) => ({
    contrat: await loadContrat(client, adhesion),
    majorations: nature === 'ATTESTATION_RADIATION' ? await loadMajorations(client, adhesion) : [],
  }))
  const qui = seulement(acteur, contrat)
  try {
    const prepare =
      nature === 'ATTESTATION_COTISATIONS'
        ? await preparerCotisations(contrat, qui === null, an ?? annee(jour), jour)
        : PREPARER[nature](contrat, qui, jour, majorations)
    return await emettre(acteur, {
      nature,
      // Made for everybody at the start of the year, not on demand.
      ...(acteur.type === 'SYSTEME' && nature === 'CARTE_TIERS_PAYANT' ? { envoi: 'CARTE' } : {}),
      ...(annoncer === true ? { annoncer } : {}),
      adhesionId: contrat.id,
      personneId: qui ?? contrat.membre.id,
      numero: null,
      emisLe: jour,
      ...prepare,
    })
  } catch (erreur) {
    if (!(erreur instanceof PapierRefuse)) throw erreur
    throw new SaisieRefusee({ champ: '', message: erreur.phrase })
  }
}

/**
 * The card and the certificate again, in the caller's transaction, after the contract changed. What cannot be printed (a contract that
 * ended, no formule) is left out. Returns their ids.
 */
export async function reemettrePapiers(
  client: Ecriture,
  adhesionId: string,
  jour: DateCivile,
): Promise<readonly string[]> {
  const contrat = await loadContrat(client, adhesionId)
  const ids: string[] = []
  for (const nature of ['CARTE_TIERS_PAYANT', 'CERTIFICAT_ADHESION'] as const) {
    try {
      const prepare = PREPARER[nature](contrat, null, jour, [])
      ids.push(
        await ecrireEtDire(client, SYSTEME, {
          nature,
          ...(nature === 'CARTE_TIERS_PAYANT' ? { envoi: 'CARTE' } : {}),
          adhesionId,
          personneId: contrat.membre.id,
          numero: null,
          emisLe: jour,
          ...prepare,
        }),
      )
    } catch (erreur) {
      if (!(erreur instanceof PapierRefuse)) throw erreur
    }
  }
  return ids
}

const INTROUVABLE = 'Ce contrat n’est pas dans votre espace : aucun document n’a été fait.'

/** What a letter says, whoever writes it. */
interface Texte {
  readonly objet: string
  readonly paragraphes: readonly string[]
  readonly fondements: readonly Fondement[]
  readonly suite: readonly string[]
  readonly signature: { readonly nom: string; readonly qualite: string | null }
}

/** Who reads it: somebody of the contract whose affair is theirs alone. */
type Destinataire = Pick<ContratLu['membre'], 'id' | 'prenom' | 'nom'>

function courrier(
  contrat: ContratLu,
  jour: DateCivile,
  dit: Texte,
  pour: Destinataire = contrat.membre,
): AEmettre {
  const faits = faitsCourrier.parse({
    organisme: enteteOrganisme(),
    adherent: adherentDe(contrat),
    destinataire: [
      `${pour.prenom} ${pour.nom}`,
      ...(contrat.adresse === null ? [] : lignesAdresse(contrat.adresse)),
    ],
    ...dit,
  })
  return {
    nature: 'COURRIER',
    envoi: 'COURRIERS',
    gabarit: 'courrier/1',
    adhesionId: contrat.id,
    personneId: pour.id,
    numero: null,
    du: null,
    au: null,
    emisLe: jour,
    donnees: { faits, sources: sources([], null, jour) },
  }
}

/**
 * A letter to a membre participant, found by number, with the grounds of a decision when it announces one. Returns its id.
 * @throws {SaisieRefusee} when nobody has that number. @throws {Error} when the actor may not.
 */
export async function emettreCourrier(
  acteur: PorteeGestion,
  saisie: CourrierSaisi,
  signataire: string,
  { fondements = [], suite = [] }: { fondements?: readonly Fondement[]; suite?: readonly string[] } = {},
): Promise<string> {
  if (!peutEcrireCourrier(acteur)) throw new Error('courrier refusé à cet acteur')
  const jour = aujourdhui()
  const contrat = await ecrire(SYSTEME, (client) =>
    loadContratParNumero(client, normaliserNumeroAdherent(saisie.numeroAdherent)),
  )
  if (contrat === null)
    throw new SaisieRefusee({
      champ: 'numeroAdherent',
      message: 'Aucun contrat ne porte ce numéro d’adhérent. Vérifiez-le sur la carte ou le dossier.',
    })
  const { objet, texte: paragraphes } = saisie
  const signature = { nom: signataire, qualite: null }
  return emettre(acteur, courrier(contrat, jour, { objet, paragraphes, fondements, suite, signature }))
}

/** A letter that a procedure writes by itself. */
export interface Lettre extends Pick<Texte, 'objet' | 'paragraphes' | 'suite'> {
  /** Grounds, each with its article; said once each. */
  readonly motifs: readonly Motif[]
  /** Who signs, under the name of the organisme. */
  readonly service: string
  /** Absent: the membre participant. */
  readonly pour?: Destinataire | undefined
}

/**
 * Writes a letter to the membre participant, or to whom it concerns alone, announces and journals it, in the caller's transaction. The same letter again is the same paper,
 * announced once. Returns its id.
 */
export function ecrireLettre(
  client: Ecriture,
  contrat: ContratLu,
  jour: DateCivile,
  { motifs, service, pour, ...dit }: Lettre,
): Promise<string> {
  const reglement = reglementDuContrat(contrat)
  const uniques = [...new Map(motifs.map((motif) => [JSON.stringify(motif), motif])).values()]
  const source = { ...reglement, articles: [...reglement.articles, ...socle.articles] }
  const fondements = uniques.map((motif) => ({ motif, article: ecrireReference(source, motif.article) }))
  const signature = { nom: organisme().nom, qualite: service }
  return ecrireEtDire(client, SYSTEME, courrier(contrat, jour, { ...dit, fondements, signature }, pour))
}
