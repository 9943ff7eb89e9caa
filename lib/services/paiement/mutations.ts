import { LotChange, LotRefuse } from '@/lib/flux/sepa/faute'
import { RefusBanque } from '@/lib/flux/sepa/retour'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { expliquerFauteDeLot, expliquerRefusBanque, PHRASES_LOT } from '@/lib/lexique/banque'
import { PHRASES_SAISIE_PAIEMENT } from '@/lib/lexique/paiement'
import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { estJourTarget } from '@/lib/rules/date/jours-target'
import { aujourdhui, maintenant } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { envoyerTravail, type Travail } from '@/lib/server/jobs'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { annoncerLot } from '@/lib/services/annonce/mutations'
import { emettreLot, estRefusDefinitif } from '@/lib/services/emission-bancaire/mutations'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'
import { lockLot } from '@/lib/services/lot-bancaire/data'
import { suivreRejets } from '@/lib/services/rejet-prelevement/mutations'
import { type CompteRetours, lireRetours } from '@/lib/services/retour-bancaire/mutations'

const HORIZON_JOURS = 30

/** A day a bank accepts for transfers: not past, not far, and one on which banks settle. @throws {SaisieRefusee} */
export function exigerJourDExecution(executionLe: DateCivile, jour: DateCivile): void {
  const refuser = (message: string) => {
    throw new SaisieRefusee({ champ: 'executionLe', message })
  }
  if (executionLe < jour) refuser(PHRASES_SAISIE_PAIEMENT.JOUR_PASSE)
  if (executionLe > ajouterJours(jour, HORIZON_JOURS)) refuser(PHRASES_SAISIE_PAIEMENT.JOUR_LOIN)
  if (!estJourTarget(executionLe)) refuser(PHRASES_SAISIE_PAIEMENT.JOUR_FERME)
}

/** Asks for the file of a checked batch: the worker writes it, and resumes if it is cut. @throws {SaisieRefusee} */
export async function demanderEmission(acteur: PorteeGestion, lotId: string): Promise<void> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.ROLE })
  await ecrire(SYSTEME, async (client) => {
    const lot = await lockLot(client, lotId)
    if (lot === null) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.INTROUVABLE })
    if (lot.etat !== 'VALIDE') throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.ETAT })
    await client.query(
      'UPDATE lots_bancaires SET emission_demandee_le = $2, emission_refus = NULL WHERE id = $1',
      [lotId, maintenant()],
    )
    await envoyerTravail(client, 'banque', { lotId })
    await journaliser(client, {
      acte: 'LOT_EMISSION_DEMANDEE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'lot_bancaire',
      objetId: lotId,
      resultat: 'FAIT',
    })
  })
}

/** The worker's part. What will not change by trying again is told to staff on the page of the batch; the rest is tried again. */
export async function emettreLotDemande({ contenu }: Travail<{ readonly lotId: string }>): Promise<void> {
  try {
    await emettreLot(contenu.lotId)
    await annoncerLot(contenu.lotId)
  } catch (erreur) {
    if (!estRefusDefinitif(erreur)) throw erreur
    await ecrire(SYSTEME, (client) =>
      client.query(`UPDATE lots_bancaires SET emission_refus = $2 WHERE id = $1 AND etat = 'VALIDE'`, [
        contenu.lotId,
        expliquerRefus(erreur),
      ]),
    )
  }
}

const FAUTES_DITES = 5

function expliquerRefus(erreur: Error): string {
  if (erreur instanceof LotChange) return PHRASES_LOT.FICHIER_CHANGE
  if (erreur instanceof LotRefuse)
    return erreur.fautes.slice(0, FAUTES_DITES).map(expliquerFauteDeLot).join(' ')
  return erreur.message
}

/** What the bank sent, typed by a person. @throws {SaisieRefusee} with what is wrong with the file. */
export async function lireFichierDeBanque(acteur: PorteeGestion, octets: Uint8Array): Promise<CompteRetours> {
  try {
    const lus = await lireRetours(acteur, octets)
    // What follows a debit that came back; whatever fails is tried again the next night.
    await suivreRejets(aujourdhui())
    return lus
  } catch (erreur) {
    if (!(erreur instanceof RefusBanque)) throw erreur
    const message = `${expliquerRefusBanque(erreur.code, erreur.lieu)} Rien n’a été écrit.`
    throw new SaisieRefusee({ champ: 'fichier', message })
  }
}

/** Who takes a file of payments is known before its first byte leaves. */
export const noterTelechargementLot = (acteur: PorteeGestion, lotId: string): Promise<void> =>
  ecrire(acteur, (client) =>
    journaliser(client, {
      acte: 'LOT_TELECHARGE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'lot_bancaire',
      objetId: lotId,
      resultat: 'FAIT',
    }),
  )
