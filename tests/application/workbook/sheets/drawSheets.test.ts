import { describe, expect, it } from 'vitest'
import { digest } from '../../../../src/adapters/crypto/digest'
import { CURRENT_INSTRUMENT } from '../../../../src/adapters/resources/instruments'
import { textsOf } from '../../../../src/adapters/resources/texts'
import type { HouseholdAssessment } from '../../../../src/application/assess/assessHousehold'
import { assessProject } from '../../../../src/application/assess/assessProject'
import { reportCounty } from '../../../../src/application/measures/reportCounty'
import { frameOf } from '../../../../src/application/sampling/frameOf'
import { makeSample } from '../../../../src/application/sampling/makeSample'
import { recordSample } from '../../../../src/application/sampling/recordSample'
import { sampleDrawsOf, type RecordedDraw } from '../../../../src/application/sampling/sampleDraws'
import type { SampleLog } from '../../../../src/application/sampling/SampleLog'
import { addPerson } from '../../../../src/application/store/addPerson'
import { buildWorkbook } from '../../../../src/application/workbook/buildWorkbook'
import type { WorkbookSheet } from '../../../../src/application/workbook/WorkbookSheet'
import { EMPTY_COUNTY_FORM } from '../../../../src/domain/programmes/assessment/county/CountyForm'
import { STANDARDS } from '../../../../src/adapters/resources/standards'
import { aPlan } from '../../../builders/aFrame'
import { aHousehold } from '../../../builders/aHousehold'
import { aMemoryProject, AUTHOR, RULES } from '../../../builders/aMemoryProject'
import { measuredHouseholds } from '../../../builders/measuredHouseholds'

const LIST = Array.from({ length: 20 }, (_, index) => aHousehold({ id: `h${index + 1}`, status: 'exited' }))

function logOf(seed: string): SampleLog {
  const plan = aPlan({ seed, size: { by: 'number', households: 5 } })
  const made = makeSample(frameOf(LIST), plan, { digest, salt: 'salt' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.log
}

/** Drawn, one household interviewed, and drawn again; the workbook of that. */
async function workbookOfTwoDraws(): Promise<readonly WorkbookSheet[]> {
  const store = await aMemoryProject(LIST, [])
  await addPerson(store, { id: '乙', name: '乙', enteredBy: AUTHOR.person, at: AUTHOR.at })
  const [drawn = ''] = logOf('甲').result.strata[0]?.drawn ?? []
  expect((await recordSample(store, logOf('甲'), AUTHOR)).ok).toBe(true)
  const said = { entity: 'interview', entityId: `${drawn}/first/a`, ...AUTHOR } as const
  const written = await store.write([
    { ...said, path: 'begun', value: CURRENT_INSTRUMENT },
    { ...said, path: 'visit_outcome', value: 'completed', evidence: 'observed' },
  ])
  expect(written.ok).toBe(true)
  const again = { ...AUTHOR, reason: '=名单补了一个村', confirmedBy: '乙' }
  expect((await recordSample(store, logOf('乙'), again)).ok).toBe(true)
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, RULES)) assessments.push(each)
  return workbook(assessments, await sampleDrawsOf(store))
}

function workbook(
  assessments: readonly HouseholdAssessment[],
  draws: readonly RecordedDraw[],
): readonly WorkbookSheet[] {
  const { standards } = RULES
  const facts = { totals: null, reading: null }
  return buildWorkbook({
    households: assessments.map((assessment) => ({ assessment })),
    project: 'p',
    isSampled: false,
    report: reportCounty(measuredHouseholds(assessments, new Map()), facts, standards),
    villageForms: new Map(),
    countyForm: EMPTY_COUNTY_FORM,
    readingChoices: [],
    draws,
    rosterProblems: [],
    standards,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
    isIdInFull: false,
    texts: textsOf('en'),
  })
}

describe('the sheet of draws', () => {
  it('has every draw with its seed, who answers for it, and what was interviewed of it', async () => {
    const sheet = (await workbookOfTwoDraws()).find(({ name }) => name === 'Draws')
    const headers = sheet?.columns.map(({ label }) => label) ?? []
    const wanted = ['In force', 'Drawn by', 'Second person', 'Why drawn again', 'Seed', 'Method', 'Drawn', 'Of these interviewed'] // prettier-ignore
    const cells = [...(sheet?.rows ?? [])].map((row) => wanted.map((header) => row[headers.indexOf(header)]))
    const isStillDrawn = logOf('乙').result.strata[0]?.drawn.includes(
      logOf('甲').result.strata[0]?.drawn[0] ?? '',
    )
    expect(cells).toEqual([
      ['No', AUTHOR.person, null, null, '甲', 'yihu-sampling-1', 5, 1],
      ['Yes', AUTHOR.person, '乙', '=名单补了一个村', '乙', 'yihu-sampling-1', 5, isStillDrawn ? 1 : 0],
    ])
  })
  it('is left out where the list came drawn', () => {
    expect(workbook([], []).map(({ name }) => name)).not.toContain('Draws')
  })
})
