import type { FieldType, FormField, FormItem, FormModel } from '../../application/xlsform/FormModel'
import { escapeXml } from '../xml/escapeXml'
import { ROOT, type FormPaths } from './formPaths'

const BIND_TYPES: Readonly<Record<FieldType, string>> = {
  start: 'dateTime',
  end: 'dateTime',
  calculate: 'string',
  note: 'string',
  text: 'string',
  integer: 'int',
  decimal: 'decimal',
  date: 'date',
  image: 'binary',
  signature: 'binary',
  audio: 'binary',
  select_one: 'string',
  select_multiple: 'string',
}

/** The conditions and types of a form's parts, a `bind` each. */
export function xformBinds(form: FormModel, paths: FormPaths): readonly string[] {
  const meta = `/${ROOT}/meta`
  return [
    ...form.items.flatMap((item) => bindsOf(item, paths)),
    `<bind nodeset="${meta}/instanceID" type="string" readonly="true()" jr:preload="uid"/>`,
    bind(`${meta}/instanceName`, { type: 'string', calculate: nameOf(form, paths) }),
  ]
}

function nameOf({ instanceName, items }: FormModel, paths: FormPaths): string {
  const [first] = items
  return first === undefined ? "''" : paths.resolve(instanceName, first)
}

function bindsOf(item: FormItem, paths: FormPaths): readonly string[] {
  const relevant = item.relevant === undefined ? undefined : paths.resolve(item.relevant, item)
  if (item.kind === 'field') return [fieldBind(item, relevant, paths)]
  const own = relevant === undefined ? [] : [bind(paths.pathOf(item), { relevant })]
  return [...own, ...item.items.flatMap((each) => bindsOf(each, paths))]
}

function fieldBind(field: FormField, relevant: string | undefined, paths: FormPaths): string {
  const { type, required, constraint, calculation } = field
  const path = paths.pathOf(field)
  const isPreloaded = type === 'start' || type === 'end'
  return bind(path, {
    type: BIND_TYPES[type],
    relevant,
    ...(required !== undefined && {
      required: required === true ? 'true()' : paths.resolve(required, field),
      'jr:requiredMsg': field.requiredMessage && textId(path, 'requiredMsg'),
    }),
    ...(constraint !== undefined && {
      constraint: paths.resolve(constraint, field),
      'jr:constraintMsg': field.constraintMessage && textId(path, 'constraintMsg'),
    }),
    ...(calculation !== undefined && { calculate: paths.resolve(calculation, field) }),
    ...(type === 'note' && { readonly: 'true()' }),
    ...(isPreloaded && { 'jr:preload': 'timestamp', 'jr:preloadParams': type }),
  })
}

/** Refers to a text of a part in the languages of the form. */
export function textId(path: string, kind: 'label' | 'hint' | 'constraintMsg' | 'requiredMsg'): string {
  return `jr:itext('${path}:${kind}')`
}

function bind(path: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escapeXml(value)}"`],
  )
  return `<bind nodeset="${escapeXml(path)}"${written.join('')}/>`
}
