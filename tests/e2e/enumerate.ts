import type { Page } from '@playwright/test'
import { dropRoster } from './dropRoster'
import { expect } from './fixtures'
import { endVisit, type Hand } from './hand'
import { newProject } from './newProject'
import { burdenRoster } from './rosterFile'

/** A census with the household of the burden budget and its neighbour. */
export async function newCensus(page: Page): Promise<void> {
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

/** The whole form of a household that is well, but for other keys; returns how many answers were given, the outcome among them. */
export async function enumerate(
  hand: Hand,
  other: Readonly<Record<string, readonly string[]>> = {},
): Promise<number> {
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
  for (const [question, ...keys] of answers) await answer(hand, question, ...(other[question] ?? keys))
  await expect(hand.page.getByTestId('question')).toHaveAttribute('data-question', 'water_short_days')
  await hand.type('0', 'Enter')
  for (const [question, ...keys] of rest) await answer(hand, question, ...(other[question] ?? keys))
  await expect(hand.page.getByTestId('question')).toHaveAttribute('data-question', 'photos')
  await endVisit(hand)
  return answers.length + 1 + rest.length + 1
}
