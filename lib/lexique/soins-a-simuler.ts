import { APPAREILLAGE } from './soins/appareillage'
import { AUTRES } from './soins/autres'
import { CONSULTER } from './soins/consulter'
import { DENTS } from './soins/dents'
import { EXAMENS } from './soins/examens'
import { HOPITAL } from './soins/hopital'
import { OREILLES } from './soins/oreilles'
import { PARAMEDICAL } from './soins/paramedical'
import { PHARMACIE } from './soins/pharmacie'
import type { SoinASimuler } from './soins/soin'
import { YEUX } from './soins/yeux'

/** Tous, une famille de besoins après l'autre. */
export const SOINS_A_SIMULER: readonly SoinASimuler[] = [
  ...CONSULTER,
  ...EXAMENS,
  ...PARAMEDICAL,
  ...PHARMACIE,
  ...YEUX,
  ...DENTS,
  ...OREILLES,
  ...APPAREILLAGE,
  ...HOPITAL,
  ...AUTRES,
]

const PAR_CODE: ReadonlyMap<string, SoinASimuler> = new Map(SOINS_A_SIMULER.map((soin) => [soin.code, soin]))

export const soinASimuler = (code: string): SoinASimuler | undefined => PAR_CODE.get(code)
