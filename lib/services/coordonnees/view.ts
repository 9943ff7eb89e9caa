import type { SupportEnvoi } from '@/generated/prisma/enums'
import { type LignesAdresse, lignesAdresse } from '@/lib/lexique/coordonnees'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'

export interface AdresseLue extends LignesAdresse {
  readonly version: number
  readonly du: DateCivile
}

export interface TelephonesLus {
  readonly version: number
  readonly mobile: string | null
  readonly fixe: string | null
}

interface AdressesDuJour {
  /** The last one written of those that have taken effect. */
  readonly courante: AdresseLue | null
  /** Those to come, the nearest first. */
  readonly prevues: readonly AdresseLue[]
  /** What the next one must follow. */
  readonly version: number
}

/** @param lues the last written first: it overrides those written before for the days after its own. */
export function adressesAu(lues: readonly AdresseLue[], jour: DateCivile): AdressesDuJour {
  const prevues: AdresseLue[] = []
  for (const adresse of lues) {
    if (adresse.du <= jour) return { courante: adresse, prevues, version: lues[0]?.version ?? 0 }
    const [prochaine] = prevues
    if (prochaine === undefined || adresse.du < prochaine.du) prevues.unshift(adresse)
  }
  return { courante: null, prevues, version: lues[0]?.version ?? 0 }
}

export interface AdresseVue {
  readonly lignes: readonly string[]
  readonly depuis: string
}

const voirAdresse = (a: AdresseLue): AdresseVue => ({
  lignes: lignesAdresse(a),
  depuis: formatDateEnLettres(a.du),
})

export interface AdressesVues {
  readonly courante: AdresseVue | null
  readonly prevues: readonly AdresseVue[]
  readonly version: number
  /** To begin the form with. */
  readonly saisie: LignesAdresse | null
}

export function voirAdresses(lues: readonly AdresseLue[], jour: DateCivile): AdressesVues {
  const { courante, prevues, version } = adressesAu(lues, jour)
  return {
    courante: courante === null ? null : voirAdresse(courante),
    prevues: prevues.map(voirAdresse),
    version,
    saisie: courante,
  }
}

export interface AttenteCourriel {
  readonly nouveau: string
  readonly demandeLe: Date
}

export interface CoordonneesLues {
  readonly email: string
  readonly attente: AttenteCourriel | null
  readonly adresses: readonly AdresseLue[]
  readonly telephones: TelephonesLus | null
  readonly preferences: readonly { readonly nature: string; readonly support: SupportEnvoi }[]
}
