import { describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import { formsWith } from '../../../src/adapters/resources/instruments'
import { formFacts } from '../../../src/application/forms/formFacts'
import { parseTemplate } from '../../../src/application/forms/parseTemplate'
import { readAdditional } from '../../../src/application/xlsform/additional/readAdditional'
import { isAdditionalName } from '../../../src/domain/instrument/AdditionalForm'
import { INSTRUMENT } from '../../builders/anInterview'
import { anXlsform } from '../../builders/anXlsform'
import { aFormsBook, anAssessment, aTemplate, besideLabel, label } from '../../builders/aFormsBook'
import { valueOf } from '../../contracts/projectStoreContract'

const { form } = valueOf(readAdditional(anXlsform(), INSTRUMENT.data, readSheets))
const facts = formFacts(valueOf(formsWith({ current: form, known: [form] })).currentInstrument)
const own = [...facts].flatMap(([name, { kind }]) =>
  kind === 'household' && name.startsWith('answer.') && isAdditionalName(name.slice('answer.'.length))
    ? [name]
    : [],
)
const template = aTemplate([
  {
    kind: 'fields',
    perRow: 1,
    fields: [...own, 'answer.food_enough'].map((value) => ({ label: label(value), value })),
  },
])

describe('additional questions of a project', () => {
  it('can be named in a form as any other', () => {
    expect(own.length).toBeGreaterThan(0)
    expect(parseTemplate(JSON.stringify(template), 'own.json', facts)).toMatchObject({ ok: true })
  })
  it('are empty cells of an interview that began without them, and take no other answer’s place', () => {
    const [make] = aFormsBook([template], { facts }).add({ assessment: anAssessment() })
    if (make === undefined) throw new Error('nothing was made')
    const sheet = make()
    for (const name of own) expect(besideLabel(sheet, name), name).toBe('')
    expect(besideLabel(sheet, 'answer.food_enough')).toBe('一年到头都够吃')
  })
})
