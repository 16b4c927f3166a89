import type { Page } from '@playwright/test'
import { codesOn } from './codesOn'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'

async function openPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
}

test('no page of a practice county says anything in words of programs', async ({ app: { page } }) => {
  await openPractice(page)
  expect.soft(await codesOn(page), 'households').toEqual([])
  for (const conclusion of ['suspected_omission', 'suspected_wrong_exit', 'to_verify']) {
    await page.getByLabel('结论').selectOption(conclusion)
    await page.getByTestId('households').focus()
    await page.keyboard.press('Home')
    await expect(page.getByTestId('conclusion')).toBeVisible()
    expect.soft(await codesOn(page), conclusion).toEqual([])
    await page.keyboard.press('r')
    await expect(page.getByTestId('sheet')).toBeVisible()
    expect.soft(await codesOn(page), `result of ${conclusion}`).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('count')).toBeVisible()
  }
  await page.getByTestId('households').press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
  expect.soft(await codesOn(page), 'interview').toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('count')).toBeVisible()

  const PAGES = [
    ['疑点', 'grounds'],
    ['县', 'verdict'],
    ['各村', 'village-legend'],
    ['监测名单', 'monitoring'],
    ['回访抽查', 'backchecks'],
    ['县表', 'county-data'],
    ['抽样', 'preview'],
    ['团队', 'own-code'],
    ['质量', 'progress-total'],
  ] as const
  for (const [name, testid] of PAGES) {
    await goTo(page, name)
    await page.getByTestId(testid).first().waitFor()
    // The project's code, by which laptops join, is no word.
    const codes = await codesOn(page)
    expect
      .soft(
        codes.filter((word) => !/^yihu1|^[A-Za-z0-9.-]{20,}$/.test(word)),
        name,
      )
      .toEqual([])
  }
  await page.keyboard.press('3')
  await page.getByTestId('finding').first().waitFor()
  expect.soft(await codesOn(page), 'findings').toEqual([])
  for (const name of ['标准', '任务设定', '设置']) {
    await goTo(page, name)
    await page.getByRole('heading').first().waitFor()
    expect
      .soft(await codesOn(page, 'CHES', 'Chrome', 'Chromium', 'HeadlessChrome', 'Electron'), name)
      .toEqual([])
  }
})

test('the problems of a list are chosen by their kind in words', async ({ app: { page } }) => {
  await openPractice(page)
  await goTo(page, '名单')
  const rows = [
    '行政村,户编号,姓名,证件号码,与户主关系,脱贫属性',
    '石村,5399600001,张一,990101197001010012,户主,已脱贫',
    '石村,,游离,990101197001010039,之子,',
  ]
  await dropRoster(page, 'list.csv', Buffer.from(rows.join('\n')))
  await page.getByLabel('问题', { exact: true }).waitFor()
  expect.soft(await codesOn(page)).toEqual([])
})
