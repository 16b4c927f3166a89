import { parseArgs } from 'node:util'
import type { MergeAccepted } from '../application/team/merge/acceptPackage'
import { LANGUAGES, type Language } from '../application/texts/Texts'

export const MERGE_USAGE = `usage: yihu merge PACKAGE… --key FILE --into DIR [--accept-removed REASON]
                  [--accept-others REASON] [--accept-closed REASON] [--json] [--verbose]
                  [--lang zh-CN|en]

Unites sealed packages in a folder, which is made if need be: in any order, any number of times, with one result. A package that is
refused changes nothing; the others are merged, and the exit is 1. The packages and the key lie outside of DIR. --accept-removed takes
those of devices that were taken off the roll, --accept-others what was written in households that are others', --accept-closed what was
written in villages, or a county, that are closed; the reason is written into the project. All need the lead's key. Households of which another conclusion follows are listed.`

export interface MergeUsage {
  readonly packages: readonly string[]
  readonly key: string
  readonly into: string
  readonly accepted: MergeAccepted
  readonly json: boolean
  /** Everything is told, not only the first of each kind. */
  readonly isVerbose: boolean
  readonly language: Language
}

/** The command's words as settings; null where they are wrong. */
export function parseMergeUsage(args: readonly string[]): MergeUsage | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        into: { type: 'string' },
        'accept-removed': { type: 'string' },
        'accept-others': { type: 'string' },
        'accept-closed': { type: 'string' },
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const { key, into } = values
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (positionals.length === 0 || key === undefined || into === undefined || language === undefined)
      return null
    const accepted = {
      removed: values['accept-removed'] ?? null,
      others: values['accept-others'] ?? null,
      closed: values['accept-closed'] ?? null,
    }
    if (Object.values(accepted).some((reason) => reason?.trim() === '')) return null
    return {
      packages: positionals,
      key,
      into,
      accepted,
      json: values.json ?? false,
      isVerbose: values.verbose ?? false,
      language,
    }
  } catch {
    return null
  }
}
