/// <reference lib="webworker" />
import { CensusTally } from '../../application/census/CensusTally'
import type { CensusBookRequest } from '../../application/census/workbook/CensusBookRequest'
import type { CensusFrame } from '../../application/census/workbook/CensusFrame'
import { CENSUS_LISTS } from '../../application/census/workbook/censusFormat'
import { CensusWorkbook } from '../../application/census/workbook/CensusWorkbook'
import { projectMark } from '../../application/workbook/review/reviewFormat'
import { filesIn, type ReviewFiles } from '../../application/workbook/ReviewFiles'
import type { VillageWork } from '../../application/workbook/villageWork'
import { writeReview } from '../excel/writeReview'
import { writeWorkbook } from '../excel/writeWorkbook'
import { AREA_FORMS } from '../resources/areaForms'
import { censusTables } from '../resources/censusTables'
import { rulesOf } from '../resources/rulesOf'
import { STANDARDS } from '../resources/standards'
import { textsOf } from '../resources/texts'
import { sendMade } from './sendMade'
import { takeMessages } from './takeMessages'
import type { VillageMessage } from './villageMessages'

interface Work {
  readonly frame: CensusFrame
  readonly tally: CensusTally
  readonly workbook: CensusWorkbook
}

let work: Work | null = null

/** Counts a census, builds and writes its workbook off the window's thread. */
takeMessages((data: VillageMessage<CensusBookRequest>) => {
  if (data.kind === 'begin') work = begun(data.request)
  else if (work === null) throw new Error('a village came before what to count it with')
  else if (data.kind === 'village') take(data.village, work)
  else void sendMade(write(work), filesIn)
})

function begun(request: CensusBookRequest): Work {
  const { settings, samplings, villages, county, title, fullIdsAsked, language, isIdInFull } = request
  const rules = rulesOf(settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const areas = { villages, county }
  const counting = { rules: rules.value, areaForms: AREA_FORMS }
  const { standards: edition, sources } = STANDARDS
  return {
    frame: { title, areas, standards: rules.value.standards, edition, sources, fullIdsAsked },
    tally: new CensusTally({ ...counting, tablesOf: censusTables, areas, samplings }),
    workbook: new CensusWorkbook({
      ...counting,
      texts: textsOf(language),
      isIdInFull,
      isSampled: samplings !== null,
      project: projectMark(settings.salt),
    }),
  }
}

/** Counted as it comes: of a county's changes only one village's are in memory at once. */
function take(village: VillageWork, { tally, workbook }: Work): void {
  for (const { household, changes, isFound = false, isHidden = false } of village) {
    const interview = tally.take({ household, changes, isFound })
    if (interview !== null) workbook.add({ household, changes, isHidden }, interview)
  }
}

async function write({ frame, tally, workbook }: Work): Promise<ReviewFiles> {
  const count = tally.done()
  const written = await writeReview(workbook.sheets(count, frame), workbook.mark(count, frame))
  return {
    review: written,
    lists: workbook.areListsApart ? await writeWorkbook(workbook.lists(), CENSUS_LISTS) : null,
  }
}
