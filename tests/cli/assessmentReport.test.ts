import { describe, expect, it } from 'vitest'
import { textsOf } from '../../src/adapters/resources/texts'
import type { HouseholdAssessment } from '../../src/application/assess/assessHousehold'
import { assessProject } from '../../src/application/assess/assessProject'
import { reportCounty } from '../../src/application/measures/reportCounty'
import { NOT_DRAWN } from '../../src/application/sampling/sampleMembers'
import { householdList } from '../../src/application/workbook/sheets/householdSheet'
import { assessmentReport } from '../../src/cli/assessmentReport'
import { DRAWN_ALIKE, type Sampling } from '../../src/domain/sampling/Sampling'
import { aHousehold } from '../builders/aHousehold'
import { aMemoryProject, RULES } from '../builders/aMemoryProject'
import { measuredHouseholds } from '../builders/measuredHouseholds'

const TEXTS = textsOf('en')

/** Three households that nobody visited; one of them was drawn. */
async function threeHouseholds() {
  const store = await aMemoryProject(
    ['drawn', 'b', 'c'].map((id) => aHousehold({ id })),
    [],
  )
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, RULES)) assessments.push(each)
  return assessments
}

function samplingOf({ household }: HouseholdAssessment): Sampling {
  return household.id === 'drawn' ? DRAWN_ALIKE : NOT_DRAWN
}

describe('a household that was not drawn', () => {
  it('is no household not interviewed in the terminal’s report', async () => {
    const assessments = await threeHouseholds()
    const facts = { totals: null, reading: null }
    const report = reportCounty(
      measuredHouseholds(assessments, new Map(), samplingOf),
      facts,
      RULES.standards,
    )
    const toldBy = (told: typeof report) => {
      return { assessments, report: told, determinations: new Map(), standards: RULES.standards }
    }
    const text = assessmentReport(toldBy(report), 'summary', TEXTS)
    expect(text).toContain('Not interviewed  1\n')
    expect(text).toContain('not drawn (reserves too)  2\n')
    const all = reportCounty(measuredHouseholds(assessments, new Map()), facts, RULES.standards)
    const alike = assessmentReport(toldBy(all), 'summary', TEXTS)
    expect(alike).toContain('Not interviewed  3\n')
    expect(alike).not.toContain('not drawn')
  })
  it('says so in the workbook in place of a conclusion', async () => {
    const list = householdList({ texts: TEXTS, isIdInFull: false, isSampled: true, project: 'p' })
    const at = list.columns.findIndex(({ label }) => label === 'Conclusion')
    const shown = (await threeHouseholds()).map(
      (assessment) => list.rowsOf({ assessment, sampling: samplingOf(assessment) })[0]?.[at],
    )
    expect(shown).toEqual(['Not interviewed', 'not drawn (reserves too)', 'not drawn (reserves too)'])
  })
})
