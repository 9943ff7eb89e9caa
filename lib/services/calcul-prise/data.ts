import { droitsAu, type Rattachement } from '@/lib/flux/liquidation/situation'
import { ActeIncomplet, chiffrerDevis, type DevisChiffre } from '@/lib/flux/prise-en-charge/ensemble'
import type { Dossier } from '@/lib/flux/simulation/chiffrer'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { estAccidentDuTravail, estMaternite, PHRASES_PRISE } from '@/lib/lexique/prises-en-charge'
import { soinASimuler } from '@/lib/lexique/soins-a-simuler'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { Motif } from '@/lib/rules/decision/motif'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { SYSTEME } from '@/lib/server/portee'
import type { PriseLue } from '../prise-en-charge/data'
import type { ActeDemandeDePrise, DecisionSaisie } from '../prise-en-charge/schema'
import { lireDossierDe } from '../simulation/data'

type ActeChiffre = Extract<DevisChiffre, { ouverts: true }>['actes'][number]

/** What the rules answer to a request, on that day's forfaits. */
export interface Calcul {
  /** Why nobody answers that day; empty when somebody does. */
  readonly fermes: readonly Motif[]
  readonly actes: readonly (ActeChiffre & Pick<ActeDemandeDePrise, 'soin' | 'quantite'>)[]
  /** Null: nobody answers that day. */
  readonly formule: { readonly id: string; readonly libelle: string } | null
  readonly total: Montant
  /** The contract that answers; null when none does. */
  readonly rattachement: Rattachement | null
}

type Saisie = Pick<DecisionSaisie, 'situation' | 'secteur' | 'lignes'>

/** What a calculation reads of a request, written or about to be. */
type Demandee = Pick<PriseLue, 'personneId' | 'jour' | 'codeRisque'>

function soinDe({ soin: code }: ActeDemandeDePrise) {
  const soin = soinASimuler(code)
  if (soin === undefined) throw new Error(`soin inconnu : ${code}`)
  return soin
}

/** Doctors without the option bill another act for the same care. */
function codeFacture(ligne: ActeDemandeDePrise, dptam: boolean): string {
  const acte = soinDe(ligne).actes.find((a) => a.code === ligne.acte)
  return dptam ? ligne.acte : (acte?.sansOption ?? ligne.acte)
}

const champDe = (saisie: Saisie, rang: number, nom: string): string =>
  `${nom}${saisie.lignes[rang]?.rangee ?? 0}`

/** What the rules cannot tell, said beside the field that can mend it. */
function refuser(erreur: unknown, saisie: Saisie): never {
  if (erreur instanceof ActeIncomplet)
    throw new SaisieRefusee(
      erreur.manque === 'PRIX'
        ? {
            champ: champDe(saisie, erreur.rang, 'prix'),
            message: 'Indiquez le prix de cet acte : la loi n’en fixe pas.',
          }
        : {
            champ: champDe(saisie, erreur.rang, 'base'),
            message: 'Indiquez la base de remboursement de cet acte : elle est sur le devis.',
          },
    )
  if (!(erreur instanceof ErreurDeRegle)) throw erreur
  throw new SaisieRefusee({
    champ: '',
    message:
      erreur.code === 'HORS_PERIODE'
        ? 'Nous ne connaissons pas les tarifs de ces soins à cette date.'
        : `Le règlement ne permet pas de chiffrer ces soins tels qu’ils sont décrits : ${erreur.message}.`,
  })
}

function chiffrer(dossier: Dossier, prise: Demandee, saisie: Saisie): DevisChiffre {
  const dptam = saisie.secteur === 'DPTAM'
  try {
    return chiffrerDevis(dossier, {
      jour: prise.jour,
      dptam,
      situation: saisie.situation,
      maternite: estMaternite(prise.codeRisque),
      actes: saisie.lignes.map((ligne) => ({
        ...ligne,
        soin: soinDe(ligne),
        acte: codeFacture(ligne, dptam),
      })),
    })
  } catch (erreur) {
    return refuser(erreur, saisie)
  }
}

/**
 * What each would pay of these acts, by the function that pays, on the person's contract and what is left of its forfaits. Writes nothing.
 * @throws {SaisieRefusee} beside the act that lacks its price or its base.
 */
export async function calculerPrise(prise: Demandee, saisie: Saisie): Promise<Calcul> {
  if (estAccidentDuTravail(prise.codeRisque))
    throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.ACCIDENT })
  const dossier = (await lireDossierDe(SYSTEME, prise.personneId, prise.jour))?.dossier
  if (dossier === undefined) throw new Error(`personne disparue : ${prise.personneId}`)
  const chiffre = chiffrer(dossier, prise, saisie)
  if (!chiffre.ouverts)
    return { fermes: chiffre.motifs, actes: [], formule: null, total: montant(0), rattachement: null }
  const droits = droitsAu(dossier.assure, prise.jour, undefined)
  return {
    fermes: [],
    actes: saisie.lignes.flatMap(({ soin, quantite }, rang) => {
      const acte = chiffre.actes[rang]
      return acte === undefined ? [] : [{ ...acte, soin, quantite }]
    }),
    formule: chiffre.formule,
    total: montant(chiffre.actes.reduce((t, { prestation: p }) => t + p.partage.partMutuelle, 0)),
    rattachement: droits.ouverts ? droits.rattachement : null,
  }
}

/** Grounds on which nothing is paid; empty: something is. */
export function refusDuCalcul({ fermes, actes, total }: Calcul): readonly Motif[] {
  if (fermes.length > 0) return fermes
  return total > 0 ? [] : actes.flatMap(({ motifs }) => motifs)
}

const plusTot = (a: DateCivile | null, b: DateCivile | null): DateCivile | null =>
  a === null ? b : b === null || a < b ? a : b

/** An accord commits the mutuelle: nothing in it may be doubtful. @throws {SaisieRefusee} */
export function exigerAccordable(
  prise: Pick<PriseLue, 'adhesionId' | 'jour' | 'prenom'>,
  { fermes, actes, total, rattachement }: Calcul,
  { valideDu, valideAu }: Pick<DecisionSaisie, 'valideDu' | 'valideAu'>,
): void {
  const [ferme] = fermes
  if (ferme !== undefined || rattachement === null)
    throw new SaisieRefusee({
      champ: '',
      message: ferme === undefined ? PHRASES_PRISE.RIEN_A_PAYER : expliquerMotif(ferme),
    })
  const autre = actes.find(({ prestation: p }) => p.adhesionId !== prise.adhesionId)
  if (autre !== undefined)
    throw new SaisieRefusee({
      champ: '',
      message: `Ce jour-là, c’est le contrat n° ${rattachement.numeroAdherent} qui paie d’abord : enregistrez la demande pour lui.`,
    })
  const douteux = actes.find(({ prestation: p }) => p.etat === 'A_VERIFIER')
  if (douteux !== undefined)
    throw new SaisieRefusee({
      champ: '',
      message: `« ${douteux.prestation.libelle} » ne se calcule pas tout seul. ${douteux.motifs.map(expliquerMotif).join(' ')}`,
    })
  if (total <= 0) throw new SaisieRefusee({ champ: '', message: PHRASES_PRISE.RIEN_A_PAYER })
  if (valideDu > prise.jour)
    throw new SaisieRefusee({
      champ: 'valideDu',
      message: 'Le jour des soins doit être dans les dates de validité.',
    })
  if (valideAu < prise.jour)
    throw new SaisieRefusee({
      champ: 'valideAu',
      message: 'Le jour des soins doit être dans les dates de validité.',
    })
  const fin = plusTot(rattachement.au, rattachement.adhesion.au)
  if (fin !== null && valideAu > fin)
    throw new SaisieRefusee({
      champ: 'valideAu',
      message: `${prise.prenom} n’est couvert par ce contrat que jusqu’au ${formatDateEnLettres(fin)}.`,
    })
}
