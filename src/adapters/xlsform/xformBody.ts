import { appearanceOf } from '../../application/xlsform/appearanceOf'
import type { FormField, FormItem } from '../../application/xlsform/FormModel'
import { escapeXml } from '../xml/escapeXml'
import type { FormPaths } from './formPaths'
import { textId } from './xformBinds'

/** What is shown, in its order: groups, repeats, and a control for every field that is asked or read. */
export function xformBody(items: readonly FormItem[], paths: FormPaths): readonly string[] {
  return items.flatMap((item) => {
    const path = paths.pathOf(item)
    switch (item.kind) {
      case 'field':
        return control(item, paths)
      case 'group': {
        const label = labelOf(path)
        return [`<group${look(item)} ref="${path}">`, label, ...xformBody(item.items, paths), '</group>']
      }
      case 'repeat':
        return [
          `<group ref="${path}">`,
          labelOf(path),
          `<repeat nodeset="${path}">`,
          ...xformBody(item.items, paths),
          '</repeat>',
          '</group>',
        ]
    }
  })
}

function control(field: FormField, paths: FormPaths): readonly string[] {
  const path = paths.pathOf(field)
  const hint = field.hint === undefined ? '' : `<hint ref="${textId(path, 'hint')}"/>`
  const words = labelOf(path) + hint
  switch (field.type) {
    case 'start':
    case 'end':
    case 'calculate':
      return []
    case 'image':
    case 'signature':
      return [`<upload mediatype="image/*"${look(field)} ref="${path}">${words}</upload>`]
    case 'audio':
      return [`<upload mediatype="audio/*" ref="${path}">${words}</upload>`]
    case 'select_one':
      return [`<select1${look(field)} ref="${path}">${words}${itemset(field, paths)}</select1>`]
    case 'select_multiple':
      return [`<select${look(field)} ref="${path}">${words}${itemset(field, paths)}</select>`]
    default:
      return [`<input ref="${path}">${words}</input>`]
  }
}

function itemset(field: FormField, paths: FormPaths): string {
  const { choices, choiceFilter } = field
  if (choices === undefined) return ''
  if ('field' in choices) {
    const { repeat, field: value } = paths.repeatOf(choices.field)
    return `<itemset nodeset="${repeat}[./${value} != '']"><value ref="${value}"/><label ref="${value}"/></itemset>`
  }
  const filter = choiceFilter === undefined ? '' : `[${paths.resolveFilter(choiceFilter, field)}]`
  const nodeset = escapeXml(`instance('${choices.list}')/root/item${filter}`)
  return `<itemset nodeset="${nodeset}"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset>`
}

function look(item: FormItem): string {
  const appearance = appearanceOf(item)
  return appearance === null ? '' : ` appearance="${appearance}"`
}

function labelOf(path: string): string {
  return `<label ref="${textId(path, 'label')}"/>`
}
