import { abitbol } from './familles/abitbol'
import { achour } from './familles/achour'
import { baptiste } from './familles/baptiste'
import { benamar } from './familles/benamar'
import { berthelot } from './familles/berthelot'
import { castaing } from './familles/castaing'
import { cissokho } from './familles/cissokho'
import { dornano } from './familles/dornano'
import { etcheverry } from './familles/etcheverry'
import { ferreira } from './familles/ferreira'
import { giroud } from './familles/giroud'
import { guerin } from './familles/guerin'
import { haddad } from './familles/haddad'
import { haddou } from './familles/haddou'
import { kersauson } from './familles/kersauson'
import { kowalczyk } from './familles/kowalczyk'
import { lecoeur } from './familles/lecoeur'
import { lemoigne } from './familles/lemoigne'
import { lindqvist } from './familles/lindqvist'
import { marchetti } from './familles/marchetti'
import { martinez } from './familles/martinez'
import { mbemba } from './familles/mbemba'
import { ndiaye } from './familles/ndiaye'
import { nguyen } from './familles/nguyen'
import { oeuvrard } from './familles/oeuvrard'
import { okonkwo } from './familles/okonkwo'
import { oliveira } from './familles/oliveira'
import { perrillat } from './familles/perrillat'
import { rasoanaivo } from './familles/rasoanaivo'
import { saintClair } from './familles/saint-clair'
import { schmitt } from './familles/schmitt'
import { sow } from './familles/sow'
import { tran } from './familles/tran'
import { vanDenBroeck } from './familles/van-den-broeck'
import { vasseur } from './familles/vasseur'
import { vukovic } from './familles/vukovic'
import { wasilewska } from './familles/wasilewska'
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
  vukovic,
  rasoanaivo,
  perrillat,
  giroud,
  benamar,
  tran,
  okonkwo,
  castaing,
  lemoigne,
  sow,
  haddou,
  wasilewska,
]
