import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import type { ContratLu, PersonneSuivie } from './schema'

/** A contract as it guarantees on a day. */
export interface ContratOuvert {
  readonly contrat: ContratLu
  /** Null: the règlement comes without a table of guarantees. */
  readonly formule: FormuleOuverte | null
  /** The first day of a suspension that runs. */
  readonly suspenduDepuis: DateCivile | null
}

/** What covers a person on a day: the first contract to answer, then the one that adds to it. */
export function contratsOuverts(personne: PersonneSuivie, jour: DateCivile): readonly ContratOuvert[] {
  const ouverts = personne.contrats
    .filter((contrat) => contient(contrat, jour) && contient(contrat.adhesion, jour))
    .map((contrat) => {
      const choix = contrat.formules.find((f) => contient(f, jour))
      return {
        contrat,
        formule:
          choix === undefined || contrat.reglement.garanties === null
            ? null
            : ouvrirFormule(contrat.reglement, choix.formule, jour),
        suspenduDepuis: contrat.suspensions.find((s) => contient(s, jour))?.du ?? null,
      }
    })
  const complete = ({ formule }: ContratOuvert): boolean => formule?.table.surcomplementaire === true
  return [...ouverts.filter((o) => !complete(o)), ...ouverts.filter(complete)]
}

export interface DroitsView {
  /** « Tribu Équilibre », or the name of the règlement. */
  readonly titre: string
  readonly numeroAdherent: string
  /** What the reader must know before the figures; empty most of the time. */
  readonly avis: readonly string[]
  /** Why care is not paid today, for whom may read it; null: it is paid. */
  readonly suspension: string | null
}

export const voirDroits = ({ contrat, formule, suspenduDepuis }: ContratOuvert): DroitsView => ({
  titre: formule?.libelle ?? contrat.reglement.nom,
  numeroAdherent: contrat.numeroAdherent,
  suspension:
    suspenduDepuis === null
      ? null
      : `Vos garanties sont suspendues depuis le ${formatDateEnLettres(suspenduDepuis)} : les soins faits pendant la suspension ne sont pas remboursés.`,
  avis: [
    ...(formule?.table.demonstration === true
      ? [
          'Les montants de cette formule sont des exemples de démonstration : le règlement ne les imprime pas.',
        ]
      : []),
    ...(formule?.table.surcomplementaire === true
      ? ['Ce contrat s’ajoute à une autre complémentaire : il paie après elle, sur ce qu’elle laisse.']
      : []),
  ],
})

/** Why there is nothing to show for somebody, in one sentence. */
export function sansDroits({ contrats }: PersonneSuivie, jour: DateCivile): string {
  const debut = contrats.map(({ du }) => du).find((du) => du > jour)
  if (debut !== undefined) return `Les droits s’ouvrent le ${formatDateEnLettres(debut)}.`
  const fins = contrats
    .flatMap(({ au, adhesion }) => [au, adhesion.au])
    .filter((au) => au !== null && au < jour)
  const fin = fins.sort().at(-1)
  return fin === undefined || fin === null
    ? 'Aucun contrat ne couvre cette personne aujourd’hui.'
    : `Les droits ont pris fin le ${formatDateEnLettres(fin)}.`
}

/** By first name, as a family does; by both where two share it. */
export const appeler = (personne: PersonneSuivie, famille: readonly PersonneSuivie[]): string =>
  famille.some(({ id, prenom }) => id !== personne.id && prenom === personne.prenom)
    ? `${personne.prenom} ${personne.nom}`
    : personne.prenom

/** A person to look at. */
export interface ChoixPersonne {
  readonly href: string
  readonly libelle: string
  readonly courant: boolean
}

/** Each of the family, and whose page it is. @param vers the same page for somebody else. */
export const choisirPersonne = (
  personnes: readonly PersonneSuivie[],
  courante: string | undefined,
  vers: (id: string) => string,
): readonly ChoixPersonne[] =>
  personnes.map((p) => ({ href: vers(p.id), libelle: appeler(p, personnes), courant: p.id === courante }))
