import type { FormField, FormGroup, FormItem, FormModel } from '../../application/xlsform/FormModel'
import type { Text } from '../../domain/instrument/Instrument'
import { XLSFORM_LANGUAGES } from '../../application/xlsform/columns'
import { LANGUAGES, type Language } from '../../application/texts/Texts'
import { escapeXml } from '../xml/escapeXml'
import { formPaths, ROOT, type FormPaths } from './formPaths'
import { xformBody } from './xformBody'
import { xformBinds } from './xformBinds'

/** A form as an XForm: what ODK's and Enketo's engines load. In Chinese first, as the XLSForm is. */
export function xformText(form: FormModel): string {
  const paths = formPaths(form.items)
  return `<?xml version="1.0" encoding="UTF-8"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">
<h:head>
<h:title>${escapeXml(form.title['zh-CN'])}</h:title>
<model odk:xforms-version="1.0.0">
<itext>
${LANGUAGES.map((language) => translation(form, paths, language)).join('\n')}
</itext>
<instance>
<${ROOT} id="${escapeXml(form.id)}" version="${escapeXml(form.version)}">
${form.items.map(instanceOf).join('\n')}
<meta><instanceID/><instanceName/></meta>
</${ROOT}>
</instance>
${form.lists.map(listInstance).join('\n')}
${xformBinds(form, paths).join('\n')}
</model>
</h:head>
<h:body>
${xformBody(form.items, paths).join('\n')}
</h:body>
</h:html>
`
}

function translation(form: FormModel, paths: FormPaths, language: Language): string {
  const texts = [
    ...form.items.flatMap((item) => textsOf(item, paths)),
    ...form.lists.flatMap(({ name, choices }) =>
      choices.map(({ label }, index) => [`${name}-${index}`, label] as const),
    ),
  ].map(([id, text]) => `<text id="${escapeXml(id)}"><value>${escapeXml(text[language])}</value></text>`)
  const isDefault = language === 'zh-CN' ? ' default="true()"' : ''
  return [
    `<translation lang="${escapeXml(XLSFORM_LANGUAGES[language])}"${isDefault}>`,
    ...texts,
    '</translation>',
  ].join('\n')
}

function textsOf(item: FormItem, paths: FormPaths): readonly (readonly [id: string, text: Text])[] {
  const path = paths.pathOf(item)
  if (item.kind !== 'field')
    return [[`${path}:label`, item.label] as const, ...item.items.flatMap((each) => textsOf(each, paths))]
  const own: readonly (readonly [string, Text | undefined])[] = [
    ['label', item.label],
    ['hint', item.hint],
    ['constraintMsg', item.constraintMessage],
    ['requiredMsg', item.requiredMessage],
  ]
  return own.flatMap(([kind, text]) => (text === undefined ? [] : [[`${path}:${kind}`, text] as const]))
}

/** A field or a group of the answers, empty; of a repeat its template and the first instance. */
function instanceOf(item: FormItem): string {
  if (item.kind === 'field') return fieldInstance(item)
  if (item.kind === 'group') return groupInstance(item, '')
  return `${groupInstance(item, ' jr:template=""')}\n${groupInstance(item, '')}`
}

function fieldInstance({ name }: FormField): string {
  return `<${name}/>`
}

function groupInstance({ name, items }: FormGroup, attribute: string): string {
  return [`<${name}${attribute}>`, ...items.map(instanceOf), `</${name}>`].join('\n')
}

function listInstance({ name, choices }: FormModel['lists'][number]): string {
  const items = choices.map((choice, index) => {
    const offered = choice.offered === undefined ? '' : `<offered>${escapeXml(choice.offered)}</offered>`
    return `<item><itextId>${escapeXml(`${name}-${index}`)}</itextId><name>${escapeXml(choice.name)}</name>${offered}</item>`
  })
  return [`<instance id="${escapeXml(name)}">`, '<root>', ...items, '</root>', '</instance>'].join('\n')
}
