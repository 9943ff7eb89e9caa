import type { Socle } from '@/lib/rules/remboursement/socle'
import { articles, articlesCodeCivil, articlesRgpd, articlesSantePublique } from './articles'
import { lignes } from './lignes'
import { nomenclature } from './nomenclature'
import { parametres } from './parametres'
import { taux } from './parametres/taux'
import { postes } from './postes'

/** Ce que la loi impose à tous les règlements. */
export const socle: Socle = {
  articles: [...articles, ...articlesCodeCivil, ...articlesRgpd, ...articlesSantePublique],
  roles: {
    responsable: 'css/R871-2',
    tauxDecompte: 'css/R160-5',
    remise: 'civil/art-1350',
  },
  indu: { article: 'civil/art-1302-1', retenue: 'civil/art-1347' },
  droitsPersonnes: { unite: 'MOIS', nombre: 1, article: 'rgpd/art-12' },
  parametres,
  lignes,
  nomenclature,
  tauxActes: taux,
  postes,
}
