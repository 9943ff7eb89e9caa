'use client'

// What a draft does by itself in a browser: it is kept a moment after one stops typing, files leave as soon as they are chosen, and a cut
// network loses nothing. Without JavaScript the form does the same with its buttons.
import { type ChangeEvent, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type ActionFormulaire, type ErreurChamp, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { NOMBRE_MAX, refusAuChoix } from '@/lib/formulaire/piece'
import { phraseRefusNomme, phraseRefusPiece } from '@/lib/lexique/depot'
import { PHRASES_RESEAU } from '@/lib/lexique/reseau'
import type { BrouillonGarde, PieceGardee } from '@/lib/services/demande-parole/schema'

/** Long enough not to save every letter, short enough to lose none that matters. */
const REPOS_MS = 1_500

export interface EnRoute {
  readonly rang: number
  readonly fichier: File
  readonly coupe: boolean
}

type Etat = EtatFormulaire<BrouillonGarde>
type Issue = 'FAIT' | 'REFUS' | 'COUPE'

/** One after the other, as they were asked. Null: the network, or the server, did not answer. */
function useAppels(action: ActionFormulaire<BrouillonGarde>) {
  const file = useRef<Promise<unknown>>(Promise.resolve())
  return (donnees: FormData): Promise<Etat | null> => {
    const appel = file.current.then(() => action(VIERGE, donnees)).catch(() => null)
    file.current = appel
    return appel
  }
}

const allerA = (href: string) => window.location.assign(href)

export function useBrouillon(
  action: ActionFormulaire<BrouillonGarde>,
  formulaire: RefObject<HTMLFormElement | null>,
  depart: readonly PieceGardee[],
) {
  const appeler = useAppels(action)
  const [pieces, setPieces] = useState(depart)
  const [enRoute, setEnRoute] = useState<readonly EnRoute[]>([])
  const [ecartes, setEcartes] = useState<readonly string[]>([])
  const [erreurs, setErreurs] = useState<readonly ErreurChamp[]>([])
  const [coupe, setCoupe] = useState(false)
  const [envoi, setEnvoi] = useState(false)
  const [phrase, setPhrase] = useState('')
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined)
  const suivant = useRef(0)
  const attente = useRef<readonly EnRoute[]>([])

  const noterEnRoute = (liste: readonly EnRoute[]) => {
    attente.current = liste
    setEnRoute(liste)
  }
  const donnees = (geste: 'ENVOYER' | 'GARDER'): FormData => {
    const lues = new FormData(formulaire.current ?? undefined)
    lues.delete('fichiers')
    lues.delete('retirer')
    lues.set('geste', geste)
    return lues
  }
  /** True when it is kept. */
  const recevoir = (etat: Etat | null): boolean => {
    setCoupe(etat === null)
    if (etat === null) setPhrase(PHRASES_RESEAU.COUPE)
    else if (etat.statut === 'ERREUR') setPhrase(etat.erreurs.map(({ message }) => message).join(' '))
    else if (etat.statut === 'REPONSE') {
      if (etat.reponse.parti !== null) allerA(etat.reponse.parti)
      setPieces(etat.reponse.pieces)
      setPhrase(etat.reponse.phrase)
    }
    return etat?.statut === 'REPONSE'
  }
  const garder = async (): Promise<boolean> => {
    clearTimeout(minuterie.current)
    return recevoir(await appeler(donnees('GARDER')))
  }
  const joindre = async (piece: EnRoute): Promise<Issue> => {
    const d = donnees('GARDER')
    d.append('fichiers', piece.fichier)
    setPhrase(PHRASES_RESEAU.JOINT)
    const etat = await appeler(d)
    const autres = attente.current.filter(({ rang }) => rang !== piece.rang)
    noterEnRoute(etat === null ? [...autres, { ...piece, coupe: true }] : autres)
    if (etat?.statut === 'ERREUR') {
      setEcartes((deja) => [...deja, ...etat.erreurs.map(({ message }) => message)])
      setPhrase('')
      return 'REFUS'
    }
    return recevoir(etat) ? 'FAIT' : 'COUPE'
  }
  /** What is not there yet, then the words. */
  const reprendre = async (): Promise<Issue> => {
    for (const piece of attente.current) {
      const issue = await joindre(piece)
      if (issue !== 'FAIT') return issue
    }
    return (await garder()) ? 'FAIT' : 'COUPE'
  }
  const choisir = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const refus: string[] = []
    const bons: EnRoute[] = []
    for (const fichier of target.files ?? []) {
      const code = refusAuChoix(fichier)
      const place = pieces.length + attente.current.length + bons.length < NOMBRE_MAX
      if (code !== null) refus.push(phraseRefusNomme(fichier.name, code, 'CHOIX'))
      else if (!place) refus.push(`${fichier.name} : ${phraseRefusPiece('TROP_DE_FICHIERS')}`)
      else {
        suivant.current += 1
        bons.push({ rang: suivant.current, fichier, coupe: false })
      }
    }
    target.value = ''
    setEcartes(refus)
    noterEnRoute([...attente.current, ...bons])
    for (const piece of bons) void joindre(piece)
  }
  const retirer = async (id: string) => {
    const d = donnees('GARDER')
    d.set('retirer', id)
    recevoir(await appeler(d))
  }
  const laisser = (rang: number) => noterEnRoute(attente.current.filter((piece) => piece.rang !== rang))
  const envoyer = async () => {
    clearTimeout(minuterie.current)
    setEnvoi(true)
    setPhrase(PHRASES_RESEAU.ENVOI)
    // What is not there yet leaves first: a message never goes without what it speaks of.
    const pret = attente.current.length === 0 ? 'FAIT' : await reprendre()
    if (pret === 'REFUS') {
      setEnvoi(false)
      return setPhrase(PHRASES_RESEAU.PIECE_REFUSEE)
    }
    const etat = pret === 'FAIT' ? await appeler(donnees('ENVOYER')) : null
    setEnvoi(false)
    setCoupe(etat === null)
    if (etat === null) setPhrase(PHRASES_RESEAU.PAS_PARTI)
    else if (etat.statut === 'ERREUR') {
      setErreurs(etat.erreurs)
      setPhrase('')
    } else if (etat.statut === 'FAIT') allerA(etat.suite?.href ?? window.location.pathname)
  }
  useEffect(() => {
    const revenu = () => {
      if (coupe) void reprendre()
    }
    window.addEventListener('online', revenu)
    return () => window.removeEventListener('online', revenu)
  })
  useEffect(() => () => clearTimeout(minuterie.current), [])
  return {
    pieces,
    enRoute,
    ecartes,
    erreurs,
    coupe,
    envoi,
    phrase,
    choisir,
    retirer,
    laisser,
    reprendre,
    /** Something was typed. */
    noter: () => {
      clearTimeout(minuterie.current)
      minuterie.current = setTimeout(() => void garder(), REPOS_MS)
    },
    soumettre: (evenement: FormEvent<HTMLFormElement>) => {
      evenement.preventDefault()
      const { submitter } = evenement.nativeEvent as SubmitEvent
      if (submitter?.getAttribute('value') === 'GARDER') void garder()
      else if (!envoi) void envoyer()
    },
  }
}
