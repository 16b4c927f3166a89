import iconv from 'iconv-lite'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { assessCommand } from '../../src/cli/assess'
import { practiceCommand } from '../../src/cli/practice'
import { readKey } from '../../src/cli/readKey'
import { sampleCommand } from '../../src/cli/sample'

interface Document {
  readonly households: readonly {
    readonly id: string
    readonly role?: string
    readonly conclusion?: string
  }[]
  readonly problems: readonly {
    readonly code: string
    readonly line: number | null
    readonly message: string
  }[]
}

/** Every encoding that lists are read in, by what saves files so. */
const ENCODINGS = [
  ['UTF-8 with a mark', 'utf8', true],
  ['UTF-16, as PowerShell writes it', 'utf16le', true],
  ['UTF-16 without a mark', 'utf16le', false],
  ['UTF-16 the other way round', 'utf16be', true],
  ['GBK, as an old editor writes it', 'gbk', false],
] as const

let folder = ''
let answers = ''
let keys: readonly string[] = []
let printed = ''
let complained = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-inputs-'))
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await practiceCommand(['--households', '16', '--seed', '3', '--team', '2', '--out', folder])
  answers = (await readFile(at('answers.jsonl'), 'utf8')).replaceAll('"by":"', '"by":"组长')
  keys = [...new Set([...answers.matchAll(/"household":"(\d+)"/g)].map(([, key]) => key as string))]
})

afterAll(() => rm(folder, { recursive: true }))

beforeEach(() => {
  printed = complained = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (printed += text))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (complained += `${text}\n`))
})

afterEach(() => vi.restoreAllMocks())

async function file(name: string, text: string, encoding = 'utf8', addBOM = false): Promise<string> {
  await writeFile(at(name), iconv.encode(text, encoding, { addBOM }))
  return at(name)
}

async function assess(path: string, ...more: readonly string[]) {
  printed = complained = ''
  const words = [
    '--roster',
    at('roster.csv'),
    '--answers',
    path,
    '--as-of',
    '2020-12-31',
    '--region',
    'west',
    '--json',
  ]
  const code = await assessCommand([...words, ...more])
  return { code, document: JSON.parse(printed) as Document }
}

async function sample(log: string, ...more: readonly string[]) {
  printed = complained = ''
  const words = ['--roster', at('roster.csv'), '--seed', '一', '--size', '12', '--accept-rejected', '--json']
  const code = await sampleCommand([...words, '--log', at(log), ...more])
  return { code, document: JSON.parse(printed) as Document }
}

describe('answers', () => {
  it.each(ENCODINGS)('are read in %s, with every name as it was written', async (_, encoding, addBOM) => {
    const plain = await assess(await file('utf8.jsonl', answers))
    const other = await assess(
      await file('other.jsonl', answers, encoding, addBOM),
      '--out',
      at(`${encoding}${addBOM}.xlsx`),
    )
    expect(plain.code).toBe(0)
    expect(other).toEqual(plain)
  })
  it('are refused with line and byte when a character is damaged, and none is replaced', async () => {
    const [first = '', ...others] = answers.split('\n')
    const bytes = iconv.encode([first, '{"by":"张', others[0]].join('\n'), 'utf8')
    const cut = iconv.encode(`${first}\n{"by":"张`, 'utf8').length - 1
    await writeFile(
      at('damaged.jsonl'),
      Uint8Array.from([...bytes.subarray(0, cut), ...bytes.subarray(cut + 1)]),
    )
    const { code, document } = await assess(at('damaged.jsonl'))
    expect([code, document.households]).toEqual([1, []])
    expect(document.problems.map(({ code: each, line }) => [each, line])).toContainEqual([
      'text_file_damaged',
      2,
    ])
    expect(complained).toContain(`${cut - 1}`)
  })
  it('may name households by numbers, and with blanks around their keys', async () => {
    const plain = await assess(await file('utf8.jsonl', answers))
    const numbers = answers.replace(/"household":"(\d+)"/g, '"household":$1')
    expect(await assess(await file('numbers.jsonl', numbers))).toEqual(plain)
    const blanks = answers.replace(/"(household|member)":"([^"]+)"/g, '"$1":" $2\u3000"')
    expect(await assess(await file('blanks.jsonl', blanks))).toEqual(plain)
  })
  it('are refused when a number has lost digits, and when there is no key at all', async () => {
    const { document } = await assess(
      await file(
        'lost.jsonl',
        '{"household":53990000010000000001,"question":"note","value":"a"}\n{"question":"note","value":"a"}',
      ),
    )
    const codes = document.problems.filter(({ line }) => line !== null).map(({ code }) => code)
    expect(codes).toEqual(['answers_household_unreadable', 'answers_household_unreadable'])
  })
  it('are refused once when they are one array, on one line or on many', async () => {
    const objects = answers
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    for (const text of [JSON.stringify(objects), `\n${JSON.stringify(objects, null, 2)}`]) {
      const { code, document } = await assess(await file('array.json', text))
      expect(code).toBe(1)
      expect(document.problems.filter(({ line }) => line !== null).map((each) => each.code)).toEqual([
        'lines_in_array',
      ])
    }
  })
  it('that are wrong in one way a thousand times are complained of once', async () => {
    const line = `{"household":"nobody","question":"note","value":"a"}\n`
    const { code, document } = await assess(await file('many.jsonl', line.repeat(1000)))
    expect([
      code,
      document.problems.filter((each) => each.code === 'answers_household_unknown').length,
    ]).toEqual([1, 1000])
    expect(complained).toContain('1000 处，如：')
    expect(complained.length).toBeLessThan(6000)
  })
})

describe('the other files of text', () => {
  it.each(ENCODINGS)('are read in %s', async (_, encoding, addBOM) => {
    const same = (name: string, text: string) => file(name, text, encoding, addBOM)
    const visited = await same('visited.txt', `${keys.slice(0, 1).join('\r\n')}\r\n\r\n`)
    const drawn = await sample('log.json', '--visited', visited)
    expect([drawn.code, drawn.document.problems.filter(({ code }) => code.startsWith('sample_'))]).toEqual([
      0,
      [],
    ])
    expect(drawn.document.households.some(({ id }) => keys.slice(0, 1).includes(id))).toBe(false)

    const log = await same('log2.json', await readFile(at('log.json'), 'utf8'))
    expect(await sampleCommand(['--replay', log, '--roster', at('roster.csv'), '--json'])).toBe(0)

    const people = '"ruralRegistered":900000,"exited":200000,"poor":3000,"unregistered":500000'
    const totals = await same('totals.json', `{${people},"source":"县统计局人口表"}\r\n`)
    const suspected = (await assess(at('utf8.jsonl'))).document.households.find(
      ({ conclusion }) => conclusion === 'suspected_wrong_exit',
    )
    const decision = {
      household: suspected?.id,
      determination: 'exit_confirmed',
      reason: '复核',
      by: '王组长',
    }
    const determinations = await same('d.jsonl', `\r\n${JSON.stringify(decision)}\r\n\r\n`)
    const assessed = await assess(
      at('utf8.jsonl'),
      '--totals',
      totals,
      '--determinations',
      determinations,
      '--sample',
      log,
    )
    expect(assessed.code).toBe(0)
    expect(assessed.document.problems.map(({ code }) => code)).toContain('determination_not_confirmed')

    const key = await readKey(await same('copied.key', await readFile(at('lead.key'), 'utf8')))
    expect(key.ok).toBe(true)
  })
  it('are refused when a character is damaged', async () => {
    await writeFile(at('bad.txt'), Uint8Array.of(0x31, 0x0a, 0xff, 0x0a))
    const words = ['--totals', '--determinations', '--sample'].map((word) =>
      assess.bind(null, at('utf8.jsonl'), word),
    )
    for (const run of [
      ...words,
      sample.bind(null, 'never.json', '--visited'),
      sample.bind(null, 'never.json', '--marked'),
    ]) {
      const { code, document } = await run(at('bad.txt'))
      expect([code, document.problems.map((each) => each.code)]).toEqual([
        1,
        expect.arrayContaining(['text_file_damaged']),
      ])
    }
    expect(await readKey(at('bad.txt'))).toMatchObject({
      problems: [{ code: 'text_file_damaged', place: { line: 2 } }],
    })
  })
})
