import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { importFiles } from '../../fixtures/roster/importFiles'

interface Spelling {
  /** The cells of incomes in D2 and D3. */
  readonly cells: readonly [string, string]
  readonly workbook?: string
  readonly app?: string
  /** Prefix of all elements. */
  readonly prefix?: string
}

/** Two households whose cells D2 and D3 stand in the XML as given. */
function listWith({ cells, workbook = '', app, prefix = '' }: Spelling): Uint8Array {
  const rows = [
    ['户编号', '姓名', '脱贫属性', '人均纯收入'],
    ['51', '李建国', '已脱贫'],
    ['52', '赵六', '已脱贫'],
  ]
  const sheet = utils.aoa_to_sheet(rows)
  const bytes = new Uint8Array(write(utils.book_new(sheet, '名单'), { type: 'array' }) as ArrayBuffer)
  const parts = unzipSync(bytes)
  const change = (name: string, how: (xml: string) => string) => {
    parts[name] = strToU8(how(strFromU8(parts[name] ?? new Uint8Array())))
  }
  change('xl/worksheets/sheet1.xml', (xml) => {
    let row = 0
    const filled = xml.replace(/<\/row>/g, (end) => (row++ === 0 ? end : (cells[row - 2] ?? '') + end))
    if (prefix === '') return filled
    return filled
      .replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`)
      .replaceAll(`${prefix}:${prefix}:`, `${prefix}:`)
      .replace('xmlns=', `xmlns:${prefix}=`)
  })
  change('xl/workbook.xml', (xml) => xml.replace('</workbook>', `${workbook}</workbook>`))
  if (app !== undefined)
    change('docProps/app.xml', (xml) => xml.replace(/<Application>.*?</, `<Application>${app}<`))
  return zipSync(parts)
}

function told(spelling: Spelling) {
  const { households, problems } = importFiles(['a.xlsx', listWith(spelling)])
  return {
    incomes: households.map(({ registryIncome }) => registryIncome),
    void: problems
      .filter(({ code }) => code === 'formula_without_value')
      .map(({ place, value }) => [place.cell, value]),
  }
}

const CALCULATED = '<c r="D3"><f>2600*2</f><v>5200</v></c>'

describe('a formula without a result is reported at its cell', () => {
  it.each([
    ['plainly', '<c r="D2"><f>X2</f></c>'],
    ['with an empty value', '<c r="D2"><f>X2</f><v></v></c>'],
    ['with a value closed by itself', '<c r="D2"><f>X2</f><v/></c>'],
    ['as text without a value', '<c r="D2" t="str"><f>X2</f></c>'],
    ['as text, its type first and in single quotes', "<c t='str' r='D2' ><f>X2</f></c>"],
    ['as a number by name', '<c r="D2" t="n"><f>X2</f></c>'],
    ['as yes or no', '<c r="D2" t="b"><f>X2</f></c>'],
    ['as an error', '<c r="D2" t="e"><f>X2</f></c>'],
    ['with attributes of its own', '<c r="D2" s="0"><f ca="1" aca="false">X2</f></c>'],
    ['over several lines', '<c r="D2"\n s="0">\n<f\n>X2</f\n>\n</c\n>'],
    ['behind a comment', '<c r="D2"><!-- a --><f>X2</f></c>'],
  ])('spelled %s', (_, cell) => {
    const expected = { incomes: [null, 5200], void: [['D2', '=X2']] }
    expect(told({ cells: [cell, CALCULATED] })).toEqual(expected)
    expect(told({ cells: [cell, CALCULATED], prefix: 'x' })).toEqual(expected)
  })

  it('with the formula that several cells share', () => {
    const cells = [
      '<c r="D2"><f t="shared" ref="D2:D3" si="0">2600*2</f><v>5200</v></c>',
      "<c r='D3'><f si='0' t='shared'/></c>",
    ] as const
    for (const prefix of ['', 'x'])
      expect(told({ cells, prefix })).toEqual({ incomes: [5200, null], void: [['D3', '=2600*2']] })
  })

  it('when the file does not even name the formula', () => {
    expect(told({ cells: ['<c r="D2"><f/></c>', CALCULATED] }).void).toEqual([['D2', '=?']])
  })
})

describe('a result of 0 of a formula', () => {
  const zero = '<c r="D2"><f>X2</f><v>0</v></c>'
  const isVoid = { incomes: [null, 5200], void: [['D2', '=X2']] }
  const isTrue = { incomes: [0, 5200], void: [] }

  it.each([
    ['fullCalcOnLoad', { workbook: '<calcPr calcId="124519" fullCalcOnLoad="1"/>' }],
    ['fullCalcOnLoad with a prefix', { workbook: "<x:calcPr fullCalcOnLoad = 'true'></x:calcPr>" }],
    ['calcCompleted', { workbook: '<calcPr calcCompleted="0" calcId="999999"/>' }],
    ['Apache POI', { app: 'Apache POI' }],
  ])('is none when %s says that nothing was calculated', (_, file) => {
    expect(told({ cells: [zero, CALCULATED], ...file })).toEqual(isVoid)
    expect(told({ cells: [zero.replace('>0<', '>0.0<'), CALCULATED], ...file })).toEqual(isVoid)
    expect(told({ cells: [zero.replace('r=', 't="str" r='), CALCULATED], ...file })).toEqual(isVoid)
  })

  it.each([
    ['nothing says otherwise', {}],
    ['Excel calculated', { workbook: '<calcPr calcId="191029"/>', app: 'Microsoft Excel' }],
    ['fullCalcOnLoad is off', { workbook: '<calcPr calcId="999999" calcCompleted="1" fullCalcOnLoad="0"/>' }],
  ])('is one when %s', (_, file) => {
    expect(told({ cells: [zero, CALCULATED], ...file })).toEqual(isTrue)
  })

  it('is none when it is text and so is every other text of a formula', () => {
    const text = zero.replace('r=', 't="str" r=')
    expect(told({ cells: [text, CALCULATED] })).toEqual(isVoid)
    const other = '<c r="D3" t="str"><f>X3</f><v>5200</v></c>'
    expect(told({ cells: [text, other] })).toEqual(isTrue)
  })

  it('is one when no formula made it', () => {
    const workbook = '<calcPr fullCalcOnLoad="1"/>'
    expect(told({ cells: ['<c r="D2"><v>0</v></c>', CALCULATED], workbook })).toEqual(isTrue)
  })
})

it('takes an empty text for the result of a formula', () => {
  expect(told({ cells: ['<c r="D2" t="str"><f>""</f><v></v></c>', CALCULATED] })).toEqual({
    incomes: [null, 5200],
    void: [],
  })
})

it.each([
  ['cells that never end', '<c><f>'.repeat(300_000)],
  ['cells in cells', `${'<c><f>'.repeat(300_000)}</c>`],
  ['tags that never end', `<c>${'<f '.repeat(300_000)}</c>`],
  ['values that never end', `<c><f/>${'<v '.repeat(300_000)}</c>`],
])('comes to an end with %s', (_, cells) => {
  expect(() => importFiles(['a.xlsx', listWith({ cells: [cells, ''] })])).not.toThrow()
})
