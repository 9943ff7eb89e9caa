import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_PORTABILITE as P } from '@/lib/lexique/demande-portabilite'
import { DIRE } from '@/lib/lexique/depart-employeur'
import { formatDateEnLettres as le } from '@/lib/lexique/formats'
import { PHRASES_MOUVEMENT } from '@/lib/lexique/mouvements'
import { annee, type DateCivile, laPlusProche } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { admettrePortabilite } from '@/lib/rules/maintien/ouvrir-maintien'
import { porterGaranties } from '@/lib/rules/maintien/porter-garanties'
import type { Ecriture } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { loadContrats } from '../cotisation/data'
import { cotiserContrat, reglementDe } from '../cotisation/view'
import { type Envoyee, envoyerDemande } from '../demande/mutations'
import type { DemandeLue } from '../demande/schema'
import { versionDe } from '../demande-contrat/view'
import { loadContratsQuittes } from '../depart-employeur/data'
import { demouvoir, mouvoir } from '../mouvement/mutations'
import { type EffetMouvement, effetMouvementSchema } from '../mouvement/schema'
import type { Apercu, ChampSaisie, EnTraitement, FaitDit, NatureTraitee } from '../nature-demande/schema'
import {
  type DemandePortabilite,
  type FaitsPortabilite,
  faitsPortabiliteSchema,
  type SaisiePortabilite,
  saisiePortabiliteSchema,
} from './schema'

const SUITE = 'CHOMAGE'

/** The contract of an employer that this person holds, and whose règlement counts the portability. */
export async function loadContratPortable(
  acteur: PorteeAdherent,
): Promise<{ readonly id: string; readonly reglement: string } | null> {
  const contrats = await loadContratsQuittes(acteur)
  return (
    contrats.find((c) => acteur.adhesions.includes(c.id) && reglementDe(c.reglement).maintien !== null) ??
    null
  )
}

/** Both answers of the rules: is it open, until when. @throws {ErreurDeRegle} */
function juger(id: string, { cessation, indemnisation, duree }: FaitsPortabilite) {
  const reglement = reglementDe(id)
  const ouverture = admettrePortabilite(reglement, { dateCessation: cessation, suite: SUITE })
  const fin = porterGaranties(reglement, {
    dateCessation: cessation,
    dateFinIndemnisation: indemnisation,
    dureeDernierContratMois: duree,
  })
  const motifs = [...ouverture.motifs, ...fin.motifs]
  if (ouverture.verdict !== 'ACCORDEE' || fin.verdict !== 'ACCORDEE')
    return { ouverte: false, motifs } as const
  return { ouverte: true, motifs, jusquAu: fin.valeur.dateFin } as const
}

/** Asks to keep one's cover after a job. @throws {SaisieRefusee} */
export async function demanderPortabilite(
  acteur: PorteeAdherent,
  { cle, fichiers, ...faits }: DemandePortabilite,
): Promise<Envoyee> {
  const contrat = await loadContratPortable(acteur)
  if (contrat === null) throw new SaisieRefusee({ champ: '', message: P.SANS_CONTRAT })
  try {
    if (!juger(contrat.reglement, faits).ouverte)
      throw new SaisieRefusee({ champ: 'cessation', message: DIRE.portabiliteNon })
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    throw new SaisieRefusee({ champ: 'cessation', message: P.CESSATION_INCONNUE })
  }
  return envoyerDemande(acteur, {
    nature: 'PORTABILITE',
    cle,
    adhesionId: contrat.id,
    personneId: null,
    faits: faits satisfies FaitsPortabilite,
    fichiers,
    uneFois: true,
  })
}

const completer = (faits: FaitsPortabilite, saisie: SaisiePortabilite | null): FaitsPortabilite => ({
  ...faits,
  indemnisation: saisie?.indemnisation ?? faits.indemnisation,
  duree: saisie?.duree ?? faits.duree,
})

interface Lu {
  readonly id: string
  readonly reglement: string
  readonly fin: DateCivile | null
  readonly maintenu: boolean
  readonly preuve: boolean
  /** Years whose contributions are already planned. */
  readonly annees: readonly number[]
}

async function loadMaintenable(client: Ecriture, demande: DemandeLue): Promise<Lu> {
  const { rows } = await client.query<Lu>(
    `SELECT a.id, a.reglement, a.date_fin AS fin, a.cotise_jusqu_au IS NOT NULL AS maintenu,
        EXISTS (SELECT FROM pieces_demande p WHERE p.demande_id = $2) AS preuve,
        (SELECT coalesce(array_agg(DISTINCT e.annee::int), '{}') FROM echeanciers e WHERE e.adhesion_id = a.id AND e.annee >= $3) AS annees
      FROM adhesions a WHERE a.id = $1`,
    [demande.adhesionId, demande.id, annee(faitsPortabiliteSchema.parse(demande.faits).cessation)],
  )
  const [lu] = rows
  if (lu === undefined) throw new SaisieRefusee({ champ: '', message: P.SANS_CONTRAT })
  return lu
}

function manqueA(lu: Lu, faits: FaitsPortabilite): string[] {
  return [
    ...(reglementDe(lu.reglement).maintien === null ? [P.NON_PREVU] : []),
    ...(lu.maintenu ? [PHRASES_MOUVEMENT.DEJA_MAINTENU] : []),
    ...(lu.fin !== null && lu.fin < faits.cessation ? [PHRASES_MOUVEMENT.FINI_AVANT] : []),
    ...(faits.duree === null ? [P.MANQUE_DUREE] : []),
    ...(lu.preuve ? [] : [P.MANQUE_PREUVE]),
  ]
}

/** Why what is planned cannot be counted until the end of the employment; null: it can. */
async function obstacleCotisation(
  client: Ecriture,
  { id, annees }: Lu,
  cessation: DateCivile,
  jour: DateCivile,
): Promise<string | null> {
  const [contrat] = await loadContrats(client, [id])
  if (contrat === undefined) return null
  const dateFin = contrat.dateFin === null ? cessation : laPlusProche(contrat.dateFin, cessation)
  try {
    for (const an of annees) cotiserContrat({ ...contrat, dateFin }, an, jour)
    return null
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return P.COTISATION(erreur.message)
  }
}

type Traitement = EnTraitement<FaitsPortabilite, SaisiePortabilite | null>

async function apercu({ client, demande, faits: dits, saisie, jour }: Traitement): Promise<Apercu> {
  const faits = completer(dits, saisie)
  const lu = await loadMaintenable(client, demande)
  const manque = manqueA(lu, faits)
  if (manque.length > 0) return { verdict: 'INCOMPLETE', manque }
  const reglement = versionDe(reglementDe(lu.reglement))
  try {
    const juge = juger(lu.reglement, faits)
    if (!juge.ouverte) return { verdict: 'REFUSEE', motifs: juge.motifs, possible: null, reglement }
    const obstacle = await obstacleCotisation(client, lu, faits.cessation, jour)
    if (obstacle !== null) return { verdict: 'INCOMPLETE', manque: [obstacle] }
    return { verdict: 'ACCORDEE', motifs: juge.motifs, reglement, lignes: lignes(lu, faits, juge) }
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return { verdict: 'INCOMPLETE', manque: [`Le règlement ne permet pas de décider : ${erreur.message}.`] }
  }
}

const lignes = (
  { fin }: Lu,
  { cessation }: FaitsPortabilite,
  { jusquAu, motifs }: Extract<ReturnType<typeof juger>, { ouverte: true }>,
) => [
  {
    libelle: 'Fin des garanties',
    avant: fin === null ? 'pas de date de fin' : `le ${le(fin)}`,
    apres: `le ${le(jusquAu)}, ce jour compris`,
    motifs,
  },
  {
    libelle: 'Cotisations',
    avant: null,
    apres: `dues jusqu’au ${le(cessation)}, puis plus rien jusqu’à la fin des garanties`,
    motifs: motifs.slice(0, 1),
  },
]

async function appliquer(
  { client, demande, faits: dits, saisie, jour }: EnTraitement<FaitsPortabilite, SaisiePortabilite>,
  acteur: PorteeGestion,
): Promise<EffetMouvement> {
  const faits = completer(dits, saisie)
  const lu = await loadMaintenable(client, demande)
  const juge = juger(lu.reglement, faits)
  if (!juge.ouverte) throw new SaisieRefusee({ champ: '', message: DIRE.portabiliteNon })
  const { cessation } = faits
  return mouvoir(client, acteur, lu.id, { type: 'MAINTIEN', cessation, jusquAu: juge.jusquAu }, jour)
}

const dire = ({ cessation, indemnisation, duree }: FaitsPortabilite): FaitDit[] => [
  { libelle: 'Fin du contrat de travail', valeur: le(cessation) },
  { libelle: 'Durée du dernier contrat de travail', valeur: duree === null ? 'inconnue' : `${duree} mois` },
  {
    libelle: 'Assurance chômage',
    valeur:
      indemnisation === null ? 'fin d’indemnisation inconnue' : `indemnise jusqu’au ${le(indemnisation)}`,
  },
]

const champs = ({ indemnisation, duree }: FaitsPortabilite): ChampSaisie[] => [
  {
    nom: 'duree',
    type: 'texte',
    libelle: 'Durée du dernier contrat de travail, en mois',
    indice: 'Un mois entamé compte entier.',
    valeur: duree === null ? '' : String(duree),
  },
  {
    nom: 'indemnisation',
    type: 'date',
    libelle: 'Dernier jour d’indemnisation',
    valeur: indemnisation ?? '',
    facultatif: true,
  },
]

export const NATURE_PORTABILITE: NatureTraitee<FaitsPortabilite, SaisiePortabilite, EffetMouvement> = {
  nature: 'PORTABILITE',
  faits: faitsPortabiliteSchema,
  saisie: saisiePortabiliteSchema,
  effet: effetMouvementSchema,
  champs,
  dire,
  pieces: () => [['PORTABILITE']],
  apercu,
  appliquer,
  defaire: ({ client, demande: { adhesionId }, jour }, effet, acteur) => {
    if (adhesionId === null) throw new Error('portabilité sans contrat')
    return demouvoir(client, acteur, adhesionId, effet, jour)
  },
}
