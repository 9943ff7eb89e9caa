import { MODES_SEJOUR } from '@/lib/lexique/aides'
import type { CodeAide } from '@/lib/rules/aide/regle-aide'
import type { ContratAide, PersonneAidee } from '../demande-aide/data'
import type { ChampView, ChoixView } from '../formulaire-simulation/view'

type Options = Partial<Omit<ChampView, 'nom' | 'libelle' | 'genre'>>

const champ =
  (genre: ChampView['genre']) =>
  (nom: string, libelle: string, plus: Options = {}): ChampView => ({
    nom,
    libelle,
    genre,
    depart: '',
    ...plus,
  })

const date = champ('DATE')
const somme = champ('MONTANT')
const nombre = champ('NOMBRE')
const liste = champ('LISTE')
const question = (nom: string, libelle: string, plus: Options = {}): ChampView =>
  champ('CHOIX')(nom, libelle, {
    choix: [
      { valeur: 'OUI', libelle: 'Oui' },
      { valeur: 'NON', libelle: 'Non' },
    ],
    ...plus,
  })

const FACULTATIF = { indice: 'Laissez vide s’il n’y a rien.' }
const SEJOUR = [date('debut', 'Premier jour du séjour'), date('fin', 'Dernier jour du séjour')]
const HEURES = [
  nombre('heures', 'Nombre d’heures', { indice: 'Le total de la facture.' }),
  somme('facture', 'Montant de la facture'),
  somme('autres', 'Ce qu’un autre organisme en paie (facultatif)', FACULTATIF),
]
const RETRAITE = question('retraite', 'Êtes-vous à la retraite ?')

type Qui = (p: PersonneAidee, contrat: ContratAide) => boolean
const enfant: Qui = ({ lien }) => lien === 'ENFANT'
const autre: Qui = ({ id }, { membreParticipantId }) => id !== membreParticipantId
const tous: Qui = () => true

function qui(
  contrat: ContratAide,
  libelle: string,
  garder: Qui,
  avant: readonly ChoixView[] = [],
): ChampView {
  const choix = contrat.personnes
    .filter((p) => garder(p, contrat))
    .map((p) => ({ valeur: p.id, libelle: p.prenom }))
  return liste('personne', libelle, { choix: [...choix, ...avant], depart: choix[0]?.valeur ?? '' })
}

/** The questions of one aid; whom it may be for are those of the contract. Null: it has nobody for this one. */
export function champsDeLAide(aide: CodeAide, contrat: ContratAide): readonly ChampView[] | null {
  const champs = CHAMPS[aide](contrat)
  const personne = champs.find(({ nom }) => nom === 'personne')
  return personne?.choix?.length === 0 ? null : champs
}

const CHAMPS: Readonly<Record<CodeAide, (contrat: ContratAide) => readonly ChampView[]>> = {
  VACANCES_RETRAITE: () => [RETRAITE, ...SEJOUR],
  VACANCES_ENFANT: (contrat) => [
    qui(contrat, 'Quel enfant ?', enfant),
    champ('CHOIX')('mode', 'Comment se passe le séjour ?', {
      choix: Object.entries(MODES_SEJOUR).map(([valeur, libelle]) => ({ valeur, libelle })),
    }),
    ...SEJOUR,
    date('accordDemandeLe', 'Sans les parents : jour où vous avez demandé l’accord (facultatif)', {
      indice: 'Pour un séjour sans les parents, ou chez des proches.',
    }),
  ],
  LOISIRS_HANDICAP: (contrat) => [
    qui(contrat, 'Quel enfant ?', enfant),
    date('jour', 'Jour de l’activité, ou premier jour du séjour'),
    question('carte', 'A-t-il la carte mobilité inclusion ?'),
    question('sansEmploi', 'S’il a plus de vingt ans : est-il sans emploi ?'),
  ],
  AIDE_FAMILIALE: () => [
    champ('CHOIX')('cause', 'Pourquoi avez-vous besoin d’aide ?', {
      choix: [
        { valeur: 'MALADIE', libelle: 'Une maladie' },
        { valeur: 'MATERNITE', libelle: 'Une maternité' },
        { valeur: 'AUTRE', libelle: 'Une autre raison' },
      ],
    }),
    date('jour', 'Premier jour de l’aide'),
    ...HEURES,
  ],
  AIDE_MENAGERE: () => [
    RETRAITE,
    question('caisse', 'Votre caisse de retraite vous aide-t-elle déjà ?'),
    date('jour', 'Premier jour de l’aide'),
    ...HEURES,
  ],
  EXCEPTIONNELLE: () => [somme('souhait', 'La somme qui vous aiderait (facultatif)')],
  NAISSANCE: (contrat) => [
    qui(contrat, 'Quel enfant ?', enfant, [{ valeur: '', libelle: 'Il n’est pas encore inscrit' }]),
    date('jour', 'Jour de la naissance ou de l’adoption'),
    question('adoption', 'Est-ce une adoption ?'),
    question('pleniere', 'Si c’est une adoption : est-elle plénière ?'),
  ],
  UNION: () => [date('jour', 'Jour du mariage ou du Pacs')],
  OBSEQUES: (contrat) => [
    qui(contrat, 'Qui est décédé ?', autre),
    date('jour', 'Jour du décès'),
    question('moi', 'Avez-vous payé les frais d’obsèques ?'),
  ],
  ORPHELIN: (contrat) => [
    qui(contrat, 'Quel enfant ?', enfant),
    date('jour', 'Jour du décès de son parent'),
    question('autreDeces', 'Son autre parent était-il décédé avant ?'),
  ],
  AVANCE: (contrat) => [
    qui(contrat, 'Qui doit être soigné ?', tous),
    somme('devis', 'Montant du devis'),
    somme('deduits', 'Ce que l’Assurance maladie, la mutuelle et d’autres en paieront (facultatif)', {
      indice: 'Comme votre devis ou une simulation l’indique.',
    }),
    somme('souhait', 'Somme que vous souhaitez'),
    nombre('mois', 'En combien de mensualités la rendre', { depart: '12' }),
    question('engagement', 'Vous engagez-vous à tout rendre en une fois si vous quittez la mutuelle ?'),
  ],
}
