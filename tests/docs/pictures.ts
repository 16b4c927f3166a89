import { chromium, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../../electron/launch/build'
import { BROWSER_FLAGS, findChromium } from '../../electron/launch/findChromium'
import { PROJECT_FOLDER, RENDERER_FOLDER } from '../../electron/launch/projectFolder'
import { serveRenderer } from '../../electron/launch/serveRenderer'
import { practiceCommand } from '../../src/cli/practice'
import { anXlsform } from '../builders/anXlsform'
import { dropRoster } from '../e2e/dropRoster'
import { burdenRoster } from '../e2e/rosterFile'
import { takeCensus } from './censusPictures'

/**
 * Takes the pictures of the user guide into docs/pictures/. All people in them are generated.
 *
 *   npx tsx tests/docs/pictures.ts [FOLDER]
 *
 * FOLDER is a built renderer; left out, it is dist/renderer, built first where there is none.
 */
const PICTURES = join(PROJECT_FOLDER, 'docs/pictures')
const LARGEST_BYTES = 160_000
const SCREEN = { width: 1366, height: 768 }

const renderer = resolve(process.argv[2] ?? RENDERER_FOLDER)
if (!existsSync(renderer)) {
  if (renderer !== RENDERER_FOLDER) throw new Error(`there is no renderer in ${renderer}`)
  await build()
}
const executablePath = findChromium()
if (executablePath === null) throw new Error('there is no Chromium: npm run setup, or CHROMIUM_PATH')
const served = await serveRenderer(renderer, 0)
if (served.kind !== 'serving') throw new Error('no port of this machine is free')
const scratch = await mkdtemp(join(tmpdir(), 'yihu-pictures-'))
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
try {
  const page = await browser.newPage({ viewport: SCREEN, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const { address } = served
  await page.goto(address)
  await mkdir(PICTURES, { recursive: true })
  await takeAll(page)
  await page.goto(address)
  await takeCensus(page, take)
} finally {
  await browser.close()
  served.server.closeAllConnections()
  served.server.close()
  await rm(scratch, { recursive: true, force: true })
}

async function takeAll(page: Page): Promise<void> {
  await takeStart(page)
  await takeHouseholds(page)
  await takeLeadPages(page)
  await takePaper(page)
  await takeProjectPages(page)
  await takeImport(page)
  await takeInterview(page)
  await takeComparison(page)
}

async function takeStart(page: Page): Promise<void> {
  await page.getByTestId('versions').waitFor()
  await take(page, '01-start')
  await page.getByRole('button', { name: '新建评估任务' }).click()
  await page.getByLabel('任务名称').fill('云岭县 2020')
  await page.getByLabel('你的姓名').fill('组长甲')
  await take(page, '02-new-project')
  await page.getByRole('button', { name: '取消' }).click()
}

/** The list with a household suspected of a wrong exit, and that household's result. */
async function takeHouseholds(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await page.getByTestId('count').filter({ hasText: '120 / 120 户' }).waitFor()
  await page.getByLabel('结论').selectOption('suspected_wrong_exit')
  await page
    .getByRole('navigation', { name: '村' })
    .getByRole('button', { name: /^下寨村/ })
    .click()
  await page.getByTestId('households').getByRole('row').nth(1).click()
  await page.getByTestId('conclusion').filter({ hasText: '疑似错退' }).waitFor()
  await take(page, '03-households')
  await page.getByTestId('households').press('r')
  await page.getByTestId('result-page').waitFor()
  await take(page, '12-result', 600)
  await page.keyboard.press('Escape')
  await page.getByTestId('households').press('0')
  await page.getByTestId('households').press('Enter')
  await page.getByTestId('interview').waitFor()
  // The household was visited: a photo more is a correction.
  await page.keyboard.press('c')
  await page.keyboard.type('补照片')
  await page.keyboard.press('Enter')
  await page.getByTestId('correcting').waitFor()
  await takePhoto(page)
  await page.keyboard.press('Escape')
  await page.getByTestId('households').waitFor()
}

/** What a lead of the practice county sees: suspicions, the county, the team's page. */
async function takeLeadPages(page: Page): Promise<void> {
  await page.getByRole('link', { name: '疑点', exact: true }).click()
  await page.getByTestId('grounds').waitFor()
  await take(page, '16-suspicions', 470)
  await page.getByRole('link', { name: '县', exact: true }).click()
  await page.getByTestId('value').first().waitFor()
  await take(page, '17-county')
  await page.getByRole('link', { name: '抽样', exact: true }).click()
  await page.getByTestId('preview').waitFor()
  await take(page, '18-sample')
  await page.getByRole('link', { name: '团队', exact: true }).click()
  await page.getByRole('heading', { name: '团队' }).waitFor()
  await take(page, '19-team', 600)
  await page.getByRole('link', { name: '质量', exact: true }).click()
  await page.getByTestId('progress-total').waitFor()
  await page.keyboard.press('3')
  await page.getByTestId('finding').first().waitFor()
  await take(page, '22-quality', 600)
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('count').waitFor()
}

/** The paper forms, one of them begun. */
async function takePaper(page: Page): Promise<void> {
  await page.getByLabel('访谈结果').selectOption('none')
  await page.getByTestId('households').getByRole('row').nth(1).click()
  await page.getByTestId('households').press('p')
  await page.getByTestId('paper-day').fill('2020-12-28')
  await page.keyboard.press('Enter')
  await page.getByTestId('on-paper').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '纸质表…' }).click()
  await page.getByTestId('second-share').selectOption('100')
  await page.getByTestId('paper').getByText('抽中，等第一遍录完').waitFor()
  await take(page, '29-paper', 400)
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('households').press('0')
}

async function takeProjectPages(page: Page): Promise<void> {
  await page.getByRole('link', { name: '标准', exact: true }).click()
  await page.getByTestId('standards-count').waitFor()
  await take(page, '13-standards', 590)
  await page.getByRole('link', { name: '任务设定', exact: true }).click()
  await page.getByRole('heading', { name: '任务设定' }).waitFor()
  await take(page, '14-project')
  await dropRoster(page, '附加题.xlsx', anXlsform().bytes)
  await page.getByTestId('additional-read').waitFor()
  await page.getByTestId('additional').evaluate((section) => section.scrollIntoView({ block: 'end' }))
  await take(page, '30-additional')
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('backup').waitFor()
  await take(page, '15-settings')
}

/** A generated list with the faults that lists have; it is read and not taken over. */
async function takeImport(page: Page): Promise<void> {
  await practiceCommand(['--households', '60', '--seed', '7', '--out', scratch])
  await page.getByRole('link', { name: '名单', exact: true }).click()
  await dropRoster(page, '云岭县名单.xlsx', await readFile(join(scratch, 'roster.xlsx')))
  await page.getByTestId('problems').waitFor()
  await take(page, '04-import')
  await page
    .getByTestId('sheet')
    .first()
    .evaluate((sheet) => sheet.scrollIntoView())
  await take(page, '05-columns')
}

/** One household from the first question to the end of the visit, by keyboard, as the guide describes it. */
async function takeInterview(page: Page): Promise<void> {
  await page.getByRole('link', { name: '名单', exact: true }).click()
  await dropRoster(page, '石门村.xlsx', burdenRoster())
  await page.getByTestId('found').filter({ hasText: '3 户' }).waitFor()
  await page.getByTestId('adopt').click()
  await page.getByTestId('adopted').waitFor()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('count').filter({ hasText: '3 / 3 户' }).waitFor()
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.getByTestId('interview').waitFor()

  await answer(page, '1', '1', '1', '1', 'A')
  await take(page, '07-members')
  await answer(page, 'A', 'A', '1', '1', '1', '1', '1', '1')
  await answer(page, '1')
  await take(page, '06-question')
  await answer(page, 'R', 'A', '1', 'R', '1', '1', '1', '1', '1')
  await type(page, '0')
  await answer(page, '2')
  for (const [kind, item, amount, state] of [
    ['1', '1', '9000', '1'],
    ['1', '2', '3000', '1'],
    ['2', '1', '400*6', '2'],
    ['2', '2', '2600', '1'],
    ['4', '3', '1200', '1'],
  ] as const) {
    await answer(page, kind, item)
    await type(page, amount)
    await answer(page, state)
  }
  await take(page, '08-ledger')
  await answer(page, 'Enter')
  await take(page, '09-read-back')
  await answer(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', '1', 'Enter')
  await answer(page, '1', '5', 'Enter', '1', '1', '1', '1', '1', '1', '7', 'Enter', '1', '7', 'Enter')
  await answer(page, 'o', '1')
  await take(page, '10-close')
  await page.keyboard.press('Enter')
  await page.getByTestId('closed').waitFor()
  await page.keyboard.press('n')
  await page.getByTestId('question').waitFor()
  await answer(page, 'o', '3')
  await page.getByTestId('close-reason').fill('不愿接受访谈')
  await page.keyboard.press('Enter')
  await page.getByTestId('closed').waitFor()
  await take(page, '11-replacement')
}

/** A drawn picture beside a question. */
async function takePhoto(page: Page): Promise<void> {
  const drawn = await page.evaluate(drawHouse)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('p')])
  await chooser.setFiles({ name: '住房.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') })
  await page.getByTestId('pictures').getByRole('img').waitFor()
  await take(page, '20-photo')
  await page.keyboard.press('Enter')
}

/** Runs in the page: a house against the sky, as base64 of a PNG. */
async function drawHouse(): Promise<string> {
  const canvas = new OffscreenCanvas(800, 600)
  const pen = canvas.getContext('2d')
  if (pen === null) return ''
  const shapes: readonly (readonly [colour: string, ...corners: (readonly [number, number])[]])[] = [
    ['#bcd7ea', [0, 0], [800, 0], [800, 430], [0, 430]],
    ['#8fa86b', [0, 430], [800, 430], [800, 600], [0, 600]],
    ['#e9e2d3', [200, 260], [600, 260], [600, 500], [200, 500]],
    ['#8a4b38', [160, 260], [400, 130], [640, 260]],
    ['#5b4632', [365, 360], [435, 360], [435, 500], [365, 500]],
    ['#7d9bb0', [240, 320], [320, 320], [320, 390], [240, 390]],
    ['#7d9bb0', [480, 320], [560, 320], [560, 390], [480, 390]],
  ]
  for (const [colour, ...corners] of shapes) {
    pen.fillStyle = colour
    pen.beginPath()
    for (const [x, y] of corners) pen.lineTo(x, y)
    pen.fill()
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  return btoa(String.fromCharCode(...bytes))
}

/** A list that came once more: one household new, one changed, one gone. */
async function takeComparison(page: Page): Promise<void> {
  const families = ['李甲', '王乙', '张丙', '赵丁'].map((name, at) => ({ name, number: `00${at + 1}` }))
  const lines = families.map(
    ({ name, number }) => `石村,${number},${name},户主,脱贫户,1380000000${number.at(-1)}`,
  )
  await dropList(page, lines.slice(0, 3))
  await page.getByTestId('comparison').waitFor()
  await page.locator('[data-group=gone]').getByLabel('移出名单').check()
  await page.getByTestId('adopt').click()
  await page.getByTestId('adopted').waitFor()
  await dropList(page, [
    ...lines.slice(1, 2),
    ...lines.slice(2).map((line) => line.replace('13800000003', '13900000003')),
  ])
  await page.locator('[data-group=changed]').getByText('看是哪些').click()
  await page.getByTestId('changed-cells').scrollIntoViewIfNeeded()
  await take(page, '21-comparison')
}

async function dropList(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: '名单', exact: true }).click()
  const text = ['行政村,户编号,姓名,与户主关系,脱贫属性,户联系电话', ...lines].join('\n')
  await dropRoster(page, '石村.csv', new TextEncoder().encode(text))
}

/** Keys one after the other, each once what the key before it did is seen. */
async function answer(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const before = await seen(page)
    await page.keyboard.press(key)
    const deadline = Date.now() + 5_000
    while ((await seen(page)) === before) {
      if (Date.now() > deadline) throw new Error(`nothing changed by ${key} at: ${before}`)
      await page.waitForTimeout(15)
    }
  }
}

/** A number and its end; the next question is there. */
async function type(page: Page, text: string): Promise<void> {
  const question = page.getByTestId('question')
  const asked = await question.getAttribute('data-question')
  await page.locator('[data-testid=way] input:focus').waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.locator(`[data-testid=question]:not([data-question="${asked}"])`).waitFor()
}

function seen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const pressed = [...document.querySelectorAll('[aria-pressed="true"]')].map((each) => each.textContent)
    const asked = document.querySelector('.evidence.asked') === null ? '' : 'asked'
    return [document.querySelector('[data-testid=way]')?.textContent, ...pressed, asked].join('|')
  })
}

/** The upper part of the screen, or all of it. */
async function take(page: Page, name: string, height: number = SCREEN.height): Promise<void> {
  // The pointer would light up whatever it was left on.
  await page.mouse.move(SCREEN.width - 1, SCREEN.height - 1)
  const path = join(PICTURES, `${name}.png`)
  const clip = { x: 0, y: 0, width: SCREEN.width, height }
  await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' })
  const { size } = await stat(path)
  console.log(`${name}.png ${Math.round(size / 1000)} kB`)
  if (size > LARGEST_BYTES) console.error(`${name}.png is larger than ${LARGEST_BYTES / 1000} kB`)
}
