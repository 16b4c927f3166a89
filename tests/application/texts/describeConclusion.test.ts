import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../src/adapters/resources/texts'
import { describeConclusion } from '../../../src/application/texts/describeConclusion'
import type {
  Decision,
  HouseholdDeterminations,
  Standing,
} from '../../../src/domain/programmes/assessment/determination/Determination'

const DECISION = { determination: 'exit_confirmed' } as Decision
const NONE = { state: 'none' } as const

function said(suspicion: Standing, inclusion: Standing = NONE): HouseholdDeterminations {
  return { household: 'h1', suspicion, inclusion, rebuttals: [], history: [] }
}

describe('a conclusion in words', () => {
  it.each<[HouseholdDeterminations | undefined, string, string]>([
    [undefined, '疑似错退', 'Suspected wrong exit'],
    [said(NONE), '疑似错退', 'Suspected wrong exit'],
    [
      said({ state: 'final', decision: DECISION }),
      '疑似错退，认定为退出属实',
      'Suspected wrong exit, decided as Exit confirmed',
    ],
    [
      said({ state: 'unconfirmed', decision: DECISION }),
      '疑似错退，认定为退出属实（待第二人确认）',
      'Suspected wrong exit, decided as Exit confirmed (not confirmed yet)',
    ],
    [
      said({ state: 'contested', decisions: [] }),
      '疑似错退，两人认定不一致',
      'Suspected wrong exit, two people decided differently',
    ],
    [
      said(NONE, { state: 'final', decision: { ...DECISION, determination: 'inclusion_confirmed' } }),
      '疑似错退，认定为不是错评',
      'Suspected wrong exit, decided as Inclusion confirmed',
    ],
  ])('with %j is %s', (determinations, chinese, english) => {
    const words = (['zh-CN', 'en'] as const).map((language) =>
      describeConclusion('suspected_wrong_exit', determinations, textsOf(language)),
    )
    expect(words).toEqual([chinese, english])
  })
})
