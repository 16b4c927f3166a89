import { accessFaults } from './accessFaults'
import { expectAllInReach } from './allInReach'
import { expect, test } from './fixtures'

test('tells versions, hashes and licences, from the first page and from a project', async ({
  app: { page },
}) => {
  await page.getByTestId('to-about').click()
  const about = page.getByTestId('about')
  await expect(about).toContainText(/标准2020 [0-9a-f]{64}/)
  await expect(about).toContainText('MIT')
  await about.getByText('许可证全文').click()
  await expect(about).toContainText('Permission is hereby granted')
  expect(await accessFaults(page)).toEqual([])
  await expectAllInReach(page, 'about')
  await page.getByTestId('to-start').click()
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('to-about').click()
  await expect(about).toBeVisible()
  await page.getByTestId('diagnostics-show').click()
  await expect(page.getByTestId('diagnostics-text')).toContainText('"households": 120')
  expect(await accessFaults(page)).toEqual([])
  await expectAllInReach(page, 'diagnostics')
})

test('lists what is built in, and shows a licence when it is asked for', async ({ app: { page } }) => {
  const notices = Array.from({ length: 400 }, (_, nth) => ({
    name: `package-${nth}`,
    version: '1.0.0',
    identifier: nth === 7 ? null : 'MIT',
    ...(nth !== 8 && { text: `Licence ${nth}. `.repeat(800) }),
  }))
  await page.route('**/notices.json', (route) => route.fulfill({ json: notices }))
  await page.getByTestId('to-about').click()
  await expect(page.getByTestId('notice')).toHaveCount(400)
  await expect(page.getByTestId('notice-text')).toHaveCount(0)
  await page.getByTestId('notice-filter').fill('package-7')
  await expect(page.getByTestId('notice-count')).toHaveText('11 / 400 个')
  await page.getByTestId('notice').first().click()
  await expect(page.getByTestId('notice-text')).toContainText('Licence 7.')
  await expect(page.getByTestId('notice').first()).toContainText('未写明')
  await page.getByTestId('notice-filter').fill('package-8')
  await page.getByTestId('notice').first().click()
  await expect(page.getByTestId('notice-text')).toHaveText('这个程序没有附许可证全文。')
  expect(await accessFaults(page)).toEqual([])
})

test('says so where the build has no list of licences', async ({ app: { page } }) => {
  await page.route('**/notices.json', (route) => route.fulfill({ status: 404, body: '' }))
  await page.getByTestId('to-about').click()
  await expect(page.getByTestId('no-notices')).toBeVisible()
})
