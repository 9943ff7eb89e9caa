import type { ModePaiement, PeriodiciteCotisation } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { lettreSansPrelevement, REFUS_MANDAT } from '@/lib/lexique/mandat'
import { expliquerMotif } from '@/lib/lexique/motifs'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { refusDuPaiement } from '@/lib/rules/echeancier/choisir-paiement'
import { regleEnVigueur } from '@/lib/rules/reglement/regle-en-vigueur'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import { type Portee, SYSTEME } from '@/lib/server/portee'
import { remplacerCompte } from '../compte-bancaire/mutations'
import { reglementDuContrat } from '../document/data'
import { ecrireLettre } from '../document/mutations'
import { ecrireEcheanciersDepuis } from '../echeancier/mutations'
import { finirMandats, inscrireMandat, noterMandat, verrouillerMandats } from '../mandat/mutations'
import { peutChoisirPaiement } from './access'
import { loadPaiement, type ModaliteLue, type PaiementLu } from './data'
import type { JourPrelevement } from './schema'
import { suiteSansPrelevement } from './view'

const refuser = (message: string, champ = ''): SaisieRefusee => new SaisieRefusee({ champ, message })

/** The rest of the change cannot be done, so none of it is. @throws {SaisieRefusee} for the sentence that says so. */
async function toutOuRien<T>(changement: () => Promise<T>): Promise<T> {
  try {
    return await changement()
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) throw refuser(REFUS_MANDAT.ECHEANCIER)
    throw erreur
  }
}

export interface Souscription {
  readonly adhesionId: string
  readonly titulaire: string
  /** Already validated, without spaces. */
  readonly iban: string
  readonly periodicite: PeriodiciteCotisation
  readonly jour: JourPrelevement
  readonly signature: {
    readonly le: DateCivile
    readonly lieu: string
    readonly maniere: 'EN_LIGNE' | 'PAPIER'
  }
}

export interface Souscrit {
  /** INCHANGE: this mandate, this day and this pace were already so; twice sent, it is once done. */
  readonly issue: 'SIGNE' | 'CHANGE' | 'INCHANGE'
  readonly rum: string
  readonly documentId: string | null
}

/**
 * Pays by direct debit from `le` on: the account, its mandate and the paper of it, the choice and the schedule, in one transaction.
 * @throws {SaisieRefusee} when the contract is not the actor's, has ended, or the règlement says no.
 */
export async function souscrirePrelevement(
  acteur: Portee,
  s: Souscription,
  le: DateCivile,
): Promise<Souscrit> {
  if (!peutChoisirPaiement(acteur, s.adhesionId)) throw refuser(REFUS_MANDAT.INTROUVABLE)
  if (s.signature.le > le) throw refuser(REFUS_MANDAT.FUTUR, 'signeLe')
  return toutOuRien(() =>
    ecrire(SYSTEME, async (client) => {
      await verrouillerMandats(client, s.adhesionId)
      const lu = await loadPaiement(client, s.adhesionId, le)
      exigerPrelevable(acteur, lu, s, le)
      const compteId = await tenirCompte(client, lu, s, le)
      const garde = lu.mandat?.compteId === compteId && !lu.mandat.caduc ? lu.mandat : null
      const titulaire = lu.compte?.id === compteId ? lu.compte.titulaire : s.titulaire
      const ibanFin = s.iban.slice(-4)
      const aInscrire = { contrat: lu.contrat, compteId, titulaire, ibanFin, signature: s.signature }
      const mandat = garde ?? (await inscrireMandat(client, aInscrire, le))
      const { periodicite, jour } = s
      const change = await choisirPaiement(
        client,
        s.adhesionId,
        lu.modalite,
        { periodicite, mode: 'PRELEVEMENT', jour },
        le,
      )
      if (change) {
        await ecrireEcheanciersDepuis(client, s.adhesionId, le)
        await noterChoix(client, acteur, s.adhesionId)
      }
      if (garde === null) await noterMandat(client, 'MANDAT_SIGNE', acteur, mandat.id)
      const issue = garde === null ? 'SIGNE' : change ? 'CHANGE' : 'INCHANGE'
      return { issue, rum: mandat.rum, documentId: mandat.documentId }
    }),
  )
}

function exigerPrelevable(acteur: Portee, { contrat, perte }: PaiementLu, s: Souscription, le: DateCivile) {
  if (contrat.au !== null && contrat.au < le) throw refuser(REFUS_MANDAT.FINI)
  // Staff may agree to it again, with the member.
  if (perte !== null && acteur.type === 'ADHERENT') throw refuser(REFUS_MANDAT.PERDU)
  const regle = regleEnVigueur(reglementDuContrat(contrat).echeancier, le, 'prélèvement')
  const refus = refusDuPaiement(regle, { periodicite: s.periodicite, mode: 'PRELEVEMENT', jour: s.jour })
  if (refus !== null) throw refuser(expliquerMotif(refus), 'jour')
}

/** The account kept when it is the same, else a new one from that day. @returns its id. */
async function tenirCompte(
  client: Ecriture,
  { compte }: PaiementLu,
  { adhesionId, titulaire, iban }: Souscription,
  le: DateCivile,
): Promise<string> {
  // The number says which account it is, however its holder was written.
  if (compte?.iban === iban) return compte.id
  const nouveau = { adhesionId, personneId: null, usage: 'COTISATIONS', titulaire, iban, du: le } as const
  return (await remplacerCompte(client, nouveau)).id
}

export interface Choix {
  readonly periodicite: PeriodiciteCotisation
  readonly mode: ModePaiement
  readonly jour: number | null
  /** Last day of this choice; absent: until another. */
  readonly au?: DateCivile
}

/** From `le` on, the contract pays so; the other facts of its contributions stay. @returns false when it already did. */
export async function choisirPaiement(
  client: Ecriture,
  adhesionId: string,
  actuelle: ModaliteLue | null,
  { periodicite, mode, jour, au }: Choix,
  le: DateCivile,
): Promise<boolean> {
  const meme =
    actuelle !== null &&
    actuelle.periodicite === periodicite &&
    actuelle.mode === mode &&
    actuelle.jour === jour
  if (meme) return false
  const { rows } = await client.query<{ faits: unknown }>(
    `SELECT faits FROM modalites_cotisation WHERE adhesion_id = $1 ORDER BY du DESC, au DESC NULLS FIRST LIMIT 1`,
    [adhesionId],
  )
  await client.query(
    `UPDATE modalites_cotisation SET au = greatest($2::date, du) - 1
      WHERE adhesion_id = $1 AND (au IS NULL OR au >= greatest($2::date, du))`,
    [adhesionId, le],
  )
  await client.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, jour_prelevement, faits, du, au)
      VALUES ($1, $2::text::"PeriodiciteCotisation", $3::text::"ModePaiement", $4, $5, $6, $7)`,
    [adhesionId, periodicite, mode, jour, JSON.stringify(rows[0]?.faits ?? {}), le, au ?? null],
  )
  return true
}

/**
 * No debit is asked with the contract's mandate from that day: what is still to pay is paid as the règlement says, and a letter tells it.
 * Twice sent, it is once done. @throws {SaisieRefusee}
 */
export async function quitterLePrelevement(
  acteur: Portee,
  adhesionId: string,
  le: DateCivile,
): Promise<'REVOQUE' | 'DEJA'> {
  if (!peutChoisirPaiement(acteur, adhesionId)) throw refuser(REFUS_MANDAT.INTROUVABLE)
  return toutOuRien(() =>
    ecrire(SYSTEME, async (client) => {
      await verrouillerMandats(client, adhesionId)
      const lu = await loadPaiement(client, adhesionId, le)
      if (lu.mandat === null) return 'DEJA'
      await finirMandats(client, adhesionId, le, 'REVOCATION')
      const suite = suiteSansPrelevement(lu, le)
      if (suite !== null) {
        await choisirPaiement(client, adhesionId, lu.modalite, { ...suite.valeur, jour: null }, le)
        await ecrireEcheanciersDepuis(client, adhesionId, le)
      }
      const lettre = lettreSansPrelevement(
        le,
        { rum: lu.mandat.rum, cheque: suite !== null, partis: lu.partis },
        organisme(),
      )
      const motifs = suite?.motifs ?? []
      await ecrireLettre(client, lu.contrat, le, { ...lettre, motifs, service: 'Service cotisations' })
      await noterMandat(client, 'MANDAT_REVOQUE', acteur, lu.mandat.id)
      return 'REVOQUE'
    }),
  )
}

const noterChoix = (client: Ecriture, acteur: Portee, adhesionId: string) =>
  journaliser(client, {
    acte: 'PAIEMENT_CHANGE',
    compteId: acteur.type === 'SYSTEME' ? null : acteur.compteId,
    role: acteur.type === 'GESTION' ? acteur.role : acteur.type,
    objetType: 'adhesion',
    objetId: adhesionId,
    resultat: 'FAIT',
  })
