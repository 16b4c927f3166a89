import { describeConclusion } from '../application/texts/describeConclusion'
import { householdNumber } from '../application/texts/describeHousehold'
import type { Language, Texts } from '../application/texts/Texts'
import type { ChangedCell, ReturnedWorkbook } from '../application/workbook/review/ReturnedWorkbook'
import { describeProposed } from '../application/workbook/review/describeProposed'
import type { RowState } from '../application/workbook/review/reviewFormat'
import type {
  ReviewConflict,
  ReviewedDecision,
  ReviewQuestion,
  TakenReview,
} from '../application/workbook/review/TakenReview'
import type { Standing } from '../domain/programmes/assessment/determination/Determination'
import type { Instrument } from '../domain/instrument/loadInstrument'
import { problem as problemJson } from './rosterJson'

/** What `--out` holds: decisions as lines for `--determinations`, or a census's proposals as `--json` has them. */
export function takenLines({ decisions, questions }: TakenReview, kind: ReturnedWorkbook['kind']): string[] {
  const records = kind === 'census' ? questions : decisions.map(({ record }) => record)
  return records.map((record) => `${JSON.stringify(record)}\n`)
}

/** The document that `yihu decisions --json` prints (`docs/formats.md`). */
export function decisionsJson(taken: TakenReview, texts: Texts): string {
  const { decisions, conflicts, ignored, questions, outdated, problems } = taken
  return JSON.stringify(
    {
      decisions: decisions.map(({ record }) => record),
      conflicts: conflicts.map(({ sheet, cell, said, now }) => ({
        sheet,
        cell,
        ...said,
        now: now && stateJson(now),
      })),
      ignored,
      questions,
      ...(outdated.length > 0 && { outdated }),
      problems: problems.map((each) => problemJson(each, texts)),
    },
    null,
    2,
  )
}

function stateJson({ measured, determinations }: RowState) {
  const { status, conclusion, persons, outcome } = measured
  const [suspicion, inclusion] = [determinations?.suspicion, determinations?.inclusion].map(standingJson)
  return { status, conclusion, persons, outcome, suspicion, inclusion }
}

function standingJson(standing: Standing | undefined) {
  switch (standing?.state) {
    case undefined:
    case 'none':
      return null
    case 'contested':
      return { state: standing.state }
    case 'final':
    case 'unconfirmed':
    case 'taken_back': {
      const { determination, reason, by, confirmedBy } = standing.decision
      return { state: standing.state, determination, reason, by, confirmedBy }
    }
  }
}

/** What of a returned workbook the report is about. */
export interface ReportedWorkbook {
  readonly kind: ReturnedWorkbook['kind']
  /** The form that its questions are of. */
  readonly instrument: Pick<Instrument, 'questions'>
}

/** The same for the eye; `workbook` null where it was refused before anything of it was read. */
export function decisionsReport(
  taken: TakenReview,
  { out, isVerbose }: { readonly out: string | null; readonly isVerbose: boolean },
  workbook: ReportedWorkbook | null,
  texts: Texts,
): string {
  const { reviewer, confirmer, decisions, standing, conflicts, ignored, questions, outdated, problems } =
    taken
  const words = WORDS[texts.language]
  const part = (title: string, lines: readonly string[]): readonly string[] => {
    if (lines.length === 0) return []
    const shown = isVerbose ? lines : lines.slice(0, FIRST)
    const more = lines.length - shown.length
    return [
      '',
      `${title} ${lines.length}`,
      ...shown.map((line) => `  ${line}`),
      ...(more > 0 ? [`  ${words.more(more)}`] : []),
    ]
  }
  const isRefused = problems.length > 0
  const by = words.reviewer(reviewer ?? words.nobody)
  const confirmed = workbook?.kind === 'census' ? [] : [words.confirmer(confirmer ?? words.nobody)]
  return [
    isRefused ? words.refused : [by, ...confirmed].join('  '),
    ...part(
      words.decisions,
      decisions.map(({ record }) => saidText(record, texts)),
    ),
    ...(standing === 0 ? [] : ['', `${words.standing} ${standing}`]),
    ...part(
      words.conflicts,
      conflicts.map((conflict) => conflictText(conflict, texts)),
    ),
    ...part(
      words.questions,
      questions.map((question) => proposedText(question, workbook, texts)),
    ),
    ...part(
      words.conflicts,
      outdated.map(({ said, isGone }) =>
        [
          `${said.sheet}!${said.cell}`,
          proposedText(said, workbook, texts),
          words.now,
          isGone ? words.gone : words.answered,
        ].join('  '),
      ),
    ),
    ...part(
      words.ignored,
      ignored.map((cell) => changedText(cell, texts)),
    ),
    ...(out === null || isRefused ? [] : ['', `${words.written} ${out}`]),
  ].join('\n')
}

function saidText({ household, determination, reason }: ReviewedDecision, texts: Texts): string {
  return [householdNumber(household, texts), texts.term('determinations', determination), reason].join('  ')
}

function proposedText(said: ReviewQuestion, workbook: ReportedWorkbook | null, texts: Texts): string {
  const { household, path, value, reason, by } = said
  const about = workbook === null ? path : describeProposed(said, workbook.instrument, texts)
  return [householdNumber(household, texts), about, value, reason, by].join('  ')
}

function conflictText({ sheet, cell, said, now }: ReviewConflict, texts: Texts): string {
  const words = WORDS[texts.language]
  const stands =
    now === null ? words.gone : describeConclusion(now.measured.conclusion, now.determinations, texts)
  return `${sheet}!${cell}  ${saidText(said, texts)}  ${words.now} ${stands}`
}

function changedText({ sheet, cell, was, now }: ChangedCell, texts: Texts): string {
  const { empty } = WORDS[texts.language]
  return `${cell === null ? sheet : `${sheet}!${cell}`}  ${was ?? empty} → ${now ?? empty}`
}

/** As much of each part as a person takes in. */
const FIRST = 10

interface Words {
  readonly refused: string
  readonly nobody: string
  readonly reviewer: (name: string) => string
  readonly confirmer: (name: string) => string
  readonly decisions: string
  readonly standing: string
  readonly conflicts: string
  readonly questions: string
  readonly ignored: string
  readonly now: string
  readonly gone: string
  readonly answered: string
  readonly empty: string
  readonly written: string
  readonly more: (count: number) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    refused: '整个文件没有接收。',
    nobody: '没有写',
    reviewer: (name) => `复核人 ${name}`,
    confirmer: (name) => `确认人 ${name}`,
    decisions: '接收的认定',
    standing: '已有同样的认定，不重复接收',
    conflicts: '导出以后情况有变，没有接收',
    questions: '提给调查员核对的问题',
    ignored: '别处改动的单元格，没有接收',
    now: '现在：',
    gone: '名单上没有这一户了',
    answered: '这一户的答案后来有改动',
    empty: '（空）',
    written: '已写出',
    more: (count) => `……另有 ${count} 条`,
  },
  en: {
    refused: 'Nothing of the file was taken.',
    nobody: 'not named',
    reviewer: (name) => `reviewer ${name}`,
    confirmer: (name) => `confirmer ${name}`,
    decisions: 'decisions taken',
    standing: 'decisions that stand already',
    conflicts: 'not taken, as more was found out since',
    questions: 'questions to the assessors',
    ignored: 'other cells changed by hand, not taken',
    now: 'now:',
    gone: 'no longer on the list',
    answered: 'answers of the household were changed',
    empty: '(empty)',
    written: 'written',
    more: (count) => `… and ${count} more`,
  },
}
