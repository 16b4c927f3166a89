/// <reference lib="webworker" />
import { assessHousehold, type HouseholdAssessment } from '../../application/assess/assessHousehold'
import { measuredHouseholds, reportCounty } from '../../application/measures/reportCounty'
import { samplingFrom } from '../../application/sampling/projectSample'
import { buildWorkbook } from '../../application/workbook/buildWorkbook'
import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import { foldChanges } from '../../domain/changes/foldChanges'
import { readDeterminations } from '../../domain/determination/readDeterminations'
import { writeWorkbook } from '../excel/writeWorkbook'
import { rulesOf } from '../resources/rulesOf'
import { STANDARDS } from '../resources/standards'
import { textsOf } from '../resources/texts'
import type { ToWorkbookWorker } from './workbookMessages'

const villages: VillageWork[] = []

/** Judges, builds and writes the review workbook off the window's thread. */
self.onmessage = ({ data }: MessageEvent<ToWorkbookWorker>) => {
  if (data.kind === 'village') villages.push(data.village)
  else void send(data.request)
}

async function send(request: ReviewRequest): Promise<void> {
  try {
    const bytes = await write(request)
    self.postMessage(bytes, [bytes.buffer as ArrayBuffer])
  } catch (error) {
    // A rejected promise tells the window nothing; an error thrown outside of one does.
    setTimeout(() => {
      throw error
    })
  }
}

async function write({
  settings,
  language,
  rosterProblems,
  county,
  samplings,
  villageForms,
}: ReviewRequest): Promise<Uint8Array> {
  const rules = rulesOf(settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const work = villages.flat()
  const assessments = work.map(({ household, changes }) => assessHousehold(household, changes, rules.value))
  const determinations = new Map(
    work.flatMap(({ household: { id }, changes }) => {
      const own = changes.filter(({ entity }) => entity === 'household')
      const found = own.length === 0 ? undefined : readDeterminations(id, foldChanges(own))
      return found === undefined ? [] : [[id, found]]
    }),
  )
  const { standards } = rules.value
  const samplingOf =
    samplings === null
      ? undefined
      : ({ household }: HouseholdAssessment) => samplingFrom(samplings, household.id)
  const measured = measuredHouseholds(assessments, determinations, samplingOf)
  const sheets = buildWorkbook({
    assessments,
    report: reportCounty(measured, county, standards),
    determinations,
    villageForms,
    rosterProblems,
    standards,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
    isIdInFull: false,
    ...(samplingOf !== undefined && { samplingOf }),
    texts: textsOf(language),
  })
  return writeWorkbook(sheets)
}
