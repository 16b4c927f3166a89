/// <reference lib="webworker" />
import {
  assessHousehold,
  type AssessmentRules,
  type HouseholdAssessment,
} from '../../application/assess/assessHousehold'
import { measuredHouseholds, reportCounty } from '../../application/measures/reportCounty'
import { samplingFrom } from '../../application/sampling/projectSample'
import { buildWorkbook } from '../../application/workbook/buildWorkbook'
import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { HouseholdDeterminations } from '../../domain/determination/Determination'
import { readDeterminations } from '../../domain/determination/readDeterminations'
import { writeWorkbook } from '../excel/writeWorkbook'
import { rulesOf } from '../resources/rulesOf'
import { STANDARDS } from '../resources/standards'
import { textsOf } from '../resources/texts'
import type { ToWorkbookWorker } from './workbookMessages'

let rules: AssessmentRules | null = null
const assessments: HouseholdAssessment[] = []
const determinations = new Map<string, HouseholdDeterminations>()

/** Judges, builds and writes the review workbook off the window's thread. */
self.onmessage = ({ data }: MessageEvent<ToWorkbookWorker>) => {
  switch (data.kind) {
    case 'begin':
      rules = soundRules(data.settings)
      return
    case 'village':
      judge(data.village)
      return
    case 'write':
      void send(data.request)
  }
}

function soundRules(settings: ReviewRequest['settings']): AssessmentRules {
  const found = rulesOf(settings)
  if (!found.ok) throw new Error('a project that is open has settings that can be judged by')
  return found.value
}

/** Judged as it comes: of a county's millions of changes only a village's are held at once. */
function judge(village: VillageWork): void {
  if (rules === null) throw new Error('a village came before what to judge it by')
  for (const { household, changes } of village) {
    assessments.push(assessHousehold(household, changes, rules))
    const own = changes.filter(({ entity }) => entity === 'household')
    const found = own.length === 0 ? undefined : readDeterminations(household.id, foldChanges(own))
    if (found !== undefined) determinations.set(household.id, found)
  }
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

async function write(request: ReviewRequest): Promise<Uint8Array> {
  const { settings, language, rosterProblems, county, samplings, villageForms } = request
  const { standards } = soundRules(settings)
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
