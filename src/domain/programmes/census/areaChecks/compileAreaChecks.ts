import type { Evaluate } from '../../../instrument/compileExpression'
import { compileSource } from '../../../instrument/compileSource'
import type { ValueType } from '../../../instrument/typeOfExpression'
import type { Problem } from '../../../shared/Problem'
import type { ProblemCode } from '../../../shared/ProblemCode'
import { refusals, success, type Result } from '../../../shared/Result'
import type { AreaKind } from '../AreaForm'
import type { TableForms } from '../tables/compileTables'
import { areaNames, householdNames, type TableNames } from '../tables/TableNames'
import { isOfOneVillage, type AreaChecks, type CompiledAreaCheck, type VillageCount } from './AreaChecks'
import type { AreaCheckData, AreaChecksData, AreaCountData } from './AreaCheckData'
import { countTables, type CompiledCount } from './countTables'
import { namesInMessage } from './messageNumbers'

/**
 * Checks of areas ready for use with a household form. Refused, each with its check or count and the expression: what cannot be
 * used (`expression_…`), a name twice (`area_check_name_twice`), questions, counts or numbers of a message that there are not
 * (`area_check_name_unknown`), parts that do not go together (`area_check_parts_unfit`).
 */
export function compileAreaChecks(data: AreaChecksData, forms: TableForms): Result<AreaChecks> {
  const report = newReport()
  const { village, county } = forms
  const { limits, counts, checks } = data
  reportDoubles(data, forms, report)
  for (const count of counts) reportUnfit(count, report)
  const compiled = counts
    .filter(({ population }) => population !== 'villages')
    .map((count): CompiledCount => ({ count, when: whenOf(count, namesFor(count, forms), report) }))
  const ofVillages = counts
    .filter(({ population }) => population === 'villages')
    .map((count): VillageCount => ({ data: count, addendOf: addendOf(count, areaNames(village), report) }))
  const result: AreaChecks = {
    forms: { village, county },
    limits,
    counts,
    tables: countTables(compiled, data.label),
    ofVillages,
    checks: checks.map((check) => compileCheck(check, data, forms, report)),
  }
  return report.problems.length === 0 ? success(result) : refusals(report.problems)
}

interface Report {
  readonly problems: readonly Problem[]
  fault(code: Extract<ProblemCode, `area_check_${string}`>, place: string, value: string): void
  compile(source: string, place: string, wants: ValueType['type'], names: TableNames): Evaluate
}

function newReport(): Report {
  const problems: Problem[] = []
  return {
    problems,
    fault(code, place, value) {
      problems.push({ code, severity: 'error', place: { question: place }, value })
    },
    compile(source, place, wants, names) {
      const compiled = compileSource(source, { name: place, scope: names.scope, self: null, wants }, names)
      if (!('code' in compiled)) return compiled.evaluate
      problems.push(compiled)
      return () => undefined
    },
  }
}

function compileCheck(
  check: AreaCheckData,
  data: AreaChecksData,
  forms: TableForms,
  report: Report,
): CompiledAreaCheck {
  const { name, level, when, questions, message, opens } = check
  const place = `check ${name}`
  const names = areaNames(forms[level], numbersOf(level, data))
  const unknown = (value: string): void => report.fault('area_check_name_unknown', place, value)
  for (const question of questions)
    if (!forms[level].questions.some((each) => each.name === question)) unknown(question)
  for (const each of [...namesInMessage(message['zh-CN']), ...namesInMessage(message.en)])
    if (names.find(each)?.valueType.type !== 'number') unknown(each)
  const opened = data.counts.find((count) => count.name === opens)
  if (opens !== undefined && (opened === undefined || opened.population === 'villages')) unknown(opens)
  return {
    data: check,
    when: report.compile(when, place, 'boolean', names),
    valueIn: (frame, each) => frame.household[names.find(each)?.slot ?? -1],
  }
}

/** The numbers besides the form that a check of the level may ask for, in the order in which `findInAreas` gives them. */
export function numbersOf(
  level: AreaKind,
  { limits, counts }: Pick<AreaChecksData, 'limits' | 'counts'>,
): readonly string[] {
  const reached = counts.filter((count) => level === 'county' || isOfOneVillage(count))
  return [...limits, ...reached].map(({ name }) => name)
}

function whenOf(count: AreaCountData, names: TableNames, report: Report): Evaluate {
  const { name, when } = count
  return when === undefined ? () => true : report.compile(when, `count ${name}`, 'boolean', names)
}

function addendOf(count: AreaCountData, names: TableNames, report: Report): VillageCount['addendOf'] {
  const isCounted = whenOf(count, names, report)
  if (count.sum === undefined) return (frame) => (isCounted(frame) === true ? 1 : 0)
  const amount = report.compile(count.sum, `count ${count.name}, sum`, 'number', names)
  return (frame) => {
    const value = isCounted(frame) === true ? amount(frame) : undefined
    return typeof value === 'number' ? value : 0
  }
}

function namesFor({ population }: AreaCountData, { instrument }: TableForms): TableNames {
  const isOfMembers = population === 'persons' || population === 'children'
  return householdNames(instrument, isOfMembers ? (instrument.repeats.roster ?? 'household') : 'household')
}

function reportUnfit({ name, population, per, sum }: AreaCountData, report: Report): void {
  if (sum !== undefined && (population !== 'villages' || per !== undefined))
    report.fault('area_check_parts_unfit', `count ${name}`, 'sum')
}

/** Names stand for one thing each, beside the questions of both forms. */
function reportDoubles({ limits, counts, checks }: AreaChecksData, forms: TableForms, report: Report): void {
  const known = new Set([...forms.village.questions, ...forms.county.questions].map(({ name }) => name))
  const of = (place: string, items: readonly { readonly name: string }[], taken: Set<string>): void => {
    for (const { name } of items) {
      if (taken.has(name)) report.fault('area_check_name_twice', `${place} ${name}`, name)
      taken.add(name)
    }
  }
  of('limit', limits, known)
  of('count', counts, known)
  of('check', checks, new Set())
}
