import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { parseIncomeWindow } from '../domain/standards/incomeWindow'
import type { IncomeWindow } from '../domain/standards/Standards'

export interface AssessUsage {
  readonly rosters: readonly string[]
  readonly answers: string
  readonly asOf: string
  readonly region: string
  readonly incomeWindow?: IncomeWindow
  readonly out: string | null
  readonly json: boolean
  readonly isIdInFull: boolean
  readonly language: Language
}

export const ASSESS_USAGE = `usage: yihu assess --roster FILE [--roster FILE …] --answers FILE.jsonl --as-of YYYY-MM-DD
                   --region central|west|CODE [--income-window YYYY-MM:YYYY-MM]
                   [--out FILE.xlsx] [--full-ids] [--json] [--lang zh-CN|en]

The income window is twelve whole months, over on --as-of; left out, it is the 12 months before --as-of.
Workbooks mask ID numbers (first 6 and last 4) unless --full-ids is given.`

/** The command's words as settings; null where they are wrong. */
export function parseAssessUsage(args: readonly string[]): AssessUsage | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        roster: { type: 'string', multiple: true },
        answers: { type: 'string' },
        'as-of': { type: 'string' },
        region: { type: 'string' },
        'income-window': { type: 'string' },
        out: { type: 'string' },
        'full-ids': { type: 'boolean' },
        json: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    const { roster, answers, region } = values
    const asOf = values['as-of']
    const window = values['income-window']
    const incomeWindow = window === undefined ? undefined : parseIncomeWindow(window)
    if (!roster || answers === undefined || asOf === undefined || region === undefined) return null
    if (language === undefined || incomeWindow === null) return null
    return {
      rosters: roster,
      answers,
      asOf,
      region,
      ...(incomeWindow !== undefined && { incomeWindow }),
      out: values.out ?? null,
      json: values.json ?? false,
      isIdInFull: values['full-ids'] ?? false,
      language,
    }
  } catch {
    return null
  }
}
