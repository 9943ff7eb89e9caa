import { CODES_LIGNE, type CodeLigne } from '@/lib/rules/remboursement/lignes'

/** Care as people need it, not as a table of guarantees sorts it. */
export const CODES_BESOIN = [
  'medecin',
  'examens',
  'pharmacie',
  'lunettes',
  'dentiste',
  'audition',
  'hopital',
  'kine-infirmier',
  'appareillage',
  'psychologue',
  'medecines-douces',
  'naissance',
  'prevention',
  'cure',
  'services',
] as const

export type CodeBesoin = (typeof CODES_BESOIN)[number]

interface Besoin {
  /** What a person says who needs it. */
  readonly titre: string
  /** What it holds, in a few words. */
  readonly contient: string
  /** The kind of care, at the head of a column. */
  readonly genre: string
}

export const besoins: Readonly<Record<CodeBesoin, Besoin>> = {
  medecin: {
    titre: 'Je vais chez le médecin',
    contient: 'généraliste, spécialiste, visite à domicile, sage-femme',
    genre: 'Médecins et sages-femmes',
  },
  examens: {
    titre: 'Je passe une radio ou une analyse',
    contient: 'radiographie, échographie, scanner, prise de sang',
    genre: 'Imagerie et analyses',
  },
  pharmacie: {
    titre: 'Je vais à la pharmacie',
    contient: 'médicaments remboursés ou non',
    genre: 'Pharmacie',
  },
  lunettes: {
    titre: 'Il me faut des lunettes ou des lentilles',
    contient: 'monture, verres, lentilles, opération de la vue',
    genre: 'Lunettes et lentilles',
  },
  dentiste: {
    titre: 'Je vais chez le dentiste',
    contient: 'soins, couronne, implant, appareil dentaire',
    genre: 'Dentiste',
  },
  audition: { titre: 'J’entends moins bien', contient: 'aides auditives', genre: 'Audition' },
  hopital: {
    titre: 'Je vais à l’hôpital',
    contient: 'séjour, opération, chambre particulière, urgences, transport',
    genre: 'Hôpital et transport',
  },
  'kine-infirmier': {
    titre: 'J’ai des soins de kiné, d’infirmier ou d’orthophoniste',
    contient: 'séances prescrites par un médecin',
    genre: 'Kinés, infirmiers et autres soins prescrits',
  },
  appareillage: {
    titre: 'Il me faut du matériel ou un appareil',
    contient: 'semelles, bas, béquilles, prothèse capillaire ou mammaire',
    genre: 'Matériel et appareillage',
  },
  psychologue: {
    titre: 'Je vais chez le psychologue',
    contient: 'séances du dispositif Mon soutien psy',
    genre: 'Psychologue',
  },
  'medecines-douces': {
    titre: 'Je vais chez l’ostéopathe',
    contient: 'ostéopathie et autres médecines douces',
    genre: 'Médecines douces',
  },
  naissance: {
    titre: 'J’attends un enfant',
    contient: 'prime de naissance ou d’adoption, péridurale, contraception',
    genre: 'Naissance et contraception',
  },
  prevention: {
    titre: 'Je prends soin de ma santé',
    contient: 'vaccins, dépistages, arrêt du tabac, activité physique',
    genre: 'Prévention',
  },
  cure: {
    titre: 'Je pars en cure thermale',
    contient: 'soins, hébergement et transport',
    genre: 'Cure thermale',
  },
  services: {
    titre: 'J’ai besoin d’aide ou de conseils',
    contient: 'assistance, téléconsultation, avis médical, protection juridique',
    genre: 'Assistance et services',
  },
}

/** The need whose lines start so; the first that fits. */
const DEBUTS: readonly (readonly [debut: string, besoin: CodeBesoin])[] = [
  ['honoraires-medicaux', 'medecin'],
  ['analyses-laboratoire', 'examens'],
  ['imagerie', 'examens'],
  ['appareillage', 'appareillage'],
  ['honoraires-paramedicaux', 'kine-infirmier'],
  ['psychologues', 'psychologue'],
  ['pharmacie', 'pharmacie'],
  ['optique', 'lunettes'],
  ['dentaire', 'dentiste'],
  ['prevention.detartrage', 'dentiste'],
  ['audio', 'audition'],
  ['hospitalisation', 'hopital'],
  ['cure', 'cure'],
  ['complementaires.prothese', 'appareillage'],
  ['complementaires', 'naissance'],
  ['contraception', 'naissance'],
  ['bien-etre', 'medecines-douces'],
  ['prevention', 'prevention'],
  ['prevoyance', 'services'],
  ['services', 'services'],
]

const PAR_LIGNE: ReadonlyMap<CodeLigne, CodeBesoin> = new Map(
  CODES_LIGNE.flatMap((ligne) => {
    const trouve = DEBUTS.find(([debut]) => ligne.startsWith(debut))
    return trouve === undefined ? [] : [[ligne, trouve[1]] as const]
  }),
)

/** @throws {Error} a line of the vocabulary that no need holds. */
export function besoinDeLigne(ligne: CodeLigne): CodeBesoin {
  const besoin = PAR_LIGNE.get(ligne)
  if (besoin === undefined) throw new Error(`la ligne « ${ligne} » n'est dans aucun besoin`)
  return besoin
}

const CONNUS: ReadonlySet<string> = new Set(CODES_BESOIN)
export const estBesoin = (texte: string): texte is CodeBesoin => CONNUS.has(texte)
