import { describe, expect, it } from 'vitest'
import { CONCLUSIONS } from '../../../../../src/domain/programmes/assessment/conclusion/Conclusion'
import { DETERMINATIONS } from '../../../../../src/domain/programmes/assessment/determination/Determination'
import { determinationFault } from '../../../../../src/domain/programmes/assessment/determination/determinationFault'

const STATUSES = ['exited', 'poor', 'relapsed', 'unregistered', null] as const

describe('a determination', () => {
  it('is possible of its own suspicion alone, and one on inclusion of whoever is registered', () => {
    const possible = DETERMINATIONS.flatMap((determination) =>
      STATUSES.flatMap((status) =>
        CONCLUSIONS.filter(
          (conclusion) => determinationFault(determination, { status, conclusion }) === null,
        ).map((conclusion) => `${determination}: ${status} ${conclusion}`),
      ),
    )
    const ofAny = (
      determination: string,
      statuses: readonly (string | null)[],
      conclusions: readonly string[],
    ) =>
      statuses.flatMap((status) =>
        conclusions.map((conclusion) => `${determination}: ${status} ${conclusion}`),
      )
    expect(possible).toEqual([
      ...ofAny('wrong_exit', STATUSES, ['suspected_wrong_exit']),
      ...ofAny('exit_confirmed', STATUSES, ['suspected_wrong_exit']),
      ...ofAny('omission', STATUSES, ['suspected_omission']),
      ...ofAny('no_omission', STATUSES, ['suspected_omission']),
      ...ofAny('wrong_inclusion', ['exited', 'poor', 'relapsed'], CONCLUSIONS),
      ...ofAny('inclusion_confirmed', ['exited', 'poor', 'relapsed'], CONCLUSIONS),
    ])
  })
})
