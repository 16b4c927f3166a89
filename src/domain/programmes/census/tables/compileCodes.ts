import type { Evaluate, Frame, Value } from '../../../instrument/compileExpression'
import type { CodeLabel } from './CompiledTable'
import type { CodesData, RowData, TableData } from './TableData'
import type { TableNames } from './TableNames'
import type { TableReport } from './TableReport'

/** Rows or columns: their codes, and which of them hold for a case. */
export interface Codes {
  readonly labels: readonly CodeLabel[]
  /** The first that holds; -1 for none. */
  first(frame: Frame): number
  /** All that hold, as a bit mask. */
  all(frame: Frame): number
  /** Those that the case has answered, as a bit mask; null where all have one base. */
  readonly known: ((frame: Frame) => number) | null
}

/** The rows or columns of a table, ready to be asked of cases; what is wrong with them is reported. */
export function compileCodes(
  codes: CodesData,
  kind: 'row' | 'column',
  table: TableData,
  names: TableNames,
  report: TableReport,
): Codes {
  return 'by' in codes
    ? byChoices(codes.by, kind, table, names, report)
    : byConditions(codes, kind, names, report)
}

const NONE: Codes = { labels: [], first: () => -1, all: () => 0, known: null }

/** Each choice of a question or input is a code; a choice that its list lacks is none. */
function byChoices(
  name: string,
  kind: 'row' | 'column',
  table: TableData,
  names: TableNames,
  report: TableReport,
): Codes {
  const named = names.find(name)
  const isReached = named !== undefined && (named.scope === 'household' || named.scope === names.scope)
  const wants = kind === 'row' && table.several === true ? 'choices' : 'choice'
  if (!isReached || named.valueType.type !== wants || !('list' in named.valueType)) {
    report.fault('table_by_unfit', `${kind}s`, name)
    return NONE
  }
  const labels = names.codesOf(named.valueType.list)
  const numbers = new Map<Value, number>(labels.map(({ code }, index) => [code, index]))
  const { slot } = named
  const valueIn = ({ household, own }: Frame): Value =>
    named.scope === 'household' ? household[slot] : own[slot]
  return {
    labels,
    first: (frame) => numbers.get(valueIn(frame)) ?? -1,
    all(frame) {
      const chosen = valueIn(frame)
      if (!Array.isArray(chosen)) return 0
      let mask = 0
      for (const choice of chosen as readonly string[]) {
        const number = numbers.get(choice)
        if (number !== undefined) mask |= 1 << number
      }
      return mask
    },
    known: null,
  }
}

function byConditions(
  rows: readonly RowData[],
  kind: 'row' | 'column',
  names: TableNames,
  report: TableReport,
): Codes {
  const compiled = rows.map((row, index) => {
    const { code } = row
    const part = `${kind} ${code}`
    if (rows.findIndex((each) => each.code === code) < index) report.fault('table_name_twice', part, code)
    return { label: labelOf(row, part, names, report), ...conditionsOf(row, part, report) }
  })
  const conditions = compiled.map(({ when }) => when)
  const known = compiled.map(({ answered }) => answered)
  return {
    labels: compiled.map(({ label }) => label),
    first: (frame) => conditions.findIndex((condition) => condition(frame) === true),
    all: (frame) => maskOf(conditions, frame),
    known: known.every((each) => each === null)
      ? null
      : (frame) =>
          maskOf(
            known.map((each) => each ?? (() => true)),
            frame,
          ),
  }
}

function labelOf(
  { code, label, yesTo }: RowData,
  part: string,
  names: TableNames,
  report: TableReport,
): CodeLabel {
  const own = label ?? (yesTo === undefined ? undefined : names.labelOf(yesTo))
  if (own === undefined) report.fault('table_label_missing', part, code)
  return { code, label: own ?? { 'zh-CN': code, en: code } }
}

function conditionsOf(
  { when, answered, yesTo }: RowData,
  part: string,
  report: TableReport,
): { readonly when: Evaluate; readonly answered: Evaluate | null } {
  if (yesTo !== undefined)
    return {
      when: report.compile(`\${${yesTo}} = 'yes'`, part, 'boolean'),
      answered: report.compile(`\${${yesTo}} != ''`, part, 'boolean'),
    }
  return {
    when: when === undefined ? () => false : report.compile(when, part, 'boolean'),
    answered: answered === undefined ? null : report.compile(answered, `${part}, answered`, 'boolean'),
  }
}

function maskOf(conditions: readonly Evaluate[], frame: Frame): number {
  let mask = 0
  for (let index = 0; index < conditions.length; index++)
    if (conditions[index]?.(frame) === true) mask |= 1 << index
  return mask
}
