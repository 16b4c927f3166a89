import type { Page } from '@playwright/test'
import { unreachable } from '../inPage/unreachable'
import { expect } from './fixtures'

/** A screen of 1366x768 at a zoom of 150 %, and the smallest window. */
const SIZES = [
  { width: 911, height: 512 },
  { width: 1024, height: 700 },
] as const

/** Nothing of the page is out of reach in either window. */
export async function expectAllInReach(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    expect(await page.evaluate(unreachable), `${name} at ${size.width}x${size.height}`).toEqual([])
  }
}
