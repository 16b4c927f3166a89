import { expect, it } from 'vitest'
import { choicesFor } from '../../../src/domain/interview/choicesFor'
import type { Question } from '../../../src/domain/instrument/loadInstrument'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { anInterview, INSTRUMENT } from '../../builders/anInterview'

const RESPONDENT = INSTRUMENT.questions.get('respondent') as Question

it('distinguishes members without a name by a number', () => {
  const household = aHousehold({
    members: [aMember(), aMember({ id: 'm2', name: null }), aMember({ id: 'm3', name: null })],
  })
  const interview = anInterview({ household, members: { 'new-2': { name: null } } })
  const labels = choicesFor(interview, interview.household, RESPONDENT).map(({ label }) => label['zh-CN'])
  expect(labels.slice(1)).toEqual(['成员 2', '成员 3', '新增的人 2', '其他人'])
})
