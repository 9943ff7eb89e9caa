import { type DateCivile, dateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type ArticleId, enCode, enDate, type Motif } from '@/lib/rules/decision/motif'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import { acteAu } from '@/lib/rules/remboursement/nomenclature'
import type { Socle } from '@/lib/rules/remboursement/socle'
import type { ContenuLigne } from '../decomptes/format'
import { calculer, type Ebauche } from './calcul'
import { completer } from './complement'
import { constat } from './motifs'
import type { Partage } from './partage'
import type { Memoire, PrestationCalculee } from './prestation'
import { type Assure, type Droits, droitsAu, type Rattachement } from './situation'

export interface LigneALiquider {
  readonly contenu: ContenuLigne
  readonly pourInformation: boolean
  /** A correction of a line that still stands: paying both would pay twice. */
  readonly origineNonAnnulee: boolean
  /** Names the équipement optique of the line: one per décompte and day. */
  readonly equipement: string
}

/** What one line is worth that day, for that person, after what came before. Pure; reversals are not its business. */
export function liquiderLigne(
  ligne: LigneALiquider,
  assure: Assure,
  historique: Memoire,
  socle: Socle,
): PrestationCalculee {
  const { contenu } = ligne
  const soins = dateCivile(contenu.soinsDebut, 'soinsDebut')
  const base = entete(contenu, soins, socle)
  const jour = jourDesDroits(contenu, assure, soins, socle)
  const general = socle.roles.tauxDecompte
  if (ligne.pourInformation)
    return { ...base, etat: 'REFUSEE', motifs: [constat('POUR_INFORMATION', general)] }
  if (contenu.operation === 'REJET') {
    const code = contenu.rejet?.code
    const donnees = code === undefined ? {} : { code: enCode(code) }
    return { ...base, etat: 'REFUSEE', motifs: [constat('LIGNE_REJETEE', general, donnees)] }
  }
  const droits = droitsAu(assure, jour, contenu.beneficiaire.numeroAdherent)
  if (!droits.ouverts) return horsDroits(base, droits, general)
  const { rattachement } = droits
  const ouverte = { ...base, adhesionId: rattachement.adhesionId }
  if (ligne.origineNonAnnulee) {
    return { ...ouverte, etat: 'A_VERIFIER', motifs: [constat('ORIGINE_NON_ANNULEE', general)] }
  }
  const choix = rattachement.formules.find((f) => contient(f, jour))
  if (rattachement.reglement.garanties === null)
    return { ...ouverte, etat: 'A_VERIFIER', motifs: [constat('GARANTIES_INCONNUES', general)] }
  if (choix === undefined) {
    return {
      ...ouverte,
      etat: 'A_VERIFIER',
      motifs: [constat('FORMULE_ABSENTE', articleDroits(rattachement, general))],
    }
  }
  const avis: Motif[] = droits.multiples
    ? [constat('ADHESIONS_MULTIPLES', articleDroits(rattachement, general))]
    : []
  const commun = { contenu, equipement: ligne.equipement, assure, socle, jour }
  try {
    const premiere = calculer({ ...ouverte, formule: choix.formule }, avis, {
      ...commun,
      rattachement,
      historique: historique(rattachement.adhesionId, 'PREMIER'),
    })
    if (droits.surcomplementaire === null || premiere.etat === 'A_VERIFIER') return premiere
    return completer(premiere, base, { ...commun, rattachement: droits.surcomplementaire }, historique)
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    const donnees = { code: enCode(erreur.code), chemin: enCode(erreur.chemin ?? '') }
    const motif = constat('CALCUL_IMPOSSIBLE', articleDroits(rattachement, general), donnees)
    return { ...ouverte, formule: choix.formule, etat: 'A_VERIFIER', motifs: [...avis, motif] }
  }
}

const POSTE_PRIME = 'prime-naissance'

/** The day of the care. A prime is owed to a child who joins after its birth: its rights are those of the day it joins. */
function jourDesDroits(c: ContenuLigne, assure: Assure, soins: DateCivile, socle: Socle): DateCivile {
  if (acteConnu(c, soins, socle)?.poste !== POSTE_PRIME) return soins
  const droits = droitsAu(assure, soins, c.beneficiaire.numeroAdherent)
  return !droits.ouverts && droits.sens === 'AVANT' && droits.proche !== null ? droits.proche.du : soins
}

/** The act by its code, else by its nature; null when neither was in force that day. */
function acteConnu(c: ContenuLigne, jour: DateCivile, socle: Socle): VersionLue | null {
  for (const code of [c.acte.code, c.acte.nature]) {
    if (code === undefined) continue
    try {
      const acte = acteAu(socle.nomenclature, code, jour)
      if (acte !== null) return acte
    } catch (erreur) {
      if (!(erreur instanceof ErreurDeRegle)) throw erreur
    }
  }
  return null
}

type VersionLue = NonNullable<ReturnType<typeof acteAu>>

const libelle = (c: ContenuLigne, jour: DateCivile, socle: Socle): string =>
  acteConnu(c, jour, socle)?.libelle ?? c.acte.code ?? c.acte.nature

function entete(c: ContenuLigne, jour: DateCivile, socle: Socle): Ebauche {
  return {
    adhesionId: null,
    dateSoins: jour,
    rembourseLe: c.reglement?.date === undefined ? null : dateCivile(c.reglement.date, 'reglement.date'),
    formule: null,
    ligneGarantie: null,
    libelle: libelle(c, jour, socle),
    executant: c.executant?.libelle ?? null,
    destinataire: c.reglement?.destinataire ?? 'ASSURE',
    partage: partageSansMutuelle(c),
    versionReglement: '',
    entrees: {},
    limites: [],
    details: [],
    plafonds: [],
    consommations: [],
    elements: [],
  }
}

function partageSansMutuelle({ montants: m }: ContenuLigne): Partage {
  const autres = m.rcDejaVerse ?? 0
  return {
    depense: m.depense,
    base: m.baseRemboursement,
    partAmo: m.montantRO,
    participation: m.participationForfaitaire ?? 0,
    franchise: m.franchise ?? 0,
    partRegimeLocal: 0,
    autresRemboursements: autres,
    partMutuelle: 0,
    resteACharge: m.depense - m.montantRO - autres,
  }
}

/** The article that suspends. A règlement without one has no suspension of its own. */
const articleSuspension = ({ impaye }: Rattachement['reglement'], jour: DateCivile): ArticleId | null =>
  impaye === null ? null : valeurAu(impaye, jour).valeur.article

const articleDroits = (r: Rattachement | null, defaut: ArticleId): ArticleId =>
  r?.reglement.garanties?.articles.droits ?? defaut

function horsDroits(
  ebauche: Ebauche,
  droits: Extract<Droits, { ouverts: false }>,
  general: ArticleId,
): PrestationCalculee {
  const article = articleDroits(droits.proche, general)
  if (droits.sens === 'SUSPENDUS') return suspendus(ebauche, droits, article)
  const { proche } = droits
  const motif =
    proche === null || droits.sens === 'ABSENTS'
      ? constat('DROITS_ABSENTS', article)
      : droits.sens === 'AVANT'
        ? constat('DROITS_AVANT_EFFET', article, { depuis: enDate(proche.du) })
        : constat('DROITS_APRES_FIN', article, { fin: enDate(proche.au ?? proche.adhesion.au ?? proche.du) })
  return { ...ebauche, etat: 'REFUSEE', limites: ['HORS_DROITS'], motifs: [motif] }
}

/** The contract is known: its membre participant reads the refusal. What is paid later does not change it (it resumes for the future). */
function suspendus(
  ebauche: Ebauche,
  { proche, suspension }: Extract<Droits, { sens: 'SUSPENDUS' }>,
  droits: ArticleId,
): PrestationCalculee {
  const motif = constat(
    'GARANTIES_SUSPENDUES',
    articleSuspension(proche.reglement, suspension.du) ?? droits,
    {
      depuis: enDate(suspension.du),
      ...(suspension.au === null ? {} : { fin: enDate(suspension.au) }),
    },
  )
  return {
    ...ebauche,
    adhesionId: proche.adhesionId,
    etat: 'REFUSEE',
    limites: ['HORS_DROITS'],
    motifs: [motif],
  }
}
