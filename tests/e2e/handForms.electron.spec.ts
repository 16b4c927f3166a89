import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPart, unpackParts } from '../office/workbookParts'
import { expect, test } from './fixtures'
import { saveAs } from './saveAs'

/** Opens the practice county's page of what goes out, with one village chosen. */
async function openForms(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '导出' }).click()
  await expect(page.getByTestId('forms')).toBeVisible()
  await page.getByRole('radio', { name: '一个村' }).check()
}

test('writes a village’s forms as a workbook, a sheet a household', async ({ electron, profile }) => {
  const { page } = electron
  await openForms(page)
  await page.getByRole('checkbox', { name: '家庭收入测算表' }).check()
  const path = join(profile, 'forms.xlsx')
  await saveAs(electron, page.getByTestId('forms').getByRole('button', { name: '写成工作簿' }), path)
  await expect(page.getByTestId('forms-outcome')).toHaveText('已存为 forms.xlsx')
  const count = Number(/\d+/.exec((await page.getByTestId('output-count').textContent()) ?? '')?.[0])
  const xml = readPart(unpackParts(new Uint8Array(await readFile(path))), 'xl/workbook.xml')
  expect(xml.match(/<sheet /g)).toHaveLength(count)
})

test('prints forms as a PDF, each page on paper of its own', async ({ electron, profile }) => {
  const { page } = electron
  await openForms(page)
  await page.getByRole('checkbox', { name: '村级认定表' }).check()
  await page.getByRole('checkbox', { name: '县级汇总表' }).check()
  const path = join(profile, 'forms.pdf')
  await saveAs(electron, page.getByTestId('forms').getByRole('button', { name: '存为 PDF' }), path)
  await expect(page.getByTestId('forms-outcome')).toHaveText('已存为 forms.pdf')
  const pdf = await readFile(path, 'latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    Number(width) > Number(height) ? 'landscape' : 'portrait',
  )
  expect(boxes).toEqual(['portrait', 'portrait', 'landscape', 'landscape'])
  await expect(page.getByTestId('form-pages')).toHaveCount(0)
})
