import { instantEnMots } from '@/lib/lexique/attente'
import {
  direPage,
  ETATS_DELEGATION,
  ETENDUES_DELEGATION,
  MOTIFS_DELEGATION,
  PASSAGES_DITS,
} from '@/lib/lexique/delegations'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { direActe } from '@/lib/lexique/journal'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Acteur, PorteeAdherent } from '@/lib/server/portee'
import { coteDe, peutPasser, vautLe } from './access'
import type { ADecider, DelegationRacontee, MesDelegations } from './data'
import { designationSchema } from './schema'

export interface EtapeVue {
  readonly quoi: string
  readonly quand: string
  readonly raison: string | null
}

export interface DelegationVue {
  readonly id: string
  /** The other side, by their name, or as they were named. */
  readonly qui: string
  readonly titre: string
  readonly motif: string
  readonly etendue: string
  readonly dates: string
  readonly etat: string
  readonly enCours: boolean
  readonly peut: { readonly accepter: boolean; readonly refuser: boolean; readonly arreter: boolean }
  /** In force today, and received: one may act. */
  readonly agir: boolean
  readonly etapes: readonly EtapeVue[]
  readonly actes: readonly { readonly rang: string; readonly quoi: string; readonly quand: string }[]
}

export interface DelegationsVues {
  readonly donnees: readonly DelegationVue[]
  readonly recues: readonly DelegationVue[]
}

/** How the one who was not yet known was named. */
export function nommer(designation: unknown): string {
  const lue = designationSchema.safeParse(designation)
  if (!lue.success) return 'une personne'
  const d = lue.data
  switch (d.par) {
    case 'EMAIL':
      return d.email
    case 'GESTION':
      return d.qui
    case 'NUMERO':
    case 'TITRE':
      return `${d.prenom} ${d.nom} (n° adhérent ${d.numeroAdherent})`
  }
}

const dates = (d: { readonly du: DateCivile; readonly au: DateCivile | null }): string =>
  d.au === null
    ? `depuis le ${formatDateEnLettres(d.du)}, jusqu’à ce que l’un des deux l’arrête`
    : `du ${formatDateEnLettres(d.du)} au ${formatDateEnLettres(d.au)}`

const etatDit = (d: DelegationRacontee, jour: DateCivile): string =>
  ETATS_DELEGATION[d.etat === 'ACTIVE' && d.au !== null && d.au < jour ? 'FINIE' : d.etat]

const etapes = (d: DelegationRacontee): EtapeVue[] =>
  d.passages.map(({ passage, moment, raison }) => ({
    quoi: PASSAGES_DITS[passage],
    quand: instantEnMots(new Date(moment)),
    raison,
  }))

/** Until they accept, whom the giver named stays as they named them: nothing says whether it is anybody. */
const acceptee = (d: DelegationRacontee): boolean =>
  d.passages.some(({ passage }) => passage === 'ACCEPTER' || passage === 'ACCORDER')

/** Steps of the delegation itself are told apart. */
const DEJA_DITS = new Set(['DELEGATION_PASSEE'])

export function voirDelegations(
  acteur: PorteeAdherent,
  { delegations, actes, email }: MesDelegations,
  jour: DateCivile,
): DelegationsVues {
  const vues = delegations.flatMap((d) => {
    const cote = coteDe(acteur, email, d) ?? (d.protegeId === acteur.personneId ? 'PROTEGE' : null)
    if (cote === null || cote === 'GESTION') return []
    const peut = (passage: Parameters<typeof peutPasser>[0]) => peutPasser(passage, cote, d)
    const autre = cote === 'DELEGUE' ? d.protege : acceptee(d) ? d.delegue : null
    const vue: DelegationVue = {
      id: d.id,
      qui: autre ?? nommer(d.designation),
      titre: cote === 'PROTEGE' ? 'Peut agir pour vous' : 'Vous pouvez agir pour cette personne',
      motif: MOTIFS_DELEGATION[d.motif],
      etendue: ETENDUES_DELEGATION[d.etendue],
      dates: dates(d),
      etat: etatDit(d, jour),
      enCours: d.etat === 'PROPOSEE' || vautLe(d, jour),
      peut: { accepter: peut('ACCEPTER'), refuser: peut('REFUSER'), arreter: peut('REVOQUER') },
      agir: cote === 'DELEGUE' && vautLe(d, jour),
      etapes: etapes(d),
      actes: actes
        .filter(({ delegationId, acte }) => delegationId === d.id && !DEJA_DITS.has(acte))
        .map(({ rang, acte, moment, chemin }) => ({
          rang,
          quoi: chemin === null ? direActe(acte) : `Page vue : ${direPage(chemin)}`,
          quand: instantEnMots(moment),
        })),
    }
    return [{ cote, vue }]
  })
  const du = (voulu: 'PROTEGE' | 'DELEGUE') => vues.filter((v) => v.cote === voulu).map((v) => v.vue)
  return { donnees: du('PROTEGE'), recues: du('DELEGUE') }
}

export interface ADeciderVue {
  readonly id: string
  readonly motif: string
  readonly demandeur: string
  readonly vise: string
  readonly naissance: string
  readonly le: string
  readonly au: DateCivile | null
  readonly piece: string | null
  readonly possibles: readonly (readonly [id: string, libelle: string])[]
}

export const voirADecider = (lues: readonly ADecider[]): ADeciderVue[] =>
  lues.map((d) => {
    const lue = designationSchema.safeParse(d.designation)
    return {
      id: d.id,
      motif: MOTIFS_DELEGATION[d.motif],
      demandeur: d.auteur,
      vise: nommer(d.designation),
      naissance: lue.success && lue.data.par === 'TITRE' ? formatDateEnLettres(lue.data.naissance) : '',
      le: instantEnMots(d.proposeeLe),
      au: d.au,
      piece: d.depotId === null ? null : `/gestion/depots/${d.depotId}/telecharger`,
      possibles: d.possibles.map((p) => [p.id, `${p.prenom} ${p.nom}, né(e) le ${p.dateNaissance}`] as const),
    }
  })

export interface DecideeVue {
  readonly id: string
  readonly protege: string
  readonly delegue: string
  readonly motif: string
  readonly etendue: string
  readonly dates: string
  readonly etat: string
  readonly etapes: readonly EtapeVue[]
  readonly peutArreter: boolean
}

export const voirDecidees = (
  acteur: Acteur,
  lues: readonly DelegationRacontee[],
  jour: DateCivile,
): DecideeVue[] =>
  lues.map((d) => {
    const cote = coteDe(acteur, null, d)
    return {
      id: d.id,
      protege: d.protege ?? nommer(d.designation),
      delegue: d.delegue ?? nommer(d.designation),
      motif: MOTIFS_DELEGATION[d.motif],
      etendue: ETENDUES_DELEGATION[d.etendue],
      dates: dates(d),
      etat: etatDit(d, jour),
      etapes: etapes(d),
      peutArreter: cote !== null && peutPasser('REVOQUER', cote, d),
    }
  })
