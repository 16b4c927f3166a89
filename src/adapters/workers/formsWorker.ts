/// <reference lib="webworker" />
import { formFacts } from '../../application/forms/formFacts'
import { FormsBook, type MakeForm } from '../../application/forms/FormsBook'
import type { FormsJob, MadeForms } from '../../application/forms/FormsJob'
import { Review } from '../../application/review/Review'
import type { VillageWork } from '../../application/workbook/villageWork'
import { returnsIn } from '../../domain/interview/returns'
import { writeForms } from '../excel/writeForms'
import { SHEETS_PER_FILE } from '../resources/forms'
import { rosterVocabulary } from '../resources/rosterVocabulary'
import { rulesOf } from '../resources/rulesOf'
import { textsOf } from '../resources/texts'
import { sendMade } from './sendMade'
import { takeMessages } from './takeMessages'
import type { VillageMessage } from './villageMessages'

interface Work {
  readonly job: FormsJob
  readonly review: Review
  readonly book: FormsBook
  /** Laid out and written file by file: the households of one alone are held. */
  waiting: MakeForm[]
  readonly files: Promise<Uint8Array>[]
}

let work: Work | null = null

/** Judges households, lays out their forms and writes them off the window's thread. */
takeMessages((data: VillageMessage<FormsJob>) => {
  if (data.kind === 'begin') work = begun(data.request)
  else if (work === null) throw new Error('a village came before what to make of it')
  else if (data.kind === 'village') take(data.village, work)
  else void sendMade(finish(work), ({ files }) => files)
})

function begun(job: FormsJob): Work {
  const rules = rulesOf(job.settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const book = new FormsBook({
    forms: job.forms,
    scope: job.scope,
    facts: formFacts(rules.value.currentInstrument),
    codes: rosterVocabulary.codes,
    standards: rules.value.standards,
    texts: textsOf(job.language),
  })
  return { job, review: new Review(job, rules.value), book, waiting: [], files: [] }
}

function take(village: VillageWork, own: Work): void {
  for (const { household, changes, isHidden = false } of village) {
    const reviewed = own.review.judge(household, changes)
    own.waiting.push(...own.book.add({ ...reviewed, isHidden }, returnsIn(changes).length > 0))
  }
  if (own.job.as === 'files') writeWaiting(own, SHEETS_PER_FILE)
}

/** Writes files of what waits, as long as there is enough of it. */
function writeWaiting(own: Work, atLeast: number): void {
  while (own.waiting.length >= atLeast) {
    const some = own.waiting.slice(0, SHEETS_PER_FILE)
    own.waiting = own.waiting.slice(SHEETS_PER_FILE)
    own.files.push(writeForms(some.map((make) => make())))
  }
}

async function finish(own: Work): Promise<MadeForms> {
  const { job, review, book } = own
  const { stages, countyForm: form, villageForms } = job
  own.waiting.push(...book.summaries({ report: review.report(), form, stages }, villageForms))
  if (job.as === 'sheets') return { files: [], sheets: own.waiting.map((make) => make()) }
  writeWaiting(own, 1)
  return { files: await Promise.all(own.files), sheets: [] }
}
