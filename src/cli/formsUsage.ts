import { parseArgs } from 'node:util'
import type { FormScope } from '../application/forms/FormScope'
import { ASSESS_OPTIONS_USAGE, parseAssessWords, type AssessUsage } from './assessUsage'

export const FORMS_USAGE = `usage: yihu forms (--household ID … | --village NAME | --all) [--form NAME|FILE.json …]
                   ${ASSESS_OPTIONS_USAGE}
                   [--out FILE.xlsx] [--verbose] [--lang zh-CN|en]

Writes hand forms filled in from the record, a sheet each, to be printed on A4: --form once for each form, by its name (docs/forms.md)
or as a file of your own; left out, all of them. What the record lacks is an empty ruled cell. ID numbers are masked.
--out: left out, a file of the form's and the village's or household's name. Many forms go into several files: FILE.xlsx, FILE-2.xlsx …`

export interface FormsUsage {
  readonly assess: AssessUsage
  readonly scope: FormScope
  /** Names or files; none: every form. */
  readonly forms: readonly string[]
}

const OWN = {
  household: { type: 'string', multiple: true },
  village: { type: 'string' },
  all: { type: 'boolean' },
  form: { type: 'string', multiple: true },
} as const

/** The command's words; null where they are wrong. */
export function parseFormsUsage(args: readonly string[]): FormsUsage | null {
  const { own, rest } = splitWords(args)
  const words = parseAssessWords(rest, 0)
  if (words === null || words === 'full_ids') return null
  const { usage } = words
  if (usage.fullIds !== null || usage.json) return null
  try {
    const { values } = parseArgs({ args: own, options: OWN })
    const scopes: readonly (FormScope | null)[] = [
      values.household === undefined ? null : { kind: 'households', ids: new Set(values.household) },
      values.village === undefined ? null : { kind: 'village', village: values.village },
      values.all === true ? { kind: 'all' } : null,
    ]
    const [scope, ...more] = scopes.filter((each) => each !== null)
    if (scope === undefined || more.length > 0) return null
    return { assess: usage, scope, forms: values.form ?? [] }
  } catch {
    return null
  }
}

/** The words of this command alone, and those that decide what is judged. */
function splitWords(args: readonly string[]): { readonly own: string[]; readonly rest: string[] } {
  const own: string[] = []
  const rest: string[] = []
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    const name = /^--([a-z-]+)(=|$)/.exec(word)?.[1] ?? ''
    if (!(name in OWN)) rest.push(word)
    else if (word.includes('=') || name === 'all') own.push(word)
    else own.push(word, ...args.slice(++at, at + 1))
  }
  return { own, rest }
}
