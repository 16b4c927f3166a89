import type { Page } from '@playwright/test'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { endVisit, visit, type Hand } from './hand'
import { newProject } from './newProject'
import { burdenRoster } from './rosterFile'

/** A census with the household of the burden budget and its neighbour. */
async function newCensus(page: Page): Promise<void> {
  await newProject(page, {
    title: '云岭县普查',
    person: '普查员甲',
    passcode: 'correct horse',
    kind: 'census',
  })
  await dropRoster(page, '名单.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
}

/** Answers one question that is there, and waits for the next. */
async function answer(hand: Hand, question: string, ...keys: readonly string[]): Promise<void> {
  await expect(hand.page.getByTestId('question')).toHaveAttribute('data-question', question)
  await hand.press(...keys)
}

/** The whole form of a household that is well; returns how many answers were given, the outcome among them. */
async function enumerate(hand: Hand): Promise<number> {
  const answers: readonly (readonly [question: string, ...keys: readonly string[]])[] = [
    ['told_confidential', '1'],
    ['respondent', '1'],
    ['respondent_state', '1'],
    ['member_status', 'A'],
    ['months_home', 'A'],
    ['work_place', 'A'],
    ['away_state', 'A'],
    ['guardian_home', 'A'],
    ['food_enough', '1'],
    ['food_protein', '1'],
    ['clothing_season', '1'],
    ['bedding', '1'],
    ['school_status', '1', 'R'],
    ['insurance', 'A'],
    ['house_basis', '1', 'R'],
    ['lives_in_safe_house', '1'],
    ['observed_house', '1'],
    ['water_source', '1'],
    ['water_quantity', '1'],
    ['water_fetch', '1'],
  ]
  const rest: typeof answers = [
    ['water_quality', '2'],
    ['income_sources', '1', '2', 'Enter'],
    ['main_income_source', '1'],
    ['support_received', '1', '5', 'Enter'],
    ['industry_items', '1', 'Enter'],
    ['health_items', '1', 'Enter'],
    ['shocks', '7', 'Enter'],
    ['income_trend', '1'],
  ]
  for (const [question, ...keys] of answers) await answer(hand, question, ...keys)
  await expect(hand.page.getByTestId('question')).toHaveAttribute('data-question', 'water_short_days')
  await hand.type('0', 'Enter')
  for (const [question, ...keys] of rest) await answer(hand, question, ...keys)
  await expect(hand.page.getByTestId('question')).toHaveAttribute('data-question', 'photos')
  await endVisit(hand)
  return answers.length + 1 + rest.length + 1
}

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
})
