import { parseArgs } from 'node:util'
import { formOut } from '../adapters/resources/formOut'
import { textsOf } from '../adapters/resources/texts'
import { readExport } from '../adapters/xlsform/readExport'
import { readCollected, type CollectedAnswers } from '../application/collected/readCollected'
import { TERMINAL_SALT } from '../application/project/terminalSalt'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Result } from '../domain/shared/Result'
import type { RosterHousehold } from '../domain/roster/Roster'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { readAnsweredRosters } from './readAnsweredRosters'
import { readForms } from './readForms'
import { readRosterFiles } from './readRosterFiles'
import { writeWhole } from './writeWhole'

const USAGE = `usage: yihu answers FILE… --out ANSWERS.jsonl [--roster FILE [--roster FILE …]] [--salt TEXT]
                    [--additional XLSFORM.xlsx] [--verbose] [--lang zh-CN|en]

Takes answers that ODK or KoboToolbox collected with the XLSForm of yihu xlsform: .xlsx, .csv, or ODK Central's .zip of them.
Export with "XML values and headers"; give the sheets of one export together. Writes the answers file of yihu assess, all or nothing.
--roster: every household and member must be on these lists; --salt: what their keys are made with. --additional: the XLSForm that yihu xlsform was given.`

/** `yihu answers`. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage. */
export async function answersCommand(args: readonly string[]): Promise<number> {
  const usage = parseUsage(args)
  if (usage === null) {
    warn(USAGE)
    return 2
  }
  const missing = await missingFiles(readsOf(usage))
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => takeAnswers(usage),
    (problems) => tell(problems, usage, 1),
  )
}

function readsOf({ files, rosters, additional }: AnswersUsage): readonly string[] {
  return [...files, ...rosters, ...(additional === null ? [] : [additional])]
}

async function takeAnswers(usage: AnswersUsage): Promise<number> {
  const clashes = await outputProblems({ reads: readsOf(usage), writes: [usage.out] })
  if (clashes.length > 0) return tell(clashes, usage, 1)
  const read = await readAll(usage)
  if (!read.ok) return tell(read.problems, usage, 1)
  const { lines, households, problems } = read.value
  const contentOf = () => lines.map((line) => `${JSON.stringify(line)}\n`)
  const written = await writeWhole([{ path: usage.out, contentOf }])
  if (!written.ok) return tell([...problems, ...written.problems], usage, 1)
  print(WRITTEN[usage.language](usage.out, households, lines.length))
  return tell(problems, usage, 0)
}

const WRITTEN: Readonly<Record<Language, (path: string, households: number, lines: number) => string>> = {
  'zh-CN': (path, households, lines) => `${path}：${households} 户，答案 ${lines} 条`,
  en: (path, households, lines) => `${path}: ${households} households, ${lines} answers`,
}

async function readAll({
  files,
  rosters,
  salt,
  additional,
}: AnswersUsage): Promise<Result<CollectedAnswers>> {
  const forms = await readForms(additional)
  if (!forms.ok) return forms
  const instrument = forms.value.currentInstrument
  const form = formOut(instrument, null)
  if (!form.ok) return form
  const households = rosters.length === 0 ? success(null) : await householdsOf(rosters, salt)
  if (!households.ok) return households
  const exported = (await readRosterFiles(files)).map(readExport)
  return readCollected(exported, { instrument, form: form.value, households: households.value })
}

async function householdsOf(
  rosters: readonly string[],
  salt: string,
): Promise<Result<ReadonlyMap<string, RosterHousehold>>> {
  const { households, problems } = await readAnsweredRosters(rosters, salt)
  return households.length === 0
    ? refusals(problems)
    : success(new Map(households.map((each) => [each.id, each])))
}

function tell(problems: readonly Problem[], { language, isVerbose }: AnswersUsage, code: 0 | 1): number {
  if (problems.length > 0) warn(problemLines(problems, textsOf(language), isVerbose))
  return code
}

interface AnswersUsage {
  readonly files: readonly string[]
  readonly out: string
  readonly rosters: readonly string[]
  readonly salt: string
  readonly additional: string | null
  readonly isVerbose: boolean
  readonly language: Language
}

function parseUsage(args: readonly string[]): AnswersUsage | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        roster: { type: 'string', multiple: true },
        salt: { type: 'string' },
        additional: { type: 'string' },
        verbose: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (positionals.length === 0 || values.out === undefined || language === undefined) return null
    return {
      files: positionals,
      out: values.out,
      rosters: values.roster ?? [],
      salt: values.salt ?? TERMINAL_SALT,
      additional: values.additional ?? null,
      isVerbose: values.verbose ?? false,
      language,
    }
  } catch {
    return null
  }
}
