import { writeFile } from 'node:fs/promises'
import { utils, write } from 'xlsx'
import { expect, test } from './fixtures'
import { dropRoster, dropRosters } from './dropRoster'
import { accessFaults } from './accessFaults'

const encoder = new TextEncoder()
const LIST = encoder.encode(
  [
    '行政村,户编号,姓名,与户主关系,脱贫属性,电联',
    '石村,,游离人,之子,,',
    '石村,001,李甲,户主,,13800000000',
    '石村,002,王乙,户主,已脱贫(享受政策),13900000000',
  ].join('\n'),
)

test('reads again with a corrected column, and remembers it for the next list with these headers', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'first.csv', LIST)
  const column = page.getByLabel('F 列“电联”读作')
  await expect(column).toHaveValue('keep')
  await expect(page.getByTestId('sheet')).toContainText('不认识')
  await column.selectOption('phone')
  await expect(page.getByTestId('sheet')).toContainText('列已改过')
  await expect(column).toHaveValue('phone')
  expect(await accessFaults(page)).toEqual([])

  await dropRoster(page, 'second.csv', LIST)
  await expect(page.getByTestId('sheet')).toContainText('上次同样表头的改法已用上')
  await expect(column).toHaveValue('phone')
  await page.getByRole('button', { name: '恢复自动识别' }).click()
  await expect(column).toHaveValue('keep')
})

test('asks for a status that the list leaves open before it takes the list', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'list.csv', LIST)
  await expect(page.getByTestId('adopt')).toBeDisabled()
  await page.getByTestId('status-answer').selectOption('relapsed')
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('2 / 2 户')
  await expect(page.getByTestId('households')).toContainText('返贫户')
})

test('asks what the numbers of a coded column mean, and reads the list by the answer', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  const list = '户编号,姓名,与户主关系,脱贫属性\n001,李甲,1,未脱贫\n001,王乙,2,未脱贫'
  await dropRoster(page, 'numbers.csv', encoder.encode(list))
  const asked = page.getByTestId('numbers-C')
  await asked.getByLabel('1（1 处）是').selectOption('head')
  await asked.getByLabel('2（1 处）是').selectOption('spouse')
  expect(await accessFaults(page)).toEqual([])
  await asked.getByRole('button').click()
  await expect(asked).toHaveCount(0)
  await expect(page.getByTestId('problems')).not.toContainText('只有数字')
  await expect(page.getByTestId('adopt')).toBeEnabled()
})

test('reads a file that was picked, and refuses it once it has changed since @electron', async ({
  app: { page },
}, testInfo) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  const path = testInfo.outputPath('list.csv')
  await writeFile(path, LIST)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(path)
  await expect(page.getByTestId('found')).toContainText('2 户')
  await writeFile(path, `${new TextDecoder().decode(LIST)}\n石村,003,王丙,户主,,`)
  await page.getByTestId('sheet').getByRole('button', { name: '重新读' }).click()
  await expect(page.getByTestId('found')).toContainText('没有导入')
  await expect(page.getByTestId('problems')).toContainText('请重新选择这个文件')
})

test('narrows the problems by severity, and saves them as a workbook', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'list.csv', LIST)
  const codes = page.getByTestId('problems').getByRole('listitem')
  await expect(codes.first()).toBeVisible()
  expect(await codes.count()).toBeGreaterThan(1)
  await page.getByLabel('轻重').selectOption('error')
  await expect(codes).toHaveCount(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存问题报告' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('list-problems.xlsx')
})

test('takes a header from the row that the user points at', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'list.csv', LIST)
  await page.getByLabel('表头从第几行').fill('2')
  await page.getByLabel('到第几行').fill('2')
  await page.getByRole('button', { name: '重新读' }).click()
  await expect(page.getByLabel('A 列“石村”读作')).toBeVisible()
})

test('stops a reading with nothing changed', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  const rows = Array.from({ length: 120_000 }, (_, row) => `石村,${row},李${row},户主,未脱贫,`)
  await dropRoster(
    page,
    'big.csv',
    encoder.encode(['行政村,户编号,姓名,与户主关系,脱贫属性,备注', ...rows].join('\n')),
  )
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('button', { name: '取消' })).toHaveCount(0)
  await expect(page.getByTestId('found')).toHaveCount(0)
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
})

test('leaves a hidden sheet out until it is chosen', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  const book = utils.book_new()
  const header = ['户编号', '姓名', '与户主关系', '脱贫属性']
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, ['001', '李甲', '户主', '未脱贫']]), '新')
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, ['002', '王乙', '户主', '未脱贫']]), '旧')
  book.Workbook = { Sheets: [{ name: '新' }, { name: '旧', Hidden: 2 }] }
  await dropRoster(page, 'a.xlsx', new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer))
  await expect(page.getByTestId('found')).toContainText('1 户')
  await expect(page.getByTestId('hidden-sheet')).toContainText('深度隐藏的表，没有读（2 行）')
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('button', { name: '也读这张表' }).click()
  await expect(page.getByTestId('found')).toContainText('2 户')
  await expect(page.getByTestId('hidden-sheet')).toBeHidden()
})

test('distinguishes two files of one name', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  const other = new TextDecoder().decode(LIST).replaceAll('石村,00', '坪村,10')
  await dropRosters(page, ['list.csv', LIST], ['list.csv', encoder.encode(other)])
  await expect(page.getByRole('heading', { name: 'list.csv (2) › list.csv (2)' })).toBeVisible()
  await expect(page.getByTestId('problems')).toContainText('list.csv (2) C2')
})
