import { ARGENT } from './argent'
import { COMPTE } from './compte'
import { CONTRAT } from './contrat'
import { ECHANGES } from './echanges'
import type { TableExportee } from './formes'
import { SOINS } from './soins'

/**
 * Every table that speaks of a person, column by column: given, or excluded with a reason. The base is compared with this list by a test,
 * so that a new column waits for a decision.
 */
export const TABLES = { ...CONTRAT, ...SOINS, ...ARGENT, ...COMPTE, ...ECHANGES } as const
export type NomTable = keyof typeof TABLES

export const tablesExportees = Object.entries(TABLES) as readonly (readonly [NomTable, TableExportee])[]

/** The sections of the readable page. */
export const SECTIONS: readonly { readonly titre: string; readonly tables: readonly NomTable[] }[] = [
  { titre: 'Vous et votre contrat', tables: Object.keys(CONTRAT) as (keyof typeof CONTRAT)[] },
  { titre: 'Vos soins et vos remboursements', tables: Object.keys(SOINS) as (keyof typeof SOINS)[] },
  { titre: 'Vos cotisations et vos paiements', tables: Object.keys(ARGENT) as (keyof typeof ARGENT)[] },
  {
    titre: 'Votre compte en ligne et nos échanges',
    tables: Object.keys({ ...ECHANGES, ...COMPTE }) as (keyof typeof ECHANGES | keyof typeof COMPTE)[],
  },
]
