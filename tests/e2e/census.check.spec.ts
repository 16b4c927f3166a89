import { codesIn } from '../application/texts/codesIn'
import { accessFaults } from './accessFaults'
import { enumerate, newCensus } from './enumerate'
import { expect, test } from './fixtures'
import { visit } from './hand'
import { choosePerson, listPerson } from './listPerson'

test('a check is drawn, sent to somebody else, done blind, and compared @electron', async ({
  app: { page },
}) => {
  await newCensus(page)
  const toCheck = () => page.getByRole('link', { name: '事后抽查', exact: true }).click()
  await listPerson(page, '核查员乙')
  await toCheck()
  await expect(page.getByTestId('check-none')).toBeVisible()
  await page.getByTestId('check').focus()
  await page.keyboard.press('d')
  await expect(page.getByTestId('check-villages')).toBeFocused()
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1')
  await page.getByRole('checkbox', { name: '普查员甲' }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('problems')).toContainText('还没有登记完的户')
  expect(await accessFaults(page)).toEqual([])

  await page.getByRole('link', { name: '任务', exact: true }).click()
  await enumerate(await visit(page, '李建国'))
  await page.keyboard.press('Enter')
  await toCheck()
  await page.getByTestId('check-villages').fill('1')
  await page.getByTestId('check-households').fill('1')
  await page.getByRole('checkbox', { name: '普查员甲' }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('problems')).toContainText('所选的人（普查员甲）都登记过')
  await page.getByRole('checkbox', { name: '核查员乙' }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('check-draws')).toContainText('一致')
  await expect(page.getByTestId('check-progress')).toContainText('核查员乙10')
  await expect(page.getByTestId('check-errors')).toHaveCount(0)

  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('next-person').focus()
  await choosePerson(page, 'next-person', '核查员乙')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('person')).toHaveText('核查员乙')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('households')).toContainText('待回访')
  const hand = await visit(page, '李建国')
  await expect(page.getByTestId('round')).toHaveText('回访抽查：初访的答案看不到')
  await enumerate(hand, { food_protein: ['2'] })
  await page.keyboard.press('Enter')

  await toCheck()
  await expect(page.getByTestId('check-progress')).toContainText('核查员乙11')
  const rates = page.getByTestId('check-errors')
  await expect(rates.getByRole('row').nth(1)).toContainText('全部项目')
  await expect(rates.getByRole('row').nth(2)).toContainText('11100.00 %')
  await expect(page.getByTestId('check-limit')).toContainText('5.00 %')
  await expect(page.getByRole('table', { name: '每一处不同' })).toContainText('李建国')
  expect(await accessFaults(page)).toEqual([])
  const words = (await page.locator('main').innerText()).replace(/\b[0-9a-f]{16,}\b/g, '')
  expect(codesIn(words, ['Ctrl', 'Esc'])).toEqual([])
  await page.setViewportSize({ width: 1024, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
})
