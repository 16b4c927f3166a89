import type { Page } from '@playwright/test'
import { codesIn } from '../application/texts/codesIn'

/** Words on the window's own frame, and keys. */
const OF_THE_FRAME = [
  'English',
  'Ctrl',
  'Shift',
  'Tab',
  'Alt',
  'Enter',
  'Esc',
  'Space',
  'Backspace',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]

/** What stands there to be read, choices of every list among it, without what is only technical on purpose. */
export async function codesOn(page: Page, ...known: readonly string[]): Promise<readonly string[]> {
  const text = await page.evaluate(() => {
    const options = [...document.querySelectorAll('option')].map(({ textContent }) => textContent)
    const titles = [...document.querySelectorAll('[title]')].map((each) => each.getAttribute('title'))
    return [document.body.innerText, ...options, ...titles].join('\n')
  })
  return [...new Set(codesIn(text, [...OF_THE_FRAME, ...known]))]
}
