/// <reference lib="webworker" />
import { projectMark } from '../../application/workbook/review/reviewFormat'
import { Review } from '../../application/review/Review'
import { ReviewWorkbook } from '../../application/workbook/ReviewWorkbook'
import type { ReviewRequest, VillageWork } from '../../application/workbook/villageWork'
import { writeReview } from '../excel/writeReview'
import { writeWorkbook } from '../excel/writeWorkbook'
import { rulesOf } from '../resources/rulesOf'
import { STANDARDS } from '../resources/standards'
import { textsOf } from '../resources/texts'
import { filesIn, type ReviewFiles } from '../../application/workbook/ReviewFiles'
import { sendMade } from './sendMade'
import { takeMessages } from './takeMessages'
import type { VillageMessage } from './villageMessages'

interface Work {
  readonly title: string
  readonly review: Review
  readonly workbook: ReviewWorkbook
}

let work: Work | null = null

/** Assesses, builds and writes the review workbook off the window's thread. */
takeMessages((data: VillageMessage<ReviewRequest>) => {
  if (data.kind === 'begin') work = begun(data.request)
  else if (work === null) throw new Error('a village came before what to judge it by')
  else if (data.kind === 'village') take(data.village, work)
  else void sendMade(write(work), filesIn)
})

function begun(request: ReviewRequest): Work {
  const rules = rulesOf(request.settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const project = projectMark(request.settings.salt)
  const isSampled = request.samplings !== null
  const { isIdInFull } = request
  return {
    title: request.title,
    review: new Review(request, rules.value),
    workbook: new ReviewWorkbook({ texts: textsOf(request.language), isIdInFull, isSampled, project }),
  }
}

/** Assessed as it comes: of a county's millions of changes only one village's are in memory at once. */
function take(village: VillageWork, { review, workbook }: Work): void {
  for (const { household, changes, isHidden = false } of village)
    workbook.add({ ...review.judge(household, changes), isHidden })
}

async function write({ title, review, workbook }: Work): Promise<ReviewFiles> {
  const frame = { ...review.frame(review.report(), STANDARDS), title }
  const written = await writeReview(workbook.sheets(frame), workbook.mark(frame))
  return { review: written, lists: workbook.areListsApart ? await writeWorkbook(workbook.lists()) : null }
}
