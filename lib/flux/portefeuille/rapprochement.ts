import { ajouterJours } from '@/lib/rules/date/date-civile'
import { type Periode, seChevauchent } from '@/lib/rules/date/periode'
import type { AdhesionConnue, Offre, PortefeuilleConnu } from './connu'
import {
  type ErreurPortefeuille,
  ecrirePeriode,
  type LigneAdhesion,
  type LigneBeneficiaire,
  type LigneFormule,
  type LigneMandat,
  type LigneModalite,
  type LignePortefeuille,
  type LigneRib,
  memePeriode,
} from './ligne'
import { type PersonneDuFichier, reconnaitrePersonnes } from './personnes'

/** What must be written; what the base has already is not in it. */
export interface EcrituresPortefeuille {
  readonly personnes: readonly PersonneDuFichier[]
  readonly adhesions: readonly { id: string; membreParticipantId: string; ligne: LigneAdhesion }[]
  readonly formules: readonly { adhesionId: string; ligne: LigneFormule }[]
  readonly beneficiaires: readonly { adhesionId: string; personneId: string; ligne: LigneBeneficiaire }[]
  readonly ribs: readonly { adhesionId: string; ligne: LigneRib }[]
  readonly modalites: readonly { adhesionId: string; ligne: LigneModalite }[]
  readonly mandats: readonly { adhesionId: string; ligne: LigneMandat }[]
}

export interface Rapprochement {
  readonly ecritures: EcrituresPortefeuille
  readonly erreurs: readonly ErreurPortefeuille[]
}

interface EcrituresEnCours {
  adhesions: { id: string; membreParticipantId: string; ligne: LigneAdhesion }[]
  formules: { adhesionId: string; ligne: LigneFormule }[]
  beneficiaires: { adhesionId: string; personneId: string; ligne: LigneBeneficiaire }[]
  ribs: { adhesionId: string; ligne: LigneRib }[]
  modalites: { adhesionId: string; ligne: LigneModalite }[]
  mandats: { adhesionId: string; ligne: LigneMandat }[]
}

/** An item of a list where periods of one key may not overlap, and where it comes from. */
type Place<T> = Periode & T & { readonly ou: string }

interface Contexte {
  readonly connu: PortefeuilleConnu
  readonly offre: Offre
  readonly nouvelId: () => string
  readonly signaler: (erreur: ErreurPortefeuille) => void
  readonly personnes: ReadonlyMap<LigneBeneficiaire, PersonneDuFichier>
  readonly ecritures: EcrituresEnCours
}

/** Compares the file with itself and with the base. Pure: the base comes in as `connu`, what to write goes out. */
export function rapprocher(
  lignes: readonly LignePortefeuille[],
  connu: PortefeuilleConnu,
  offre: Offre,
  nouvelId: () => string,
): Rapprochement {
  const erreurs: ErreurPortefeuille[] = []
  const signaler = (erreur: ErreurPortefeuille) => void erreurs.push(erreur)
  const beneficiaires = lignes.filter((l) => l.type === 'BENEFICIAIRE')
  const { parLigne, personnes } = reconnaitrePersonnes(beneficiaires, connu, nouvelId, signaler)
  const ecritures: EcrituresEnCours = {
    adhesions: [],
    formules: [],
    beneficiaires: [],
    ribs: [],
    modalites: [],
    mandats: [],
  }
  const contexte = { connu, offre, nouvelId, signaler, personnes: parLigne, ecritures }
  for (const [numero, groupe] of grouper(lignes)) rapprocherAdhesion(numero, groupe, contexte)
  erreurs.sort((a, b) => a.ligne - b.ligne)
  return { ecritures: { ...ecritures, personnes }, erreurs }
}

function grouper(lignes: readonly LignePortefeuille[]): Map<string, LignePortefeuille[]> {
  const groupes = new Map<string, LignePortefeuille[]>()
  for (const ligne of lignes) {
    const groupe = groupes.get(ligne.numeroAdherent)
    if (groupe === undefined) groupes.set(ligne.numeroAdherent, [ligne])
    else groupe.push(ligne)
  }
  return groupes
}

function rapprocherAdhesion(numero: string, groupe: readonly LignePortefeuille[], c: Contexte): void {
  const ecrites = groupe.filter((l) => l.type === 'ADHESION')
  const connue = c.connu.adhesions.get(numero)
  const [premiere] = ecrites
  const reference: (Periode & { reglement: string; ou: string }) | undefined =
    connue === undefined
      ? premiere && { ...premiere, ou: `la ligne ${premiere.ligne}` }
      : { ...connue, ou: 'l’adhésion déjà connue' }
  if (reference === undefined) {
    const ligne = groupe[0]?.ligne ?? 1
    c.signaler({
      ligne,
      colonne: 'numero_adherent',
      message: `L’adhérent ${numero} n’a pas de ligne ADHESION et n’est pas connu.`,
    })
    return
  }
  for (const l of ecrites) {
    if (l.reglement === reference.reglement && memePeriode(l, reference)) continue
    c.signaler({
      ligne: l.ligne,
      colonne: 'numero_adherent',
      message:
        `Cette adhésion (${l.reglement}, ${ecrirePeriode(l)}) contredit ${reference.ou} ` +
        `(${reference.reglement}, ${ecrirePeriode(reference)}).`,
    })
  }
  if (!c.offre.porte(reference.reglement) && premiere !== undefined) {
    c.signaler({
      ligne: premiere.ligne,
      colonne: 'reglement',
      message: `Le règlement « ${reference.reglement} » n’est pas porté par l’organisme (organisme.json).`,
    })
  }
  const adhesionId = connue?.id ?? c.nouvelId()
  rapprocherFormules(groupe, adhesionId, reference, connue, c)
  const mp = rapprocherBeneficiaires(groupe, adhesionId, reference, connue, c)
  rapprocherRibs(groupe, adhesionId, connue, c)
  rapprocherModalites(groupe, adhesionId, reference, connue, c)
  rapprocherMandats(groupe, adhesionId, connue, c)
  if (connue === undefined && premiere !== undefined) {
    if (!groupe.some((l) => l.type === 'FORMULE') && !c.offre.sansFormule?.(reference.reglement)) {
      c.signaler({
        ligne: premiere.ligne,
        colonne: 'formule',
        message: 'Cette adhésion n’a aucune ligne FORMULE.',
      })
    }
    if (mp !== null) c.ecritures.adhesions.push({ id: adhesionId, membreParticipantId: mp, ligne: premiere })
    else if (!groupe.some((l) => l.type === 'BENEFICIAIRE' && l.lien === 'MEMBRE_PARTICIPANT')) {
      c.signaler({
        ligne: premiere.ligne,
        colonne: 'lien',
        message: 'Cette adhésion n’a pas de ligne BENEFICIAIRE avec le lien MEMBRE_PARTICIPANT.',
      })
    }
  }
}

function dansAdhesion(l: LignePortefeuille, adhesion: Periode & { ou: string }, c: Contexte): void {
  const dedans = l.du >= adhesion.du && (adhesion.au === null || (l.au !== null && l.au <= adhesion.au))
  if (dedans) return
  c.signaler({
    ligne: l.ligne,
    colonne: l.du < adhesion.du ? 'du' : 'au',
    message: `La période ${ecrirePeriode(l)} sort de celle de l’adhésion, ${ecrirePeriode(adhesion)} (${adhesion.ou}).`,
  })
}

function rapprocherFormules(
  groupe: readonly LignePortefeuille[],
  adhesionId: string,
  adhesion: Periode & { reglement: string; ou: string },
  connue: AdhesionConnue | undefined,
  c: Contexte,
): void {
  const places: Place<{ formule: string }>[] = (connue?.formules ?? []).map((f) => ({
    ...f,
    ou: 'la formule déjà connue',
  }))
  for (const l of groupe.filter((g) => g.type === 'FORMULE')) {
    dansAdhesion(l, adhesion, c)
    if (c.offre.porte(adhesion.reglement) && !c.offre.propose(adhesion.reglement, l.formule)) {
      c.signaler({
        ligne: l.ligne,
        colonne: 'formule',
        message: `La formule « ${l.formule} » n’existe pas au règlement « ${adhesion.reglement} ».`,
      })
    }
    if (places.some((p) => p.formule === l.formule && memePeriode(p, l))) continue
    const autre = places.find((p) => seChevauchent(p, l))
    if (autre !== undefined) {
      c.signaler({
        ligne: l.ligne,
        colonne: 'formule',
        message:
          `La formule « ${l.formule} » (${ecrirePeriode(l)}) chevauche « ${autre.formule} » ` +
          `(${ecrirePeriode(autre)}), ${autre.ou}.`,
      })
      continue
    }
    places.push({ ...l, ou: `la ligne ${l.ligne}` })
    c.ecritures.formules.push({ adhesionId, ligne: l })
  }
}

/** @returns the membre participant, or null when there is not exactly one. */
function rapprocherBeneficiaires(
  groupe: readonly LignePortefeuille[],
  adhesionId: string,
  adhesion: Periode & { ou: string },
  connue: AdhesionConnue | undefined,
  c: Contexte,
): string | null {
  const places: Place<{ personneId: string; lien: string }>[] = (connue?.beneficiaires ?? []).map((b) => ({
    ...b,
    ou: 'le rattachement déjà connu',
  }))
  for (const l of groupe.filter((g) => g.type === 'BENEFICIAIRE')) {
    dansAdhesion(l, adhesion, c)
    const personneId = c.personnes.get(l)?.id
    if (personneId === undefined) continue
    if (places.some((p) => p.personneId === personneId && p.lien === l.lien && memePeriode(p, l))) continue
    const mp = places.find((p) => p.lien === 'MEMBRE_PARTICIPANT')
    const autre = places.find((p) => p.personneId === personneId && seChevauchent(p, l))
    if (l.lien === 'MEMBRE_PARTICIPANT' && mp !== undefined) {
      c.signaler({
        ligne: l.ligne,
        colonne: 'lien',
        message: `Cette adhésion a déjà un membre participant : ${mp.ou}.`,
      })
    } else if (autre !== undefined) {
      c.signaler({
        ligne: l.ligne,
        colonne: 'du',
        message:
          `Ce rattachement (${l.lien}, ${ecrirePeriode(l)}) chevauche celui de la même personne ` +
          `(${autre.lien}, ${ecrirePeriode(autre)}), ${autre.ou}.`,
      })
    } else {
      places.push({ du: l.du, au: l.au, lien: l.lien, personneId, ou: `la ligne ${l.ligne}` })
      c.ecritures.beneficiaires.push({ adhesionId, personneId, ligne: l })
    }
  }
  return places.find((p) => p.lien === 'MEMBRE_PARTICIPANT')?.personneId ?? null
}

/**
 * The file says that it runs, the base that another took its place since: the member or the bank ended it after the file was made, and what
 * the base knows stays.
 */
const remplaceeDepuis = (connue: Periode, ligne: Periode, places: readonly Periode[]): boolean => {
  const { du, au } = connue
  if (ligne.au !== null || au === null || du !== ligne.du) return false
  return places.some((autre) => autre !== connue && autre.du === ajouterJours(au, 1))
}

/** A bank account may outlive the contract (late reimbursements): its period is not held inside the adhésion. */
function rapprocherRibs(
  groupe: readonly LignePortefeuille[],
  adhesionId: string,
  connue: AdhesionConnue | undefined,
  c: Contexte,
): void {
  const places: Place<{ usage: string; titulaire: string; iban: string }>[] = (connue?.ribs ?? []).map(
    (r) => ({ ...r, ou: 'le RIB déjà connu' }),
  )
  for (const l of groupe.filter((g) => g.type === 'RIB')) {
    const memeUsage = places.filter((p) => p.usage === l.usage)
    const memeCompte = memeUsage.filter((p) => p.iban === l.iban && p.titulaire === l.titulaire)
    if (memeCompte.some((p) => memePeriode(p, l) || remplaceeDepuis(p, l, memeUsage))) continue
    const autre = memeUsage.find((p) => seChevauchent(p, l))
    if (autre !== undefined) {
      c.signaler({
        ligne: l.ligne,
        colonne: 'iban',
        message: `Ce RIB (${l.usage}, ${ecrirePeriode(l)}) chevauche ou contredit ${autre.ou} (${ecrirePeriode(autre)}).`,
      })
      continue
    }
    places.push({ ...l, ou: `la ligne ${l.ligne}` })
    c.ecritures.ribs.push({ adhesionId, ligne: l })
  }
}

function rapprocherModalites(
  groupe: readonly LignePortefeuille[],
  adhesionId: string,
  adhesion: Periode & { ou: string },
  connue: AdhesionConnue | undefined,
  c: Contexte,
): void {
  const places: Place<{ periodicite: string; mode: string; jour: number | null }>[] = (
    connue?.modalites ?? []
  ).map((m) => ({ ...m, ou: 'la modalité déjà connue' }))
  for (const l of groupe.filter((g) => g.type === 'MODALITE')) {
    dansAdhesion(l, adhesion, c)
    const meme = places.some(
      (p) =>
        p.periodicite === l.periodicite &&
        p.mode === l.mode &&
        p.jour === l.jour &&
        (memePeriode(p, l) || remplaceeDepuis(p, l, places)),
    )
    if (meme) continue
    const autre = places.find((p) => seChevauchent(p, l))
    if (autre !== undefined) {
      c.signaler({
        ligne: l.ligne,
        colonne: 'mode_paiement',
        message: `Cette modalité de paiement (${ecrirePeriode(l)}) chevauche ou contredit ${autre.ou} (${ecrirePeriode(autre)}).`,
      })
      continue
    }
    places.push({ ...l, ou: `la ligne ${l.ligne}` })
    c.ecritures.modalites.push({ adhesionId, ligne: l })
  }
}

/** A mandate is for an account of contributions that the file or the base has. A RUM is one mandate's, for ever. */
function rapprocherMandats(
  groupe: readonly LignePortefeuille[],
  adhesionId: string,
  connue: AdhesionConnue | undefined,
  c: Contexte,
): void {
  const ribs = [...(connue?.ribs ?? []), ...groupe.filter((g) => g.type === 'RIB')]
  for (const l of groupe.filter((g) => g.type === 'MANDAT')) {
    const connu = c.connu.mandats.get(l.rum)
    const meme = connu?.adhesionId === adhesionId && connu.iban === l.iban
    if (meme && (memePeriode(connu, l) || (connu.fini && l.au === null && connu.du === l.du))) continue
    const double = connu !== undefined || c.ecritures.mandats.some((m) => m.ligne.rum === l.rum)
    if (double)
      c.signaler({ ligne: l.ligne, colonne: 'rum', message: 'Cette référence de mandat sert déjà ailleurs.' })
    else if (!ribs.some((r) => r.usage === 'COTISATIONS' && r.iban === l.iban))
      c.signaler({
        ligne: l.ligne,
        colonne: 'iban',
        message: 'Ce mandat vise un compte qui n’est pas un RIB de cotisations de cet adhérent.',
      })
    else c.ecritures.mandats.push({ adhesionId, ligne: l })
  }
}
