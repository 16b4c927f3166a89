import type { Page } from '@playwright/test'
import { accessFaults } from './accessFaults'
import { expectAllInReach } from './allInReach'
import { codesOn } from './codesOn'
import { enumerate, newCensus } from './enumerate'
import { expect, test } from './fixtures'
import { visit } from './hand'

/** What is called so everywhere: the form's version, browsers, kinds of files and of programs that read them. */
const TECHNICAL = [
  ...['census-1', 'CHES', 'Chrome', 'Chromium', 'HeadlessChrome', 'Electron'],
  ...['dta', 'sav', 'Lines', 'Parquet', 'zip', 'Central', 'answers'],
]

/** Nothing on the page is in words of programs, closed to a screen reader, or out of reach in a small window. */
async function expectFit(page: Page, name: string): Promise<void> {
  const codes = await codesOn(page, ...TECHNICAL)
  // The project's code, by which laptops join, is no word.
  expect
    .soft(
      codes.filter((word) => !/^yihu1|^[A-Za-z0-9.-]{20,}$/.test(word)),
      name,
    )
    .toEqual([])
  expect.soft(await accessFaults(page), name).toEqual([])
  await expectAllInReach(page, name)
  await page.setViewportSize({ width: 1366, height: 768 })
}

test('every page of a census is in words, in reach, and open to a screen reader', async ({
  app: { page },
}) => {
  await newCensus(page)
  const hand = await visit(page, '李建国')
  await expectFit(page, 'interview')
  await enumerate(hand)
  await expectFit(page, 'closed')
  await page.keyboard.press('Enter')
  await expectFit(page, 'list')
  await page.getByTestId('households').press('r')
  await expect(page.getByTestId('result-page')).toBeVisible()
  await expectFit(page, 'result')
  const names = await page.getByRole('navigation').first().getByRole('link').allInnerTexts()
  expect(names.length).toBeGreaterThan(8)
  for (const name of names) {
    await page.getByRole('link', { name: name.trim(), exact: true }).click()
    await page.locator('main').getByRole('heading').first().waitFor()
    await expectFit(page, name)
  }
})
