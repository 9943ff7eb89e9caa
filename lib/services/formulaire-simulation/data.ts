import { Prisma } from '@/generated/prisma/client'
import { droitsAu } from '@/lib/flux/liquidation/situation'
import type { SoinASimuler } from '@/lib/lexique/soins/soin'
import { socle } from '@/lib/reglements/catalogue'
import { ageAu, ajouterMois, type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { PersonneAssuree } from '../foyer/data'
import type { Contexte } from './view'

interface LunettesLues {
  readonly personne_id: string
  readonly jour: DateCivile
}

/** The last glasses of each person, since a day. */
const dernieresLunettes = (portee: PorteeAdherent, personnes: readonly string[], depuis: DateCivile) =>
  lire(
    portee,
    (tx) => tx.$queryRaw<LunettesLues[]>`
      SELECT c.personne_id, max(c.jour)::text AS jour FROM consommations c
      WHERE c.personne_id = ANY (ARRAY[${Prisma.join([...personnes])}]::uuid[]) AND c.jour > ${depuis}::date
        AND (c.ligne LIKE 'optique.verre-%' OR c.ligne IN ('optique.monture', 'optique.equipement-100-sante', 'optique.verres'))
        AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = c.prestation_id)
      GROUP BY c.personne_id ORDER BY 2 DESC`,
  )

/** The contract that answers that day counts the régime local itself. */
function compteRegimeLocal({ assure }: PersonneAssuree, jour: DateCivile): boolean {
  const droits = droitsAu(assure, jour, undefined)
  if (!droits.ouverts) return false
  const { reglement, formules } = droits.rattachement
  const id = formules.find((f) => contient(f, jour))?.formule
  return (
    id !== undefined && reglement.garanties !== null && ouvrirFormule(reglement, id, null).table.regimeLocal
  )
}

const MOINS_DE = 6
const estPetit = ({ assure: { dateNaissance } }: PersonneAssuree, jour: DateCivile): boolean =>
  estDateCivile(dateNaissance) && dateNaissance <= jour && ageAu(dateNaissance, jour) < MOINS_DE

/** What makes a rare question worth asking, for these people and this kind of care. */
export async function lireContexte(
  portee: PorteeAdherent,
  personnes: readonly PersonneAssuree[],
  soin: SoinASimuler,
  jour: DateCivile,
): Promise<Contexte> {
  const regimeLocal = personnes.some((p) => !compteRegimeLocal(p, jour))
  if (!soin.champs.includes('lunettes') || personnes.length === 0) return { regimeLocal, lunettes: [] }
  const depuis = ajouterMois(jour, -valeurAu(socle.parametres.optiqueMois, jour).valeur)
  const dernieres = await dernieresLunettes(
    portee,
    personnes.map(({ id }) => id),
    depuis,
  )
  const lunettes = dernieres.flatMap((lues) => {
    const personne = personnes.find(({ id }) => id === lues.personne_id)
    return personne === undefined
      ? []
      : [{ prenom: personne.prenom, jour: lues.jour, moinsDeSixAns: estPetit(personne, jour) }]
  })
  return { regimeLocal, lunettes }
}
