import { answerText } from '../application/texts/describeBecause'
import type { Language, Texts } from '../application/texts/Texts'
import type { PackageVerdict } from '../application/team/packages/judgeOpened'
import type { MergedPackages } from '../application/team/merge/mergeOneByOne'
import type { TurnedConclusion } from '../application/team/merge/turnedConclusions'
import { elementOfPath } from '../domain/changes/elements'
import type { Instrument } from '../domain/instrument/loadInstrument'
import type { Json } from '../domain/shared/Json'
import type { Conflict } from '../domain/team/conflictsIn'
import { chinaTime } from '../application/texts/chinaTime'

/** Lines of a kind that are told unless all are. */
const FIRST_LINES = 10

/** What a merge report is worded with. */
export interface MergeWording {
  readonly texts: Texts
  readonly instrument: Instrument
  /** A household's number or, without one, what it is called. */
  readonly nameOf: (household: string) => string
  readonly isVerbose: boolean
}

/** What became of the packages, for the eye: of each kind the number and its first lines. */
export function mergeReport(
  { packages, interviews, turned, others }: MergedPackages,
  conflicts: readonly Conflict[],
  stateHash: string,
  wording: MergeWording,
): string {
  const { texts, nameOf, isVerbose } = wording
  const words = WORDS[texts.language]
  const first = (lines: readonly string[]): readonly string[] => {
    const left = isVerbose ? 0 : Math.max(0, lines.length - FIRST_LINES)
    return [...(left === 0 ? lines : lines.slice(0, FIRST_LINES)), ...(left === 0 ? [] : [words.more(left)])]
  }
  const turn = ({ household, before, after }: TurnedConclusion): string =>
    `  ${nameOf(household)}  ${texts.term('conclusions', before)} → ${texts.term('conclusions', after)}`
  return [
    ...first(
      packages.map(({ file, sender, verdict }) =>
        [file, ...(sender === null ? [] : [sender.join('、')]), words.verdicts[verdict]].join('  '),
      ),
    ),
    words.interviews(interviews),
    words.turned(turned.length),
    ...first(turned.map((each) => `${turn(each)}  ${each.file}`)),
    ...(others.length > 0 ? [words.others(others.length)] : []),
    ...first(others.map((each) => `${turn(each)}  ${each.names.join('、')}  ${each.file}`)),
    words.conflicts(conflicts.length),
    ...first(conflicts.map((each) => `  ${conflictLine(each, wording)}`)),
    words.state(fingerprint(stateHash)),
  ].join('\n')
}

/** What it is about, and what each of them answered. */
function conflictLine(
  { household, path, heads }: Conflict,
  { texts, instrument, nameOf }: MergeWording,
): string {
  const element = elementOfPath(path)
  const question = element === undefined ? path : element.rest
  const label = instrument.questions.get(question)?.data.label[texts.language]
  const bare = texts.term('history', element === undefined ? 'record' : LIST_WORDS[element.list])
  const values = heads.map(
    ({ value, person, at }) =>
      `${label === undefined ? plainText(value, texts) : answerText(value, question, instrument, texts)} (${person}, ${chinaTime(at)})`,
  )
  return `${nameOf(household)}  ${label ?? bare}  ${values.join(' | ')}`
}

const LIST_WORDS = { members: 'member', lines: 'line' } as const

/** A value of which no question gives the words. */
function plainText(value: Json, texts: Texts): string {
  if (value === null) return texts.term('history', 'taken_back')
  return typeof value === 'object' ? '…' : String(value)
}

/** The first 16 digits in groups: enough to compare two folders by eye. */
function fingerprint(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}

interface MergeWords {
  readonly verdicts: Readonly<Record<PackageVerdict['verdict'], string>>
  readonly interviews: (counts: MergedPackages['interviews']) => string
  readonly turned: (count: number) => string
  readonly others: (count: number) => string
  readonly conflicts: (count: number) => string
  readonly state: (fingerprint: string) => string
  readonly more: (count: number) => string
}

const WORDS: Readonly<Record<Language, MergeWords>> = {
  'zh-CN': {
    verdicts: { sound: '已合并', set_aside: '先放一边', refused: '没有合并' },
    interviews: (counts) => `访谈：新增 ${counts.new}，更新 ${counts.updated}，没有变化 ${counts.same}`,
    turned: (count) => `结论变了的户：${count}`,
    others: (count) => `写了分给别人的户，先放一边：${count}`,
    conflicts: (count) => `答案不一致的题：${count}`,
    state: (print) => `合并后的指纹：${print}`,
    more: (count) => `  ……另有 ${count} 条，加 --verbose 全部列出`,
  },
  en: {
    verdicts: { sound: 'merged', set_aside: 'set aside', refused: 'refused' },
    interviews: (counts) => `interviews: ${counts.new} new, ${counts.updated} updated, ${counts.same} same`,
    turned: (count) => `conclusions changed: ${count}`,
    others: (count) => `set aside, households of others: ${count}`,
    conflicts: (count) => `conflicts: ${count}`,
    state: (print) => `fingerprint: ${print}`,
    more: (count) => `  … and ${count} more; --verbose lists them all`,
  },
}
