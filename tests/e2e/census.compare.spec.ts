import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessFaults } from './accessFaults'
import { dropRoster } from './dropRoster'
import { enumerate, newCensus } from './enumerate'
import { expect, test } from './fixtures'
import { visit } from './hand'
import { newProject } from './newProject'
import { registerFile } from './rosterFile'
import { saveAs } from './saveAs'

interface Figures {
  version: number
  tables: { id: string; area: string; rows: { code: string; share: number | null }[] }[]
}

async function openTables(page: Page): Promise<void> {
  await page.getByRole('link', { name: '统计表', exact: true }).click()
  await expect(page.getByTestId('table-coverage')).toBeVisible()
}

/** Gives the file by the key of the page. */
async function compareWith(page: Page, path: string): Promise<void> {
  await page.getByTestId('census-tables').focus()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('e')])
  await chooser.setFiles(path)
}

test('figures are saved, and compared with once more was enumerated @electron', async ({ app, profile }) => {
  const { page } = app
  const path = join(profile, 'earlier.json')
  await newCensus(page)
  await openTables(page)
  await saveAs(app, page.getByTestId('save-figures'), path)
  await expect(page.getByTestId('earlier')).toContainText('已存为')

  await page.getByRole('link', { name: '任务', exact: true }).click()
  await enumerate(await visit(page, '李建国'))
  await page.keyboard.press('Enter')
  await openTables(page)
  await compareWith(page, path)
  const coverage = page.getByTestId('table-coverage')
  await expect(coverage.getByRole('row', { name: /^已登记/ })).toContainText('33.33 %0.00 %+33.33')
  await expect(coverage.getByRole('row', { name: /^未完成/ })).toContainText('66.67 %100.00 %−33.33')
  // Nobody had said anything about the bedding before: a share that is not there is no 0.
  await expect(page.getByTestId('table-bedding').getByRole('row', { name: /^够/ })).toContainText(
    '100.00 %––',
  )
  expect(await accessFaults(page)).toEqual([])

  const figures = JSON.parse(await readFile(path, 'utf8')) as Figures
  const other: Figures = {
    ...figures,
    tables: figures.tables
      .filter(({ id, area }) => id !== 'size' || area !== 'county')
      .map((table) =>
        table.id !== 'clothing'
          ? table
          : { ...table, rows: [...table.rows.slice(1), { code: 'patched', share: 0.5 }] },
      ),
  }
  await writeFile(path, JSON.stringify(other))
  await compareWith(page, path)
  await expect(page.getByTestId('onlyNow')).toContainText('家庭人口')
  const clothing = page.getByTestId('table-clothing').getByRole('row')
  await expect(clothing.nth(1)).toContainText('早先没有')
  await expect(clothing.last()).toContainText('这次没有')

  await writeFile(path, '{"version":1,"tables":[')
  await compareWith(page, path)
  await expect(page.getByTestId('earlier').getByRole('alert')).toContainText('earlier.json')
  await expect(page.getByTestId('earlier').getByRole('alert')).toContainText('重新保存统计结果')
  // What it was compared with before stays.
  await expect(coverage.getByRole('row', { name: /^已登记/ })).toContainText('+33.33')
  await page.getByTestId('compare-stop').click()
  await expect(coverage.getByRole('columnheader', { name: '早先' })).toHaveCount(0)
  await page.setViewportSize({ width: 1024, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
})

test('shares of a sampled county have intervals, and where both counts have them the difference has one @electron', async ({
  app,
  profile,
}) => {
  const { page } = app
  await drawnCensus(page)
  await openTables(page)
  const open = page.getByTestId('table-coverage').getByRole('row', { name: /^未完成/ })
  // Twelve of 28 were drawn, and nobody was there yet.
  await expect(open).toContainText(/100\.00 %\d\d\.\d\d % – 100\.00 %$/)
  const path = join(profile, 'earlier.json')
  await saveAs(app, page.getByTestId('save-figures'), path)
  await compareWith(page, path)
  await expect(open).toContainText(/100\.00 %0\.00 \(−\d\d\.\d\d – \+\d\d\.\d\d\)$/)
  await page.setViewportSize({ width: 1024, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
})

/** A county of a drawn sample, whose project became a census. */
async function drawnCensus(page: Page): Promise<void> {
  await newProject(page, { title: '云岭县', person: '组长甲', passcode: 'correct horse' })
  await dropRoster(page, 'register.xlsx', registerFile())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '抽样' }).click()
  await page.getByTestId('size').getByRole('spinbutton').fill('12')
  await page.getByTestId('preview').click()
  await page.getByTestId('seed').fill('2020-07-15 当众掷骰 3 5 1')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('sample')).toContainText('已抽样本户')
  await page.getByRole('link', { name: '任务设定' }).click()
  await page.getByLabel('任务类型').selectOption('census')
  await page.getByLabel('为什么改（必填）').fill('改为普查')
  await page.getByRole('button', { name: '改设定' }).click()
}
