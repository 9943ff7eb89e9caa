import { z } from 'zod'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { cellule, dresser, enTexte, fort, paragraphe } from './composition'
import { adherent, type Emission, type Fondement, fondement, nom, organisme, texte } from './faits'
import type { Bloc, Papier } from './papier'

export const faitsCourrier = z.strictObject({
  organisme,
  adherent,
  /** Name first, then the address when it is known. */
  destinataire: z.array(nom).min(1).max(6),
  objet: nom,
  /** Before the grounds, after them. A line feed inside a paragraph is a line feed. */
  paragraphes: z.array(texte).min(1),
  fondements: z.array(fondement),
  suite: z.array(texte),
  /** Who signs, and as what. */
  signature: z.strictObject({ nom, qualite: nom.nullable() }),
})
export type FaitsCourrier = z.infer<typeof faitsCourrier>

/** Why, step by step, each with the article it rests on. */
const pourquoi = (fondements: readonly Fondement[]): readonly Bloc[] =>
  fondements.length === 0
    ? []
    : [
        {
          type: 'tableau',
          legende: 'Pourquoi',
          colonnes: [enTexte('Ce que nous avons constaté'), enTexte('Article')],
          lignes: fondements.map(({ motif, article }) => [cellule(expliquerMotif(motif)), cellule(article)]),
          total: null,
        },
      ]

/** A letter: what staff wrote, then the grounds of the decision it announces, then what to do. */
export function composerCourrier(f: FaitsCourrier, emission: Emission): Papier {
  return dresser(
    {
      organisme: f.organisme,
      titre: f.objet,
      destinataire: f.destinataire,
      reference: `N° adhérent ${f.adherent.numeroAdherent}${emission.numero === null ? '' : ` · N° ${emission.numero}`}`,
    },
    emission,
    [
      ...f.paragraphes.map(paragraphe),
      ...pourquoi(f.fondements),
      ...f.suite.map(paragraphe),
      fort(f.signature.nom),
      ...(f.signature.qualite === null ? [] : [paragraphe(f.signature.qualite)]),
    ],
    [],
  )
}
