import { enumerate, newCensus } from './enumerate'
import { expect, test } from './fixtures'
import { visit } from './hand'

test('a household is enumerated within 30 answers and 60 keys, told of confidentiality first, and not judged @electron', async ({
  launchApp,
}) => {
  const { page } = await launchApp()
  await newCensus(page)
  const hand = await visit(page, '李建国')
  await expect(page.getByTestId('question')).toContainText('依法保密')
  const answers = await enumerate(hand)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('households')).toContainText('已登记')
  // From the list to the list: the keys that open and end the visit too.
  expect(answers).toBeLessThanOrEqual(30)
  expect(hand.presses + 3).toBeLessThanOrEqual(60)
  await expect(page.getByTestId('conclusion')).toHaveCount(0)

  await page.getByTestId('households').focus()
  await page.keyboard.press('r')
  await expect(page.getByTestId('result-page')).toContainText('一年到头都够吃')
  await expect(page.getByTestId('conclusion')).toHaveText('已登记')
})

test('the tables tell a county and open their cases; what is done meanwhile is counted', async ({
  launchApp,
}) => {
  const { page } = await launchApp()
  await newCensus(page)
  await enumerate(await visit(page, '李建国'))
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '统计表', exact: true }).click()
  await expect(page.getByTestId('table-coverage')).toContainText('未完成266.67 %')
  const ofFour = page.getByTestId('table-size').getByRole('row', { name: /^4人/ })
  await expect(ofFour).toContainText('100.00 %')
  await ofFour.getByRole('button').click()
  await expect(page.getByTestId('census-cases')).toContainText('李建国')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: '任务', exact: true }).click()
  const refused = await visit(page, '赵四')
  await refused.press('o', '5')
  await page.getByTestId('close-reason').fill('不愿登记')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toContainText('拒绝登记')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '统计表', exact: true }).click()
  await expect(page.getByTestId('table-coverage')).toContainText('拒绝登记133.33 %')
  await page.getByTestId('beside').selectOption({ index: 3 })
  await expect(page.getByTestId('table-coverage')).toContainText('石门村')

  // What the county's form says meanwhile is told without counting the households again.
  await page.getByRole('link', { name: '覆盖' }).click()
  await page.keyboard.press('c')
  await expect(page.locator('[data-question=public_hospital] :focus')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.locator('[data-question=public_hospital] [aria-checked=true]')).toHaveText(/是/)
  await page.getByRole('link', { name: '统计表', exact: true }).click()
  await page.getByTestId('area').selectOption({ index: 0 })
  await expect(page.getByTestId('table-county_services')).toContainText('有公立医院11100.0 %')
})
