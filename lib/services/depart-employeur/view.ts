import type { ErreurChamp } from '@/lib/formulaire/etat'
import { listePieces } from '@/lib/lexique/beneficiaires'
import { DEMANDER, DIRE, ERREURS_DEPART, type MaintienEcrit } from '@/lib/lexique/depart-employeur'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import { maintenirAncienSalarie } from '@/lib/rules/maintien/maintenir-ancien-salarie'
import { maintenirAyantsDroit } from '@/lib/rules/maintien/maintenir-ayants-droit'
import { admettreEvin, admettrePortabilite } from '@/lib/rules/maintien/ouvrir-maintien'
import { ouvrirPortabilite } from '@/lib/rules/maintien/ouvrir-portabilite'
import { porterGaranties } from '@/lib/rules/maintien/porter-garanties'
import { quitterCollectivite } from '@/lib/rules/maintien/quitter-collectivite'
import type { FaitsMaintien, SuiteDuContrat } from '@/lib/rules/maintien/regle-maintien'
import type { SituationPieces } from '@/lib/rules/pieces/piece'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { reglementDe } from '../cotisation/view'
import { type EtapeView, etape, type Lecteur } from '../remboursement/view'
import type { ContratQuitte } from './data'
import type { Cadre, Depart } from './schema'

/** One right when leaving: whether, until when, what to send, why. Pure. */
export interface ReponseDepart {
  readonly titre: string
  readonly droit: boolean
  readonly phrases: readonly string[]
  readonly pieces: readonly string[]
  readonly etapes: readonly EtapeView[]
  /** Where this right is asked for; absent: not online, or too late. */
  readonly demander?: { readonly href: string; readonly libelle: string }
}

export interface ReponsesDepart {
  readonly reponses: readonly ReponseDepart[]
  /** What the rule does not accept, beside its field. */
  readonly erreurs: readonly ErreurChamp[]
}

interface Contexte extends Pick<Lecteur, 'article'> {
  readonly jour: DateCivile
}

/** What a message about the contract is filed under; a mutuelle without this object lets the member choose. */
const OBJET_CONTRAT = 'CONTRAT'

const cadreDe = (reglement: Reglement): Cadre => {
  if (reglement.maintien !== null) return 'MAINTIEN'
  if (reglement.ouverturePortabilite !== null) return 'OUVERTURE'
  return reglement.departCollectivite !== null ? 'AGENT' : 'INDIVIDUEL'
}

export interface ContratDuDepart {
  readonly cadre: Cadre
  readonly numeroAdherent: string | null
  readonly reglement: Reglement | null
}

/** The contract that an employer took out, when there is one. */
export function choisirContrat(contrats: readonly ContratQuitte[]): ContratDuDepart {
  const lus = contrats.map((c) => {
    const reglement = reglementDe(c.reglement)
    return { cadre: cadreDe(reglement), numeroAdherent: c.numeroAdherent, reglement }
  })
  return (
    lus.find(({ cadre }) => cadre !== 'INDIVIDUEL') ??
    lus[0] ?? { cadre: 'INDIVIDUEL', numeroAdherent: null, reglement: null }
  )
}

export function repondreAuDepart(
  { cadre, reglement }: ContratDuDepart,
  depart: Depart,
  c: Contexte,
): ReponsesDepart {
  if (reglement === null) return { reponses: [], erreurs: [] }
  try {
    return { reponses: repondre(reglement, cadre, depart, c), erreurs: [] }
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle) || erreur.code !== 'HORS_PERIODE') throw erreur
    return { reponses: [], erreurs: [{ champ: 'cessation', message: ERREURS_DEPART.cessationAvant }] }
  }
}

function repondre(reglement: Reglement, cadre: Cadre, depart: Depart, c: Contexte): ReponseDepart[] {
  const { cessation, suite, fin } = depart
  if (cadre === 'OUVERTURE') return fin === null ? [] : [selonFin(reglement, fin, c)]
  if (cessation === null) return []
  if (cadre === 'AGENT') return [selonCollectivite(reglement, cessation, c)]
  if (suite === null) return []
  const faits = faitsDe(depart, cessation)
  if (suite === 'DECES') return [ayantsDroit(reglement, faits, c)]
  const reponses = [portabilite(reglement, suite, faits, c), evin(reglement, suite, faits, c)]
  return reponses.some(({ droit }) => droit) ? reponses : [...reponses, contratIndividuel]
}

/** What the assurance chômage pays counts only for who is paid by it. */
const faitsDe = ({ suite, indemnisation, duree }: Depart, dateCessation: DateCivile): FaitsMaintien => ({
  dateCessation,
  dateFinIndemnisation: suite === 'CHOMAGE' ? indemnisation : null,
  dureeDernierContratMois: suite === 'CHOMAGE' ? duree : null,
})

const contratIndividuel: ReponseDepart = {
  titre: 'Et maintenant ?',
  droit: false,
  phrases: [DIRE.individuel],
  pieces: [],
  etapes: [],
}

const etapesDe = (motifs: readonly Motif[], c: Contexte): EtapeView[] => motifs.map((m) => etape(m, c))

const piecesDe = (reglement: Reglement, situation: SituationPieces): string[] =>
  listePieces(reglement.pieces[situation]?.pieces ?? [])

const adresseDemande = (faits: FaitsMaintien): string =>
  `/adherent/demandes/portabilite?${new URLSearchParams({
    cessation: faits.dateCessation,
    indemnisation: faits.dateFinIndemnisation ?? '',
    duree: String(faits.dureeDernierContratMois ?? ''),
  })}`

/** A message with its words, as long as the right may be asked for. */
function ecrire(
  maintien: MaintienEcrit,
  { dateCessation }: FaitsMaintien,
  avant: DateCivile,
  jour: DateCivile,
): Pick<ReponseDepart, 'demander'> {
  if (avant < jour) return {}
  const champs = new URLSearchParams({ sujet: OBJET_CONTRAT, maintien, cessation: dateCessation, avant })
  return { demander: { href: `/adherent/messagerie/ecrire?${champs}`, libelle: DEMANDER[maintien] } }
}

function portabilite(
  reglement: Reglement,
  suite: SuiteDuContrat,
  faits: FaitsMaintien,
  c: Contexte,
): ReponseDepart {
  const titre = 'La portabilité : mêmes garanties, gratuitement'
  const ouverture = admettrePortabilite(reglement, { dateCessation: faits.dateCessation, suite })
  const duree = porterGaranties(reglement, faits)
  if (ouverture.verdict !== 'ACCORDEE' || duree.verdict !== 'ACCORDEE')
    return {
      titre,
      droit: false,
      phrases: [DIRE.portabiliteNon],
      pieces: [],
      etapes: etapesDe(ouverture.motifs, c),
    }
  return {
    titre,
    droit: true,
    phrases: [
      DIRE.portabiliteOui(duree.valeur.dateFin, c.jour, finPortabiliteConnue(faits)),
      DIRE.portabiliteRappel,
    ],
    ...(duree.valeur.dateFin < c.jour
      ? {}
      : { demander: { href: adresseDemande(faits), libelle: DEMANDER.PORTABILITE } }),
    pieces: piecesDe(reglement, 'PORTABILITE'),
    etapes: etapesDe([...ouverture.motifs, ...duree.motifs], c),
  }
}

function evin(reglement: Reglement, suite: SuiteDuContrat, faits: FaitsMaintien, c: Contexte): ReponseDepart {
  const titre = 'Le maintien « loi Évin » : le même contrat, à vos frais'
  const ouverture = admettreEvin(reglement, { dateCessation: faits.dateCessation, suite })
  // The end of the portability is not known: the earliest date it could be counted from is the safe one.
  const prudent = suite === 'CHOMAGE' && !finPortabiliteConnue(faits)
  const depart = prudent ? { ...faits, dateFinIndemnisation: null, dureeDernierContratMois: null } : faits
  const dates = maintenirAncienSalarie(reglement, depart)
  if (ouverture.verdict !== 'ACCORDEE' || dates.verdict !== 'ACCORDEE')
    return { titre, droit: false, phrases: [DIRE.evinNon], pieces: [], etapes: etapesDe(ouverture.motifs, c) }
  const { demandeAvant, propositionAvant } = dates.valeur
  return {
    titre,
    droit: true,
    phrases: [
      ...(suite === 'CHOMAGE' ? [DIRE.evinApres] : []),
      DIRE.evinOui(demandeAvant, propositionAvant, c.jour),
      ...(prudent ? [DIRE.evinPrudent] : []),
    ],
    ...ecrire('EVIN', faits, demandeAvant, c.jour),
    pieces: piecesDe(reglement, 'MAINTIEN_EVIN'),
    etapes: etapesDe([...ouverture.motifs, ...dates.motifs], c),
  }
}

const finPortabiliteConnue = (faits: FaitsMaintien): boolean =>
  faits.dateFinIndemnisation !== null && faits.dureeDernierContratMois !== null

function ayantsDroit(reglement: Reglement, faits: FaitsMaintien, c: Contexte): ReponseDepart {
  const dates = maintenirAyantsDroit(reglement, faits)
  const titre = 'Le maintien pour la famille d’un salarié décédé'
  if (dates.verdict !== 'ACCORDEE')
    return { titre, droit: false, phrases: [DIRE.evinNon], pieces: [], etapes: etapesDe(dates.motifs, c) }
  const { dureeMinimaleJusquAu, demandeAvant } = dates.valeur
  return {
    titre,
    droit: true,
    phrases: [DIRE.deces(dureeMinimaleJusquAu, demandeAvant, c.jour)],
    ...ecrire('EVIN_FAMILLE', faits, demandeAvant, c.jour),
    pieces: piecesDe(reglement, 'MAINTIEN_EVIN'),
    etapes: etapesDe(dates.motifs, c),
  }
}

function selonFin(reglement: Reglement, fin: NonNullable<Depart['fin']>, c: Contexte): ReponseDepart {
  const decision = ouvrirPortabilite(reglement, fin)
  const droit = decision.verdict === 'ACCORDEE'
  return {
    titre: 'La portabilité : garder ses garanties après le départ',
    droit,
    phrases: [droit ? DIRE.ouverte : DIRE.fermee],
    pieces: [],
    etapes: etapesDe(decision.motifs, c),
  }
}

function selonCollectivite(reglement: Reglement, cessation: DateCivile, c: Contexte): ReponseDepart {
  const decision = quitterCollectivite(reglement, cessation)
  return {
    titre: 'Votre contrat continue',
    droit: true,
    phrases: decision.verdict === 'ACCORDEE' ? [DIRE.agent(decision.valeur.cotisationInchangeeJusquAu)] : [],
    pieces: [],
    etapes: etapesDe(decision.motifs, c),
  }
}
