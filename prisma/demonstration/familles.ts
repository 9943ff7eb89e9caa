import { abitbol } from './familles/abitbol'
import { achour } from './familles/achour'
import { baptiste } from './familles/baptiste'
import { berthelot } from './familles/berthelot'
import { cissokho } from './familles/cissokho'
import { dornano } from './familles/dornano'
import { etcheverry } from './familles/etcheverry'
import { ferreira } from './familles/ferreira'
import { guerin } from './familles/guerin'
import { haddad } from './familles/haddad'
import { kersauson } from './familles/kersauson'
import { kowalczyk } from './familles/kowalczyk'
import { lecoeur } from './familles/lecoeur'
import { lindqvist } from './familles/lindqvist'
import { marchetti } from './familles/marchetti'
import { martinez } from './familles/martinez'
import { mbemba } from './familles/mbemba'
import { ndiaye } from './familles/ndiaye'
import { nguyen } from './familles/nguyen'
import { oeuvrard } from './familles/oeuvrard'
import { oliveira } from './familles/oliveira'
import { saintClair } from './familles/saint-clair'
import { schmitt } from './familles/schmitt'
import { vanDenBroeck } from './familles/van-den-broeck'
import { vasseur } from './familles/vasseur'
import { wurtz } from './familles/wurtz'
import { zielinski } from './familles/zielinski'
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
  achour,
  kersauson,
  vasseur,
  abitbol,
  etcheverry,
  mbemba,
  cissokho,
  lindqvist,
  zielinski,
  marchetti,
  oliveira,
  schmitt,
  wurtz,
  baptiste,
]
