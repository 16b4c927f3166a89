import type { FullIds } from '../application/workbook/fullIds'

/** Words of the commands that write workbooks: ID numbers in full, for whom and why. */
export const FULL_IDS_OPTIONS = {
  'full-ids': { type: 'boolean' },
  by: { type: 'string' },
  why: { type: 'string' },
} as const

/** Who asks and why; when is told by the clock as the workbook is written. */
export type AskedIds = Omit<FullIds, 'at'>

/** What the words ask for; null where nothing. `incomplete`: in full without who or why, or these without that. */
export function fullIdsIn(values: {
  readonly 'full-ids'?: boolean | undefined
  readonly by?: string | undefined
  readonly why?: string | undefined
}): AskedIds | null | 'incomplete' {
  const [by, why] = [values.by?.trim() ?? '', values.why?.trim() ?? '']
  if (values['full-ids'] !== true)
    return values.by === undefined && values.why === undefined ? null : 'incomplete'
  return by === '' || why === '' ? 'incomplete' : { by, why }
}

/** Stands above the usage where what is asked is incomplete. */
export const FULL_IDS_INCOMPLETE = `证件号码写全要写明谁要、为什么：--full-ids --by 姓名 --why 原因
ID numbers in full need who asks and why: --full-ids --by NAME --why TEXT`
