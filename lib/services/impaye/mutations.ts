import type { EtapeImpaye } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { LettreImpaye } from '@/lib/lexique/impaye'
import {
  lettreMiseEnDemeure,
  lettreReprise,
  lettreResiliation,
  lettreSansSuspension,
  lettreSuspension,
} from '@/lib/lexique/impaye'
import { ajouterJours, annee, type DateCivile, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { organisme } from '@/lib/server/organisme'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { loadContrat, reglementDuContrat } from '../document/data'
import { ecrireLettre } from '../document/mutations'
import type { ContratLu } from '../document/view'
import { peutResilierPourImpaye, peutSuivreImpayes } from './access'
import {
  type EcheanceLue,
  type ImpayeLu,
  loadAdhesionsASuivre,
  loadEcheances,
  loadSuspensions,
  lockContrat,
} from './data'
import {
  aConstater,
  annoncer,
  decider,
  etapeSuivante,
  PASSAGES_IMPAYE,
  paiementLiberatoire,
  resiliableDes,
} from './etats'
import type { DecisionImpaye, ResiliationSaisie } from './schema'

type Suivie = EcheanceLue & { readonly impaye: ImpayeLu }

/** One contract being followed, in its transaction, its row locked. */
interface Suivi {
  readonly client: Ecriture
  readonly contrat: ContratLu
  readonly reglement: Reglement
  readonly jour: DateCivile
  /** Written last: the head of the journal is held until the commit. */
  readonly actes: { acte: ActeJournal; type: string; id: string; auteur?: PorteeGestion }[]
}

export interface CompteImpayes {
  readonly contrats: number
  readonly actes: number
  readonly echecs: number
}

/**
 * Brings every unpaid échéance to where it must be that day: once, whoever runs it and however often; stopped at any moment, the next run
 * goes on. A contract that fails is told to the log and does not stop the others.
 */
export async function suivreImpayes(jour: DateCivile = aujourdhui()): Promise<CompteImpayes> {
  const compte = { contrats: 0, actes: 0, echecs: 0 }
  for (const id of await ecrire(SYSTEME, (client) => loadAdhesionsASuivre(client, jour))) {
    compte.contrats += 1
    try {
      compte.actes += await suivreContrat(id, jour)
    } catch (erreur) {
      compte.echecs += 1
      const nom = erreur instanceof Error ? erreur.name : typeof erreur
      log.error({ evenement: 'impaye-echoue', adhesion: id, erreur: nom })
    }
  }
  return compte
}

async function ouvrir(client: Ecriture, adhesionId: string, jour: DateCivile): Promise<Suivi | null> {
  if ((await lockContrat(client, adhesionId)) === null) return null
  const contrat = await loadContrat(client, adhesionId)
  return { client, contrat, reglement: reglementDuContrat(contrat), jour, actes: [] }
}

const suivreContrat = (adhesionId: string, jour: DateCivile): Promise<number> =>
  ecrire(SYSTEME, async (client) => {
    const suivi = await ouvrir(client, adhesionId, jour)
    if (suivi === null) return 0
    const echeances = await loadEcheances(client, adhesionId, jour)
    await regulariser(suivi, echeances)
    await lever(suivi, echeances)
    if (!contratFini(suivi)) {
      await mettreEnDemeure(suivi, partantes(echeances, 'MIS_EN_DEMEURE', jour))
      await suspendre(suivi, partantes(echeances, 'SUSPENDU', jour))
    }
    await constater(suivi, echeances)
    return clore(suivi)
  })

/** Its debts remain; there is nothing left to suspend or to end. */
const contratFini = ({ contrat, jour }: Suivi): boolean => contrat.au !== null && contrat.au < jour

async function clore({ client, actes }: Suivi): Promise<number> {
  for (const { acte, type, id, auteur } of actes)
    await journaliser(client, {
      acte,
      compteId: auteur?.compteId ?? null,
      role: auteur?.role ?? 'SYSTEME',
      objetType: type,
      objetId: id,
      resultat: 'FAIT',
    })
  return actes.length
}

const enCours = (e: EcheanceLue): e is Suivie => e.impaye !== null && e.impaye.etape !== 'REGULARISE'
const due = (e: EcheanceLue): boolean => e.etat !== 'PAYEE' && e.etat !== 'REMPLACEE'

/** Announced for that day or before, owed, not held back. */
const partantes = (echeances: readonly EcheanceLue[], etape: EtapeImpaye, jour: DateCivile): Suivie[] =>
  echeances
    .filter(enCours)
    .filter(
      (e) =>
        due(e) &&
        !e.impaye.retenu &&
        e.impaye.prochaineLe !== null &&
        e.impaye.prochaineLe <= jour &&
        etapeSuivante(e.impaye.etape, e.impaye.decision)?.etape === etape,
    )

const DATES = {
  MIS_EN_DEMEURE: 'mis_en_demeure_le',
  SUSPENDU: 'suspendu_le',
  RESILIE: 'resilie_le',
  REGULARISE: 'regularise_le',
} as const

interface Passage {
  readonly etape: keyof typeof DATES
  readonly le: DateCivile
  readonly decision: DecisionImpaye
  readonly courrierId?: string | null
}

async function passer({ client, jour }: Suivi, { impaye }: Suivie, p: Passage): Promise<void> {
  if (!PASSAGES_IMPAYE[impaye.etape].includes(p.etape))
    throw new Error(`impayé : passage de ${impaye.etape} à ${p.etape}`)
  await client.query(
    `UPDATE impayes SET etape = $2::text::"EtapeImpaye", ${DATES[p.etape]} = $3, decision = $4, prochaine_le = $5,
        courrier_id = coalesce($6, courrier_id) WHERE id = $1`,
    [
      impaye.id,
      p.etape,
      p.le,
      JSON.stringify(p.decision),
      annoncer(p.etape, p.decision, jour),
      p.courrierId ?? null,
    ],
  )
}

async function regulariser(suivi: Suivi, echeances: readonly EcheanceLue[]): Promise<void> {
  for (const e of echeances.filter(enCours)) {
    if (due(e)) continue
    const le = e.payeeLe ?? suivi.jour
    const miseEnDemeure = e.impaye.misEnDemeureLe
    // A payment dated before the mise en demeure, known after it, has no date to give to the rule.
    const paiement = e.payeeLe !== null && (miseEnDemeure === null || e.payeeLe >= miseEnDemeure) ? le : null
    const decision = decider(suivi.reglement, e, { miseEnDemeure, paiement })
    await passer(suivi, e, { etape: 'REGULARISE', le, decision })
    suivi.actes.push({ acte: 'IMPAYE_REGULARISE', type: 'impaye', id: e.impaye.id })
  }
}

/** Ends what the payments end. The last suspended day is that of the payment: the guarantees resume the next day at noon. */
async function lever(suivi: Suivi, echeances: readonly EcheanceLue[]): Promise<void> {
  const { client, contrat, jour } = suivi
  for (const s of await loadSuspensions(client, contrat.id)) {
    const paiement = paiementLiberatoire(s, avecRemplacantes(echeances), jour)
    if (paiement === null || (s.au !== null && paiement >= s.au)) continue
    if (paiement < s.du) await client.query('DELETE FROM suspensions WHERE id = $1', [s.id])
    else await client.query('UPDATE suspensions SET au = $2 WHERE id = $1', [s.id, paiement])
    const reprise = ajouterJours(paiement, 1)
    await ecrireCourrier(
      suivi,
      paiement < s.du ? lettreSansSuspension(paiement) : lettreReprise(paiement, reprise),
      [],
    )
    const acte = paiement < s.du ? 'SUSPENSION_ANNULEE' : 'SUSPENSION_LEVEE'
    suivi.actes.push({ acte, type: 'suspension', id: s.id })
  }
}

/** What stands, an échéance that takes the place of another of the same day being as much demanded as it was. */
function avecRemplacantes(echeances: readonly EcheanceLue[]): EcheanceLue[] {
  const mises = new Map(
    echeances
      .filter((e) => e.etat === 'REMPLACEE')
      .map(({ exigibleLe, misEnDemeureLe }) => [exigibleLe, misEnDemeureLe]),
  )
  return echeances
    .filter((e) => e.etat !== 'REMPLACEE')
    .map((e) => ({ ...e, misEnDemeureLe: e.misEnDemeureLe ?? mises.get(e.exigibleLe) ?? null }))
}

/** One letter for a contract and a day, whatever the number of échéances. */
async function mettreEnDemeure(suivi: Suivi, partent: readonly Suivie[]): Promise<void> {
  if (partent.length === 0) return
  const { jour, contrat, reglement } = suivi
  const decidees = partent.map((e) => ({
    e,
    decision: decider(reglement, e, { miseEnDemeure: jour, paiement: null }),
  }))
  const lettre = lettreMiseEnDemeure(
    decidees.map(({ e, decision: d }) => ({
      exigibleLe: e.exigibleLe,
      montant: e.montant,
      suspensionLe: d.issue === 'DECIDEE' ? (etapeSuivante('MIS_EN_DEMEURE', d)?.auPlusTot ?? null) : null,
      resiliationLe: d.issue === 'DECIDEE' ? d.resiliationAuPlusTot : null,
      frais: d.issue === 'DECIDEE' ? d.fraisRecouvrement : null,
    })),
    jour,
    organisme(),
    contrat.numeroAdherent,
  )
  const courrierId = await ecrireCourrier(
    suivi,
    lettre,
    decidees.flatMap(({ decision: d }) => motifsDe(d)),
  )
  for (const { e, decision } of decidees) {
    await passer(suivi, e, { etape: 'MIS_EN_DEMEURE', le: jour, decision, courrierId })
    suivi.actes.push({ acte: 'MISE_EN_DEMEURE_ENVOYEE', type: 'impaye', id: e.impaye.id })
  }
}

const motifsDe = (d: DecisionImpaye): readonly Motif[] => (d.issue === 'DECIDEE' ? d.motifs : [])

async function suspendre(suivi: Suivi, partent: readonly Suivie[]): Promise<void> {
  if (partent.length === 0) return
  const { client, contrat, jour } = suivi
  const decisions = partent.map((e) => e.impaye.decision).filter((d) => d.issue === 'DECIDEE')
  const fins = decisions.map((d) => d.finSuspension)
  const au = fins.includes(null)
    ? null
    : (fins
        .filter((f) => f !== null)
        .sort()
        .at(-1) ?? null)
  // Announced in time, run too late: the annual period is over, and with it what a suspension could do.
  if (au !== null && au < jour) return
  const courante = (await loadSuspensions(client, contrat.id)).find((s) => contient(s, jour))
  let courrierId: string | null = null
  if (courante === undefined) {
    const resiliations = decisions.flatMap((d) => d.resiliationAuPlusTot ?? []).sort()
    await client.query('INSERT INTO suspensions (adhesion_id, du, au) VALUES ($1, $2, $3)', [
      contrat.id,
      jour,
      au,
    ])
    const lettre = lettreSuspension(
      partent,
      { du: jour, au, resiliationLe: resiliations[0] ?? null },
      organisme(),
      contrat.numeroAdherent,
    )
    courrierId = await ecrireCourrier(suivi, lettre, decisions.flatMap(motifsDe))
  }
  for (const e of partent) {
    await passer(suivi, e, { etape: 'SUSPENDU', le: jour, decision: e.impaye.decision, courrierId })
    suivi.actes.push({ acte: 'GARANTIES_SUSPENDUES', type: 'impaye', id: e.impaye.id })
  }
}

async function constater(suivi: Suivi, echeances: readonly EcheanceLue[]): Promise<void> {
  const { client, contrat, reglement, jour } = suivi
  for (const e of echeances) {
    if (!due(e) || enCours(e)) continue
    const decision = decider(reglement, e, { miseEnDemeure: null, paiement: null })
    if (!aConstater({ exigibleLe: e.exigibleLe, rejetee: e.etat === 'REJETEE' }, decision, jour)) continue
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO impayes (adhesion_id, echeance_id, etape, decision, prochaine_le) VALUES ($1, $2, 'CONSTATE', $3, $4) RETURNING id`,
      [
        contrat.id,
        e.id,
        JSON.stringify(decision),
        contratFini(suivi) ? null : annoncer('CONSTATE', decision, jour),
      ],
    )
    for (const { id } of rows) suivi.actes.push({ acte: 'IMPAYE_CONSTATE', type: 'impaye', id })
  }
}

const ecrireCourrier = (
  { client, contrat, jour }: Suivi,
  lettre: LettreImpaye,
  motifs: readonly Motif[],
): Promise<string> =>
  ecrireLettre(client, contrat, jour, { ...lettre, motifs, service: 'Service cotisations' })

const refuser = (message: string, champ = ''): SaisieRefusee => new SaisieRefusee({ champ, message })

const CHANGE = 'Cet impayé a changé depuis l’ouverture de la page : rien n’a été fait. Rechargez-la.'

/** Holds back what would leave, until somebody lets it go. @throws {SaisieRefusee} when there is nothing to hold. */
export async function retenirImpaye(
  acteur: PorteeGestion,
  impayeId: string,
  motif: string,
  jour: DateCivile = aujourdhui(),
): Promise<void> {
  if (!peutSuivreImpayes(acteur)) throw new Error('retenue refusée à cet acteur')
  await surImpaye(impayeId, jour, async (suivi, e) => {
    if (e.impaye.retenu) return
    await suivi.client.query('INSERT INTO retenues_impaye (impaye_id, motif, par_id) VALUES ($1, $2, $3)', [
      impayeId,
      motif,
      acteur.compteId,
    ])
    suivi.actes.push({ acte: 'IMPAYE_RETENU', type: 'impaye', id: impayeId, auteur: acteur })
  })
}

/** Lets go what was held: announced again, so it leaves the next day at the earliest. @throws {SaisieRefusee} */
export async function relacherImpaye(
  acteur: PorteeGestion,
  impayeId: string,
  jour: DateCivile = aujourdhui(),
): Promise<void> {
  if (!peutSuivreImpayes(acteur)) throw new Error('retenue refusée à cet acteur')
  await surImpaye(impayeId, jour, async ({ client, actes }, { impaye }) => {
    if (!impaye.retenu) return
    await client.query(
      'UPDATE retenues_impaye SET levee_le = now(), levee_par_id = $2 WHERE impaye_id = $1 AND levee_le IS NULL',
      [impayeId, acteur.compteId],
    )
    await client.query('UPDATE impayes SET prochaine_le = $2 WHERE id = $1', [
      impayeId,
      annoncer(impaye.etape, impaye.decision, jour),
    ])
    actes.push({ acte: 'IMPAYE_RELACHE', type: 'impaye', id: impayeId, auteur: acteur })
  })
}

const surImpaye = (
  impayeId: string,
  jour: DateCivile,
  faire: (suivi: Suivi, e: Suivie) => Promise<void>,
): Promise<void> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ adhesion_id: string }>(
      'SELECT adhesion_id FROM impayes WHERE id = $1',
      [impayeId],
    )
    const adhesionId = rows[0]?.adhesion_id
    const suivi = adhesionId === undefined ? null : await ouvrir(client, adhesionId, jour)
    if (suivi === null) throw refuser(CHANGE)
    const echeances = await loadEcheances(client, suivi.contrat.id, jour)
    const e = echeances.filter(enCours).find(({ impaye }) => impaye.id === impayeId)
    if (e === undefined) throw refuser(CHANGE)
    await faire(suivi, e)
    await clore(suivi)
  })

/**
 * Ends the contract of somebody who did not pay: decided by a person, never by the calendar. @throws {SaisieRefusee} before the day that
 * the règlement allows, when it was paid meanwhile, or for a last day that is past.
 */
export async function resilierPourImpaye(
  acteur: PorteeGestion,
  saisie: Omit<ResiliationSaisie, 'confirme'>,
  jour: DateCivile = aujourdhui(),
): Promise<void> {
  if (!peutResilierPourImpaye(acteur)) throw new Error('résiliation refusée à cet acteur')
  await ecrire(SYSTEME, async (client) => {
    const suivi = await ouvrir(client, saisie.adhesion, jour)
    if (suivi === null) throw refuser(CHANGE)
    const { contrat, actes } = suivi
    verifierFin(contrat, saisie.dateFin, jour)
    const resiliees = (await loadEcheances(client, contrat.id, jour)).filter(enCours).filter((e) => {
      const des = resiliableDes(e.impaye.etape, e.impaye.decision, jour)
      return due(e) && !e.impaye.retenu && des !== null && des <= jour
    })
    if (resiliees.length === 0) throw refuser(CHANGE)
    await client.query('UPDATE adhesions SET date_fin = $2 WHERE id = $1', [contrat.id, saisie.dateFin])
    const lettre = lettreResiliation(resiliees, saisie.dateFin, organisme(), contrat.numeroAdherent)
    const motifs = resiliees.flatMap((e) => motifsDe(e.impaye.decision))
    const courrierId = await ecrireCourrier(suivi, lettre, motifs)
    for (const e of resiliees)
      await passer(suivi, e, { etape: 'RESILIE', le: jour, decision: e.impaye.decision, courrierId })
    actes.push({ acte: 'ADHESION_RESILIEE', type: 'adhesion', id: contrat.id, auteur: acteur })
    await clore(suivi)
  })
}

function verifierFin(contrat: ContratLu, fin: DateCivile, jour: DateCivile): void {
  if (contrat.au !== null && contrat.au <= fin)
    throw refuser(`Ce contrat prend déjà fin le ${formatDateEnLettres(contrat.au)}.`, 'dateFin')
  const borne = trenteEtUnDecembre(annee(jour))
  if (fin < jour || fin > borne)
    throw refuser(
      `Le dernier jour couvert va du ${formatDateEnLettres(jour)}, aujourd’hui, au ${formatDateEnLettres(borne)}.`,
      'dateFin',
    )
}
