import { formatDateEnLettres, formatDateEntiere } from '@/lib/lexique/formats'
import { expliquerMotif } from '@/lib/lexique/motifs'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { changerOption, type FaitsChangementOption } from '@/lib/rules/option/changer-option'
import { sensDuChangement } from '@/lib/rules/option/sens-du-changement'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import { listerFormules, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { prevenirDuDepart } from '@/lib/rules/resiliation/prevenir-du-depart'
import { type ContratVecu, formuleDepuis } from '../contrat/view'
import { type Ailleurs, issue, manque, type Resultat, SANS_SUITE, selonErreur } from '../issue/view'
import type { Projet } from '../projet/schema'
import { libelleDeFormule } from '../tarif/view'

/** The formule of the day of the request; null when there is none that day. */
const formuleLe = (contrat: ContratVecu, jour: DateCivile): string | null =>
  contrat.formules.find((f) => contient(f, jour))?.formule ?? null

/**
 * What may be chosen instead: the formules of the same table, and all those of a règlement whose modules are put together freely. Another
 * gamme is made for other people.
 */
export function formulesOffertes(
  reglement: Reglement,
  contrat: ContratVecu,
  jour: DateCivile,
): { readonly id: string; readonly libelle: string }[] {
  const actuelle = formuleLe(contrat, jour)
  if (actuelle === null || reglement.garanties === null) return []
  const { table } = ouvrirFormule(reglement, actuelle, null)
  const ids =
    reglement.garanties.modulaires.length > 0
      ? listerFormules(reglement)
      : table.formules.map((formule) => formule.id)
  return ids
    .filter((id) => id !== actuelle)
    .map((id) => ({ id, libelle: libelleDeFormule(reglement.id, id) }))
}

/** Only where the règlement treats a change of family apart. */
export const distingueLaFamille = (reglement: Reglement, jour: DateCivile): boolean => {
  if (reglement.option === null || jour < reglement.connuDepuis) return false
  return valeurAu(reglement.option, jour).valeur.politique === 'PREMIER_JANVIER'
}

export function deciderOption(projet: Projet, contrat: ContratVecu, reglement: Reglement): Resultat {
  const { demande, souhait } = projet.jours
  if (reglement.option === null) return selonSilence(reglement, demande)
  const actuelle = formuleLe(contrat, demande)
  if (actuelle === null)
    return manque({
      champ: 'demande',
      message: 'Votre contrat n’a pas de formule ce jour-là : choisissez un autre jour.',
    })
  const voulue = formulesOffertes(reglement, contrat, demande).find(({ id }) => id === projet.formule)
  if (voulue === undefined)
    return manque({ champ: 'formule', message: 'Choisissez la formule que vous aimeriez avoir.' })
  if (souhait !== null && souhait < demande)
    return manque({
      champ: 'souhait',
      message: 'Le jour souhaité doit suivre le jour de la demande.',
    })
  const sens = sensDuChangement(
    ouvrirFormule(reglement, actuelle, null),
    ouvrirFormule(reglement, voulue.id, null),
  )
  const faits: FaitsChangementOption = {
    // What nothing ranks is judged as the stricter of the two.
    sens: sens ?? 'BAISSE',
    dateEffetAdhesion: contrat.du,
    dateEffetOption: formuleDepuis(contrat, demande) ?? contrat.du,
    dateReception: demande,
    dateSouhaitee: souhait,
    evenementFamilial: projet.famille,
  }
  try {
    return selonDecision({ reglement, contrat, faits, actuelle, voulue, incertain: sens === null })
  } catch (erreur) {
    return selonErreur(erreur, {})
  }
}

function selonSilence(reglement: Reglement, demande: DateCivile): Resultat {
  try {
    changerOption(reglement, {
      sens: 'HAUSSE',
      dateEffetAdhesion: demande,
      dateEffetOption: demande,
      dateReception: demande,
      dateSouhaitee: null,
      evenementFamilial: null,
    })
    throw new Error('un règlement sans règle d’option a répondu')
  } catch (erreur) {
    return selonErreur(erreur, {})
  }
}

interface Demande {
  readonly reglement: Reglement
  readonly contrat: ContratVecu
  readonly faits: FaitsChangementOption
  readonly actuelle: string
  readonly voulue: { readonly id: string; readonly libelle: string }
  readonly incertain: boolean
}

function selonDecision(d: Demande): Resultat {
  const { reglement, faits, voulue } = d
  const decision = changerOption(reglement, faits)
  const commun = { ...SANS_SUITE, pieces: [['CHANGEMENT_OPTION']] as const, ailleurs: parLaFamille(d) }
  if (decision.verdict === 'INCOMPLETE') throw new Error('un changement d’option ne peut être incomplet')
  if (decision.verdict === 'ACCORDEE') {
    const { dateEffet } = decision.valeur
    const perte = avertir(d)
    return issue({
      ...commun,
      verdict: 'POSSIBLE',
      titre: `Oui, à partir du ${formatDateEntiere(dateEffet)}`,
      phrases: [...phrasesDe(d), ...perte.phrases],
      motifs: [...decision.motifs, ...perte.motifs],
      dateEffet,
      changement: { type: 'FORMULE', formule: voulue.id, le: dateEffet },
      ailleurs: [],
    })
  }
  const { possibleLe } = decision.valeur
  const alors = changerOption(reglement, { ...faits, dateReception: possibleLe })
  if (alors.verdict !== 'ACCORDEE') throw new Error(`une demande du ${possibleLe} devait être acceptée`)
  const { dateEffet } = alors.valeur
  return issue({
    ...commun,
    verdict: 'PLUS_TARD',
    titre: 'Pas encore',
    phrases: [expliquerMotif(decision.motifs[0]), ...phrasesDe(d)],
    motifs: decision.motifs,
    dateEffet,
    possible: {
      le: possibleLe,
      phrase: `Demandez-le à partir du ${formatDateEntiere(possibleLe)} : la nouvelle formule commencerait le ${formatDateEnLettres(dateEffet)}.`,
      motifs: alors.motifs,
    },
    changement: { type: 'FORMULE', formule: voulue.id, le: dateEffet },
  })
}

function phrasesDe({ contrat, reglement, faits, actuelle, voulue, incertain }: Demande): string[] {
  const prevu = contrat.formules.find(({ du }) => du > faits.dateReception)
  return [
    `Vous passeriez de « ${libelleDeFormule(reglement.id, actuelle)} » à « ${voulue.libelle} »${reglement.partageOption === null ? '' : ', pour toutes les personnes couvertes'}.`,
    ...(incertain
      ? [
          'Ces deux formules ne sont pas rangées l’une au-dessus de l’autre : nous répondons comme pour une baisse, la règle la plus stricte. Un conseiller peut vous donner une date plus proche.',
        ]
      : []),
    ...(prevu === undefined
      ? []
      : [
          `Un changement est déjà prévu : « ${libelleDeFormule(reglement.id, prevu.formule)} » à partir du ${formatDateEnLettres(prevu.du)}.`,
        ]),
  ]
}

/** What leaving a formule loses for good is said before, not after. */
function avertir({ reglement, actuelle }: Demande) {
  if (reglement.depart === null) return { phrases: [], motifs: [] }
  const decision = prevenirDuDepart(reglement, actuelle)
  if (decision.verdict !== 'ACCORDEE' || decision.valeur.perte === null) return { phrases: [], motifs: [] }
  return {
    phrases: ['Attention, ce changement fait perdre un droit : le détail est ci-dessous.'],
    motifs: decision.motifs,
  }
}

/** A change of family opens an earlier day where the règlement says so. */
function parLaFamille({ reglement, faits }: Demande): Ailleurs[] {
  if (faits.evenementFamilial === true || !distingueLaFamille(reglement, faits.dateReception)) return []
  const decision = changerOption(reglement, { ...faits, evenementFamilial: true })
  if (decision.verdict !== 'ACCORDEE') return []
  return [
    {
      libelle: 'Votre famille vient de changer',
      phrase: `Mariage, naissance, séparation… : la nouvelle formule commencerait le ${formatDateEnLettres(decision.valeur.dateEffet)}.`,
      parametres: { famille: 'oui' },
    },
  ]
}
