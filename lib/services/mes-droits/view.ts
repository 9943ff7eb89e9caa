import { formatDateEnLettres } from '@/lib/lexique/formats'
import { GARANTIES_AILLEURS } from '@/lib/lexique/garanties'
import { libelleLien } from '@/lib/lexique/papiers'
import { reconnaitreAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import { ajouterJours, type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import {
  type Contexte,
  type ContratVecu,
  ceQuiEstConnu,
  type EtatContrat,
  editionDe,
  type Fonde,
  formuleDepuis,
  reglementVecu,
} from '../contrat/view'
import { type BeneficiaireLu, personnesDuContrat, suspensionAu } from '../document/view'
import type { UtilisationLue } from '../garanties/schema'
import type { ReserveView } from '../lecture-soins/view'
import { type CompteurView as CompteurLimites, suivre, voirCompteurs } from '../limites/view'
import { type EtapeView, etape } from '../remboursement/view'
import { libelleDeFormule } from '../tarif/view'

/** Rights on a day, past or to come: what the rows say today of that day. Pure. */
export interface CompteurView {
  readonly nom: string
  readonly phrase: string
  readonly entame: boolean
  /** Where the limit comes from. */
  readonly etapes: readonly EtapeView[]
}

export interface PersonneDroits {
  readonly cle: string
  readonly nom: string
  readonly lien: string
  readonly phrase: string
  readonly limite: Fonde | null
  readonly compteurs: readonly CompteurView[]
  /** What they used is theirs alone. */
  readonly reserve: ReserveView | null
}

export interface DroitsView {
  readonly id: string
  readonly rang: number
  readonly titre: string
  readonly numeroAdherent: string
  readonly etat: EtatContrat
  readonly phrases: readonly string[]
  /** The rights are suspended, and the reader may know why. */
  readonly suspendu: boolean
  readonly personnes: readonly PersonneDroits[]
  /** Why there is no amount left to show; null when there are. */
  readonly sansCompteurs: string | null
  readonly edition: string
  readonly connu: readonly string[]
}

export interface ContexteDroits extends Contexte {
  readonly au: DateCivile
  readonly utilisations: readonly UtilisationLue[]
  /** Those whose care the reader does not read on that day. */
  readonly reserves: readonly ReserveView[]
}

const le = formatDateEnLettres

/** First day known of any of these règlements; null without any. */
export const premierJourConnu = (contrats: readonly ContratVecu[]): DateCivile | null =>
  contrats.map((contrat) => reglementVecu(contrat).connuDepuis).sort()[0] ?? null

/** What the answer is worth, by the side of today where the day is. */
export function valeurDeLaReponse(au: DateCivile, jour: DateCivile): string {
  if (au === jour) return 'Ce que nous savons aujourd’hui.'
  return au < jour
    ? 'Ce que nous savons aujourd’hui de ce jour-là : un soin dont le décompte nous arrive plus tard peut encore changer ce qui restait.'
    : 'Si rien ne change d’ici là, ni votre contrat, ni vos soins, ni les règles.'
}

export const voirDroits = (contrats: readonly ContratVecu[], c: ContexteDroits): DroitsView[] =>
  contrats.map((contrat, place) => voirContrat(contrat, place + 1, c))

function voirContrat(contrat: ContratVecu, rang: number, c: ContexteDroits): DroitsView {
  const reglement = reglementVecu(contrat)
  const formule = contrat.formules.find((f) => contient(f, c.au))?.formule ?? null
  const { etat, phrases } = droitsDuJour(contrat, formule, c)
  const ouverte = formule === null ? null : tableDuJour(reglement, formule, c.au)
  const couverts =
    etat === 'TERMINE'
      ? []
      : personnesDuContrat(contrat, contrat.titulaire ? null : contrat.lecteur).filter((p) =>
          contient(p, c.au),
        )
  return {
    id: contrat.id,
    rang,
    titre: formule === null ? 'Contrat' : libelleDeFormule(contrat.reglement, formule),
    numeroAdherent: contrat.numeroAdherent,
    etat,
    phrases,
    suspendu: etat === 'ATTENTE' && contrat.titulaire,
    personnes: couverts.map((p) =>
      voirPersonne(p, contrat, reglement, typeof ouverte === 'string' ? null : ouverte, c),
    ),
    sansCompteurs: typeof ouverte === 'string' && couverts.length > 0 ? ouverte : null,
    edition: editionDe(reglement),
    connu: ceQuiEstConnu(reglement, formule, c.au),
  }
}

const sansFormule = (contrat: ContratVecu): string =>
  reglementVecu(contrat).garanties === null
    ? GARANTIES_AILLEURS
    : 'Aucune formule n’est choisie pour ce jour-là.'

/** In force or not that day, and why. */
function droitsDuJour(
  contrat: ContratVecu,
  formule: string | null,
  { au }: ContexteDroits,
): { readonly etat: EtatContrat; readonly phrases: string[] } {
  if (au < contrat.du)
    return {
      etat: 'TERMINE',
      phrases: [`Pas de droits ce jour-là : ce contrat commence le ${le(contrat.du)}.`],
    }
  if (contrat.au !== null && contrat.au < au)
    return {
      etat: 'TERMINE',
      phrases: [`Pas de droits ce jour-là : ce contrat a pris fin le ${le(contrat.au)}.`],
    }
  const depuis = formuleDepuis(contrat, au)
  const choisie = contrat.formules.find((f) => contient(f, au))
  const phrases = [
    formule === null || depuis === null
      ? sansFormule(contrat)
      : `Formule « ${libelleDeFormule(contrat.reglement, formule)} », depuis le ${le(depuis)}${choisie?.au == null ? '' : `, jusqu’au ${le(choisie.au)}`}.`,
  ]
  const suspension = suspensionAu(contrat, au)
  if (suspension === null)
    return { etat: 'EN_COURS', phrases: ['Contrat en vigueur ce jour-là.', ...phrases] }
  const fin = suspension.au === null ? '' : ` au ${le(suspension.au)}`
  const pourquoi = contrat.titulaire ? ' Des cotisations n’étaient pas payées.' : ''
  return {
    etat: 'ATTENTE',
    phrases: [
      `Droits suspendus ce jour-là : du ${le(suspension.du)}${fin}, les soins ne sont pas remboursés.${pourquoi}`,
      ...phrases,
    ],
  }
}

/** The table of that day, or the sentence that says why there is none. */
function tableDuJour(reglement: Reglement, formule: string, au: DateCivile): FormuleOuverte | string {
  try {
    return ouvrirFormule(reglement, formule, au)
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return erreur.code === 'HORS_PERIODE'
      ? 'Ce qui restait des forfaits n’est pas connu pour ce jour-là : le tableau des garanties est plus récent.'
      : 'Votre règlement ne donne pas de tableau de garanties : il n’y a pas de forfait à compter ici.'
  }
}

const naissanceCivile = (texte: string): DateCivile =>
  estDateCivile(texte) ? texte : dateCivile(`${texte.slice(0, 4)}-01-01`)

function voirPersonne(
  p: BeneficiaireLu,
  contrat: ContratVecu,
  reglement: Reglement,
  formule: FormuleOuverte | null,
  c: ContexteDroits,
): PersonneDroits {
  const naissance = naissanceCivile(p.dateNaissance)
  const personne = { id: p.personneId, dateNaissance: naissance }
  const reserve = c.reserves.find(({ id }) => id === p.personneId) ?? null
  const suivi =
    formule === null || reserve !== null ? null : suivre(formule, personne, contrat.id, c.utilisations, c.au)
  return {
    cle: `${p.personneId} ${p.du}`,
    nom: `${p.prenom} ${p.nom}${p.personneId === contrat.lecteur ? ' (vous)' : ''}`,
    lien: libelleLien(p.lien),
    phrase: p.au === null ? `Depuis le ${le(p.du)}` : `Du ${le(p.du)} au ${le(p.au)}`,
    limite: p.lien === 'ENFANT' && p.au === null ? limiteAge(reglement, naissance, c) : null,
    reserve,
    compteurs: suivi === null ? [] : voirCompteurs(suivi, c.article).map(voirCompteur),
  }
}

/** Until when a child is covered without anything to prove; null where nothing limits it, or where it depends on facts nobody gave. */
function limiteAge(reglement: Reglement, naissance: DateCivile, c: ContexteDroits): Fonde | null {
  if (reglement.ayantDroit === null || c.au < naissance) return null
  try {
    const decision = reconnaitreAyantDroit(reglement, {
      lien: 'ENFANT',
      date: c.au,
      dateNaissance: naissance,
      situation: null,
      justificatif: null,
      handicapReconnuLe: null,
      celibataire: null,
      rattacheFiscalement: null,
    })
    const etapes = decision.motifs.map((motif) => etape(motif, c))
    if (decision.verdict === 'REFUSEE')
      return {
        phrase: 'L’âge limite est dépassé ce jour-là : sa place dans le contrat est à revoir.',
        etapes,
      }
    if (decision.verdict !== 'ACCORDEE' || decision.valeur.jusquAu === null) return null
    return { phrase: `Sans rien à justifier, jusqu’au ${le(decision.valeur.jusquAu)}.`, etapes }
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return erreur.code === 'FAIT_INVALIDE'
      ? { phrase: 'À cet âge, sa situation est à justifier.', etapes: [] }
      : null
  }
}

const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)

const voirCompteur = (c: CompteurLimites): CompteurView => ({
  nom: majuscule(c.titre),
  phrase: c.ligne === null ? direEquipement(c) : direReste(c),
  entame: c.entame,
  etapes: c.etapes,
})

const direReste = ({ reste, prevu, renouvelleLe, renouvelle }: CompteurLimites): string =>
  renouvelleLe === null
    ? `Reste ${reste} sur ${prevu}. Se renouvelle ${renouvelle}.`
    : `Reste ${reste} sur ${prevu}, jusqu’au ${le(ajouterJours(renouvelleLe, -1))}.`

function direEquipement({ besoin, entame, epuise, prevu, reste, renouvelle }: CompteurLimites): string {
  if (!entame) return `Possible ce jour-là (${prevu}).`
  if (!epuise) return `Encore ${reste} possible (${prevu}). Se renouvelle ${renouvelle}.`
  return `De nouveau remboursé à partir du ${renouvelle.replace(/^le /, '')}${besoin === 'lunettes' ? ', plus tôt si la vue change' : ''}.`
}
