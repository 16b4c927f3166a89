import { anXlsform, SURVEY_ROWS } from '../builders/anXlsform'
import { accessFaults } from './accessFaults'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import { burdenRoster } from './rosterFile'

test('additional questions are read, put into the form, asked behind the standard ones, and taken out again @electron', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务设定' }).click()

  // A form with something unsupported is refused at its cell, and nothing is in use.
  const refused = anXlsform({ survey: [...SURVEY_ROWS, ['geopoint', 'place', '位置', 'Place']] })
  await dropRoster(page, '附加题.xlsx', refused.bytes)
  const section = page.getByTestId('additional')
  await expect(section).toContainText('geopoint')
  await expect(section).toContainText('A12')
  await expect(page.getByTestId('additional-read')).toHaveCount(0)

  await dropRoster(page, '附加题.xlsx', anXlsform().bytes)
  await expect(page.getByTestId('additional-read')).toContainText('用过吗？')
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('button', { name: '加进表里' }).click()
  await expect(page.getByTestId('additional-current')).toBeVisible()

  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
  await openInterview(page, 0)
  const groups = page.locator('nav.groups button')
  const care = groups.filter({ hasText: '养老服务' })
  await expect(care).toContainText('0/1')
  await expect(groups.nth(-3)).toContainText('养老服务')
  await care.click()
  await expect(page.getByTestId('question')).toHaveAttribute('data-question', 'x_care_used')
  await expect(page.getByTestId('script')).toHaveText('下面问村里的养老服务。')
  await expect(page.getByTestId('hint')).toHaveText('指今年')
  const hand = new Hand(page)
  await hand.press('1')
  await expect(page.getByTestId('question')).toHaveAttribute('data-question', 'x_care_days')
  // Out of its range is told in the form's own words, and the question stays.
  await compose(page, '400')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('一年最多 366 天')
  await page.keyboard.press('Control+a')
  await hand.type('30', 'Enter')
  await expect(page.getByTestId('question')).toHaveAttribute('data-question', 'x_needs')
  await expect(care).toContainText('✓')

  // Who comes back later finds the answers, and the interview keeps its form when the project has another.
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '任务设定' }).click()
  await page.getByRole('button', { name: '不再问这些题' }).click()
  await expect(page.getByTestId('additional-current')).toHaveCount(0)
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openInterview(page, 0)
  await expect(care).toContainText('✓')
  await page.keyboard.press('Escape')
  await openInterview(page, 1)
  await expect(page.getByTestId('question')).toBeVisible()
  await expect(care).toHaveCount(0)
})
