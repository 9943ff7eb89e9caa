import { socle } from '@/lib/reglements/catalogue'
import type { Cotisation } from '@/lib/rules/cotisation/cotisation'
import { cotiser } from '@/lib/rules/cotisation/cotiser'
import { ecrireMontant } from '@/lib/rules/montant/montant'
import { definir } from '../question/schema'
import { resultat, type Sortie } from '../reponse/view'
import { cotisationSchema } from './schema'

/** Les clés du contrat, et celles qui ne disent quelque chose que dans certains contrats. */
function vueCotisation(c: Cotisation): Sortie {
  return {
    mensuelle: ecrireMontant(c.mensuelle),
    annuelle: ecrireMontant(c.annuelle),
    lignes: c.lignes.map((ligne) => ({ ...ligne, mensuelle: ecrireMontant(ligne.mensuelle) })),
    ...(c.premiereAnnee === null ? {} : { premiereAnnee: ecrireMontant(c.premiereAnnee) }),
    fractions: c.fractions.map(({ echeance, montant }) => ({ echeance, montant: ecrireMontant(montant) })),
    ...(c.exonerations.length === 0
      ? {}
      : { exonerations: c.exonerations.map(({ du, au, cause }) => ({ du, au, motif: cause })) }),
    ...(c.parts === null
      ? {}
      : {
          partEmployeur: ecrireMontant(c.parts.employeur),
          partAdherent: ecrireMontant(c.parts.adherent),
        }),
    ...(c.appels.length === 0
      ? {}
      : {
          appels: c.appels.map(({ debiteur, mensuelle }) => ({
            debiteur,
            mensuelle: ecrireMontant(mensuelle),
          })),
        }),
  }
}

export const cotisation = definir({
  question: 'cotisation',
  label: 'Ce qu’une famille cotise dans l’année, par personne, par mois et par échéance',
  schema: cotisationSchema,
  answer: (reglement, faits) => resultat(cotiser(reglement, socle, faits), vueCotisation),
})
