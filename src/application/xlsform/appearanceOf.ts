import type { FormItem } from './FormModel'

/** How a part of a form is shown, where that is not the usual way: a group of fields on one page, a list that opens, a pad to sign on. */
export function appearanceOf(item: FormItem): string | null {
  if (item.kind !== 'field') {
    const isPage = item.kind === 'group' && item.items.every(({ kind }) => kind === 'field')
    return isPage ? 'field-list' : null
  }
  if (item.type === 'signature') return 'signature'
  return item.isMinimal === true ? 'minimal' : null
}
