import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_LOT, PHRASES_TIERS } from '@/lib/lexique/banque'
import { chiffrer } from '@/lib/server/chiffrement'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { peutPreparerLot } from '@/lib/services/lot-bancaire/access'

/** The account of a professional or an establishment, from now on. @param iban already validated. @throws {SaisieRefusee} */
export async function enregistrerRibTiers(
  acteur: PorteeGestion,
  tiersId: string,
  iban: string,
): Promise<void> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_LOT.ROLE })
  await ecrire(SYSTEME, async (client) => {
    const { rowCount } = await client.query(
      'UPDATE tiers SET iban_chiffre = $2, iban_fin = $3 WHERE id = $1',
      [tiersId, chiffrer(iban, `tiers:${tiersId}`), iban.slice(-4)],
    )
    if (rowCount === 0) throw new SaisieRefusee({ champ: '', message: PHRASES_TIERS.INTROUVABLE })
    await journaliser(client, {
      acte: 'RIB_TIERS_SAISI',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'tiers',
      objetId: tiersId,
      resultat: 'FAIT',
    })
  })
}
