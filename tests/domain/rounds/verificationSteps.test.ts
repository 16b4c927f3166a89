import { describe, expect, it } from 'vitest'
import { judgeHousehold } from '../../../src/domain/programmes/assessment/conclusion/judgeHousehold'
import { interviewSteps, type InterviewStep } from '../../../src/domain/interview/interviewSteps'
import { verificationPlan, verificationSteps } from '../../../src/domain/rounds/verificationSteps'
import { aLine, anInterview, INSTRUMENT, type InterviewCase } from '../../builders/anInterview'

function stepsOf(first: InterviewCase, now: InterviewCase = first): readonly string[] {
  const [before, after] = [anInterview(first), anInterview(now)]
  const { criteria } = judgeHousehold(before, before.standards)
  const plan = verificationPlan(criteria, INSTRUMENT, interviewSteps(before))
  return verificationSteps(interviewSteps(after), plan).map(nameOf)
}

function nameOf(step: InterviewStep): string {
  if (step.kind !== 'question') return step.kind
  return step.ref.question + (step.ref.member === undefined ? '' : `/${step.ref.member}`)
}

describe('a verification', () => {
  it('asks nothing of a household for which everything is settled', () => {
    expect(stepsOf({})).toEqual([])
  })

  it('asks what would settle an undetermined criterion, and nothing else', () => {
    const steps = stepsOf({ answers: { water_quality: null } })
    expect(steps).toEqual(['water_quality'])
  })

  it('asks what an unmet criterion rests on', () => {
    const steps = stepsOf({ answers: { bedding: 'short' } })
    expect(steps).toContain('bedding')
    expect(steps).not.toContain('water_source')
    expect(steps).not.toContain('add_line')
  })

  it('asks the whole ledger again where income is open', () => {
    const steps = stepsOf({ lines: [aLine(1000)] })
    expect(steps).toEqual(
      expect.arrayContaining(['line_item', 'line_amount', 'line_state', 'add_line', 'ledger_agreement']),
    )
    expect(steps).not.toContain('water_source')
  })

  it('asks what the new answers bring up', () => {
    const first: InterviewCase = { members: { m1: { insurance: null } } }
    expect(stepsOf(first)).toEqual(['insurance/m1'])
    const now: InterviewCase = { members: { m1: { insurance: 'none' } } }
    expect(stepsOf(first, now)).toEqual(['insurance/m1', 'uninsured_reason/m1'])
  })
})
