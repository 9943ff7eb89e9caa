import type { Page } from '@playwright/test'
import axeCore, { type RunOptions } from 'axe-core'

interface Violation {
  readonly id: string
  readonly noeuds: readonly string[]
}

type Fenetre = typeof globalThis & { readonly axe?: typeof axeCore }

/**
 * What axe finds wrong in the page, by rule. It is put into the page once and asked there: @axe-core/playwright puts itself in again at each
 * question and asks from a second page, at twice the cost; our pages have no frames (frame-src 'none').
 */
export async function axe(page: Page, regles: NonNullable<RunOptions['runOnly']>): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  const violations = await page.evaluate(async (runOnly): Promise<Violation[]> => {
    const trouve = await (window as Fenetre).axe?.run(document, { runOnly, resultTypes: ['violations'] })
    if (trouve === undefined) throw new Error('axe n’est pas dans la page')
    return trouve.violations.map(({ id, nodes }) => ({ id, noeuds: nodes.map(({ html }) => html) }))
  }, regles)
  return violations.map(({ id, noeuds }) => `${id} : ${noeuds.join(' | ')}`)
}
