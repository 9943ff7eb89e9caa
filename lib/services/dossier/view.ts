import { instantEnMots } from '@/lib/lexique/attente'
import { ETATS, ecrireNumeroDemande, NATURES } from '@/lib/lexique/demandes'
import { formatDateEnLettres as le } from '@/lib/lexique/formats'
import { direActe } from '@/lib/lexique/journal'
import { libelleEtatCourt } from '@/lib/lexique/libelles'
import { libelleLien } from '@/lib/lexique/papiers'
import { estDateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { reglementDe } from '../cotisation/view'
import { titreDocument } from '../document/view'
import { libelleDeFormule } from '../tarif/view'
import type { DossierLu, Trouvee } from './data'
import { DEMANDES_MONTREES } from './schema'

export interface TrouveeVue {
  readonly id: string
  readonly nom: string
  readonly ne: string
  readonly contrats: string
}

export interface RechercheVue {
  readonly trouvees: readonly TrouveeVue[]
  /** More than are shown. */
  readonly reste: boolean
  /** The one whose number was typed, for who treats it. */
  readonly demande: { readonly href: string; readonly titre: string } | null
}

const naissance = (date: string): string => (estDateCivile(date) ? le(date) : date)

export const voirTrouvees = (
  trouvees: readonly Trouvee[],
  max: number,
  demande: RechercheVue['demande'] = null,
): RechercheVue => ({
  demande,
  trouvees: trouvees.slice(0, max).map(({ id, prenom, nom, dateNaissance, contrats }) => ({
    id,
    nom: `${prenom} ${nom}`,
    ne: naissance(dateNaissance),
    contrats: contrats.join(', '),
  })),
  reste: trouvees.length > max,
})

export interface DossierVue {
  readonly id: string
  readonly nom: string
  readonly ne: string
  readonly compte: string
  readonly contrats: readonly {
    readonly id: string
    readonly titre: string
    readonly phrase: string
    readonly titulaire: boolean
    readonly personnes: readonly { readonly id: string; readonly nom: string; readonly phrase: string }[]
  }[]
  readonly demandes: readonly { readonly id: string; readonly titre: string; readonly etat: string }[]
  /** There are older ones, not shown. */
  readonly autresDemandes: boolean
  readonly prestations: readonly {
    readonly id: string
    readonly le: string
    readonly libelle: string
    readonly etat: string
    readonly depense: Montant
    readonly mutuelle: Montant
    readonly reste: Montant
  }[]
  readonly documents: readonly { readonly id: string; readonly titre: string }[]
  readonly journal: readonly { readonly cle: string; readonly phrase: string }[]
}

const periode = (du: string, au: string | null): string =>
  au === null ? `depuis le ${le(du)}` : `du ${le(du)} au ${le(au)}`

export function voirDossier(d: DossierLu, toutes = false): DossierVue {
  return {
    id: d.id,
    nom: `${d.prenom} ${d.nom}`,
    ne: naissance(d.dateNaissance),
    compte:
      d.compte === null
        ? 'Pas de compte en ligne.'
        : d.compte.statut === 'ACTIF'
          ? 'Compte en ligne actif.'
          : d.compte.statut === 'SUSPENDU'
            ? 'Compte en ligne suspendu.'
            : 'Compte en ligne pas encore actif.',
    contrats: d.contrats.map((c) => ({
      id: c.id,
      titre: `${c.formule === null ? 'Contrat' : libelleDeFormule(c.reglement, c.formule)}, n° ${c.numeroAdherent}`,
      phrase: `${reglementDe(c.reglement).nom}, ${periode(c.du, c.au)}.`,
      titulaire: c.titulaire,
      personnes: c.couverts.map((p) => ({
        id: p.personneId,
        nom: `${p.prenom} ${p.nom}`,
        phrase: `${libelleLien(p.lien)}, ${periode(p.du, p.au)}`,
      })),
    })),
    autresDemandes: !toutes && d.demandes.length > DEMANDES_MONTREES,
    demandes: (toutes ? d.demandes : d.demandes.slice(0, DEMANDES_MONTREES)).map(
      ({ id, numero, nature, etat, le: quand }) => ({
        id,
        titre: `${ecrireNumeroDemande(numero)}, ${NATURES[nature].titre}, ${instantEnMots(new Date(quand))}`,
        etat: ETATS[etat],
      }),
    ),
    prestations: d.prestations.map((p) => ({
      id: p.id,
      le: le(p.dateSoins),
      libelle: p.libelle,
      etat: libelleEtatCourt(p.etat),
      depense: montant(p.depense),
      mutuelle: montant(p.partMutuelle),
      reste: montant(p.resteACharge),
    })),
    documents: d.documents.map(({ id, nature, emisLe }) => ({
      id,
      titre: `${titreDocument(nature)}, ${le(emisLe)}`,
    })),
    journal: d.journal.map(({ moment, acte, role, qui }) => ({
      cle: `${moment} ${acte}`,
      phrase: `${direActe(acte)}, ${instantEnMots(new Date(moment))}, par ${qui ?? (role === 'SYSTEME' ? 'le portail' : role.toLowerCase())}`,
    })),
  }
}
