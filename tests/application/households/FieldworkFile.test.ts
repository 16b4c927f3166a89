import { describe, expect, it } from 'vitest'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { fieldworkText, parseFieldwork } from '../../../src/application/households/FieldworkFile'
import { fieldworkOf } from '../../../src/application/households/fieldworkOf'
import { moveMember } from '../../../src/application/households/moveMember'
import { writeFieldwork } from '../../../src/application/households/writeFieldwork'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

const LIST = [
  aHousehold({ id: 'a', members: [aMember({ id: 'm-1' }), aMember({ id: 'm-2' })] }),
  aHousehold({ id: 'b', members: [aMember({ id: 'm-3' })] }),
]

async function aText(): Promise<string> {
  const store = await aMemoryProject(LIST, [])
  await addFoundHousehold(store, { headName: '周新', status: null, place: aHousehold() }, 'x', AUTHOR)
  await moveMember(store, { from: 'a', member: 'm-2', to: 'f-x' }, AUTHOR)
  return fieldworkText(await fieldworkOf(store))
}

describe('a file of fieldwork', () => {
  it('makes the same households and moves again', async () => {
    const text = await aText()
    const read = parseFieldwork(text, 'f.json', LIST)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const again = await aMemoryProject(LIST, [])
    expect((await writeFieldwork(again, read.value, AUTHOR)).ok).toBe(true)
    expect(read.value.found.map(({ household }) => household.id)).toEqual(['f-x'])
    expect(parseFieldwork(fieldworkText(await fieldworkOf(again)), 'f.json', LIST)).toEqual(read)
  })
  it('is refused with the field at fault, and with the key that the list lacks', async () => {
    const text = await aText()
    const refusal = (content: string, list = LIST) => {
      const read = parseFieldwork(content, 'f.json', list)
      return read.ok
        ? null
        : read.problems.map(({ code, value, details }) => [code, value, details?.['field']])
    }
    expect(refusal('{')).toEqual([['fieldwork_unreadable', '{', '—']])
    expect(refusal('[]')).toEqual([['fieldwork_unreadable', '', 'format']])
    const named = text.replace('"status": null', '"status": "rich"')
    expect(refusal(named)).toEqual([['fieldwork_unreadable', 'rich', 'found.0.household.status']])
    expect(refusal(text, LIST.slice(1))).toEqual([['fieldwork_unknown', 'a', undefined]])
    const moved = text.replace('"member": "m-2"', '"member": "m-9"')
    expect(refusal(moved)).toEqual([['fieldwork_unknown', 'm-9', undefined]])
  })
})
