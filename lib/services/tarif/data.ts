import { premierJanvier, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire, lire } from '@/lib/server/db'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { loadContrats } from '@/lib/services/cotisation/data'
import { contenuTarifSchema } from '@/lib/services/cotisation/schema'
import { type ContratCotisant, cotiserContrat, type TarifEnVigueur } from '@/lib/services/cotisation/view'
import { planifier } from '@/lib/services/echeancier/view'
import { type ApercuTarif, type ComparaisonContrat, libelleDeFormule, resumer, type TarifVu } from './view'

const COLONNES = {
  id: true,
  reglement: true,
  formule: true,
  annee: true,
  version: true,
  etat: true,
  demonstration: true,
} as const

/** Every grid of a year, the last version of each formule first; and the years that have one. */
export function loadTarifsDeLAnnee(
  acteur: PorteeGestion,
  annee: number,
): Promise<{ readonly tarifs: TarifVu[]; readonly annees: number[] }> {
  return lire(acteur, async (tx) => {
    const lus = await tx.tarif.findMany({
      where: { annee },
      select: COLONNES,
      orderBy: [{ reglement: 'asc' }, { formule: 'asc' }, { version: 'desc' }],
    })
    const annees = await tx.tarif.findMany({
      distinct: ['annee'],
      select: { annee: true },
      orderBy: { annee: 'desc' },
    })
    return {
      tarifs: lus.map(({ reglement, ...t }) => ({ ...t, libelle: libelleDeFormule(reglement, t.formule) })),
      annees: annees.map((a) => a.annee),
    }
  })
}

export interface TarifLu extends TarifVu {
  readonly reglement: string
  readonly tarif: TarifEnVigueur['tarif']
  readonly derniere: boolean
}

export function loadTarif(acteur: PorteeGestion, id: string): Promise<TarifLu | null> {
  return lire(acteur, async (tx) => {
    const lu = await tx.tarif.findUnique({ where: { id }, select: { ...COLONNES, contenu: true } })
    if (lu === null) return null
    const { contenu, ...reste } = lu
    const { reglement, formule, annee, version } = lu
    const suivante = await tx.tarif.count({ where: { reglement, formule, annee, version: { gt: version } } })
    return {
      ...reste,
      libelle: libelleDeFormule(reglement, formule),
      tarif: contenuTarifSchema.parse(contenu),
      derniere: suivante === 0,
    }
  })
}

const PAGE = 500
const PREMIER = '00000000-0000-0000-0000-000000000000'

/** What the grid would change: every contract of its formule and year, computed with the tariff in force and with this one. */
export async function previsualiserTarif(tarif: TarifLu): Promise<ApercuTarif> {
  const comparaisons: ComparaisonContrat[] = []
  const impossibles: { numeroAdherent: string; raison: string }[] = []
  for (let apres = PREMIER; ; ) {
    const page = await ecrire(SYSTEME, (client) => loadConcernes(client, tarif, apres))
    for (const { contrat, numeroAdherent } of page) {
      const futur = avecTarif(contrat, tarif)
      const nouveau = totalDe(futur, tarif.annee)
      if (typeof nouveau === 'string') impossibles.push({ numeroAdherent, raison: nouveau })
      else {
        const ancien = totalDe(contrat, tarif.annee)
        comparaisons.push({
          numeroAdherent,
          avant: typeof ancien === 'string' ? null : ancien,
          apres: nouveau,
        })
      }
    }
    apres = page.at(-1)?.contrat.adhesionId ?? apres
    if (page.length < PAGE) return resumer(comparaisons, impossibles)
  }
}

async function loadConcernes(
  client: Ecriture,
  { reglement, formule, annee }: TarifLu,
  apres: string,
): Promise<{ contrat: ContratCotisant; numeroAdherent: string }[]> {
  const { rows } = await client.query<{ id: string; numero: string }>(
    `SELECT a.id, a.numero_adherent AS numero FROM adhesions a WHERE a.id > $5 AND a.reglement = $1
      AND EXISTS (SELECT FROM choix_formules f WHERE f.adhesion_id = a.id AND f.formule = $2
        AND f.du <= $4 AND (f.au IS NULL OR f.au >= $3)) ORDER BY a.id LIMIT ${PAGE}`,
    [reglement, formule, premierJanvier(annee), trenteEtUnDecembre(annee), apres],
  )
  const contrats = await loadContrats(
    client,
    rows.map(({ id }) => id),
  )
  const numeros = new Map(rows.map(({ id, numero }) => [id, numero]))
  return contrats.map((contrat) => ({ contrat, numeroAdherent: numeros.get(contrat.adhesionId) ?? '' }))
}

const avecTarif = (contrat: ContratCotisant, tarif: TarifLu): ContratCotisant => ({
  ...contrat,
  tarifs: [tarif, ...contrat.tarifs.filter((t) => t.formule !== tarif.formule || t.annee !== tarif.annee)],
})

/** Cents of the year, or why there is none. */
function totalDe(contrat: ContratCotisant, annee: number): Montant | string {
  try {
    const cotisation = cotiserContrat(contrat, annee, aujourdhui())
    const { lignes } = planifier(contrat.reglement, cotisation, contrat.dateEffet)
    return somme(lignes.map(({ montant }) => montant))
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return erreur.message
    throw erreur
  }
}
