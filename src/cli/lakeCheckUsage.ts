import { parseTablesUsage, type TablesUsage } from './tablesUsage'

export const LAKE_CHECK_USAGE = `usage: yihu lake-check --from DIR [DIR …] [--kind assessment|census] [--out FILE.xlsx] [--json] [--verbose] [--lang zh-CN|en]
       yihu lake-check --engine postgres://USER@HOST[:PORT]/DATABASE [--kind …] …

Checks counties of a lake against each other. First, people, telephones and photos that households of two counties share: only counties
that were exported with one --match-salt can be compared; the others are named. Then each county's rates against that of all, with the limits
that chance alone has, 95 % and 99.8 % (a funnel plot's table): of a census the households enumerated, of an assessment the households
with a suspicion and those that recognise. What stands out is a reason to look, and proves nothing.
--out: a workbook with both lists. Households are told by the lake's keys, with county and village.`

export type LakeCheckUsage = Omit<TablesUsage, 'level'>

/** The command's words as settings; null where they are wrong. */
export function parseLakeCheckUsage(args: readonly string[]): LakeCheckUsage | null {
  return args.some((word) => /^--by(=|$)/.test(word)) ? null : parseTablesUsage(args)
}
