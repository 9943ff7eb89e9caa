import { z } from 'zod'
import { formatDateEnLettres, formatNombre, formatPourcentage } from '@/lib/lexique/formats'
import {
  dresser,
  fiche,
  ligne,
  ligneForte,
  nommer,
  ouiNon,
  paragraphe,
  tableauBeneficiaires,
  tableauFormules,
  titre,
} from './composition'
import { adherent, beneficiaire, type Emission, formuleDatee, jour, nom, organisme } from './faits'
import type { Bloc, Papier } from './papier'

export const faitsRadiation = z
  .strictObject({
    organisme,
    adherent,
    reglement: nom,
    /** Last day of the contract; null when it goes on without the people named. */
    finContrat: jour.nullable(),
    responsable: z.boolean().nullable(),
    /** Oldest first. */
    /** Empty under a règlement that prints no table. */
    formules: z.array(formuleDatee),
    beneficiaires: z.array(beneficiaire).min(1),
    /** What was added to the contributions, year by year, for years not contributed; null: this contract knows none. */
    majorations: z.array(z.strictObject({ annee: z.int(), pourcent: z.number().min(0) })).nullable(),
  })
  .refine(({ beneficiaires }) => beneficiaires.every(({ au }) => au !== null), 'une personne encore couverte')
export type FaitsRadiation = z.infer<typeof faitsRadiation>

/** « 1,20 (majoration de 20 %) » */
const coefficient = (pourcent: number): string =>
  pourcent === 0
    ? '1 (aucune majoration)'
    : `${formatNombre(1 + pourcent / 100)} (majoration de ${formatPourcentage(pourcent)})`

function majorations(lues: FaitsRadiation['majorations']): readonly Bloc[] {
  if (lues === null) return []
  return [
    titre('Coefficient de majoration appliqué à la cotisation'),
    lues.length === 0
      ? paragraphe('Nous l’établissons à part : demandez-le-nous.')
      : fiche(...lues.map(({ annee, pourcent }) => ligne(`Année ${annee}`, coefficient(pourcent)))),
  ]
}

export function composerRadiation(f: FaitsRadiation, emission: Emission): Papier {
  const qui = nommer(f.adherent)
  const seule = f.beneficiaires.length === 1
  return dresser(
    {
      organisme: f.organisme,
      titre: 'Attestation de radiation',
      sousTitre: `Adhésion n° ${f.adherent.numeroAdherent}`,
      destinataire: [qui, `N° adhérent ${f.adherent.numeroAdherent}`],
    },
    emission,
    [
      paragraphe(
        seule
          ? `${f.organisme.nom} atteste que la personne nommée ci-dessous était inscrite à sa complémentaire santé, au titre du contrat de ${qui}, et que sa couverture s’arrête à la date indiquée, ce jour compris.`
          : `${f.organisme.nom} atteste que les personnes nommées ci-dessous étaient inscrites à sa complémentaire santé, au titre du contrat de ${qui}, et que leur couverture s’arrête aux dates indiquées, ce jour compris.`,
      ),
      fiche(
        ligne('Adhérent', qui),
        ligne('N° adhérent', f.adherent.numeroAdherent),
        ligne('Règlement', f.reglement),
        ...(f.finContrat === null
          ? []
          : [ligneForte('Dernier jour du contrat', formatDateEnLettres(f.finContrat))]),
        ...(f.responsable === null ? [] : [ligne('Contrat responsable', ouiNon(f.responsable))]),
      ),
      tableauBeneficiaires(seule ? 'Personne radiée' : 'Personnes radiées', f.beneficiaires, null),
      ...(f.formules.length === 0 ? [] : [tableauFormules('Garanties du contrat', f.formules)]),
      ...majorations(f.majorations),
      paragraphe(`Fait le ${formatDateEnLettres(emission.emisLe)}, pour ${f.organisme.nom}.`),
    ],
    ['À remettre à votre nouvelle complémentaire : elle peut vous dispenser de ses délais d’attente.'],
  )
}
