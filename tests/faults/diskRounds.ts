import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMANDS } from '../../src/cli/commands'
import { seededRandom } from '../../src/domain/shared/seededRandom'
import { failDisk, heal } from './failingDisk'
import type { Tally } from './Tally'
import { toldAs } from '../cli/toldAs'

const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EROFS'] as const
/** Advice for each; a read that fails has the same. */
const TOLD = (
  ['disk_full', 'disk_read_only', 'disk_failing', 'file_not_permitted', 'merge_unconfirmed'] as const
).map(toldAs)

/** Words of each command that writes, and the files that it makes; `@` is the round's folder. */
const WRITING: readonly (readonly [
  name: keyof typeof COMMANDS,
  words: string,
  outputs: readonly string[],
])[] = [
  ['merge', '@assessor-1.yihu @assessor-2.yihu --key @lead.key --into @merged --json', []],
  ['merge', '@assessor-1.yihu @assessor-2.yihu --key @lead.key --into @new --json', []],
  [
    'export',
    '--from @merged --out @e.xlsx --answers @e.jsonl --determinations @d.jsonl --fieldwork @f.json',
    ['e.xlsx', 'e.jsonl', 'd.jsonl', 'f.json'],
  ],
  [
    'assess',
    '--roster @roster.csv --answers @answers.jsonl --as-of 2020-12-31 --region west --out @e.xlsx',
    ['e.xlsx'],
  ],
  [
    'sample',
    '--roster @roster.csv --seed 一 --size 4 --accept-rejected --log @s.json --out @e.xlsx',
    ['s.json', 'e.xlsx'],
  ],
  [
    'practice',
    '--households 9 --seed 3 --out @made',
    ['made/roster.xlsx', 'made/roster.xls', 'made/roster.csv', 'made/answers.jsonl'],
  ],
]

/** A practice county with its packages, the first of them merged already, and an older file where some output goes. */
export async function makeDiskWorld(): Promise<string> {
  const world = await mkdtemp(join(tmpdir(), 'yihu-disk-'))
  const made = await run('practice', ['--households', '16', '--seed', '7', '--team', '2', '--out', world])
  const merged = await run('merge', words('@assessor-1.yihu --key @lead.key --into @merged', world))
  if (made.code !== 0 || merged.code !== 0) throw new Error(made.told + merged.told)
  await cp(join(world, 'lead.key'), join(world, 'e.xlsx'))
  return world
}

/**
 * One round: a command that writes, on a disk that refuses one of its operations, or all from one on. Gives what was found wrong:
 * a success that is none, a refusal without its cause or with a stack, an output that is neither as it was nor whole, a repeat that
 * fails, something left behind.
 */
export async function diskRound(seed: number, world: string, tally: Tally): Promise<readonly string[]> {
  const random = seededRandom(seed)
  const [name, text, outputs] = WRITING[(seed - 1) % WRITING.length] ?? random.pick(WRITING)
  const code = random.pick(CODES)
  const goesOn = random.between(0, 1) === 1
  const room = await mkdtemp(join(tmpdir(), 'yihu-round-'))
  const folderOf = (part: string): string => join(room, part, '/')
  try {
    for (const part of ['whole', 'failing']) await cp(world, folderOf(part), { recursive: true })
    failDisk({ under: folderOf('whole'), at: Infinity, code, goesOn })
    const whole = await run(name, words(text, folderOf('whole')))
    const operations = heal()
    const [before, after] = [await filesIn(world), await filesIn(folderOf('whole'))]
    const failing = folderOf('failing')
    failDisk({ under: failing, at: random.between(1, operations), code, goesOn })
    const ran = await run(name, words(text, failing)).finally(heal)
    tally.count('fault', `${name} ${code}${goesOn ? ', from then on' : ''}`)
    tally.count('end', ran.code === 0 ? 'done in spite of it' : 'refused')
    await asAfterItsEnd(failing)
    const now = await filesIn(failing)
    const wrongs = [...toldWrong(ran, whole.code)]
    for (const output of outputs) {
      const isWhole = isSame(output, now.get(output), after.get(output))
      const isAsBefore = isSame(output, now.get(output), before.get(output))
      // A disk that refuses everything from then on also refuses to put the older file back.
      if (ran.code === 0 ? !isWhole : !isAsBefore && !(goesOn && isWhole))
        wrongs.push(`${output} is not what the exit code ${ran.code} says`)
    }
    if (name === 'merge') wrongs.push(...(await mergedWrong(ran, text, failing, whole)))
    // An honest repeat; practice writes only where nothing lies.
    if (name !== 'practice' || ran.code !== 0) {
      const again = await run(name, words(text, failing))
      const last = await filesIn(failing)
      if (again.code !== whole.code) wrongs.push(`a repeat ends with ${again.code}: ${again.told}`)
      for (const output of outputs)
        if (!isSame(output, last.get(output), after.get(output)))
          wrongs.push(`${output} is not right after a repeat`)
      if (name === 'merge' && hashOf(again) !== hashOf(whole)) wrongs.push('a repeat merges something else')
      const left = [...last.keys()].filter((path) => !after.has(path))
      if (left.length > 0) wrongs.push(`left behind: ${left.join(' ')}`)
    }
    return wrongs.map((wrong) => `${name} ${code}: ${wrong}`)
  } finally {
    await rm(room, { recursive: true })
  }
}

/** The command had a process of its own: what it could not remove bears the number of one that is gone. */
async function asAfterItsEnd(folder: string): Promise<void> {
  for (const path of (await filesIn(folder)).keys()) {
    if (/^\w+\/lock$/.test(path)) await writeFile(join(folder, path), String(GONE))
    if (path.endsWith('.part'))
      await rename(join(folder, path), join(folder, path.replace(`.${process.pid}`, `.${GONE}`)))
  }
}

const GONE = 999_999_999

interface Ran {
  readonly code: number
  readonly answer: string
  readonly told: string
}

function toldWrong({ code, told }: Ran, wholeCode: number): readonly string[] {
  const wrongs: string[] = []
  if (/^\s+at .*:\d+/m.test(told)) wrongs.push(`a stack: ${told}`)
  if (code === wholeCode) return wrongs
  if (code !== 1) wrongs.push(`exit code ${code}: ${told}`)
  if (TOLD.filter((words) => words.test(told)).length !== 1) wrongs.push(`told: ${told}`)
  if (told.includes('.part')) wrongs.push(`names a file that nobody knows: ${told}`)
  return wrongs
}

/** The folder holds what the document says, and nothing else. */
async function mergedWrong(ran: Ran, text: string, folder: string, whole: Ran): Promise<readonly string[]> {
  const into = join(folder, /@(\w+) --json/.exec(text)?.[1] ?? '')
  const first = words(`@assessor-1.yihu --key @lead.key --into ${into} --json`, folder)
  const packages = (document(ran).packages ?? []).filter(({ verdict }) => verdict === 'merged').length
  if (packages > 0) {
    const looked = await run('merge', first)
    return hashOf(looked) === hashOf(ran) ? [] : ['the folder is not what was reported']
  }
  const names = await readdir(into).catch((): string[] => [])
  if (!names.includes('index.json') && !text.includes('@merged')) return []
  if (!text.includes('@merged')) return ['nothing was reported, and something is in']
  const looked = await run('merge', first)
  return hashOf(looked) === hashOf(whole) ? ['nothing was reported, and all is in'] : []
}

function hashOf(ran: Ran): string | null {
  return document(ran).stateHash ?? null
}

function document({ answer }: Ran): {
  readonly packages?: readonly { readonly verdict: string }[]
  readonly stateHash?: string | null
} {
  return JSON.parse(answer) as ReturnType<typeof document>
}

function words(text: string, folder: string): readonly string[] {
  return text.split(' ').map((word) => word.replace('@', join(folder, '/')))
}

async function run(name: keyof typeof COMMANDS, args: readonly string[]): Promise<Ran> {
  const { log, error } = console
  const [answers, told]: [string[], string[]] = [[], []]
  console.log = (text: string) => void answers.push(text)
  console.error = (text: string) => void told.push(text)
  try {
    const code = await COMMANDS[name](args)
    return { code, answer: answers.join('\n'), told: told.join('\n') }
  } finally {
    Object.assign(console, { log, error })
  }
}

/** All files below a folder, by their paths in it. */
async function filesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(path.slice(join(folder, '/').length), await readFile(path))
  }
  return files
}

/** Workbooks say when they were made. */
function isSame(path: string, left: Buffer | undefined, right: Buffer | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  if (left.equals(right)) return true
  return (
    path.endsWith('.xlsx') &&
    Math.abs(left.length - right.length) < 64 &&
    left.subarray(0, 2).equals(right.subarray(0, 2))
  )
}
