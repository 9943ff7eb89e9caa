import { berthelot } from './familles/berthelot'
import { dornano } from './familles/dornano'
import { ferreira } from './familles/ferreira'
import { guerin } from './familles/guerin'
import { haddad } from './familles/haddad'
import { kowalczyk } from './familles/kowalczyk'
import { lecoeur } from './familles/lecoeur'
import { martinez } from './familles/martinez'
import { ndiaye } from './familles/ndiaye'
import { nguyen } from './familles/nguyen'
import { oeuvrard } from './familles/oeuvrard'
import { saintClair } from './familles/saint-clair'
import { vanDenBroeck } from './familles/van-den-broeck'
import type { Famille } from './modele'

export const familles: readonly Famille[] = [
  oeuvrard,
  lecoeur,
  ndiaye,
  dornano,
  kowalczyk,
  guerin,
  ferreira,
  haddad,
  vanDenBroeck,
  nguyen,
  martinez,
  berthelot,
  saintClair,
]
