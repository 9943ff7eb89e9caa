import { formatDateEnChiffres, formatDateEnLettres } from '@/lib/lexique/formats'
import { libelleLien } from '@/lib/lexique/papiers'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Emission, FaitsBeneficiaire, FaitsFormule, FaitsOrganisme } from './faits'
import type { Bloc, Cellule, Colonne, Emetteur, LigneFiche, Papier, Tableau } from './papier'

export const titre = (texte: string): Bloc => ({ type: 'titre', texte })
export const paragraphe = (texte: string): Bloc => ({ type: 'paragraphe', texte, ton: 'NORMAL' })
export const fort = (texte: string): Bloc => ({ type: 'paragraphe', texte, ton: 'FORT' })
export const liste = (...elements: readonly string[]): Bloc => ({ type: 'liste', elements })
export const fiche = (...lignes: readonly LigneFiche[]): Bloc => ({ type: 'fiche', lignes })
export const ligne = (libelle: string, valeur: string): LigneFiche => ({ libelle, valeur, fort: false })
export const ligneForte = (libelle: string, valeur: string): LigneFiche => ({ libelle, valeur, fort: true })
export const cellule = (texte: string, details: readonly string[] = []): Cellule => ({ texte, details })

const colonne = (genre: Colonne['genre'], titreColonne: string): Colonne => ({ titre: titreColonne, genre })
export const enTexte = (t: string): Colonne => colonne('TEXTE', t)
export const enDates = (t: string): Colonne => colonne('DATE', t)
export const enMontants = (t: string): Colonne => colonne('MONTANT', t)

/** « Jeanne Martin ». */
export const nommer = ({ prenom, nom }: { readonly prenom: string; readonly nom: string }): string =>
  `${prenom} ${nom}`

/** « du 1er mars 2026 au 31 mars 2026 ». */
export const periode = (du: DateCivile, au: DateCivile): string =>
  `du ${formatDateEnLettres(du)} au ${formatDateEnLettres(au)}`

export const ouiNon = (valeur: boolean): string => (valeur ? 'oui' : 'non')

const emetteur = (o: FaitsOrganisme): Emetteur => ({
  nom: o.nom,
  forme: o.forme,
  adresse: o.adresse,
  contact: [`${o.telephone}, ${o.horaires}`, o.email, o.site],
  siren: o.siren,
  couleur: o.couleur,
  fictif: o.fictif,
})

interface Entete {
  readonly organisme: FaitsOrganisme
  readonly titre: string
  readonly sousTitre?: string
  /** Name first. */
  readonly destinataire: readonly string[]
  readonly reference?: string
}

/** The frame every paper has. */
export function dresser(
  { organisme, titre: intitule, sousTitre, destinataire, reference }: Entete,
  emission: Emission,
  blocs: readonly Bloc[],
  mentions: readonly string[],
): Papier {
  const [nom, ...lignes] = destinataire
  const url = emission.urlVerification
  return {
    titre: intitule,
    sousTitre: sousTitre ?? null,
    langue: 'fr',
    emetteur: emetteur(organisme),
    destinataire: nom === undefined ? null : { nom, lignes },
    emisLe: emission.emisLe,
    reference: reference ?? (emission.numero === null ? null : `N° ${emission.numero}`),
    blocs,
    verification:
      url === null
        ? null
        : {
            url,
            phrase:
              'Pour vérifier que ce document vient bien de la mutuelle, ouvrez cette adresse ou lisez le code :',
            alternative: `Code QR qui mène à l’adresse de vérification ${url}`,
          },
    mentions: organisme.fictif
      ? ['Document de démonstration : cet organisme n’existe pas, ce papier n’a aucune valeur.', ...mentions]
      : mentions,
  }
}

/** Whether somebody is covered on a day. */
const etatDesDroits = ({ du, au }: FaitsBeneficiaire, le: DateCivile): string => {
  if (le < du) return 'À venir'
  return au !== null && le > au ? 'Terminés' : 'Ouverts'
}

/** Who is covered, from when to when; with the state of their rights on a day when there is one. */
export function tableauBeneficiaires(
  legende: string,
  beneficiaires: readonly FaitsBeneficiaire[],
  le: DateCivile | null,
): Tableau {
  return {
    type: 'tableau',
    legende,
    colonnes: [
      enTexte('Nom et prénom'),
      enDates('Date de naissance'),
      enTexte('Lien'),
      enDates('Depuis le'),
      enDates('Jusqu’au'),
      ...(le === null ? [] : [enTexte('Droits')]),
    ],
    lignes: beneficiaires.map((b) => [
      cellule(nommer(b)),
      cellule(formatDateEnChiffres(b.dateNaissance)),
      cellule(libelleLien(b.lien)),
      cellule(formatDateEnChiffres(b.du)),
      cellule(b.au === null ? 'sans fin prévue' : formatDateEnChiffres(b.au)),
      ...(le === null ? [] : [cellule(etatDesDroits(b, le))]),
    ]),
    total: null,
  }
}

/** The formules of a contract and their dates. */
export const tableauFormules = (legende: string, formules: readonly FaitsFormule[]): Tableau => ({
  type: 'tableau',
  legende,
  colonnes: [enTexte('Formule'), enDates('À partir du'), enDates('Jusqu’au')],
  lignes: formules.map(({ formule, du, au }) => [
    cellule(formule),
    cellule(formatDateEnChiffres(du)),
    cellule(au === null ? 'sans fin prévue' : formatDateEnChiffres(au)),
  ]),
  total: null,
})
