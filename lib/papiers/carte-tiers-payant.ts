import { z } from 'zod'
import { formatDateEnChiffres } from '@/lib/lexique/formats'
import { libelleDomaine } from '@/lib/lexique/papiers'
import {
  cellule,
  dresser,
  enDates,
  enTexte,
  ligne,
  liste,
  nommer,
  paragraphe,
  periode,
  titre,
} from './composition'
import { adherent, beneficiaireDeCarte, type Emission, jour, nom, organisme } from './faits'
import type { Carte, LigneFiche, Papier, Verification } from './papier'

export const DOMAINES = [
  'PHARMACIE',
  'LABORATOIRE',
  'RADIOLOGIE',
  'AUXILIAIRES',
  'SOINS_EXTERNES',
  'HOSPITALISATION',
  'OPTIQUE',
  'DENTAIRE',
  'AUDITION',
  'TRANSPORT',
] as const

export const faitsCarte = z
  .strictObject({
    organisme,
    adherent,
    du: jour,
    au: jour,
    /** Of the « pavé normalisé »; printed empty when the organisme has none. */
    typeConvention: z.string().max(10).nullable(),
    /** Critère secondaire de routage. */
    csr: z.string().max(20).nullable(),
    /** null: not known, the letter is not printed. */
    responsable: z.boolean().nullable(),
    formule: nom.nullable(),
    beneficiaires: z.array(beneficiaireDeCarte).min(1),
    domaines: z.array(
      z.strictObject({
        domaine: z.enum(DOMAINES),
        /** Nothing to advance at once, or once the mutuelle has answered the professional's request. */
        condition: z.enum(['DIRECT', 'SUR_ACCORD']),
      }),
    ),
  })
  .refine(({ du, au }) => au >= du, 'la validité finit avant de commencer')
export type FaitsCarte = z.infer<typeof faitsCarte>

const pave = (f: FaitsCarte): readonly LigneFiche[] => [
  ligne('N° AMC', f.organisme.numeroAmc),
  ligne('Type de convention', f.typeConvention ?? ''),
  ligne('CSR', f.csr ?? ''),
  ligne('N° adhérent', f.adherent.numeroAdherent),
  ligne('Période de validité', `${formatDateEnChiffres(f.du)} – ${formatDateEnChiffres(f.au)}`),
]

const CONDITIONS = [
  ['DIRECT', 'Rien à avancer'],
  ['SUR_ACCORD', 'Rien à avancer, après accord de la mutuelle'],
] as const

const domaines = (f: FaitsCarte): readonly LigneFiche[] =>
  CONDITIONS.flatMap(([condition, libelle]) => {
    const noms = f.domaines.filter((d) => d.condition === condition).map((d) => libelleDomaine(d.domaine))
    return noms.length === 0 ? [] : [ligne(libelle, noms.join(', '))]
  })

const carte = (f: FaitsCarte, verification: Verification | null): Carte => ({
  organisme: f.organisme.nom,
  titre: 'Carte de tiers payant',
  pave: pave(f),
  responsable: f.responsable ? { lettre: 'R', alternative: 'contrat responsable' } : null,
  titulaire: nommer(f.adherent),
  beneficiaires: {
    type: 'tableau',
    legende: 'Personnes couvertes',
    colonnes: [enTexte('Nom et prénom'), enDates('Naissance'), enTexte('Rang')],
    lignes: f.beneficiaires.map((b) => [
      cellule(nommer(b)),
      cellule(formatDateEnChiffres(b.dateNaissance)),
      cellule(String(b.rang)),
    ]),
    total: null,
  },
  domaines: domaines(f),
  rappel: `À présenter avec la carte Vitale. ${f.organisme.nom}, ${f.organisme.telephone}`,
  verification:
    verification === null
      ? null
      : { ...verification, phrase: 'Le code ouvre la page qui vérifie cette carte.' },
})

/** The card, and how to use it. No NIR, anywhere. */
export function composerCarte(f: FaitsCarte, emission: Emission): Papier {
  const papier = dresser(
    {
      organisme: f.organisme,
      titre: 'Carte de tiers payant',
      sousTitre: `Valable ${periode(f.du, f.au)}${f.formule === null ? '' : ` · ${f.formule}`}`,
      destinataire: [nommer(f.adherent), `N° adhérent ${f.adherent.numeroAdherent}`],
    },
    emission,
    [],
    ['Cette carte reste la propriété de la mutuelle. Détruisez-la dès qu’une nouvelle la remplace.'],
  )
  return {
    ...papier,
    verification: null,
    blocs: [
      { type: 'carte', carte: carte(f, papier.verification) },
      titre('Comment s’en servir'),
      liste(
        'Sur papier : découpez la carte le long du cadre et pliez-la en deux. Sur téléphone : montrez cette page.',
        'Présentez-la avec votre carte Vitale, pour vous et pour chaque personne dont le nom y figure.',
        'Le professionnel de santé qui accepte le tiers payant ne vous fait pas avancer la part que nous remboursons.',
        'Pour les soins « après accord », il nous envoie d’abord une demande de prise en charge : nous lui répondons directement.',
      ),
      paragraphe(
        `${f.responsable ? 'La lettre R signale un contrat responsable. ' : ''}Si votre situation change, prévenez-nous : nous éditons une nouvelle carte.`,
      ),
    ],
  }
}
