import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the page as it stands, however small, as `rule: element`. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  // Electron has no second page in which axe could gather its frames: there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
