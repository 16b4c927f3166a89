import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMatters } from '../../../src/application/measures/openMatters'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import { CONCLUSIONS } from '../../../src/domain/programmes/assessment/conclusion/Conclusion'
import { NOT_DRAWN } from '../../../src/application/sampling/sampleMembers'
import { type MeasuredHousehold } from '../../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { DRAWN_ALIKE } from '../../../src/domain/sampling/Sampling'
import { FLAGS, MONITORING } from '../../../src/domain/programmes/assessment/flags/Flag'
import { householdsBehind, type Behind } from '../../../src/application/measures/householdsBehind'
import type { VillagePart } from '../../../src/domain/programmes/assessment/measures/villageParts'
import { aMeasured } from '../../builders/aMeasured'
import { someStandards } from '../../builders/someStandards'

const HOUSEHOLDS: readonly MeasuredHousehold[] = [
  aMeasured({ id: 'sound' }),
  aMeasured({ id: 'wrong', conclusion: 'suspected_wrong_exit', determined: 'wrong_exit' }),
  aMeasured({ id: 'open', conclusion: 'suspected_wrong_exit', isSatisfied: false, flags: ['quota'] }),
  aMeasured({ id: 'unsure', conclusion: 'to_verify', village: '土村' }),
  aMeasured({ id: 'omitted', status: 'unregistered', conclusion: 'suspected_omission' }),
  aMeasured({ id: 'away', conclusion: 'not_interviewed', outcome: 'not_home', recognises: null }),
]

function behind(wanted: Behind, measured = HOUSEHOLDS): readonly string[] {
  const report = reportCounty(measured, { totals: null, reading: null }, someStandards())
  const open = openMatters(measured, report, { reading: null })
  return householdsBehind(wanted, { report, measured, open })
}

describe('the households behind a number', () => {
  const measure = { name: 'wrong_exit_rate', basis: 'determined', denominatorReading: null } as const
  it.each([
    ['numerator', ['wrong']],
    ['denominator', ['sound', 'wrong', 'open', 'unsure']],
    ['open', ['open', 'unsure']],
  ] as const)('of a measure: its %s', (part, ids) => {
    expect(behind({ kind: 'measure', measure, part })).toEqual(ids)
  })
  it('of an indicator are as many as it counts', () => {
    const indicator = { name: 'exit_accuracy', basis: 'determined' } as const
    expect(behind({ kind: 'indicator', indicator, part: 'numerator' })).toEqual(['sound', 'open', 'unsure'])
    expect(behind({ kind: 'indicator', indicator, part: 'wrong' })).toEqual(['wrong'])
  })
  it('of what is open are the suspicions without a final word, and those to verify', () => {
    expect(behind({ kind: 'open', matter: 'suspicions' })).toEqual(['open', 'omitted'])
    expect(behind({ kind: 'open', matter: 'toVerify' })).toEqual(['unsure'])
  })
  it('of an outcome are those whose visit ended so', () => {
    expect(behind({ kind: 'outcome', outcome: 'not_home' })).toEqual(['away'])
  })
  it('of a township are those of its villages, of the county all', () => {
    const households = ['县/东乡/甲村', '县/东乡/乙村', '县/东乡镇/甲村'].map((village, index) =>
      aMeasured({ id: `h${index}`, village }),
    )
    const listedIn = (village: string) =>
      behind({ kind: 'village', village, of: { by: 'listed' } }, households)
    expect(listedIn('县/东乡')).toEqual(['h0', 'h1'])
    expect(listedIn('')).toEqual(['h0', 'h1', 'h2'])
  })
  it('of a village are its own alone', () => {
    expect(behind({ kind: 'village', village: '土村', of: { by: 'listed' } })).toEqual(['unsure'])
    expect(behind({ kind: 'village', village: '石村', of: { by: 'flag', flag: 'quota' } })).toEqual(['open'])
    expect(behind({ kind: 'village', village: '石村', of: { by: 'wrong' } })).toEqual(['wrong'])
    expect(behind({ kind: 'village', village: '石村', of: { by: 'recognition', recognises: null } })).toEqual(
      ['sound', 'wrong', 'open', 'omitted'],
    )
  })
})

/** Any county, the unlikely included: determined without an interview, interviewed besides the sample. */
const COUNTY = fc
  .array(
    fc.record({
      village: fc.constantFrom('石村', '土村'),
      status: fc.constantFrom('exited', 'poor', 'relapsed', 'unregistered', null),
      conclusion: fc.constantFrom(...CONCLUSIONS),
      outcome: fc.constantFrom('completed', 'completed', 'refused', null),
      persons: fc.integer({ min: 1, max: 6 }),
      recognises: fc.constantFrom(true, false, null),
      isSatisfied: fc.constantFrom(true, false, null),
      flags: fc.subarray([...FLAGS]),
      monitoring: fc.subarray([...MONITORING], { maxLength: 1 }),
      determined: fc.constantFrom('wrong_exit', 'omission', 'exit_confirmed', 'no_omission', null),
      isWrongInclusion: fc.boolean(),
      sampling: fc.constantFrom(DRAWN_ALIKE, DRAWN_ALIKE, NOT_DRAWN),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((some) =>
    some.map((each, index) => aMeasured({ ...each, id: `h${index}` } as Partial<MeasuredHousehold>)),
  )

describe('the households behind a number of any county', () => {
  const facts = { totals: null, reading: null }
  const standards = someStandards()

  function sightOf(measured: readonly MeasuredHousehold[]) {
    const report = reportCounty(measured, facts, standards)
    const sight = { report, measured, open: openMatters(measured, report, facts) }
    const persons = new Map(measured.map((each) => [each.id, each.persons]))
    return {
      report,
      households: (wanted: Behind): number => householdsBehind(wanted, sight).length,
      persons: (wanted: Behind): number =>
        householdsBehind(wanted, sight).reduce((sum, id) => sum + (persons.get(id) ?? 0), 0),
    }
  }

  it('are as many as the table of villages counts', () => {
    fc.assert(
      fc.property(COUNTY, (measured) => {
        const { report, households } = sightOf(measured)
        for (const { village, ...row } of report.villages) {
          const of = (part: VillagePart): number => households({ kind: 'village', village, of: part })
          expect({
            listed: of({ by: 'listed' }),
            interviewed: of({ by: 'interviewed' }),
            suspicionsOpen: of({ by: 'suspicionsOpen' }),
            determinedWrong: of({ by: 'wrong' }),
            asked: of({ by: 'recognition', recognises: null }),
            recognising: of({ by: 'recognition', recognises: true }),
          }).toEqual({
            listed: row.listed,
            interviewed: row.interviewed,
            suspicionsOpen: row.suspicionsOpen,
            determinedWrong: row.determinedWrong,
            asked: row.asked,
            recognising: row.recognising,
          })
          for (const conclusion of CONCLUSIONS)
            expect(of({ by: 'conclusion', conclusion })).toBe(row.conclusions[conclusion] ?? 0)
          for (const flag of FLAGS) expect(of({ by: 'flag', flag })).toBe(row.flags[flag] ?? 0)
          const monitored = MONITORING.reduce((sum, kind) => sum + (row.monitoring[kind] ?? 0), 0)
          expect(of({ by: 'monitored' })).toBe(monitored)
        }
      }),
    )
  })
  it('are those that the measures and the indicators divide', () => {
    fc.assert(
      fc.property(COUNTY, (measured) => {
        const { report, households, persons } = sightOf(measured)
        for (const measure of report.measures) {
          if (measure.name === 'poverty_incidence' || measure.denominatorReading === 'sampled_villages')
            continue
          const count = measure.name === 'recognition' ? households : persons
          expect(count({ kind: 'measure', measure, part: 'numerator' })).toBe(measure.numerator)
          expect(count({ kind: 'measure', measure, part: 'denominator' })).toBe(measure.denominator)
        }
        for (const indicator of report.indicators) {
          const count = indicator.name === 'satisfaction' ? households : persons
          const [right, all, wrong] = (['numerator', 'denominator', 'wrong'] as const).map((part) =>
            count({ kind: 'indicator', indicator, part }),
          )
          expect([right, all, wrong]).toEqual([
            indicator.numerator,
            indicator.denominator,
            indicator.denominator - indicator.numerator,
          ])
        }
      }),
    )
  })
})
