import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { choosePerson, listPerson } from './listPerson'
import { accessFaults } from './accessFaults'

async function practiceList(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
}

/** The first household of a conclusion, chosen. */
async function chooseFirst(page: Page, conclusion: string): Promise<void> {
  await page.getByLabel('结论').selectOption(conclusion)
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await expect(page.getByTestId('conclusion')).toBeVisible()
}

test('a verification asks only what would settle the household, and settles it @electron', async ({
  app: { page },
}) => {
  await practiceList(page)
  await chooseFirst(page, 'to_verify')
  await page.keyboard.press('v')
  await expect(page.getByTestId('round')).toHaveText('复核：只问没有弄清的')
  // Its income is open, and nothing else: the ledger is all that is asked, from its first line on.
  await expect(page.locator('nav.groups button')).toHaveText([/收入账/])
  await page.keyboard.press('1')
  await page.keyboard.press('1')
  await page.locator('[data-testid=way] input:focus').waitFor()
  await page.keyboard.type('90000')
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await expect(page.getByTestId('question')).toContainText('过去一年家里有哪些收入')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('read-back')).toContainText('90,000')
  await page.keyboard.press('1')
  await expect(page.getByTestId('read-back')).toContainText('90,000')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('read-back')).toContainText('平均每人')
  await page.keyboard.press('1')
  await page.keyboard.press('o')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByTestId('households').press('0')
  await expect(page.getByTestId('conclusion')).not.toHaveText('待核实')
})

test('a back-checker sees nothing of the first round until his own visit is over', async ({
  app: { page },
}) => {
  await practiceList(page)
  await listPerson(page, '回访员乙')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await chooseFirst(page, 'exit_confirmed')
  await page.keyboard.press('b')
  await choosePerson(page, 'checker', '回访员乙')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('checker')).toHaveCount(0)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('next-person').focus()
  await choosePerson(page, 'next-person', '回访员乙')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('person')).toHaveText('回访员乙')

  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('households').press('0')
  await page.getByTestId('households').press('Home')
  await expect(page.getByTestId('blind')).toBeVisible()
  await expect(page.getByTestId('households').getByRole('row').first()).toContainText('待回访')
  await page.keyboard.press('r')
  await expect(page.getByTestId('result-page')).toContainText('回访结束以前看不到初访的答案')
  await page.keyboard.press('Escape')
  await page.getByTestId('households').press('Enter')
  await expect(page.getByTestId('round')).toHaveText('回访抽查：初访的答案看不到')
  await expect(page.locator('nav.groups')).not.toContainText('✓')
  await expect(page.locator('nav.groups')).not.toContainText(/[1-9]\d*\/\d/)
  await page.keyboard.press('o')
  await page.keyboard.press('3')
  await page.getByTestId('close-reason').fill('不愿接受访谈')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('conclusion')).toHaveText('退出属实')

  await page.getByRole('link', { name: '县', exact: true }).click()
  await page.getByRole('link', { name: '回访抽查', exact: true }).click()
  await expect(page.getByTestId('backchecks')).toContainText('按访谈人')
  expect(await accessFaults(page)).toEqual([])
})

test('back-checks are drawn for a person who has not been there, and the draw can be made again', async ({
  app: { page },
}) => {
  await practiceList(page)
  await listPerson(page, '回访员乙')
  await page.getByRole('link', { name: '县', exact: true }).click()
  await page.getByRole('link', { name: '回访抽查', exact: true }).click()
  await page.getByTestId('backchecks').focus()
  await page.keyboard.press('d')
  await expect(page.getByTestId('backcheck-share')).toBeFocused()
  await page.keyboard.type('101')
  await page.keyboard.press('Tab')
  await choosePerson(page, 'drawn-checker', '回访员乙')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('problems')).toContainText('比例')
  await page.getByTestId('backcheck-share').fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('drawn')).toContainText('派给回访员乙')
  const drawnNow = async (): Promise<number> =>
    Number(/抽出 (\d+) 户/.exec((await page.getByTestId('drawn').textContent()) ?? '')?.[1])
  const count = await drawnNow()
  expect(count).toBeGreaterThan(1)
  const row = page.getByTestId('draws').locator('tbody tr')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('一致')
  const given = page.getByTestId('given-backchecks').locator('tbody tr')
  await expect(given).toHaveCount(count)
  await expect(given.first()).toContainText('还没开始')
  await expect(given.first()).toContainText('松坪乡')
  expect(await accessFaults(page)).toEqual([])
  // Again from the same field, and once more from the button: whoever drew can draw again without looking for the place.
  await expect(page.getByTestId('backcheck-share')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('problems')).toContainText('没有再抽')
  await expect(page.getByTestId('backcheck-share')).toBeFocused()
  await page.getByTestId('backcheck-share').fill('40')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('drawn')).toContainText('派给回访员乙')
  await expect(row).toHaveCount(2)
  const more = await drawnNow()
  await expect(page.getByRole('button', { name: '抽取并派出' })).toBeFocused()
  // One was a mistake: it goes, and stays on the list with the reason.
  await expect(given).toHaveCount(count + more)
  await given.last().getByRole('checkbox').check()
  await page.getByTestId('take-back-reason').fill('派错了人')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-state=taken_back]')).toContainText('派错了人')
  await expect(
    page.getByTestId('given-backchecks').getByRole('button', { name: '收回所选 0 户' }),
  ).toBeDisabled()
  expect(await accessFaults(page)).toEqual([])

  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('next-person').focus()
  await choosePerson(page, 'next-person', '回访员乙')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('person')).toHaveText('回访员乙')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByLabel('结论').selectOption('to_backcheck')
  await expect(page.getByTestId('count')).toHaveText(`${count + more - 1} / 120 户`)
})
