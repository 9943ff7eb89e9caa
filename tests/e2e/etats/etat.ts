import type { Page } from '@playwright/test'

/** A page in one of the states it has. */
export interface Etat {
  readonly nom: string
  readonly page: string
  readonly url: string
  readonly qui?:
    | 'maelys'
    | 'aissatou'
    | 'yasmine'
    | 'sander'
    | 'theo'
    | 'rachid'
    | 'elias'
    | 'camille'
    | 'bich'
    | 'jeanne'
    | 'clemence'
    | 'GESTIONNAIRE'
    | 'COMPTABLE'
    | 'ADMINISTRATEUR'
    | 'SUPERVISEUR'
  /** What is done on the page before looking at it. */
  readonly geste?: (page: Page) => Promise<unknown>
}

export const soumettreVide = (page: Page) => page.locator('main form button').click()
