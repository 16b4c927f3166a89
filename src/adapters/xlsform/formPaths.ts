import type { FormItem } from '../../application/xlsform/FormModel'

/** Name of a form's root. */
export const ROOT = 'data'

/** Where the parts of a form lie in an XForm, and how one part refers to others from its place. */
export interface FormPaths {
  pathOf(item: FormItem): string
  /** An expression of XLSForm with paths in place of `${name}`: relative in one repeat, else absolute. */
  resolve(expression: string, from: FormItem): string
  /** The same of a condition on the choices of a question, whose own place is the choice. */
  resolveFilter(expression: string, from: FormItem): string
  /** The repeat that a field is in, by the field's name, and the way to the field from there. */
  repeatOf(name: string): { readonly repeat: string; readonly field: string }
}

interface Place {
  readonly path: string
  readonly repeat: string | null
}

export function formPaths(items: readonly FormItem[]): FormPaths {
  const places = new Map<FormItem, Place>()
  const byName = new Map<string, Place>()
  const visit = (item: FormItem, parent: Place): void => {
    const path = `${parent.path}/${item.name}`
    const place = { path, repeat: item.kind === 'repeat' ? path : parent.repeat }
    places.set(item, place)
    byName.set(item.name, place)
    if (item.kind !== 'field') for (const each of item.items) visit(each, place)
  }
  for (const item of items) visit(item, { path: `/${ROOT}`, repeat: null })

  const placeOf = (item: FormItem): Place => known(places.get(item), item.name)
  const named = (name: string): Place => known(byName.get(name), name)
  const replace = (expression: string, from: FormItem, start: string): string =>
    expression.replace(/\$\{(\w+)\}/g, (_, name: string) => pathFrom(placeOf(from), named(name), start))
  return {
    pathOf: (item) => placeOf(item).path,
    resolve: (expression, from) => replace(expression, from, ''),
    resolveFilter: (expression, from) => replace(expression, from, 'current()/'),
    repeatOf(name) {
      const { path, repeat } = named(name)
      if (repeat === null) throw new Error(`${name} is in no repeat`)
      return { repeat, field: path.slice(repeat.length + 1) }
    },
  }
}

function pathFrom(from: Place, to: Place, start: string): string {
  // Names in the condition of a repeat itself mean what is outside of it.
  if (from.repeat === null || from.repeat !== to.repeat || from.path === from.repeat) return to.path
  const [steps, target] = [from.path.split('/'), to.path.split('/')]
  let shared = 0
  while (shared < steps.length && steps[shared] === target[shared]) shared++
  return start + [...steps.slice(shared).map(() => '..'), ...target.slice(shared)].join('/')
}

function known<T>(place: T | undefined, name: string): T {
  if (place === undefined) throw new Error(`the form has no ${name}`)
  return place
}
