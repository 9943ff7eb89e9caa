/** Care providers of Valserine-le-Pont, a town that does not exist. None is a real person. */
export interface Professionnel {
  readonly libelle: string
  /** Speciality code of the Assurance maladie (01 médecine générale, 19 dentiste, 50 pharmacie…). */
  readonly specialite: string
  /** 1 = secteur 1, 2 = secteur 2, 3 = secteur 2 with the dispositif de pratique tarifaire maîtrisée (OPTAM). */
  readonly conventionnement?: '1' | '2' | '3'
  readonly destinataire: 'ASSURE' | 'PROFESSIONNEL' | 'ETABLISSEMENT'
}

const medecin = (libelle: string, specialite: string, conventionnement: '1' | '2' | '3'): Professionnel => ({
  libelle,
  specialite,
  conventionnement,
  destinataire: 'ASSURE',
})
const tiersPayant = (libelle: string, specialite: string): Professionnel => ({
  libelle,
  specialite,
  conventionnement: '1',
  destinataire: 'PROFESSIONNEL',
})
const avance = (libelle: string, specialite: string): Professionnel => ({
  libelle,
  specialite,
  conventionnement: '1',
  destinataire: 'ASSURE',
})

export const professionnels: Readonly<Record<string, Professionnel>> = {
  'gp-kermadec': medecin('Dr Solène Kermadec', '01', '1'),
  'gp-lambrechts': medecin('Dr Hugo Lambrechts', '01', '1'),
  'gp-diallo-roche': medecin('Dr Mariama Diallo-Roche', '01', '1'),
  'gp-valmondois': medecin('Dr Étienne Valmondois', '01', '2'),
  'cardio-aubrac': medecin('Dr Inès Aubrac', '03', '3'),
  'dermato-sorelle': medecin('Dr Paul-Henri Sorelle', '05', '2'),
  'gyneco-falquiere': medecin('Dr Anne Falquière', '07', '2'),
  'gyneco-orsel': medecin('Dr Maud Orsel', '07', '1'),
  'pediatre-dubreuilh': medecin('Dr Claire Dubreuilh', '12', '1'),
  'ophtalmo-mercadiol': medecin('Dr Samuel Mercadiol', '15', '3'),
  'orl-vasseline': medecin('Dr Bruno Vasseline', '11', '1'),
  'chirurgien-thevenot': medecin('Dr Marc Thévenotte', '41', '2'),
  'anesthesiste-quenard': medecin('Dr Julie Quénarde', '02', '3'),
  'psychiatre-lorme': medecin('Dr Agathe Lormelle', '33', '1'),
  'imagerie-valserine': { ...tiersPayant('Imagerie médicale de la Valserine', '06'), conventionnement: '1' },
  'imagerie-tilleuls': medecin('Dr Noël Carpentras, radiologue', '06', '3'),
  'labo-valserine': tiersPayant('Laboratoire du Pont', '30'),
  'pharmacie-tilleuls': tiersPayant('Pharmacie des Tilleuls', '50'),
  'pharmacie-pont': tiersPayant('Pharmacie du Pont-Levant', '50'),
  'kine-baptistat': avance('Rui Baptistat, masseur-kinésithérapeute', '26'),
  'kine-hallouine': tiersPayant('Cabinet Hallouine, kinésithérapie', '26'),
  'infirmiere-cazalet': tiersPayant('Nadège Cazalet, infirmière', '24'),
  'orthophoniste-royer': avance('Blanche Royerre, orthophoniste', '28'),
  'sage-femme-morvanne': avance('Perrine Morvanne, sage-femme', '21'),
  'psychologue-elbaze': avance('Myriam Elbaze, psychologue', 'PSY'),
  'dentiste-caradec': avance('Dr Yann Caradecq, chirurgien-dentiste', '19'),
  'dentiste-oyono': avance('Dr Grâce Oyonot, chirurgienne-dentiste', '19'),
  'orthodontiste-vilar': avance('Dr Teresa Vilardo, orthodontiste', '18'),
  'opticien-lumen': tiersPayant('Lumen Optique', '63'),
  'opticien-quai': avance('Les Lunettes du Quai', '63'),
  'audio-sonance': tiersPayant('Sonance Audition', '64'),
  'materiel-pas-a-pas': avance('Pas à pas, matériel médical', '60'),
  'hopital-valserine': {
    ...tiersPayant('Centre hospitalier de Valserine', '90'),
    destinataire: 'ETABLISSEMENT',
  },
  'clinique-tilleuls': { ...tiersPayant('Clinique des Tilleuls', '90'), destinataire: 'ETABLISSEMENT' },
  'ambulances-pont': tiersPayant('Ambulances du Pont', '56'),
  'thermes-valserine': avance('Thermes de la Valserine', '61'),
  'osteopathe-brunelle': avance('Adèle Brunellet, ostéopathe', 'OST'),
  'centre-vision': avance('Centre Vision de la Valserine', '15'),
}
