import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { readSheets } from '../../src/adapters/excel/readSheets'
import { accessFaults } from './accessFaults'
import { expect, test } from './fixtures'
import { saveAs } from './saveAs'

test('the form is saved as an XLSForm from the output page @electron', async ({ app, profile }) => {
  const { page } = app
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '导出' }).click()
  const path = join(profile, '一户一表_XLSForm.xlsx')
  await saveAs(app, page.getByRole('button', { name: '存 XLSForm…' }), path)
  await expect(page.getByTestId('xlsform-outcome')).toContainText('一户一表_XLSForm.xlsx')
  expect(await accessFaults(page)).toEqual([])
  const { tables } = readSheets({ name: 'form.xlsx', bytes: await readFile(path) })
  expect(tables.map(({ sheet }) => sheet)).toEqual(['survey', 'choices', 'settings'])
})
