import type { Page } from '@playwright/test'
import { compose } from './compose'
import { expect, test } from './fixtures'
import { choosePerson, listPerson } from './listPerson'
import { accessFaults } from './accessFaults'

async function openPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
}

/** Goes to a link or button of this name with the Tab key, and presses Enter. */
async function reachAndPress(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    const words = await page.evaluate(() => {
      const focused = document.activeElement
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })
    if (!name.test(words.trim())) continue
    await page.keyboard.press('Enter')
    return
  }
  throw new Error(`no way by Tab to ${name.source}`)
}

test('leads by keyboard from the county to a number, to the desk, and back to what has changed', async ({
  app: { page },
}) => {
  await openPractice(page)
  await listPerson(page, '组长乙')
  await page.getByRole('link', { name: '疑点', exact: true }).focus()
  await reachAndPress(page, /^县$/)
  const rate = page.locator('[data-measure="wrong_exit_rate"]')
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-result', 'undetermined')
  await expect(rate.getByTestId('value')).toHaveText('0.00 %')
  const open = await page.getByTestId('open-suspicions').textContent()

  // A number opens its households, one of them its result, and Escape leads back step by step.
  await reachAndPress(page, /^看分母里的户$/)
  await expect(page.getByTestId('behind-count')).toHaveText(/^84 户 240 人$/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('sheet')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('behind')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('county')).toBeVisible()

  await reachAndPress(page, /^去认定$/)
  await expect(page.getByTestId('suspicions')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('1')
  await compose(page, '房子漏雨，乡里承认没有修')
  await page.keyboard.press('Control+Enter')
  const standing = page.getByTestId('standing')
  await expect(standing).toHaveText('等第二人确认：错退')

  // Nobody confirms a decision of their own, and nobody who is not on the list.
  const confirmer = page.getByTestId('confirmer')
  await expect(confirmer).toBeFocused()
  const offered = await confirmer.locator('option').allTextContents()
  expect(offered.map((label) => label.trim().split(' ')[1])).not.toContain('练习员')
  await page.keyboard.press('Enter')
  await expect(standing).toHaveText('等第二人确认：错退')
  await choosePerson(page, 'confirmer', '组长乙')
  await page.keyboard.press('Enter')
  await expect(standing).toHaveText('最终认定：错退')
  await expect(page.getByTestId('decisions')).toContainText('组长乙 确认同意')

  await goTo(page, '县')
  await expect(rate.getByTestId('value')).not.toHaveText('0.00 %')
  await expect(page.getByTestId('open-suspicions')).not.toHaveText(open ?? '')
  await rate.getByTestId('numerator').click()
  await expect(page.getByTestId('behind-count')).toHaveText(/^1 户/)
})

test('keeps decisions, rebuttals and their history, and takes back with a reason', async ({
  app: { page },
}) => {
  await openPractice(page)
  await listPerson(page, '组长乙')
  await goTo(page, '疑点')
  await expect(page.getByTestId('suspicion-count')).toHaveText('19 / 19 个疑点')
  await page.keyboard.press('b')
  await compose(page, '房子已经修好')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('rebuttal')).toContainText('房子已经修好')
  await expect(page.getByTestId('suspicions').getByRole('option').first()).toContainText('有申辩')
  await page.keyboard.press('2')
  await compose(page, '复核时看过，已经修好')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('standing')).toHaveText('等第二人确认：退出属实')
  await expect(page.getByTestId('confirmer')).toBeFocused()
  await choosePerson(page, 'confirmer', '组长乙')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('standing')).toHaveText('最终认定：退出属实')
  await expect(page.getByTestId('decisions')).toContainText('同一台电脑')
  // Wherever the conclusion stands, the decision stands with it.
  await expect(page.getByTestId('grounds').getByTestId('conclusion')).toContainText(
    '疑似错退，认定为退出属实',
  )
  await page.keyboard.press('r')
  await expect(page.getByTestId('sheet').getByTestId('conclusion')).toContainText('疑似错退，认定为退出属实')
  await goTo(page, '任务')
  await page.getByRole('row').filter({ hasText: '疑似错退，认定为退出属实' }).click()
  await expect(page.getByTestId('glance').getByTestId('conclusion')).toContainText('疑似错退，认定为退出属实')
  await goTo(page, '疑点')
  await page.getByLabel('状态').selectOption('confirmed')
  await expect(page.getByTestId('suspicion-count')).toHaveText('1 / 19 个疑点')
  await page.getByText('撤回这个认定').click()
  await page.getByLabel('为什么撤回').fill('看错了户')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByTestId('standing')).toHaveText('认定已撤回')
  await expect(page.getByTestId('decisions').getByRole('listitem')).toHaveCount(2)
  // From another page it is all still there.
  await goTo(page, '县')
  await goTo(page, '疑点')
  await expect(page.getByTestId('rebuttal')).toContainText('房子已经修好')
  await expect(page.getByTestId('decisions')).toContainText('看错了户')
})

test('keeps what is half written while another suspicion is looked at, and shows that it is not saved', async ({
  app: { page },
}) => {
  await openPractice(page)
  await goTo(page, '疑点')
  await expect(page.getByTestId('suspicions')).toBeFocused()
  const [first, second] = [0, 1].map((nth) => page.getByTestId('suspicions').getByRole('option').nth(nth))
  if (first === undefined || second === undefined) throw new Error('there are 19')
  await page.keyboard.press('1')
  await compose(page, '房子漏')
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  await compose(page, '县里说已经')
  await page.keyboard.press('Escape')
  await expect(first).toContainText('未保存')
  await second.click()
  await expect(page.getByLabel('理由（必填）')).toHaveValue('')
  await expect(page.getByLabel('县里怎么说')).toHaveCount(0)
  await goTo(page, '县')
  await goTo(page, '疑点')
  await first.click()
  await expect(page.getByLabel('理由（必填）')).toHaveValue('房子漏')
  await expect(page.getByRole('radio').first()).toBeChecked()
  await expect(page.getByLabel('县里怎么说')).toHaveValue('县里说已经')
  await expect(page.getByTestId('standing')).toHaveText('还没有认定')
  await expect(page.getByTestId('draft')).toHaveText('还没有保存。')
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('button', { name: '不要了' }).click()
  await page.getByLabel('理由（必填）').fill('')
  await expect(first).not.toContainText('未保存')
})

test('loses no key that is typed while a decision is being saved @electron', async ({ app: { page } }) => {
  await openPractice(page)
  await goTo(page, '疑点')
  await expect(page.getByTestId('suspicions')).toBeFocused()
  await page.keyboard.press('1')
  await compose(page, '房子漏雨')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('standing')).toHaveText('最终认定：错退')
  await expect(page.getByTestId('decisions')).toContainText('确认同意')
  await expect(page.getByLabel('理由（必填）')).toHaveValue('')
})

test('puts a long list on paper whole, not only what the screen shows', async ({ app: { page } }) => {
  await openPractice(page)
  await goTo(page, '县')
  await page.locator('[data-measure="wrong_exit_rate"]').getByTestId('denominator').click()
  await expect(page.getByTestId('behind-count')).toHaveText(/^84 户/)
  await expect(page.getByTestId('printed')).toHaveCount(0)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const printed = page.getByTestId('printed').locator('tbody tr')
  await expect(printed).toHaveCount(84)
  await expect(page.getByTestId('print-capped')).toHaveCount(0)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(printed).toHaveCount(0)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(1)
})

test('keeps how many schools and hospitals there are, each with who says so', async ({ app: { page } }) => {
  await openPractice(page)
  await goTo(page, '县')
  await goTo(page, '县表')
  const form = page.getByTestId('county-facts')
  await form.getByLabel('学校（所）', { exact: true }).fill('41')
  await form.getByRole('button').click()
  await expect(page.getByTestId('problems')).toContainText('“学校（所）”没有写数据来源')
  await form.getByLabel('学校（所） 数据来源（必填）').fill('县教育局')
  await form.getByRole('button').click()
  await expect(page.getByRole('status').filter({ hasText: '已保存。' })).toBeVisible()
  await goTo(page, '结论')
  await goTo(page, '县表')
  await expect(form.getByLabel('学校（所）', { exact: true })).toHaveValue('41')
  expect(await accessFaults(page)).toEqual([])
})

test('keeps the county’s picture with its rebuttal @electron', async ({ app: { page } }) => {
  await openPractice(page)
  await goTo(page, '疑点')
  await page.getByRole('button', { name: '记申辩' }).click()
  await page.getByLabel('县里怎么说').fill('附照片')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '添加照片' }).click(),
  ])
  await chooser.setFiles({ name: '房子.png', mimeType: 'image/png', buffer: onePixel() })
  await expect(page.getByTestId('rebuttal').getByRole('img')).toBeVisible()
  await page.getByRole('button', { name: '保存申辩' }).click()
  await expect(page.getByTestId('rebuttal').getByRole('img')).toBeVisible()
  await expect(page.getByTestId('rebuttal').getByText('附照片')).toBeVisible()
})

test('refuses totals that the sample contradicts, with nothing changed, and uses those that it does not', async ({
  app: { page },
}) => {
  await openPractice(page)
  await goTo(page, '县')
  await page.getByRole('link', { name: '没有全县人数，算不出贫困发生率' }).click()
  const form = page.getByTestId('totals')
  const figures = {
    农村户籍人口: '100,000',
    脱贫人口: '12',
    '剩余贫困人口（含返贫）': '500',
    非建档立卡人口: '80000',
    '数据来源（必填）': '县统计局',
  }
  for (const [label, text] of Object.entries(figures))
    await form.getByLabel(label, { exact: true }).fill(text)
  await form.getByRole('button').click()
  await expect(page.getByTestId('problems')).toContainText('“脱贫人口”是 12 人，少于样本里已经入户的 240 人')
  await goTo(page, '结论')
  await expect(page.getByText('没有全县人数，算不出贫困发生率')).toBeVisible()
  await goTo(page, '县表')
  await expect(form.getByLabel('脱贫人口', { exact: true })).toHaveValue('')
  for (const [label, text] of Object.entries({ ...figures, 脱贫人口: '19000' }))
    await form.getByLabel(label, { exact: true }).fill(text)
  await form.getByRole('button').click()
  await expect(page.getByRole('status').getByText('已保存。')).toBeVisible()
  const stages = page.getByTestId('stages')
  await stages.getByLabel('日期').fill('2020-11-02')
  await stages.getByLabel('依据').fill('县政发〔2020〕8 号')
  await stages.getByRole('button').click()
  await expect(stages.locator('[data-stage="county_applies"]')).toHaveText('2020-11-02')
  await goTo(page, '结论')
  await expect(page.getByTestId('verdict')).toContainText('2020-11-02')
  await expect(page.locator('[data-measure="poverty_incidence"]').getByTestId('value').first()).toHaveText(
    '0.50 %',
  )
})

test('chooses a reading by its ground alone, and keeps the results of both readings', async ({
  app: { page },
}) => {
  await openPractice(page)
  await goTo(page, '县')
  await goTo(page, '县表')
  const form = page.getByTestId('reading')
  await expect(form).not.toContainText('%')
  await form.getByLabel('以入户人口为分母').check()
  await form.getByLabel('依据（必填）').fill('国办发〔2016〕16 号')
  await form.getByRole('button').click()
  await expect(page.getByRole('status').filter({ hasText: '已保存。' })).toBeVisible()
  await form.getByLabel('以抽中村人口为分母').check()
  await form.getByLabel('依据（必填）').fill('省里的办法')
  await form.getByRole('button').click()
  await expect(form).toContainText('现在：以抽中村人口为分母')
  await goTo(page, '结论')
  const choices = page.getByTestId('reading-choices').locator('tbody tr')
  await expect(choices).toHaveCount(2)
  await expect(choices.nth(1)).toContainText('省里的办法')
  await expect(choices.nth(1)).toContainText(/漏评率 0\.00 %（待定），全县 待定.*漏评率 –（待定）/)
  await expect(page.locator('[data-measure="omission_rate"]').getByTestId('expansion')).toContainText(
    '按设计权数推算',
  )
})

test('shows the villages with what stands out, a page for each, and the households to monitor', async ({
  app: { page },
}) => {
  await openPractice(page)
  await goTo(page, '县')
  await goTo(page, '各村')
  const villages = page.getByTestId('villages')
  // The columns, the county, its township, and three villages.
  await expect(villages.getByRole('row')).toHaveCount(6)
  const listed = villages.locator('[data-column="listed"]')
  await expect(listed).toHaveText(['120', '120', '40', '40', '40'])
  await expect(villages.locator('tr.township')).toContainText('松坪乡')
  await expect(page.getByTestId('village-legend')).toContainText('脱贫不稳定户和边缘易致贫户')
  await expect(villages.locator('.striking')).toContainText('指标式')
  await villages.getByRole('button', { name: '疑点未定', exact: true }).click()
  await expect(villages.getByRole('row').nth(3).locator('[data-column="suspicionsOpen"]')).toHaveText('8')
  await villages.getByRole('button', { name: /石门村 疑点未定/ }).click()
  await expect(page.getByTestId('behind-count')).toHaveText(/^8 户/)
  await page.keyboard.press('Escape')
  // A township's number opens the households of its villages.
  await villages.getByRole('button', { name: '松坪乡 疑点未定', exact: true }).click()
  await expect(page.getByTestId('behind')).toContainText('松坪乡：疑点未定')
  await expect(page.getByTestId('behind-count')).toHaveText(/^17 户/)
  await page.keyboard.press('Escape')
  await villages.getByRole('link', { name: '填村表' }).first().click()
  await page.getByLabel('介绍人姓名、职务 (必填)', { exact: true }).fill('王支书')
  await page.getByLabel('全村户籍人口', { exact: true }).fill('1200')
  await page.getByRole('button', { name: '保存村表' }).click()
  await expect(page.getByRole('status').getByText('已保存。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(villages.getByRole('link', { name: '看村表' })).toHaveCount(1)
  await goTo(page, '监测名单')
  await expect(page.getByTestId('monitoring-count')).toHaveText('18 / 18 户')
  await expect(page.getByTestId('reasons')).toContainText('计入人均收入')
  await page.getByLabel('名单', { exact: true }).selectOption('marginal')
  await expect(page.getByTestId('monitoring-count')).not.toHaveText('18 / 18 户')
})

test("puts the county's pages on paper without the window around them", async ({ app: { page } }) => {
  await openPractice(page)
  await goTo(page, '县')
  await page.getByTestId('verdict').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 703, height: 1000 })
  const onPaper = page.getByTestId('on-paper')
  for (const name of ['结论', '各村', '监测名单', '回访抽查', '县表']) {
    await page.emulateMedia({ media: 'screen' })
    await goTo(page, name)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await expect(onPaper).toHaveText(
      new RegExp(`练习任务.+${name}.*云岭县（练习）.+基准日 2020-12-31.+\\d{4}-\\d\\d-\\d\\d 打印`),
    )
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(
      page.locator('main :is(input[type=checkbox], select, button[type=submit]):visible'),
    ).toHaveCount(0)
    // Nothing is cut at the right, and nothing scrolls.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([name, wide]).toEqual([name, 0])
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  }
})

test('has no fault for people who read it with other means, and speaks one language at a time', async ({
  app: { page },
}) => {
  await openPractice(page)
  await goTo(page, '疑点')
  await expect(page.getByTestId('grounds')).toBeVisible()
  expect(['desk', await accessFaults(page)]).toEqual(['desk', []])
  await goTo(page, '县')
  for (const name of ['结论', '各村', '监测名单', '县表']) {
    await goTo(page, name)
    await expect(
      page.locator(
        '[data-testid]:is([data-testid=county],[data-testid=villages],[data-testid=monitoring],[data-testid=county-data])',
      ),
    ).toBeVisible()
    expect([name, await accessFaults(page)]).toEqual([name, []])
    const words = await page.locator('main').innerText()
    expect(words.replace(/Clopper-Pearson|Korn-Graubard|Ctrl\+P|Esc/g, '')).not.toMatch(/[A-Za-z]{3,}/)
  }
  await page.getByTestId('language').click()
  for (const name of ['County form', 'Verdict']) {
    await goTo(page, name)
    const words = await page.locator('main').innerText()
    expect(words.replace(/练习任务/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  }
})

/** The smallest picture there is. */
function onePixel(): Buffer {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
}
