import { parseArgs } from 'node:util'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { formOut } from '../adapters/resources/formOut'
import { textsOf } from '../adapters/resources/texts'
import { xformText } from '../adapters/xlsform/xformText'
import type { ProjectKind } from '../application/project/ProjectSettings'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { xlsformSheets } from '../application/xlsform/xlsformSheets'
import type { Problem } from '../domain/shared/Problem'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { readForms } from './readForms'
import { writeWhole, type WrittenFile } from './writeWhole'

const USAGE = `usage: yihu xlsform --out FILE.xlsx [--kind assessment|census] [--xform FILE.xml] [--as-of YYYY-MM-DD]
                    [--additional XLSFORM.xlsx] [--lang zh-CN|en]

Writes the form as an XLSForm for ODK and KoboToolbox, in Chinese and English; --xform: the same as an XForm.
--as-of: the project's reference date; left out, the form asks for it. --additional: an XLSForm with groups of questions besides the standard
form. yihu answers takes the collected answers back.`

/** Nothing that a form asks differs between regions. */
const ANY_REGION = 'central'

const KINDS = ['assessment', 'census'] as const

/** `yihu xlsform`. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage. */
export async function xlsformCommand(args: readonly string[]): Promise<number> {
  const usage = parseUsage(args)
  if (usage === null) {
    warn(USAGE)
    return 2
  }
  const missing = await missingFiles(readsOf(usage))
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => writeForm(usage),
    (problems) => refuse(problems, usage.language),
  )
}

function readsOf({ additional }: XlsformUsage): readonly string[] {
  return additional === null ? [] : [additional]
}

async function writeForm(usage: XlsformUsage): Promise<number> {
  const { out, xform, asOf, language } = usage
  const clashes = await outputProblems({ reads: readsOf(usage), writes: [out, xform] })
  if (clashes.length > 0) return refuse(clashes, language)
  const forms = await readForms(usage.additional, usage.kind)
  if (!forms.ok) return refuse(forms.problems, language)
  const form = formOut(forms.value.currentInstrument, asOf === null ? null : { asOf, region: ANY_REGION })
  if (!form.ok) return refuse(form.problems, language)
  const files: WrittenFile[] = [{ path: out, contentOf: () => writeWorkbook(xlsformSheets(form.value)) }]
  if (xform !== null) files.push({ path: xform, contentOf: () => [xformText(form.value)] })
  const written = await writeWhole(files)
  if (!written.ok) return refuse(written.problems, language)
  for (const { path } of files) print(path)
  if (forms.value.warnings.length > 0) warn(problemLines(forms.value.warnings, textsOf(language)))
  return 0
}

function refuse(problems: readonly Problem[], language: Language): number {
  warn(problemLines(problems, textsOf(language)))
  return 1
}

interface XlsformUsage {
  readonly out: string
  readonly kind: ProjectKind
  readonly xform: string | null
  readonly asOf: string | null
  readonly additional: string | null
  readonly language: Language
}

function parseUsage(args: readonly string[]): XlsformUsage | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        kind: { type: 'string' },
        xform: { type: 'string' },
        'as-of': { type: 'string' },
        additional: { type: 'string' },
        lang: { type: 'string' },
      },
    })
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    const kind = KINDS.find((each) => each === (values.kind ?? 'assessment'))
    if (values.out === undefined || kind === undefined || language === undefined) return null
    return {
      out: values.out,
      kind,
      xform: values.xform ?? null,
      asOf: values['as-of'] ?? null,
      additional: values.additional ?? null,
      language,
    }
  } catch {
    return null
  }
}
