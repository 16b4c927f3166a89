/// <reference lib="webworker" />
import { assessHousehold, type AssessmentRules } from '../../application/assess/assessHousehold'
import { measuredHousehold } from '../../application/measures/measuredHousehold'
import { reportCounty } from '../../application/measures/reportCounty'
import { samplingFrom } from '../../application/sampling/projectSample'
import { ReviewWorkbook } from '../../application/workbook/ReviewWorkbook'
import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import { foldChanges } from '../../domain/changes/foldChanges'
import { readDeterminations } from '../../domain/programmes/assessment/determination/readDeterminations'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import { writeWorkbook } from '../excel/writeWorkbook'
import { rulesOf } from '../resources/rulesOf'
import { STANDARDS } from '../resources/standards'
import { textsOf } from '../resources/texts'
import type { ToWorkbookWorker } from './workbookMessages'

interface Review {
  readonly request: ReviewRequest
  readonly rules: AssessmentRules
  readonly workbook: ReviewWorkbook
  readonly measured: MeasuredHousehold[]
}

let review: Review | null = null

/** Judges, builds and writes the review workbook off the window's thread. */
self.onmessage = ({ data }: MessageEvent<ToWorkbookWorker>) => {
  if (data.kind === 'begin') review = begun(data.request)
  else if (review === null) throw new Error('a village came before what to judge it by')
  else if (data.kind === 'village') judge(data.village, review)
  else void send(review)
}

function begun(request: ReviewRequest): Review {
  const rules = rulesOf(request.settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const isSampled = request.samplings !== null
  const workbook = new ReviewWorkbook({ texts: textsOf(request.language), isIdInFull: false, isSampled })
  return { request, rules: rules.value, workbook, measured: [] }
}

/** Judged as it comes: of a county's millions of changes only a village's are held at once. */
function judge(village: VillageWork, { request, rules, workbook, measured }: Review): void {
  for (const { household, changes } of village) {
    const assessment = assessHousehold(household, changes, rules)
    const own = changes.filter(({ entity }) => entity === 'household')
    const determinations =
      own.length === 0 ? undefined : readDeterminations(household.id, foldChanges(own), request.secondPeople)
    const sampling = request.samplings === null ? undefined : samplingFrom(request.samplings, household.id)
    workbook.add({ assessment, determinations, sampling })
    measured.push(measuredHousehold(assessment, determinations, sampling))
  }
}

async function send(finished: Review): Promise<void> {
  try {
    const bytes = await write(finished)
    self.postMessage(bytes, [bytes.buffer as ArrayBuffer])
  } catch (error) {
    // A rejected promise tells the window nothing; an error thrown outside of one does.
    setTimeout(() => {
      throw error
    })
  }
}

function write({ request, rules: { standards }, workbook, measured }: Review): Promise<Uint8Array> {
  const { county, villageForms, countyForm, readingChoices, draws, rosterProblems } = request
  return writeWorkbook(
    workbook.sheets({
      report: reportCounty(measured, county, standards),
      villageForms,
      countyForm,
      readingChoices,
      draws,
      rosterProblems,
      standards,
      edition: STANDARDS.standards,
      sources: STANDARDS.sources,
    }),
  )
}
