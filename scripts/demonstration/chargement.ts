import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_LOT } from '@/lib/lexique/banque'
import { expliquerRefusFlux } from '@/lib/lexique/flux'
import { ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { jourTargetDes } from '@/lib/rules/date/jours-target'
import { dernierePeriodeClose, periodeReleve, periodeSuivante } from '@/lib/rules/date/periode-releve'
import { jourParis } from '@/lib/server/clock'
import { lire } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { emettreCartes } from '@/lib/services/carte/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { importerFlux } from '@/lib/services/flux/mutations'
import { suivreIndus } from '@/lib/services/indu/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { validerLot } from '@/lib/services/lot-bancaire/mutations'
import { offreDeLOrganisme } from '@/lib/services/portefeuille/data'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { rejouerLot } from '@/lib/services/releve/mutations'
import { loadTiers } from '@/lib/services/tiers/data'
import { enregistrerRibTiers } from '@/lib/services/tiers/mutations'
import { preparerVersements } from '@/lib/services/versement/mutations'
import {
  DEBUT,
  JOUR_DEMONSTRATION,
  JOURS_DE_FICHIER,
  sixHeuresAParis,
} from '@/prisma/demonstration/calendrier'
import { fluxDemonstration } from '@/prisma/demonstration/flux'
import { ibanDuProfessionnel } from '@/prisma/demonstration/identifiants'
import type { Fichier } from '@/prisma/demonstration/ligne-flux'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'
import { donnerAccords } from './accords-lecture'
import { acteurDemonstration, ouvrirComptes } from './comptes'
import { donnerCoordonnees } from './coordonnees'
import { deroulerCotisations } from './cotisations'
import { confierEspaces } from './delegations'
import { envoyerDemandes } from './demandes'
import { deroulerImpayes } from './impayes'
import { demanderPrisesEnCharge } from './prises-en-charge'
import { constaterSituations } from './situations'

export type Dire = (phrase: string) => void

async function* octets(texte: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(texte)
}

async function chargerPortefeuille(dire: Dire): Promise<void> {
  const resultat = await importerPortefeuille(
    SYSTEME,
    new TextEncoder().encode(portefeuilleDemonstration()),
    offreDeLOrganisme(),
  )
  switch (resultat.issue) {
    case 'IMPORTE':
      dire(`Portefeuille : ${resultat.compte.adhesions} adhésions, ${resultat.compte.personnes} personnes.`)
      return
    case 'INCHANGE':
      dire('Portefeuille : déjà chargé.')
      return
    case 'REFUSE':
      throw new Error(
        `portefeuille refusé : ${resultat.erreurs.map((e) => `l. ${e.ligne} ${e.message}`).join(' ; ')}`,
      )
  }
}

/** Returns the number of new lines; 0 for a file already there. */
async function recevoir({ nom, json }: Fichier): Promise<number> {
  const resultat = await importerFlux(SYSTEME, octets(json))
  if (resultat.issue === 'REFUSE')
    throw new Error(`${nom} refusé. ${expliquerRefusFlux(resultat.code, resultat.detail)}`)
  return resultat.issue === 'IMPORTE' ? resultat.compte.nouvelles : 0
}

/** The money leaves two days after the file, but for the last fortnight: it is still to come. */
const DELAI_VERSEMENT = 2

/** Each professional gives an account before its first invoice is paid. */
async function ouvrirRibs(acteur: PorteeGestion): Promise<void> {
  for (const { id, identifiant, ibanFin } of await loadTiers(acteur)) {
    if (ibanFin === null) await enregistrerRibTiers(acteur, id, ibanDuProfessionnel(identifiant))
  }
}

/** One prepares, another checks, the file leaves: as on that day. Loaded again, there is nothing left to pay. */
async function verser(
  jour: DateCivile,
  comptable: PorteeGestion,
  superviseur: PorteeGestion,
): Promise<number> {
  const executionLe = jourTargetDes(ajouterJours(jour, DELAI_VERSEMENT))
  try {
    const { lotId } = await preparerVersements(comptable, { executionLe, jour })
    if (lotId === null) return 0
    await validerLot(superviseur, lotId)
    await emettreLot(lotId, new Date(sixHeuresAParis(jour)))
    return 1
  } catch (erreur) {
    if (erreur instanceof SaisieRefusee && erreur.message === PHRASES_LOT.RIEN_A_VERSER) return 0
    throw erreur
  }
}

/** The day of the last file received; '' before the first. */
async function dernierJourRecu(): Promise<string> {
  const dernier = await lire(SYSTEME, (tx) => tx.fluxRecu.aggregate({ _max: { creeLe: true } }))
  const instant = dernier._max.creeLe
  return instant === null ? '' : jourParis(instant)
}

/** Makes the relevés of each period once it is over, but for the last one: staff launch it. PDFs come when somebody asks. */
function relevesAuFilDuTemps() {
  const rythme = organisme().periodeReleve
  const derniere = dernierePeriodeClose(rythme, JOUR_DEMONSTRATION)
  let periode = periodeReleve(rythme, DEBUT)
  let faits = 0
  return {
    jusquA: async (jour: DateCivile): Promise<number> => {
      for (; periode.au < jour && periode.au < derniere.du; periode = periodeSuivante(rythme, periode))
        faits += await rejouerLot(periode, ajouterJours(periode.au, 1))
      return faits
    },
  }
}

/** Fortnight by fortnight, as it happened: what was paid before a correction stays paid. */
async function derouler(dire: Dire): Promise<void> {
  const fichiers = fluxDemonstration()
  const [compte, dernier] = [{ nouvelles: 0, prestations: 0, lots: 0 }, JOURS_DE_FICHIER.at(-1)]
  const releves = relevesAuFilDuTemps()
  const dejaRecu = await dernierJourRecu()
  const [comptable, superviseur] = [
    await acteurDemonstration('COMPTABLE'),
    await acteurDemonstration('SUPERVISEUR'),
  ]
  for (const jour of JOURS_DE_FICHIER) {
    await releves.jusquA(jour)
    for (const fichier of fichiers.filter((f) => f.jour === jour)) compte.nouvelles += await recevoir(fichier)
    compte.prestations += (await liquider()).prestations
    if (jour === dernier) break
    // Loaded again, or resumed: what came before the last file received was paid in its time.
    if (jour < dejaRecu) continue
    await ouvrirRibs(comptable)
    await suivreIndus(jour)
    compte.lots += await verser(jour, comptable, superviseur)
  }
  dire(`Décomptes : ${fichiers.length} fichiers, ${compte.nouvelles} lignes nouvelles.`)
  const faits = await releves.jusquA(JOUR_DEMONSTRATION)
  dire(`Prestations : ${compte.prestations} calculées, versées en ${compte.lots} lots bancaires.`)
  const { faites } = await emettreCartes(JOUR_DEMONSTRATION)
  dire(`Documents : ${faits} relevés, ${faites} cartes.`)
}

/** Loads the demonstration organisme through the product's own imports; what is there already stays as it is. */
export async function chargerDemonstration(dire: Dire): Promise<void> {
  await chargerPortefeuille(dire)
  const ouverts = await ouvrirComptes()
  dire(ouverts === 0 ? 'Comptes : déjà ouverts.' : `Comptes : ${ouverts} ouverts.`)
  await constaterSituations(dire)
  await donnerAccords(dire)
  await donnerCoordonnees(dire)
  await derouler(dire)
  await deroulerCotisations(dire)
  await deroulerImpayes(dire)
  await demanderPrisesEnCharge(dire)
  await envoyerDemandes(dire)
  await confierEspaces(dire)
}
