import type { ImportedRoster } from '../../src/application/roster/importRoster'
import { previewOf } from '../../src/application/roster/rosterPreview'
import { importFiles } from '../fixtures/roster/importFiles'
import problemsEn from '../../resources/texts/problems.en.json'
import problemsZh from '../../resources/texts/problems.zh-CN.json'
import type { HostileFile } from './hostileFiles'

/** What became of one file: how it ended, and every promise that the reader broke with it. */
export interface Judgement {
  /** `imported`, or the code for which the file was refused. */
  readonly outcome: string
  readonly findings: readonly string[]
  /** What was done to the input, where outcomes are counted by it. */
  readonly mutations?: readonly string[]
}

/** Reads the file as the app does and holds the result against what an import promises. */
export function judgeFile({ name, bytes }: HostileFile): Judgement {
  let roster: ImportedRoster
  try {
    roster = importFiles([name, bytes])
    previewOf(roster)
  } catch (error) {
    return { outcome: 'thrown', findings: [`throws ${error instanceof Error ? error.stack : String(error)}`] }
  }
  const findings = brokenPromises(roster, [name])
  return { outcome: roster.refused ? (roster.problems[0]?.code ?? 'refused') : 'imported', findings }
}

/** What an import promises of any files, whatever they hold, and does not keep. */
export function brokenPromises(roster: ImportedRoster, names: readonly string[]): readonly string[] {
  return [
    ...wordless(roster),
    ...unaccounted(roster),
    ...fromNowhere(roster, names),
    ...noNumbers(roster),
    ...pollution(),
  ]
}

/** Every problem has a place and, in both languages, a message and a remedy whose gaps it can fill. */
function wordless({ problems }: ImportedRoster): readonly string[] {
  return problems.flatMap((problem) => {
    const { code, place, value, details, severity } = problem
    if (place.file === undefined) return [`${code} has no place`]
    if (!['error', 'warning', 'note'].includes(severity)) return [`${code} is ${severity}`]
    return [problemsZh, problemsEn].flatMap((texts) => {
      const words = (texts as Readonly<Record<string, { message: string; remedy: string }>>)[code]
      if (words === undefined || words.remedy === '') return [`${code} has no words`]
      const known = { ...place, ...details, ...(value === null ? {} : { value }) }
      const gaps = [...`${words.message}${words.remedy}`.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap ?? '')
      return gaps.filter((gap) => !(gap in known)).map((gap) => `${code} says nothing for {${gap}}`)
    })
  })
}

/** Every row ends in one place; refused is nothing imported and a reason; not refused is somebody imported. */
function unaccounted({ refused, rows, households, problems }: ImportedRoster): readonly string[] {
  const { read, imported, merged, skipped, rejected } = rows
  const findings: string[] = []
  if (imported + merged + skipped + rejected !== read)
    findings.push(`rows do not add up: ${JSON.stringify(rows)}`)
  if (Object.values(rows).some((count) => !Number.isSafeInteger(count) || count < 0))
    findings.push(`rows are no counts: ${JSON.stringify(rows)}`)
  if (refused !== (households.length === 0)) findings.push('refused and households disagree')
  if (refused && imported + merged > 0) findings.push('refused, and rows are imported')
  if ((refused || rejected > 0) && problems.every(({ severity }) => severity !== 'error'))
    findings.push('rows or files are refused without a reason')
  return findings
}

/** Every household and member comes from a row that was read, and no more of them than rows were imported. */
function fromNowhere(
  { households, rows, sheets }: ImportedRoster,
  names: readonly string[],
): readonly string[] {
  const members = households.flatMap((household) => household.members)
  const findings: string[] = []
  // Sheets of several files may have the same name.
  const lengths = new Map<string, number>()
  for (const { sheet, rowCount } of sheets) lengths.set(sheet, Math.max(rowCount, lengths.get(sheet) ?? 0))
  for (const { source } of [...households, ...members]) {
    const isRow = source.row >= 1 && source.row <= (lengths.get(source.sheet) ?? 0)
    if (!isRow || !names.includes(source.file)) findings.push(`comes from nowhere: ${JSON.stringify(source)}`)
  }
  if (households.length > rows.imported) findings.push('more households than imported rows')
  // One row makes at most the person it lists and the head it names.
  if (members.length > rows.imported + households.length) findings.push('more members than rows')
  if (new Set(households.map(({ id }) => id)).size !== households.length)
    findings.push('two households share an id')
  return findings
}

/** A number that is none would be stored as nothing. */
function noNumbers({ households }: ImportedRoster): readonly string[] {
  const findings: string[] = []
  JSON.stringify(households, (field, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) findings.push(`${field} is ${value}`)
    return value
  })
  return findings
}

function pollution(): readonly string[] {
  const added = [Object.prototype, Array.prototype, Function.prototype].flatMap((prototype) =>
    Object.keys(prototype),
  )
  return added.map((key) => `a prototype was given ${key}`)
}
