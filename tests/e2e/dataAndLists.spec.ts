import { strToU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { read } from 'xlsx'
import { accessFaults } from './accessFaults'
import { dropRoster } from './dropRoster'
import { expect, test, type RunningApp } from './fixtures'
import { saveAs } from './saveAs'

type Row = Readonly<Record<string, string>>

/** Saves files of data by the output page, and reads them from their archive. */
async function savedData(app: RunningApp, profile: string): Promise<ReadonlyMap<string, string>> {
  const path = join(profile, 'data.zip')
  await saveAs(app, app.page.getByTestId('data-save'), path)
  await expect(app.page.getByTestId('data-outcome')).toContainText('.zip')
  const files = unzipSync(new Uint8Array(await readFile(path)))
  return new Map(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder('utf-8').decode(bytes)]))
}

function rowsOf(files: ReadonlyMap<string, string>, name: string): readonly Row[] {
  return Papa.parse<Row>(files.get(name) ?? '', { header: true, skipEmptyLines: true }).data
}

test('records go out as files of data, and another list is held against the register, kept, asked about and saved @electron', async ({
  app,
  profile,
}) => {
  const { page } = app
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')

  await page.getByRole('link', { name: '导出', exact: true }).click()
  await expect(page.getByTestId('data-out')).toBeVisible()
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('data-full').check()
  // Nobody takes ID numbers out without saying why.
  await page.getByTestId('data-save').click()
  await expect(
    page.getByTestId('data-out').getByRole('alert').or(page.getByTestId('data-out').locator('li')),
  ).not.toHaveCount(0)
  await page.getByTestId('data-why').fill('与低保名册核对')
  const files = await savedData(app, profile)
  expect([...files.keys()].toSorted()).toEqual(
    ['户', '成员', '收入账', '佐证', '依据', '修改痕迹', '备注', '数据字典', '导出说明']
      .map((name) => `${name}.csv`)
      .toSorted(),
  )
  expect(rowsOf(files, '户.csv')).toHaveLength(120)
  expect(files.get('导出说明.csv')).toContain('与低保名册核对')

  await page.getByTestId('data-format').selectOption('jsonl')
  await page.getByTestId('data-why').fill('归档')
  const records = await savedData(app, profile)
  expect([...records.keys()]).toContain('答案.jsonl')

  const villages = new Map(rowsOf(files, '户.csv').map((row) => [row['household'], row]))
  const interviewed = rowsOf(files, '成员.csv').filter(
    (row) =>
      villages.get(row['household'])?.['visit_outcome'] === 'completed' &&
      /^\d{17}[\dX]$/.test(row['listed_id_number'] ?? ''),
  )
  const [first] = interviewed
  const list = [
    '姓名,身份证号,村,出生日期',
    `${first?.['listed_name']},${first?.['listed_id_number']},${villages.get(first?.['household'])?.['village']},1900-01-01`,
    '外村人,,没有这个村,',
  ]
  await page.getByRole('link', { name: '名单', exact: true }).click()
  await page.getByTestId('to-reconcile').click()
  await dropRoster(page, '低保.csv', strToU8(`\ufeff${list.join('\n')}\n`))
  await expect(page.getByTestId('list-source')).toBeFocused()
  await page.getByTestId('list-source').fill('县民政局低保名册')
  await page.getByTestId('list-date').fill('2020-06-30')
  await page.getByTestId('list-keep').click()
  await expect(page.getByTestId('kept-lists')).toContainText('县民政局低保名册（2020-06-30）')
  const found = page.getByTestId('reconciled')
  await expect(found.getByRole('row').nth(1)).toContainText('1900-01-01')
  expect(await accessFaults(page)).toEqual([])

  await found.getByRole('button', { name: '问这一户' }).first().click()
  await expect(page.getByTestId('reconcile-asked')).toHaveText('已退回去问')
  await found.getByRole('button', { name: '问这一户' }).first().click()
  await expect(page.getByTestId('reconcile-asked')).toContainText('问过了')

  await found.getByRole('radio', { name: /只在另一份/ }).check()
  await expect(found.getByRole('row').nth(1)).toContainText('外村人')
  await page.getByTestId('reconcile-filter').fill('没有这样的人')
  await expect(found).toContainText('没有。')
  await page.getByTestId('reconcile-filter').fill('')

  const path = join(profile, 'list.xlsx')
  await saveAs(app, page.getByTestId('reconcile-save'), path)
  expect(read(await readFile(path)).SheetNames).toContain('只在另一份')

  await page.getByTestId('remove-list').click()
  await page.getByTestId('remove-list').click()
  await expect(page.getByTestId('kept-lists')).toHaveCount(0)
})
