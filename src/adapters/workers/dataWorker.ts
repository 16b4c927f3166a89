/// <reference lib="webworker" />
import { allDatasets, fillingTable, type FillingTable } from '../../application/datasets/allDatasets'
import { askedForms } from '../../application/datasets/askedForms'
import type { DataRequest } from '../../application/datasets/DataRequest'
import { recordFileName } from '../../application/datasets/recordFileName'
import { determinationLines } from '../../application/determination/determinationLines'
import { Review } from '../../application/review/Review'
import { projectMark } from '../../application/workbook/review/reviewFormat'
import type { VillageWork } from '../../application/workbook/villageWork'
import type { ReviewedHousehold } from '../../application/workbook/WorkbookInput'
import { dataFiles, type DataFile } from '../datasets/dataFiles'
import { zipFiles } from '../datasets/zipFiles'
import { currentForm } from '../resources/instruments'
import { rosterVocabulary } from '../resources/rosterVocabulary'
import { rulesOf } from '../resources/rulesOf'
import { textsOf } from '../resources/texts'
import type { ToDataWorker } from './dataMessages'
import { takeMessages } from './takeMessages'

interface Work {
  readonly request: DataRequest
  readonly review: Review
  readonly tables: readonly FillingTable[]
  households: number
  /** Of `jsonl`. */
  readonly answers: string[]
  readonly determinations: string[]
}

let work: Work | null = null

/** Judges households and writes them as files of data off the window's thread. */
takeMessages((data: ToDataWorker) => {
  if (data.kind === 'begin') work = begun(data.request)
  else if (work === null) throw new Error('records came before what to write of them')
  else if (data.kind === 'village') take(data.village, work)
  else if (data.kind === 'answers') work.answers.push(data.lines)
  else {
    const bytes = zipFiles(filesOf(work))
    self.postMessage(bytes, [bytes.buffer as ArrayBuffer])
  }
})

function begun(request: DataRequest): Work {
  const rules = rulesOf(request.settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const terms = {
    texts: textsOf(request.language),
    isIdInFull: request.isIdInFull,
    isSampled: request.samplings !== null,
    givesVerdict: rules.value.programme.givesVerdict,
    instruments: askedForms(rules.value, request.settings, currentForm(request.settings.kind).data.version),
    codes: rosterVocabulary.codes,
  }
  const datasets = request.format === 'jsonl' ? [] : allDatasets(terms)
  return {
    request,
    review: new Review(request, rules.value),
    tables: datasets.map(fillingTable),
    households: 0,
    answers: [],
    determinations: [],
  }
}

function take(village: VillageWork, own: Work): void {
  for (const { household, changes, isHidden = false } of village) {
    const reviewed = { ...own.review.judge(household, changes), isHidden }
    for (const table of own.tables) table.take(reviewed)
    if (own.request.format === 'jsonl') own.determinations.push(...decided(reviewed))
    own.households++
  }
}

function decided({ assessment, determinations }: ReviewedHousehold): readonly string[] {
  const known = new Map(determinations === undefined ? [] : [[assessment.household.id, determinations]])
  return [...determinationLines([assessment], known)]
}

function filesOf({
  request,
  review,
  tables,
  households,
  answers,
  determinations,
}: Work): readonly DataFile[] {
  const texts = textsOf(request.language)
  const { format, title, at, scope, settings } = request
  if (format === 'jsonl') return recordFiles(request, answers, determinations)
  const fullIds = request.isIdInFull ? (request.fullIdsAsked ?? []) : null
  const { standards } = review.rules
  const project = projectMark(settings.salt)
  return dataFiles(tables, { title, project, standards, format, at, households, scope, fullIds }, texts)
}

/** What `yihu assess` reads. */
function recordFiles(
  { beside, language }: DataRequest,
  answers: readonly string[],
  determinations: readonly string[],
): readonly DataFile[] {
  const texts = textsOf(language)
  return [
    { name: recordFileName('answers', texts), contentOf: () => answers },
    ...(determinations.length === 0
      ? []
      : [{ name: recordFileName('determinations', texts), contentOf: () => determinations }]),
    ...beside.map(({ name, text }) => ({ name, contentOf: () => [text] })),
  ]
}
