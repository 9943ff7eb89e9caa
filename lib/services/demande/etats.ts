import type { EtatDemande, NatureDemande, PassageDemande } from '@/generated/prisma/enums'

/**
 * The life of a demande: what each passage does to each state. The database refuses the others with the same table (garder_etat,
 * prisma/migrations); a test compares the two.
 */
export const PASSAGES_DEMANDE = {
  CREER: {},
  ENVOYER: { BROUILLON: 'ENVOYEE' },
  PRENDRE: { ENVOYEE: 'PRISE' },
  RENDRE: { PRISE: 'ENVOYEE' },
  /** To another team, or to somebody. */
  TRANSFERER: { ENVOYEE: 'ENVOYEE', PRISE: 'ENVOYEE', PIECE_DEMANDEE: 'ENVOYEE' },
  DEMANDER_PIECE: { PRISE: 'PIECE_DEMANDEE' },
  /** The piece came, or its day passed: who had it goes on. */
  COMPLETER: { PIECE_DEMANDEE: 'PRISE' },
  ACCEPTER: { PRISE: 'ACCEPTEE', PIECE_DEMANDEE: 'ACCEPTEE' },
  REFUSER: { PRISE: 'REFUSEE', PIECE_DEMANDEE: 'REFUSEE' },
  REPONDRE: { PRISE: 'REPONDUE' },
  /** The person writes again after the answer, or writes without the piece: somebody reads it. */
  RELANCER: { REPONDUE: 'ENVOYEE', PIECE_DEMANDEE: 'PRISE' },
  DEFAIRE: { ACCEPTEE: 'PRISE', REFUSEE: 'PRISE' },
  ANNULER: { BROUILLON: 'ANNULEE', ENVOYEE: 'ANNULEE', PRISE: 'ANNULEE', PIECE_DEMANDEE: 'ANNULEE' },
  /** A piece is received, or done without, and nothing else waits for it. */
  NOTER_PIECE: { ENVOYEE: 'ENVOYEE', PRISE: 'PRISE', PIECE_DEMANDEE: 'PIECE_DEMANDEE' },
  /** Handed to somebody by who answers for the team. */
  ATTRIBUER: { ENVOYEE: 'PRISE', PRISE: 'PRISE', PIECE_DEMANDEE: 'PIECE_DEMANDEE' },
  ACCUSER_RECEPTION: { ENVOYEE: 'ENVOYEE', PRISE: 'PRISE', PIECE_DEMANDEE: 'PIECE_DEMANDEE' },
  RAPPELER: { PIECE_DEMANDEE: 'PIECE_DEMANDEE' },
  ESCALADER: { ENVOYEE: 'ENVOYEE', PRISE: 'PRISE', PIECE_DEMANDEE: 'PIECE_DEMANDEE' },
} as const satisfies Readonly<Record<PassageDemande, Readonly<Partial<Record<EtatDemande, EtatDemande>>>>>

export const etatApres = (etat: EtatDemande, passage: PassageDemande): EtatDemande | null => {
  const issues: Readonly<Partial<Record<EtatDemande, EtatDemande>>> = PASSAGES_DEMANDE[passage]
  return issues[etat] ?? null
}

/** Natures that are answered in words; the others are decided. */
const REPONDUES: ReadonlySet<NatureDemande> = new Set(['MESSAGE', 'RECLAMATION', 'DROITS_RGPD'])
export const seRepond = (nature: NatureDemande): boolean => REPONDUES.has(nature)

export const estClose = (etat: EtatDemande): boolean =>
  etat === 'ACCEPTEE' || etat === 'REFUSEE' || etat === 'REPONDUE' || etat === 'ANNULEE'
/** The mutuelle has it. */
export const estEnCours = (etat: EtatDemande): boolean => !estClose(etat) && etat !== 'BROUILLON'
