import type { FormItem, FormModel } from '../xlsform/FormModel'

/** Names of all fields of a form, whatever groups they are in. */
export function fieldNames({ items }: Pick<FormModel, 'items'>): ReadonlySet<string> {
  const namesIn = (item: FormItem): readonly string[] =>
    item.kind === 'field' ? [item.name] : item.items.flatMap(namesIn)
  return new Set(items.flatMap(namesIn))
}
