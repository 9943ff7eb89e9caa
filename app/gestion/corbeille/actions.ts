'use server'

import { redirect } from 'next/navigation'
import { creerAction } from '@/lib/server/action'
import { attribuer, prendreSuivante, uneFois } from '@/lib/services/corbeille/mutations'
import {
  acceptationSchema,
  apercuSchema,
  pieceADemanderSchema,
  pieceMedicaleSchema,
  suivanteSchema,
} from '@/lib/services/corbeille/schema'
import type { ApercuVu } from '@/lib/services/corbeille/view'
import { voirApercu } from '@/lib/services/fiche-demande/data'
import { classerPiece } from '@/lib/services/fiche-demande/mutations'
import { recevoirPiece, redemanderPiece, sePasserDePiece } from '@/lib/services/piece-attendue/mutations'
import { attendueRedemandeeSchema, attendueViseeSchema } from '@/lib/services/piece-attendue/schema'
import {
  accepter,
  defaire,
  demanderPieces,
  ecrireALaPersonne,
  lireApercu,
  noter,
  prendre,
  refuserDemande,
  rendre,
  repondre,
  transferer,
} from '@/lib/services/traitement/mutations'
import {
  attributionSchema,
  demandeVersionnee,
  demandeVisee,
  ecritSchema,
  noteSchema,
  refusSchema,
  reponseSchema,
  transfertSchema,
} from '@/lib/services/traitement/schema'

const TRAITER = { gestion: ['GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'MEDECIN_CONSEIL'] } as const
const CORBEILLE = '/gestion/corbeille'
const revenir = (demande: string): never => redirect(`${CORBEILLE}/${demande}`)

export const prendreLaSuivante = creerAction({
  nom: 'corbeille.suivante',
  politique: TRAITER,
  schema: suivanteSchema,
  run: async (saisie, { acteur }) => {
    const id = await prendreSuivante(acteur, saisie)
    redirect(id === null ? `${CORBEILLE}?rien=oui` : `${CORBEILLE}/${id}`)
  },
})

export const prendreCelleCi = creerAction({
  nom: 'corbeille.prendre',
  politique: TRAITER,
  schema: demandeVisee,
  run: async ({ demande }, { acteur }) => {
    await prendre(acteur, demande)
    return revenir(demande)
  },
})

export const rendreCelleCi = creerAction({
  nom: 'corbeille.rendre',
  politique: TRAITER,
  schema: demandeVersionnee,
  run: async ({ demande, version }, { acteur }) => {
    await uneFois(acteur, { demande, version, passage: 'RENDRE' }, () => rendre(acteur, demande))
    redirect(CORBEILLE)
  },
})

export const transfererCelleCi = creerAction({
  nom: 'corbeille.transferer',
  politique: TRAITER,
  schema: transfertSchema,
  run: async ({ demande, version, equipe }, { acteur }) => {
    const acte = { demande, version, passage: 'TRANSFERER' } as const
    await uneFois(acteur, acte, () => transferer(acteur, demande, { equipe }))
    redirect(CORBEILLE)
  },
})

export const attribuerCelleCi = creerAction({
  nom: 'corbeille.attribuer',
  politique: TRAITER,
  schema: attributionSchema,
  run: async ({ demande, agent }, { acteur }) => {
    await attribuer(acteur, demande, agent)
    return revenir(demande)
  },
})

export const demanderUnePiece = creerAction({
  nom: 'corbeille.demanderPiece',
  politique: TRAITER,
  schema: pieceADemanderSchema,
  run: async ({ demande, version, ...piece }, { acteur }) => {
    const acte = { demande, version, passage: 'DEMANDER_PIECE' } as const
    await uneFois(acteur, acte, () => demanderPieces(acteur, demande, piece))
    return revenir(demande)
  },
})

/** What accepting would do with what staff typed; nothing is written. */
export const previsualiser = creerAction<
  typeof TRAITER,
  typeof apercuSchema,
  { readonly apercu: ApercuVu; readonly version: number }
>({
  nom: 'corbeille.previsualiser',
  politique: TRAITER,
  schema: apercuSchema,
  run: async ({ demande, version, vus: _, ...saisie }, { acteur }) => {
    const apercu = voirApercu(await lireApercu(acteur, demande, saisie))
    const valeurs = Object.fromEntries(
      Object.entries(saisie).flatMap(([nom, valeur]) => (typeof valeur === 'string' ? [[nom, valeur]] : [])),
    )
    return { statut: 'REPONSE', reponse: { apercu, version }, valeurs }
  },
})

export const accepterCelleCi = creerAction({
  nom: 'corbeille.accepter',
  politique: TRAITER,
  schema: acceptationSchema,
  run: async ({ demande, version, vus, phrase, ...saisie }, { acteur }) => {
    await uneFois(acteur, { demande, version, passage: 'ACCEPTER' }, () =>
      accepter(acteur, demande, { version, vus, phrase, saisie }),
    )
    return revenir(demande)
  },
})

export const refuserCelleCi = creerAction({
  nom: 'corbeille.refuser',
  politique: TRAITER,
  schema: refusSchema,
  run: async ({ demande, ...refus }, { acteur }) => {
    const acte = { demande, version: refus.version, passage: 'REFUSER' } as const
    await uneFois(acteur, acte, () => refuserDemande(acteur, demande, refus))
    return revenir(demande)
  },
})

export const repondreACelleCi = creerAction({
  nom: 'corbeille.repondre',
  politique: TRAITER,
  schema: reponseSchema,
  run: async ({ demande, ...reponse }, { acteur }) => {
    await repondre(acteur, demande, reponse)
    return revenir(demande)
  },
})

export const ecrireSansClore = creerAction({
  nom: 'corbeille.ecrire',
  politique: TRAITER,
  schema: ecritSchema,
  run: async ({ demande, ...message }, { acteur }) => {
    await ecrireALaPersonne(acteur, demande, message)
    return revenir(demande)
  },
})

export const noterSurCelleCi = creerAction({
  nom: 'corbeille.noter',
  politique: TRAITER,
  schema: noteSchema,
  run: async ({ demande, ...note }, { acteur }) => {
    await noter(acteur, demande, note)
    return revenir(demande)
  },
})

export const defaireLaDecision = creerAction({
  nom: 'corbeille.defaire',
  politique: TRAITER,
  schema: demandeVersionnee,
  run: async ({ demande, version }, { acteur }) => {
    const acte = { demande, version, passage: 'DEFAIRE' } as const
    await uneFois(acteur, acte, () => defaire(acteur, demande, version))
    return revenir(demande)
  },
})

export const classerLaPiece = creerAction({
  nom: 'corbeille.classerPiece',
  politique: TRAITER,
  schema: pieceMedicaleSchema,
  run: async ({ demande, piece, medicale }, { acteur }) => {
    await classerPiece(acteur, { demande, piece, medicale: medicale === 'oui' })
    return revenir(demande)
  },
})

export const recevoirLaPiece = creerAction({
  nom: 'corbeille.recevoirPiece',
  politique: TRAITER,
  schema: attendueViseeSchema,
  run: async ({ demande, attendue }, { acteur }) => {
    await recevoirPiece(acteur, demande, attendue)
    return revenir(demande)
  },
})

export const sePasserDeLaPiece = creerAction({
  nom: 'corbeille.sePasserDePiece',
  politique: TRAITER,
  schema: attendueViseeSchema,
  run: async ({ demande, attendue }, { acteur }) => {
    await sePasserDePiece(acteur, demande, attendue)
    return revenir(demande)
  },
})

export const redemanderLaPiece = creerAction({
  nom: 'corbeille.redemanderPiece',
  politique: TRAITER,
  schema: attendueRedemandeeSchema,
  run: async ({ demande, version, ...piece }, { acteur }) => {
    const acte = { demande, version, passage: 'DEMANDER_PIECE' } as const
    await uneFois(acteur, acte, () => redemanderPiece(acteur, demande, piece))
    return revenir(demande)
  },
})
