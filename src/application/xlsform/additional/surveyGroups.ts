import type { GroupData, QuestionData, Scope, Text } from '../../../domain/instrument/Instrument'
import type { Problem } from '../../../domain/shared/Problem'
import type { ProblemCode } from '../../../domain/shared/ProblemCode'
import { isName, ownName } from './choiceLists'
import { withOwnReferences } from './ownReferences'
import { rowTypeOf, type RowType } from './questionType'
import { cellProblem, type SheetRow, type SheetRows } from './SheetRows'
import { wordsIn } from './translatedText'

/** What the rows are read for. */
export interface SurveyTerms {
  readonly title: Text
  /** Name of the form's repeat over the members. */
  readonly members: Scope
  /** When questions of a scope are asked at all, in terms of the standard form. */
  conditionOf(scope: Scope): string
  hasList(name: string): boolean
}

export interface SurveyGroups {
  readonly groups: readonly GroupData[]
  readonly problems: readonly Problem[]
  /** The row that a question or an expression of the groups came from. */
  readonly origins: ReadonlyMap<string, SheetRow>
}

/** A group or repeat that is open, the innermost last. */
interface OpenPart {
  readonly row: SheetRow
  readonly of: 'group' | 'repeat'
  readonly label: Text
  readonly relevant: string | null
  readonly isRepeat: boolean
}

/** A group under way: questions that follow each other below the same parts. */
interface RunningGroup extends GroupData {
  readonly questions: QuestionData[]
}

/** The groups of the survey sheet, in its order; repeats are over the members alone. */
export function surveyGroups(sheet: SheetRows, terms: SurveyTerms): SurveyGroups {
  const words = wordsIn(sheet)
  const named = new Set(sheet.rows.flatMap((row) => row.at('name') ?? []))
  const problems: Problem[] = []
  const origins = new Map<string, SheetRow>()
  const groups: RunningGroup[] = []
  const parts: OpenPart[] = []
  let running: RunningGroup | null = null
  let script: Text | null = null
  const report = (code: ProblemCode, row: SheetRow, column: string) => {
    problems.push(cellProblem(code, row, column))
  }
  const own = (source: string) => withOwnReferences(source, (name) => named.has(name))

  for (const row of sheet.rows) {
    const type = rowTypeOf(row.at('type') ?? '')
    switch (type.kind) {
      case 'begin':
        open(row, type.of)
        break
      case 'end':
        if (parts.pop()?.of !== type.of) report('additional_group_unbalanced', row, 'type')
        running = null
        break
      case 'note':
        tell(row)
        break
      case 'question':
        ask(row, type)
        break
      case 'meta':
        problems.push({ ...cellProblem('additional_meta_ignored', row, 'type'), severity: 'warning' })
        break
      case 'unsupported':
        report('additional_type_unsupported', row, 'type')
    }
  }
  for (const { row } of parts) report('additional_group_open', row, 'type')
  return { groups, problems, origins }

  function open(row: SheetRow, of: 'group' | 'repeat'): void {
    const isOfMembers = [terms.members, `${terms.members}s`].includes(row.at('name')?.toLowerCase() ?? '')
    const isInRepeat = parts.some(({ isRepeat }) => isRepeat)
    if (of === 'repeat' && (!isOfMembers || isInRepeat)) report('additional_repeat_unsupported', row, 'name')
    const label = words(row, 'label') ?? parts.at(-1)?.label ?? terms.title
    parts.push({ row, of, label, relevant: row.at('relevant'), isRepeat: of === 'repeat' })
    running = null
  }

  /** A note is read out before the question that follows it. */
  function tell(row: SheetRow): void {
    if (row.at('relevant') !== null) report('additional_note_condition', row, 'relevant')
    script = words(row, 'label')
  }

  function ask(row: SheetRow, { type, list }: RowType & { kind: 'question' }): void {
    const given = row.at('name')
    const label = words(row, 'label')
    if (given === null || !isName(given)) return report('additional_name_invalid', row, 'name')
    const name = ownName(given)
    if (origins.has(name)) return report('additional_name_twice', row, 'name')
    if (label === null) {
      problems.push(cellProblem('additional_label_missing', row, 'name', { name: given }))
      return
    }
    if (list !== null && !terms.hasList(ownName(list))) report('additional_list_unknown', row, 'type')
    const required = requiredOf(row.at('required'))
    if (required === null) return report('additional_required_unsupported', row, 'required')
    origins.set(name, row)
    const hint = words(row, 'hint')
    const message = words(row, 'constraint_message')
    const relevant = row.at('relevant')
    const constraint = row.at('constraint')
    groupHere().questions.push({
      name,
      type,
      ...(list !== null && { choices: ownName(list) }),
      label,
      ...(script !== null && { script }),
      plain: label,
      ...(hint !== null && { hint }),
      serves: ['additional'],
      evidence: ['respondent', 'other', 'document', 'observed'],
      defaultEvidence: 'respondent',
      ...(!required && { optional: true }),
      ...(relevant !== null && { relevant: own(relevant) }),
      ...(constraint !== null && { constraint: own(constraint) }),
      ...(message !== null && { constraintMessage: message }),
    })
    script = null
  }

  function groupHere(): RunningGroup {
    if (running !== null) return running
    const scope = parts.some(({ isRepeat }) => isRepeat) ? terms.members : 'household'
    const relevant = [
      terms.conditionOf(scope),
      ...parts.flatMap((part) => (part.relevant === null ? [] : [`(${own(part.relevant)})`])),
    ].join(' and ')
    const inner = parts.findLast((part) => part.relevant !== null)
    if (inner !== undefined) origins.set(relevant, inner.row)
    running = {
      name: ownName(`group_${groups.length + 1}`),
      label: parts.at(-1)?.label ?? terms.title,
      scope,
      relevant,
      questions: [],
    }
    groups.push(running)
    return running
  }
}

/** Null for a condition: whether a question may stay open is not asked household by household. */
function requiredOf(text: string | null): boolean | null {
  if (text === null || /^(no|false|false\(\)|0)$/i.test(text)) return false
  return /^(yes|true|true\(\)|1)$/i.test(text) ? true : null
}
