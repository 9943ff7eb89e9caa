import {
  ajouterJours,
  annee,
  type DateCivile,
  dateCivile,
  jourDeSemaine,
  joursEntre,
  laPlusProche,
  laPlusTardive,
  mois,
} from '../../lib/rules/date/date-civile'
import { type Alea, alea } from './alea'
import { DEBUT, JOUR_DEMONSTRATION, jourOuvert } from './calendrier'
import type { Decompte, Famille, Habitude, LigneSoin } from './modele'

interface Fenetre {
  readonly du: DateCivile
  readonly au: DateCivile
}

const MOIS_DE_RHUME = new Set([11, 12, 1, 2, 3])

const dans = ({ du, au }: Fenetre, jour: DateCivile): boolean => du <= jour && jour <= au

function fenetreDe(famille: Famille, qui: string): Fenetre {
  const personne = famille.personnes.find((p) => p.cle === qui)
  if (personne === undefined) throw new Error(`${famille.cle} : ${qui} est inconnu`)
  const du = dateCivile(personne.du)
  const au = dateCivile(personne.au ?? famille.au ?? JOUR_DEMONSTRATION)
  return { du: laPlusTardive(du, DEBUT), au: laPlusProche(au, JOUR_DEMONSTRATION) }
}

/** As many days as `parAn` gives over the window, more of them in winter. */
function joursTires(tirage: Alea, fenetre: Fenetre, parAn: number): DateCivile[] {
  const duree = joursEntre(fenetre.du, fenetre.au)
  const nombre = Math.round((parAn * duree) / 365)
  return Array.from({ length: nombre }, () => {
    const premier = ajouterJours(fenetre.du, tirage.entier(0, duree))
    const garde = MOIS_DE_RHUME.has(mois(premier)) || tirage.entier(0, 2) > 0
    return jourOuvert(garde ? premier : ajouterJours(fenetre.du, tirage.entier(0, duree)))
  }).filter((jour) => dans(fenetre, jour))
}

/** What a doctor prescribes for an ordinary illness. */
function ordonnance(tirage: Alea): LigneSoin[] {
  const boites = tirage.entier(1, 3)
  const lignes: LigneSoin[] = [{ acte: 'PH7', base: boites * tirage.entier(280, 990), quantite: boites }]
  if (tirage.entier(0, 2) === 0) lignes.push({ acte: 'PH4', base: tirage.entier(320, 880) })
  if (tirage.entier(0, 4) === 0) lignes.push({ acte: 'PH2', base: tirage.entier(290, 640) })
  return lignes
}

function consultations(h: Habitude & { type: 'MEDECIN' }, tirage: Alea, fenetre: Fenetre): Decompte[] {
  return joursTires(tirage, fenetre, h.parAn).flatMap((jour) => {
    const visite: Decompte = {
      jour,
      qui: h.qui,
      pro: h.pro,
      ...(h.parcours && { parcours: h.parcours }),
      lignes: [
        {
          acte: h.acte,
          ...(h.prix !== undefined && { prix: h.prix }),
          ...(h.exoneration && { exoneration: h.exoneration }),
        },
      ],
    }
    if (h.pharmacie === undefined || tirage.entier(0, 3) === 0) return [visite]
    return [visite, { jour, qui: h.qui, pro: h.pharmacie, lignes: ordonnance(tirage) }]
  })
}

function traitement(h: Habitude & { type: 'TRAITEMENT' }, fenetre: Fenetre): Decompte[] {
  const fin = h.au === undefined ? fenetre.au : dateCivile(h.au)
  const decomptes: Decompte[] = []
  for (let jour = dateCivile(h.du); jour <= fin; jour = ajouterJours(jour, h.tousLesJours)) {
    const ouvert = jourOuvert(jour)
    if (dans(fenetre, ouvert)) decomptes.push({ jour: ouvert, qui: h.qui, pro: h.pro, lignes: h.lignes })
  }
  return decomptes
}

function serie(h: Habitude & { type: 'SERIE' }, fenetre: Fenetre): Decompte[] {
  const decomptes: Decompte[] = []
  for (let jour = dateCivile(h.du); decomptes.length < h.seances && jour <= fenetre.au; ) {
    if (h.jours.includes(jourDeSemaine(jour)) && jourOuvert(jour) === jour && dans(fenetre, jour)) {
      decomptes.push({ jour, qui: h.qui, pro: h.pro, lignes: h.lignes })
    }
    jour = ajouterJours(jour, 1)
  }
  return decomptes
}

function rendezVous(h: Habitude & { type: 'ANNUEL' }, tirage: Alea, fenetre: Fenetre): Decompte[] {
  const decomptes: Decompte[] = []
  for (let an = annee(fenetre.du); an <= annee(fenetre.au); an += 1) {
    for (const m of h.mois) {
      const jour = jourOuvert(
        dateCivile(`${an}-${String(m).padStart(2, '0')}-${String(tirage.entier(2, 26)).padStart(2, '0')}`),
      )
      if (!dans(fenetre, jour)) continue
      decomptes.push({
        jour,
        qui: h.qui,
        pro: h.pro,
        lignes: h.lignes,
        ...(h.parcours && { parcours: h.parcours }),
        ...(h.emetteur && { emetteur: h.emetteur }),
      })
    }
  }
  return decomptes
}

function biologie(h: Habitude & { type: 'BIOLOGIE' }, tirage: Alea, fenetre: Fenetre): Decompte[] {
  return joursTires(tirage, fenetre, h.parAn).map((jour) => ({
    jour,
    qui: h.qui,
    pro: h.pro,
    parcours: 'O',
    // A letter B at 25 cents, sixty to two hundred and twenty of them.
    lignes: [
      {
        acte: 'BIO',
        base: 25 * tirage.entier(60, 220),
        ...(h.exoneration && { exoneration: h.exoneration }),
      },
    ],
  }))
}

function deroulee(h: Habitude, tirage: Alea, fenetre: Fenetre): Decompte[] {
  switch (h.type) {
    case 'MEDECIN':
      return consultations(h, tirage, fenetre)
    case 'TRAITEMENT':
      return traitement(h, fenetre)
    case 'SERIE':
      return serie(h, fenetre)
    case 'ANNUEL':
      return rendezVous(h, tirage, fenetre)
    case 'BIOLOGIE':
      return biologie(h, tirage, fenetre)
  }
}

/** Every décompte of a family: its named events, then its habits over the twenty-four months. Each habit has its own seed. */
export function decomptesDe(famille: Famille): Decompte[] {
  const habituels = famille.habitudes.flatMap((h, i) =>
    deroulee(h, alea(`${famille.cle}/${i}/${h.type}/${h.qui}`), fenetreDe(famille, h.qui)),
  )
  return [...famille.evenements, ...habituels]
}
