import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { utils, write } from 'xlsx'
import { idNumberFor } from '../../src/domain/roster/values/idNumber'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import { newProject } from './newProject'
import { saveAs } from './saveAs'

const PROJECT = { title: '云岭县专项评估', person: '欧阳组长', passcode: 'correct horse' }
const ROSTER = '上寨村脱贫户名单.xlsx'
const NOTE = '老人说存折在儿子手里'

const PEOPLE = [
  { name: '王秀英', id: idNumberFor('53990119500505011'), phone: '13987654321' },
  { name: '诸葛小明', id: idNumberFor('53990120110301022'), phone: '13812345678' },
] as const
const HOUSEHOLD = '5399908877'

function roster(): Uint8Array {
  const header = ['乡镇', '行政村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '脱贫属性', '脱贫年度', '联系电话'] // prettier-ignore
  const rows = PEOPLE.map(({ name, id, phone }, nth) =>
    ['石门乡', '上寨村', HOUSEHOLD, `${HOUSEHOLD}0${nth + 1}`, name, id, nth === 0 ? '户主' : '之女', '已脱贫(享受政策)', 2018, phone]) // prettier-ignore
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([header, ...rows]), '名单')
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** Every text of at least two characters that belongs to the project, and every part of a name that long. */
const SECRETS = [
  ...Object.values(PROJECT),
  ...PEOPLE.flatMap(({ name, id, phone }) => [...partsOf(name), id, id.slice(6, 14), phone]),
  ...partsOf(PROJECT.person),
  ROSTER,
  ...partsOf('上寨村'),
  ...partsOf('石门乡'),
  ...partsOf('云岭县'),
  HOUSEHOLD,
  NOTE,
  '存折',
]

function partsOf(name: string): readonly string[] {
  const starts = [...Array(name.length - 1).keys()]
  return starts.flatMap((start) => starts.map((length) => name.slice(start, start + length + 2)))
}

/** The ways in which a text can stand in a file of text. */
function spellings(text: string): readonly string[] {
  const bytes = ['utf8', 'utf16le', 'utf16be', 'gb18030'].map((encoding) => iconv.encode(text, encoding))
  return [
    text,
    text.toLowerCase(),
    encodeURIComponent(text),
    [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    [...text].reverse().join(''),
    ...bytes.flatMap((each) => [each.toString('hex'), each.toString('base64').replace(/=+$/, ''), each.toString('latin1')]),
  ] // prettier-ignore
}

test('saves diagnostics that have nothing of the project in them', async ({ electron, profile }) => {
  const { page } = electron
  await newProject(page, PROJECT)
  await dropRoster(page, ROSTER, roster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openInterview(page, 0)
  const hand = new Hand(page)
  await hand.press('1', '1', '1', '1')
  await page.keyboard.press('n')
  await compose(page, NOTE)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')

  await page.evaluate(
    (texts) => {
      for (const text of texts) {
        setTimeout(() => {
          throw new Error(`${text}\n    at ${text} (app://yihu/assets/${text}.js:1:1)`)
        })
        void Promise.reject(Object.assign(new TypeError(text), { code: text, name: text }))
      }
      void Promise.reject(new RangeError('plain'))
    },
    SECRETS.slice(0, 40),
  )
  await page.keyboard.press('Escape')
  // A file that is refused: problems that name it and its cells.
  await page.getByRole('link', { name: '名单', exact: true }).click()
  await dropRoster(page, ROSTER, new Uint8Array([1, 2, 3]))
  await page.getByTestId('problems').first().waitFor()

  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('to-about').click()
  await page.getByTestId('diagnostics-show').click()
  const shown = (await page.getByTestId('diagnostics-text').textContent()) ?? ''
  const path = join(profile, 'diagnostics.json')
  await saveAs(electron, page.getByTestId('diagnostics-save'), path)
  await expect(page.getByTestId('diagnostics-saved')).toBeVisible()
  const file = (await readFile(path)).toString('utf8')
  expect(file).toBe(shown)

  const home = [basename(homedir()), basename(profile), dirname(profile), '/home', '/tmp']
  const found = [...SECRETS, ...home].filter((secret) =>
    spellings(secret).some((each) => file.includes(each)),
  )
  expect(found).toEqual([])

  // It is not for nothing: versions, sizes, and what went wrong are there.
  const facts = JSON.parse(file) as {
    readonly app: { readonly packageHash: string | null }
    readonly data: { readonly journals: readonly { readonly bytes: number }[] }
    readonly errors: readonly { readonly name: string | null }[]
    readonly problemsShown: readonly { readonly code: string | null }[]
  }
  expect(facts.errors.at(-1)?.name).toBe('RangeError')
  expect(facts.errors).toHaveLength(50)
  expect(facts.data.journals[0]?.bytes).toBeGreaterThan(1000)
  expect(facts.problemsShown.length).toBeGreaterThan(0)
  expect(facts.problemsShown.every(({ code }) => code !== null)).toBe(true)
})

test('tells the hash of the package that it runs from, as a person can compute it', async ({ electron }) => {
  const { page, application } = electron
  const folder = await application.evaluate(({ app }) => app.getAppPath())
  await page.getByTestId('to-about').click()
  const shown = page.getByTestId('about')
  await expect(shown).toContainText('app.asar 的指纹')
  if (!folder.endsWith('.asar')) return void (await expect(shown).toContainText('不是从安装包运行'))
  const hash = createHash('sha256')
    .update(await readFile(folder))
    .digest('hex')
  await expect(shown).toContainText(hash)
})
