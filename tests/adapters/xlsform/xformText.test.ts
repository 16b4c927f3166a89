import { describe, expect, it } from 'vitest'
import { xformText } from '../../../src/adapters/xlsform/xformText'
import type { FormModel } from '../../../src/application/xlsform/FormModel'
import { readXml } from '../../../src/adapters/xml/readXml'
import { goldenXform } from './goldenXform'
import { odkForm } from './odkForm'

const text = (label: string) => ({ 'zh-CN': label, en: label })

function formWith(label: string): FormModel {
  return {
    id: 'f',
    version: '1',
    title: text('表'),
    instanceName: "''",
    lists: [{ name: 'colours', choices: [{ name: 'red', label: text(label) }] }],
    items: [
      { kind: 'field', type: 'select_one', name: 'colour', label: text(label), choices: { list: 'colours' } },
      { kind: 'field', type: 'text', name: 'other', label: text('其他'), relevant: "${colour} != 'red'" },
    ],
  }
}

function textsIn(xml: string): readonly string[] {
  const texts: string[] = []
  readXml(new TextEncoder().encode(xml), new Map(), {
    open: () => undefined,
    close: () => undefined,
    text: (part) => void texts.push(part),
  })
  return texts
}

describe('an XForm', () => {
  it('of the form is what it was: renew it with npx tsx tests/adapters/xlsform/renewGolden.ts', () => {
    const { kept, made } = goldenXform()
    expect(made).toBe(kept)
  })

  it.each(['a < b & "c" > \'d\'', '</value><bind/>', '${colour}', 'jr:itext(1)'])(
    'has %s as a text, and nothing else of it',
    (label) => {
      const xml = xformText(formWith(label))
      expect(textsIn(xml).join('')).toContain(label)
      expect(xml.match(/<bind /g)).toHaveLength(4)
    },
  )

  it('leaves out what no XML can hold', () => {
    expect(textsIn(xformText(formWith('前\u0000\u0008\uD800后'))).join('')).toContain('前后')
  })

  it('asks by the answers given', async () => {
    const form = (await odkForm(xformText(formWith('红'))))()
    form.answer('colour', 'red')
    expect([...form.asked()]).not.toContain('other')
  })
})
