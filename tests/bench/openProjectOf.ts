import type { Page } from '@playwright/test'
import { dropRoster } from '../e2e/dropRoster'
import { newProject } from '../e2e/newProject'
import { rosterWorkbook } from './rosterWorkbook'

export const PASSCODE = 'correct horse'
/** An import of 120,000 rows takes its time. */
const TIMEOUT = 120_000

/** A sealed project without a list; ends on the page that imports one. */
export async function makeProject(page: Page): Promise<void> {
  await newProject(page, { title: '测量', person: '组员甲', passcode: PASSCODE })
  await page.getByTestId('drop').waitFor()
}

/** A sealed project with a list of so many households of four, made as an assessor makes it; ends on the household list. */
export async function openProjectOf(page: Page, households: number): Promise<void> {
  await makeProject(page)
  await dropRoster(page, 'county.xlsx', rosterWorkbook(households * 4))
  await page.getByTestId('adopt').click({ timeout: TIMEOUT })
  await page.getByTestId('adopted').waitFor({ timeout: TIMEOUT })
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByText(`${households} / ${households} 户`).waitFor({ timeout: TIMEOUT })
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
}
