import { seizeAnsLe } from '@/lib/rules/ayant-droit/reserver-soins'
import { ageAu, type DateCivile, estDateCivile, laPlusTardive } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { inscrireAccord } from '@/lib/services/lecture-soins/mutations'
import { JOUR_DEMONSTRATION } from '@/prisma/demonstration/calendrier'
import type { Dire } from './chargement'

interface AyantDroit {
  readonly adhesionId: string
  readonly personneId: string
  readonly naissance: string
  readonly lien: string
  readonly du: DateCivile
}

const MAJORITE = 18
const adulte = ({ lien, naissance }: AyantDroit): boolean =>
  lien !== 'ENFANT' || (estDateCivile(naissance) && ageAu(naissance, JOUR_DEMONSTRATION) >= MAJORITE)

/** Spouses and grown-up children let the household read their care; those of sixteen have not said so. */
export async function donnerAccords(dire: Dire): Promise<void> {
  const donnes = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<AyantDroit>(
      `SELECT b.adhesion_id AS "adhesionId", b.personne_id AS "personneId", p.date_naissance AS naissance, b.lien, min(b.du)::text AS du
        FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id
        WHERE b.lien <> 'MEMBRE_PARTICIPANT' GROUP BY b.adhesion_id, b.personne_id, p.date_naissance, b.lien ORDER BY 1, 2`,
    )
    let nombre = 0
    for (const { adhesionId, personneId, naissance, du } of rows.filter(adulte)) {
      const jour = laPlusTardive(du, seizeAnsLe(naissance))
      if (await inscrireAccord(client, { adhesionId, personneId, choix: 'ACCORDER', jour })) nombre += 1
    }
    return nombre
  })
  dire(`Accords : ${donnes} personnes laissent le titulaire de leur contrat voir leurs soins.`)
}
