import { expect, it } from 'vitest'
import type { Change } from '../../../src/domain/changes/Change'
import { enquiriesIn, enquiryAnswerPath, enquiryPath } from '../../../src/domain/team/Enquiry'
import type { Json } from '../../../src/domain/shared/Json'

const H1 = '5201010001'
const ID = `${'a'.repeat(32)}:1` as const
const WORDS = { from: 'f', to: 't', about: '赵四', text: '低保从哪个月起？' }

function aSaid(seq: number, path: string, value: Json, person = '甲'): Change {
  const id = `${'a'.repeat(32)}:${seq}` as const
  const said = { entity: 'household', entityId: H1, path, value, replaces: [], person } as const
  return { ...said, id, lamport: seq, at: '2020-07-15T01:00:00Z' }
}

it('reads a question with every answer that nobody replaced', () => {
  const changes = [
    aSaid(3, enquiryAnswerPath(ID), '四月', '丙'),
    aSaid(2, enquiryAnswerPath(ID), '三月', '乙'),
    aSaid(1, enquiryPath(ID), WORDS),
  ]
  expect(enquiriesIn(H1, changes)).toMatchObject([
    { id: ID, by: '甲', ...WORDS, answers: [{ text: '三月', by: '乙' }, { text: '四月' }] },
  ])
})

it('passes over what is no question: other words, or another change’s name', () => {
  const changes = [
    aSaid(1, enquiryPath(ID), { ...WORDS, to: 7 }),
    aSaid(2, enquiryPath(ID), WORDS),
    aSaid(4, enquiryAnswerPath(ID), '三月'),
    aSaid(5, 'replaced_by', 'h2'),
  ]
  expect(enquiriesIn(H1, changes)).toEqual([])
})
