import type parser from 'stream-json/core/parser.js'
import { RefusFlux } from './anomalie'

export type Valeur = null | boolean | number | string | Valeur[] | Objet
export interface Objet {
  [cle: string]: Valeur
}

/** An object that inherits nothing, so that no key of the file can mean anything else than itself (and faster than Object.create(null)). */
class Noeud {
  [cle: string]: Valeur
}
Reflect.deleteProperty(Noeud.prototype, 'constructor')
Object.setPrototypeOf(Noeud.prototype, null)

export interface ElementLu {
  readonly rang: number
  readonly valeur: Valeur
  readonly defaut: 'LIGNE_TROP_GRANDE' | 'CLE_DOUBLE' | null
}

/** Bounds of what is kept in memory, whatever the file says. */
const CARACTERES_LIGNE = 32_768
const NOEUDS_LIGNE = 1_000
const PROFONDEUR_LIGNE = 12
const CARACTERES_ENTETE = 65_536
const NOEUDS_ENTETE = 1_000
const PROFONDEUR_FICHIER = 200

interface Cadre {
  readonly noeud: Valeur[] | Objet
  cle: string
}

/**
 * From the tokens of a JSON document to `{…, [liste]: […]}`: each element of the root's list is given out as soon as it is complete, and the
 * rest of the document stays small. Keys that come twice, elements too large or too deep are noted, not kept.
 */
export class Assembleur {
  readonly pretes: ElementLu[] = []
  racine: Valeur | undefined
  private readonly pile: Cadre[] = []
  private liste: Valeur[] | null = null
  private rang = 0
  /** Depth of opened nodes that are skipped because the element is already too large. */
  private sautes = 0
  private caracteres = 0
  private noeuds = 0
  private defaut: ElementLu['defaut'] = null
  private texte = ''
  private readonly entete = { caracteres: 0, noeuds: 0 }

  constructor(private readonly nomListe: string) {}

  lire(jeton: parser.Token): void {
    switch (jeton.name) {
      case 'startObject':
        this.ouvrir(new Noeud())
        break
      case 'startArray':
        this.ouvrir([])
        break
      case 'endObject':
      case 'endArray':
        this.fermer()
        break
      case 'startKey':
      case 'startString':
      case 'startNumber':
        this.texte = ''
        break
      case 'stringChunk':
      case 'numberChunk':
        this.allonger(jeton.value)
        break
      case 'endKey':
        this.nommer(this.texte)
        break
      case 'endString':
        this.poser(this.texte)
        break
      case 'endNumber':
        this.poser(Number(this.texte) + 0)
        break
      case 'nullValue':
      case 'trueValue':
      case 'falseValue':
        this.poser(jeton.value)
        break
    }
  }

  private get dansListe(): boolean {
    return this.liste !== null && this.pile[1]?.noeud === this.liste
  }

  private allonger(morceau: string): void {
    if (this.dansListe) {
      this.caracteres += morceau.length
      if (this.caracteres > CARACTERES_LIGNE) this.defaut = 'LIGNE_TROP_GRANDE'
      if (this.defaut === 'LIGNE_TROP_GRANDE') return
    } else {
      this.entete.caracteres += morceau.length
      if (this.entete.caracteres > CARACTERES_ENTETE) throw new RefusFlux('ENTETE_TROP_GRANDE')
    }
    this.texte += morceau
  }

  private compter(): void {
    if (this.dansListe) {
      this.noeuds += 1
      if (this.noeuds > NOEUDS_LIGNE) this.defaut = 'LIGNE_TROP_GRANDE'
    } else {
      this.entete.noeuds += 1
      if (this.entete.noeuds > NOEUDS_ENTETE) throw new RefusFlux('ENTETE_TROP_GRANDE')
    }
  }

  private ouvrir(noeud: Valeur[] | Objet): void {
    this.compter()
    const profondeur = this.pile.length + this.sautes
    if (profondeur >= PROFONDEUR_FICHIER) throw new RefusFlux('TROP_PROFOND')
    if (this.dansListe && profondeur >= PROFONDEUR_LIGNE) this.defaut = 'LIGNE_TROP_GRANDE'
    if (this.defaut === 'LIGNE_TROP_GRANDE') {
      this.sautes += 1
      return
    }
    const parent = this.pile.at(-1)
    if (this.pile.length === 1 && parent?.cle === this.nomListe && Array.isArray(noeud)) {
      if (this.liste !== null) throw new RefusFlux('CLE_DOUBLE', { chemin: this.nomListe })
      this.liste = noeud
    }
    this.pile.push({ noeud, cle: '' })
  }

  private fermer(): void {
    if (this.sautes > 0) {
      this.sautes -= 1
      return
    }
    const cadre = this.pile.pop()
    if (cadre !== undefined) this.attacher(cadre.noeud)
  }

  private nommer(cle: string): void {
    const cadre = this.pile.at(-1)
    if (cadre === undefined || this.sautes > 0) return
    if (!Array.isArray(cadre.noeud) && Object.hasOwn(cadre.noeud, cle)) {
      if (!this.dansListe) throw new RefusFlux('CLE_DOUBLE', { chemin: cle.slice(0, 40) })
      this.defaut ??= 'CLE_DOUBLE'
    }
    cadre.cle = cle
  }

  private poser(valeur: Valeur): void {
    this.compter()
    if (this.sautes === 0) this.attacher(valeur)
  }

  private attacher(valeur: Valeur): void {
    const parent = this.pile.at(-1)
    if (parent === undefined) {
      this.racine = valeur
    } else if (this.pile.length === 2 && parent.noeud === this.liste) {
      this.rendre(valeur)
    } else if (this.defaut === 'LIGNE_TROP_GRANDE') {
      return
    } else if (Array.isArray(parent.noeud)) {
      parent.noeud.push(valeur)
    } else if (!Object.hasOwn(parent.noeud, parent.cle)) {
      parent.noeud[parent.cle] = valeur
    }
  }

  private rendre(valeur: Valeur): void {
    this.rang += 1
    this.pretes.push({ rang: this.rang, valeur, defaut: this.defaut })
    this.defaut = null
    this.caracteres = 0
    this.noeuds = 0
  }
}
