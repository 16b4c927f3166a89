import * as v from 'valibot'
import type { AreaTable } from '../../domain/programmes/census/tables/TableCounts'
import type { TableFigures } from '../../domain/programmes/census/compare/compareFigures'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'

/** The version of the document that figures are told in. */
export const FIGURES_VERSION = 1

/** A table of a count as the document of `yihu census --json` has it. */
export function tableFigures({ id, population, area, rows, base, unanswered }: AreaTable) {
  return { id, population, area: area.key ?? 'county', rows, base, unanswered }
}

/** The figures of a count as a file of their own: `version` and `tables` as in the document of `yihu census --json`. */
export function figuresText(tables: readonly AreaTable[]): string {
  const lines = tables.map((table) => JSON.stringify(tableFigures(table)))
  return `{"version":${FIGURES_VERSION},\n"tables":[${lines.join(',\n')}]}\n`
}

const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1))
const FIGURES = v.object({
  version: v.optional(v.number()),
  tables: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        area: v.string(),
        rows: v.array(
          v.object({
            code: v.string(),
            column: v.exactOptional(v.string()),
            share: v.nullable(share),
            interval: v.exactOptional(v.object({ low: v.nullable(share), high: v.nullable(share) })),
          }),
        ),
      }),
    ),
    v.minLength(1),
  ),
})

/**
 * The figures of an earlier count: what `figuresText` or `yihu census --json` wrote. Refused: `figures_damaged` where it is no JSON,
 * with its line; `figures_version_unknown`; `figures_unreadable` where it is something else, with the field.
 */
export function parseFigures(text: string, file: string): Result<readonly TableFigures[]> {
  let input: unknown
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse('figures_damaged', file, { lines: text.split('\n').length })
  }
  const version = versionOf(input)
  if (version !== undefined && version !== FIGURES_VERSION)
    return refuse('figures_version_unknown', file, { version: JSON.stringify(version) })
  const parsed = v.safeParse(FIGURES, input)
  if (parsed.success) return success(parsed.output.tables)
  const [{ path = [] }] = parsed.issues
  return refuse('figures_unreadable', file, { field: path.map(({ key }) => String(key)).join('.') || '—' })
}

function versionOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'version' in input ? input.version : undefined
}

function refuse(
  code: Extract<Problem['code'], `figures_${string}`>,
  file: string,
  details: NonNullable<Problem['details']>,
): Result<never> {
  return refusals([{ code, severity: 'error', place: { file }, value: null, details }])
}
