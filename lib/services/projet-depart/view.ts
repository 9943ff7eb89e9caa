import { formatDateEnLettres, formatDateEntiere } from '@/lib/lexique/formats'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { DEPARTS } from '@/lib/lexique/projet'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dependDeLEvenement } from '@/lib/rules/date-effet/depend-de-l-evenement'
import { dernierJourCouvert } from '@/lib/rules/date-effet/dernier-jour-couvert'
import type { Motif } from '@/lib/rules/decision/motif'
import { finirPrestations } from '@/lib/rules/maintien/finir-prestations'
import type { SituationPieces } from '@/lib/rules/pieces/piece'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import type { FaitsResiliation } from '@/lib/rules/resiliation/faits-resiliation'
import { prevenirDuDepart } from '@/lib/rules/resiliation/prevenir-du-depart'
import type { MotifResiliation } from '@/lib/rules/resiliation/regle-resiliation'
import { resilierAdhesion } from '@/lib/rules/resiliation/resilier-adhesion'
import { type ContratVecu, formuleDepuis } from '../contrat/view'
import { type Ailleurs, issue, manque, type Resultat, SANS_SUITE, selonErreur } from '../issue/view'
import type { Projet } from '../projet/schema'

/** What the form of a reason to leave asks, beside the day of the request. */
export type ChampDepart = 'evenement' | 'avis-recu' | 'postee'

export const MOTIFS = Object.keys(DEPARTS).filter((motif): motif is MotifResiliation => motif in DEPARTS)

/** Whether the règlement speaks of this reason. */
export const prevoitDepart = (reglement: Reglement, motif: MotifResiliation, jour: DateCivile): boolean =>
  reglement.resiliation !== null &&
  jour >= reglement.connuDepuis &&
  valeurAu(reglement.resiliation, jour).valeur[motif] !== null

export function champsDepart(
  reglement: Reglement,
  motif: MotifResiliation,
  jour: DateCivile,
): readonly ChampDepart[] {
  if (reglement.resiliation === null || jour < reglement.connuDepuis) return []
  const regles = valeurAu(reglement.resiliation, jour).valeur
  switch (motif) {
    case 'ECHEANCE':
      return regles.ECHEANCE?.preuve === 'CACHET_DE_LA_POSTE' ? ['postee'] : []
    case 'INFRA_ANNUELLE':
      return []
    case 'CHATEL':
      return regles.CHATEL === null ? [] : ['avis-recu', 'postee']
    case 'CHANGEMENT_SITUATION':
    case 'PERTE_REGIME_OBLIGATOIRE':
      return regles[motif] === null ? [] : ['evenement']
    default: {
      const regle = regles[motif]
      return regle !== null && dependDeLEvenement(regle) ? ['evenement'] : []
    }
  }
}

/** @param prestationsDepuis whether care was paid since the event; null when nobody looked. */
export function deciderDepart(
  projet: Projet,
  motif: MotifResiliation,
  contrat: ContratVecu,
  reglement: Reglement,
  prestationsDepuis: boolean | null,
): Resultat {
  const { demande, evenement, postee } = projet.jours
  const champs = champsDepart(reglement, motif, demande)
  if (champs.includes('evenement')) {
    if (evenement === null) return manque({ champ: 'evenement', message: 'Indiquez ce jour.' })
    if (evenement < contrat.du)
      return manque({
        champ: 'evenement',
        message: `Votre contrat a commencé le ${formatDateEnLettres(contrat.du)} : ce jour doit le suivre.`,
      })
    if (evenement > demande && (motif === 'DECES' || motif === 'CSS'))
      return manque({ champ: 'evenement', message: 'Ce jour ne peut pas suivre celui de la demande.' })
  }
  if (champs.includes('avis-recu') && projet.avisRecu === null)
    return manque({ champ: 'avis-recu', message: 'Dites si vous avez reçu cet avis.' })
  if (champs.includes('avis-recu') && projet.avisRecu === true && projet.jours.avis === null)
    return manque({ champ: 'avis', message: 'Indiquez le jour écrit sur l’avis, ou sur son enveloppe.' })
  if (champs.includes('postee') && postee !== null && postee > demande)
    return manque({ champ: 'postee', message: 'Une lettre se poste avant d’être reçue.' })
  const faits = faitsDe(projet, motif, contrat, champs, prestationsDepuis)
  const ailleurs = () => autresDeparts(projet, motif, contrat, reglement, null)
  try {
    return selonDecision(projet, faits, contrat, reglement)
  } catch (erreur) {
    return selonErreur(
      erreur,
      {
        dateCachetPoste: {
          champ: 'postee',
          message: 'Indiquez le jour où la lettre est postée : c’est lui qui compte ici.',
        },
        dateReception: {
          champ: 'demande',
          message: 'Le contrat n’aurait pas encore commencé : choisissez un jour plus tardif.',
        },
      },
      ailleurs(),
    )
  }
}

function faitsDe(
  projet: Projet,
  motif: MotifResiliation,
  contrat: ContratVecu,
  champs: readonly ChampDepart[],
  prestationsDepuis: boolean | null,
): FaitsResiliation {
  const { demande, evenement, avis, postee } = projet.jours
  const depuis = formuleDepuis(contrat, demande)
  const dit = champs.includes('evenement') ? evenement : null
  return {
    motif,
    dateEffetAdhesion: contrat.du,
    dateReception: demande,
    dateDernierChangementOption: depuis !== null && depuis > contrat.du ? depuis : null,
    dateEvenement: motif === 'CSS' ? null : dit,
    dateEnvoiAppel: motif === 'CHATEL' && projet.avisRecu === true ? avis : null,
    dateCachetPoste: champs.includes('postee') ? postee : null,
    prestationsDepuisEvenement: prestationsDepuis,
    dateDecisionCss: motif === 'CSS' ? dit : null,
  }
}

interface Fin {
  readonly dernierJour: DateCivile
  readonly motifs: readonly Motif[]
}

/** The last day covered, with the grounds; null when refused. */
function finDe(reglement: Reglement, faits: FaitsResiliation): Fin | null {
  const decision = resilierAdhesion(reglement, faits)
  if (decision.verdict !== 'ACCORDEE') return null
  return {
    dernierJour: dernierJourCouvert(decision.valeur.dateEffet, decision.motifs[0].code),
    motifs: decision.motifs,
  }
}

function selonDecision(
  projet: Projet,
  faits: FaitsResiliation,
  contrat: ContratVecu,
  reglement: Reglement,
): Resultat {
  const { motif } = faits
  const fin = finDe(reglement, faits)
  if (fin !== null) {
    const soins = finDesSoins(reglement, fin.dernierJour)
    const perte = avertir(reglement, contrat, faits.dateReception)
    return issue({
      ...SANS_SUITE,
      verdict: 'POSSIBLE',
      titre: `Oui, le contrat prendrait fin le ${formatDateEntiere(fin.dernierJour)}`,
      phrases: [
        motif === 'DECES'
          ? 'Les soins des proches couverts sont remboursés jusqu’à ce jour compris.'
          : `Les soins sont remboursés jusqu’au ${formatDateEnLettres(soins?.dernierJour ?? fin.dernierJour)} compris, pour toutes les personnes couvertes.`,
        ...perte.phrases,
      ],
      motifs: [...fin.motifs, ...(soins?.motifs ?? []), ...perte.motifs],
      dateEffet: fin.dernierJour,
      // At a death, what is given back is settled with the family.
      changement: motif === 'DECES' ? null : { type: 'FIN', dernierJour: fin.dernierJour },
      pieces: [piecesDeDepart(motif)],
      ailleurs: autresDeparts(projet, motif, contrat, reglement, fin.dernierJour),
    })
  }
  return refuser(projet, faits, contrat, reglement)
}

function refuser(
  projet: Projet,
  faits: FaitsResiliation,
  contrat: ContratVecu,
  reglement: Reglement,
): Resultat {
  const decision = resilierAdhesion(reglement, faits)
  if (decision.verdict !== 'REFUSEE') throw new Error('une résiliation ne peut être incomplète')
  const { possibleLe } = decision.valeur
  const alors =
    possibleLe === null
      ? null
      : finDe(reglement, {
          ...faits,
          dateReception: possibleLe,
          ...(faits.dateCachetPoste === null ? {} : { dateCachetPoste: possibleLe }),
        })
  return issue({
    ...SANS_SUITE,
    verdict: alors === null ? 'IMPOSSIBLE' : 'PLUS_TARD',
    titre: alors === null ? 'Non, pas pour cette raison' : 'Pas encore',
    phrases: [expliquerMotif(decision.motifs[0])],
    motifs: decision.motifs,
    dateEffet: alors?.dernierJour ?? null,
    possible:
      possibleLe === null || alors === null
        ? null
        : {
            le: possibleLe,
            phrase: `Demandez-le à partir du ${formatDateEntiere(possibleLe)} : le contrat prendrait fin le ${formatDateEnLettres(alors.dernierJour)}.`,
            motifs: alors.motifs,
          },
    changement: alors === null ? null : { type: 'FIN', dernierJour: alors.dernierJour },
    pieces: alors === null ? [] : [piecesDeDepart(faits.motif)],
    ailleurs: autresDeparts(projet, faits.motif, contrat, reglement, alors?.dernierJour ?? null),
  })
}

/** Care may be paid a little longer than the contract lasts. */
function finDesSoins(reglement: Reglement, dernierJour: DateCivile): Fin | null {
  if (reglement.finPrestations === null) return null
  const decision = finirPrestations(reglement, { dateEffet: dernierJour, cotiseJusquAu: dernierJour })
  return decision.verdict === 'ACCORDEE' ? { ...decision.valeur, motifs: decision.motifs } : null
}

function avertir(reglement: Reglement, contrat: ContratVecu, jour: DateCivile) {
  const rien = { phrases: [], motifs: [] }
  const formule = contrat.formules.findLast(({ du }) => du <= jour)?.formule
  if (reglement.depart === null || formule === undefined) return rien
  const decision = prevenirDuDepart(reglement, formule)
  if (decision.verdict !== 'ACCORDEE' || decision.valeur.perte === null) return rien
  return {
    phrases: ['Attention, partir fait perdre un droit : le détail est ci-dessous.'],
    motifs: decision.motifs,
  }
}

const PIECES: Readonly<Partial<Record<MotifResiliation, SituationPieces>>> = {
  CSS: 'RESILIATION_CSS',
  DEPART_ETRANGER: 'RESILIATION_DEPART_ETRANGER',
  DECES: 'DECES',
}

/** The list of the reason where the règlement has one, else the common one. */
export const piecesDeDepart = (motif: MotifResiliation): readonly SituationPieces[] => {
  const propre = PIECES[motif]
  return propre === undefined ? ['RESILIATION'] : [propre, 'RESILIATION']
}

/** Reasons anybody may give; the others suppose that something happened. */
const SANS_RAISON: ReadonlySet<MotifResiliation> = new Set(['ECHEANCE', 'INFRA_ANNUELLE'])

/** The end of the contract for a reason that asks for no event, asked that day; null when it cannot be. */
export function finSansEvenement(
  projet: Projet,
  motif: MotifResiliation,
  contrat: ContratVecu,
  reglement: Reglement,
): DateCivile | null {
  const { demande } = projet.jours
  const champs = champsDepart(reglement, motif, demande)
  if (!prevoitDepart(reglement, motif, demande) || motif === 'CHATEL' || champs.includes('evenement'))
    return null
  const faits = faitsDe(projet, motif, contrat, [], null)
  return contrat.du > faits.dateReception ? null : (finDe(reglement, faits)?.dernierJour ?? null)
}

/** Ways out that end sooner than this one, or that are open when it is closed; the soonest first. */
function autresDeparts(
  projet: Projet,
  motif: MotifResiliation,
  contrat: ContratVecu,
  reglement: Reglement,
  fin: DateCivile | null,
): Ailleurs[] {
  return MOTIFS.filter((autre) => autre !== motif)
    .flatMap((autre) => {
      const dernierJour = finSansEvenement(projet, autre, contrat, reglement)
      const utile = dernierJour !== null && (fin === null || dernierJour < fin)
      return utile ? [{ autre, dernierJour }] : []
    })
    .sort((a, b) => (a.dernierJour < b.dernierJour ? -1 : 1))
    .map(({ autre, dernierJour }) => ({
      libelle: DEPARTS[autre].titre,
      phrase: `${SANS_RAISON.has(autre) ? 'Le' : 'Si vous êtes dans ce cas, le'} contrat prendrait fin le ${formatDateEnLettres(dernierJour)}.`,
      parametres: { motif: autre },
    }))
}
