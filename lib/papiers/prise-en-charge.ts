import { z } from 'zod'
import { formatDateEnChiffres, formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { direCodeRisque, NATURES } from '@/lib/lexique/prises-en-charge'
import { type Montant, somme } from '@/lib/rules/montant/montant'
import {
  cellule,
  dresser,
  enMontants,
  enTexte,
  fiche,
  fort,
  ligne,
  ligneForte,
  nommer,
  paragraphe,
  periode,
} from './composition'
import { adherent, centimes, type Emission, fondement, jour, nom, organisme, texte } from './faits'
import type { Bloc, LigneFiche, Papier, Tableau } from './papier'

const acte = z
  .strictObject({
    libelle: texte,
    /** « 4 nuits »; null for a single one. */
    nombre: nom.nullable(),
    depense: centimes,
    partAmo: centimes,
    regimeLocal: centimes,
    autres: centimes,
    partMutuelle: centimes,
    resteACharge: centimes,
    fondements: z.array(fondement).min(1),
  })
  .refine(
    (a) => somme([a.partAmo, a.regimeLocal, a.autres, a.partMutuelle, a.resteACharge]) === a.depense,
    'les parts ne font pas la dépense',
  )
type Acte = z.infer<typeof acte>

/** A commitment to pay (PRISE_EN_CHARGE), or what an estimate would be paid (DEVIS). */
export const faitsPriseEnCharge = z.strictObject({
  organisme,
  adherent,
  genre: z.enum(['PRISE_EN_CHARGE', 'DEVIS']),
  nature: z.enum(['HOSPITALISATION', 'OPTIQUE', 'DENTAIRE', 'AUDIO', 'AUTRE']),
  /** What tells it from the others in a list. */
  objet: nom,
  numero: nom,
  personne: z.strictObject({ prenom: nom, nom, dateNaissance: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  professionnel: nom,
  finess: nom.nullable(),
  jour,
  dmt: nom.nullable(),
  codeRisque: nom.nullable(),
  du: jour,
  au: jour,
  /** The day whose forfaits the calculation read. */
  calculeeLe: jour,
  reglement: nom,
  formule: nom,
  actes: z.array(acte).min(1),
})
export type FaitsPriseEnCharge = z.infer<typeof faitsPriseEnCharge>

const total = (actes: readonly Acte[], part: (acte: Acte) => Montant): Montant => somme(actes.map(part))

const AUTRES_PARTS = [
  { titre: 'Régime local', part: (a: Acte) => a.regimeLocal },
  { titre: 'Autre complémentaire', part: (a: Acte) => a.autres },
] as const

function tableauActes(actes: readonly Acte[]): Tableau {
  const parts = [
    { titre: 'Prix', part: (a: Acte) => a.depense },
    { titre: 'Assurance maladie', part: (a: Acte) => a.partAmo },
    ...AUTRES_PARTS.filter(({ part }) => total(actes, part) !== 0),
    { titre: 'Mutuelle', part: (a: Acte) => a.partMutuelle },
    { titre: 'À votre charge', part: (a: Acte) => a.resteACharge },
  ]
  return {
    type: 'tableau',
    legende: 'Qui paie quoi',
    colonnes: [enTexte('Soin'), ...parts.map(({ titre }) => enMontants(titre))],
    lignes: actes.map((a) => [
      cellule(a.libelle, a.nombre === null ? [] : [a.nombre]),
      ...parts.map(({ part }) => cellule(formatMontant(part(a)))),
    ]),
    total: [cellule('Total'), ...parts.map(({ part }) => cellule(formatMontant(total(actes, part))))],
  }
}

const tableauPourquoi = (a: Acte): Tableau => ({
  type: 'tableau',
  legende: `Pourquoi : ${a.libelle}`,
  colonnes: [enTexte('Calcul'), enTexte('Article')],
  lignes: a.fondements.map(({ motif, article }) => [cellule(expliquerMotif(motif)), cellule(article)]),
  total: null,
})

const siConnu = (libelle: string, valeur: string | null): readonly LigneFiche[] =>
  valeur === null ? [] : [ligne(libelle, valeur)]

function identite(f: FaitsPriseEnCharge): Bloc {
  const sejour = f.nature === 'HOSPITALISATION'
  return fiche(
    ligneForte('Numéro', f.numero),
    ligneForte('Pour', `${nommer(f.personne)}, né(e) le ${formatDateEnChiffres(f.personne.dateNaissance)}`),
    ligne('N° adhérent', f.adherent.numeroAdherent),
    ligne('Soins', NATURES[f.nature]),
    ligne(sejour ? 'Établissement' : 'Professionnel', f.professionnel),
    ...siConnu('FINESS', f.finess),
    ligne(sejour ? 'Date d’entrée' : 'Date prévue', formatDateEnLettres(f.jour)),
    ...siConnu('Discipline médico-tarifaire (DMT)', f.dmt),
    ...siConnu('Code risque', f.codeRisque === null ? null : direCodeRisque(f.codeRisque)),
    ligneForte('Valable', periode(f.du, f.au)),
    ligne('Garanties', `${f.reglement}, formule ${f.formule}`),
    ligne('N° AMC', f.organisme.numeroAmc),
  )
}

const TITRES = { PRISE_EN_CHARGE: 'Accord de prise en charge', DEVIS: 'Réponse à votre devis' } as const

function annonce(f: FaitsPriseEnCharge): string {
  const somme_ = formatMontant(total(f.actes, (a) => a.partMutuelle))
  return f.genre === 'PRISE_EN_CHARGE'
    ? `${f.organisme.nom} s’engage à payer ${somme_} à ${f.professionnel} pour les soins ci-dessous.`
    : `Pour les soins ci-dessous, ${f.organisme.nom} paierait ${somme_}.`
}

/** What the member shows to the establishment, or keeps with the estimate. */
export function composerPriseEnCharge(f: FaitsPriseEnCharge, emission: Emission): Papier {
  const engage = f.genre === 'PRISE_EN_CHARGE'
  return dresser(
    {
      organisme: f.organisme,
      titre: TITRES[f.genre],
      sousTitre: f.objet,
      destinataire: [nommer(f.adherent), `N° adhérent ${f.adherent.numeroAdherent}`],
      reference: `N° ${f.numero}`,
    },
    emission,
    [
      fort(annonce(f)),
      identite(f),
      tableauActes(f.actes),
      ...f.actes.map(tableauPourquoi),
      paragraphe(`Fait le ${formatDateEnLettres(emission.emisLe)}, pour ${f.organisme.nom}.`),
    ],
    [
      `Calcul fait avec ce qui restait des forfaits le ${formatDateEnLettres(f.calculeeLe)} : un autre soin payé d’ici là peut les entamer.`,
      engage
        ? 'Cet accord vaut si la personne est toujours couverte le jour des soins, et dans la limite de ce qui est facturé.'
        : 'Cette réponse n’est pas un engagement : un autre prix, une autre date ou un autre acte change le calcul.',
    ],
  )
}
