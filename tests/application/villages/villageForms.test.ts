import { beforeEach, describe, expect, it } from 'vitest'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { recordVillageForm, villageFormsOf } from '../../../src/application/villages/villageForms'
import type { VillageForm } from '../../../src/domain/villages/VillageForm'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

const VILLAGE = '测县/甲乡/石村'
const FORM: VillageForm = {
  informant: { value: '王支书', evidence: 'respondent' },
  total_persons: { value: 800, evidence: 'document' },
  registered_persons: { value: 200, evidence: 'document' },
  hard_road: { value: 'part', evidence: 'observed' },
}
let store: ProjectStore

beforeEach(async () => {
  store = await aMemoryProject([], [])
})

const record = (form: VillageForm, sampled = 0, village = VILLAGE) =>
  recordVillageForm(store, village, form, sampled, AUTHOR)

async function told(form: VillageForm, sampled = 0) {
  const result = await record(form, sampled)
  return result.ok ? [] : result.problems.map(({ code, details }) => [code, details?.['field']])
}

describe('a village’s form', () => {
  it('is read back with how each fact is known, village by village', async () => {
    await record(FORM)
    await record({ informant: { value: '李主任', evidence: 'respondent' } }, 0, '测县/乙乡/石村')
    const forms = await villageFormsOf(store)
    expect(forms.get(VILLAGE)).toEqual(FORM)
    expect(forms.get('测县/乙乡/石村')).toEqual({ informant: { value: '李主任', evidence: 'respondent' } })
  })
  it('writes only what changed, and takes back what was emptied', async () => {
    await record(FORM)
    const { hard_road: _, ...rest } = FORM
    const again = await record({ ...rest, total_persons: { value: 810, evidence: 'document' } })
    expect(again.ok && again.value.map(({ path, value }) => [path.split('/').at(-1), value])).toEqual([
      ['total_persons', 810],
      ['hard_road', null],
    ])
    expect((await villageFormsOf(store)).get(VILLAGE)?.hard_road).toBeUndefined()
    expect(await record((await villageFormsOf(store)).get(VILLAGE) ?? {})).toEqual({ ok: true, value: [] })
  })
  it('is refused without an informant, and with an invalid number, with nothing changed', async () => {
    expect(await told({ power: { value: 'all', evidence: 'observed' } })).toEqual([
      ['village_informant_missing', 'informant'],
    ])
    const invalid = {
      ...FORM,
      total_persons: { value: -1, evidence: 'document' },
      power: { value: 'most', evidence: 'observed' },
    } as const
    expect(await told(invalid)).toEqual([
      ['village_value_invalid', 'total_persons'],
      ['village_value_invalid', 'power'],
    ])
    expect((await villageFormsOf(store)).size).toBe(0)
  })
  it.each([
    [800, 200, 800, []],
    [799, 200, 800, [['village_total_below_sample', 'total_persons']]],
    [800, 800, 0, []],
    [800, 801, 0, [['village_part_exceeds_whole', 'registered_persons']]],
  ] as const)(
    'of %i persons, %i registered, with %i interviewed: %j',
    async (total, registered, sampled, codes) => {
      const form = {
        ...FORM,
        total_persons: { value: total, evidence: 'document' },
        registered_persons: { value: registered, evidence: 'document' },
      } as const
      expect(await told(form, sampled)).toEqual(codes)
    },
  )
})
