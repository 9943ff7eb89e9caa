import { expliquerMotifBancaire } from '@/lib/lexique/banque'
import { lettreRejet } from '@/lib/lexique/rejet-prelevement'
import { ajouterJours, annee, type DateCivile, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import type { Accord } from '@/lib/rules/decision/decision'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { rejeterPrelevement, type SuiteDuRejet } from '@/lib/rules/echeancier/rejeter-prelevement'
import { type Montant, montant, ZERO } from '@/lib/rules/montant/montant'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { log } from '@/lib/server/log'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import { reglementDuContrat } from '../document/data'
import { ecrireLettre } from '../document/mutations'
import { ecrireEcheanciersDepuis } from '../echeancier/mutations'
import { finirMandats, verrouillerMandats } from '../mandat/mutations'
import { loadPaiement, type PaiementLu } from '../mode-paiement/data'
import { choisirPaiement } from '../mode-paiement/mutations'
import { suiteSansPrelevement } from '../mode-paiement/view'
import { loadImpayees, loadRejet, loadRejetsASuivre, type RejetASuivre } from './data'
import { estSansProvision, finitLeMandat } from './view'

const PAGE = 200
const PREMIER = '00000000-0000-0000-0000-000000000000'

export interface CompteRejets {
  readonly suivis: number
  readonly echecs: number
}

/**
 * Draws the consequences of every debit that came back, once each, one contract in one transaction: stopped at any moment, the next run goes
 * on. One that fails is told to the log and does not stop the others.
 */
export async function suivreRejets(jour: DateCivile): Promise<CompteRejets> {
  const compte = { suivis: 0, echecs: 0 }
  for (let apres = PREMIER; ; ) {
    const rejets = await ecrire(SYSTEME, (client) => loadRejetsASuivre(client, apres, PAGE))
    for (const { ordreId, adhesionId } of rejets) {
      try {
        if (await suivreRejet(ordreId, adhesionId, jour)) compte.suivis += 1
      } catch (erreur) {
        compte.echecs += 1
        const nom = erreur instanceof Error ? erreur.name : typeof erreur
        log.error({ evenement: 'rejet-echoue', ordre: ordreId, erreur: nom })
      }
    }
    apres = rejets.at(-1)?.ordreId ?? apres
    if (rejets.length < PAGE) return compte
  }
}

/** @returns false when it was followed meanwhile. */
const suivreRejet = (ordreId: string, adhesionId: string, jour: DateCivile): Promise<boolean> =>
  ecrire(SYSTEME, async (client) => {
    await verrouillerMandats(client, adhesionId)
    const rejet = await loadRejet(client, ordreId)
    if (rejet === null) return false
    const lu = await loadPaiement(client, adhesionId, jour)
    const impayees = await loadImpayees(client, adhesionId, annee(rejet.preleveLe))
    const decision = deciderRejet(lu, rejet, impayees)
    const perdu = decision !== null && !decision.valeur.prelevementConserve
    const fini = perdu || finitLeMandat(rejet.code)
    // Those signed before it was told: one signed since is not the one that the bank speaks of.
    if (fini) await finirMandats(client, adhesionId, jour, rejet.code, rejet.rejeteLe)
    if (perdu) await passerAuCheque(client, lu, decision.valeur, jour)
    const courrierId = await ecrireAuMembre(client, lu, rejet, { decision, perdu, fini }, jour)
    await client.query(
      `INSERT INTO rejets_prelevement (ordre_id, adhesion_id, code, rejete_le, prelevement_perdu, motifs, courrier_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ordreId,
        adhesionId,
        rejet.code,
        rejet.rejeteLe,
        perdu,
        JSON.stringify(decision?.motifs ?? []),
        courrierId,
      ],
    )
    await journaliser(client, {
      acte: 'REJET_SUIVI',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'ordre',
      objetId: ordreId,
      resultat: 'FAIT',
      donnees: { code: rejet.code, prelevementPerdu: perdu, mandatFini: fini },
    })
    return true
  })

/** Null where the source says nothing of a debit that comes back: the contribution stays owed, nothing else changes. */
function deciderRejet(
  { contrat }: PaiementLu,
  { code, rejeteLe }: RejetASuivre,
  impayees: readonly Montant[],
): Accord<SuiteDuRejet> | null {
  try {
    const decision = rejeterPrelevement(reglementDuContrat(contrat), {
      dateRejet: rejeteLe,
      provisionInsuffisante: estSansProvision(code),
      // The bank's files do not say what it took for it.
      frais: ZERO,
      impayees,
    })
    return decision.verdict === 'ACCORDEE' ? decision : null
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return null
    throw erreur
  }
}

/**
 * The rest of the year is one payment, due at once; from the next year on, by cheque at the pace that the règlement allows. Another choice
 * made since the debit stays.
 */
async function passerAuCheque(
  client: Ecriture,
  lu: PaiementLu,
  { cheque }: SuiteDuRejet,
  jour: DateCivile,
): Promise<void> {
  const suite = suiteSansPrelevement(lu, jour)
  if (suite === null) return
  const { id } = lu.contrat
  const [finDAnnee, comptant] = [trenteEtUnDecembre(annee(jour)), cheque.at(-1) ?? suite.valeur.periodicite]
  const parCheque = { mode: 'CHEQUE', jour: null } as const
  await choisirPaiement(client, id, null, { ...parCheque, periodicite: comptant, au: finDAnnee }, jour)
  const ensuite = { ...parCheque, periodicite: suite.valeur.periodicite }
  await choisirPaiement(client, id, null, ensuite, ajouterJours(finDAnnee, 1))
  await ecrireEcheanciersDepuis(client, id, jour)
}

interface Suites {
  readonly decision: Accord<SuiteDuRejet> | null
  readonly perdu: boolean
  readonly fini: boolean
}

/** Nobody writes to the dead: staff opens the file. */
async function ecrireAuMembre(
  client: Ecriture,
  { contrat }: PaiementLu,
  rejet: RejetASuivre,
  { decision, perdu, fini }: Suites,
  jour: DateCivile,
): Promise<string | null> {
  const raison = expliquerMotifBancaire(rejet.code)
  if (raison.action === 'DECES') return null
  const lettre = lettreRejet(
    {
      preleveLe: rejet.preleveLe,
      rejeteLe: rejet.rejeteLe,
      montant: montant(rejet.montant),
      ibanFin: rejet.ibanFin,
      raison: raison.phrase,
      aFaire: raison.adherent,
      solde: perdu ? (decision?.valeur.exigible ?? null) : null,
      fini,
      fraisALaCharge: decision !== null,
    },
    organisme(),
    contrat.numeroAdherent,
  )
  const motifs = decision?.motifs ?? []
  return ecrireLettre(client, contrat, jour, { ...lettre, motifs, service: 'Service cotisations' })
}
