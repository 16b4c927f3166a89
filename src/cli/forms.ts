import { dirname, join, basename } from 'node:path'
import { SHEETS_PER_FILE } from '../adapters/resources/forms'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { textsOf } from '../adapters/resources/texts'
import { writeForms } from '../adapters/excel/writeForms'
import type { ChosenForm } from '../application/forms/ChosenForm'
import { formFacts, type FactBook } from '../application/forms/formFacts'
import { FormsBook, type MakeForm } from '../application/forms/FormsBook'
import { formsFileName } from '../application/forms/formsFileName'
import { inFiles } from '../application/forms/inFiles'
import { scopeProblems } from '../application/forms/scopeProblems'
import type { ProjectReview } from '../application/review/reviewAssessed'
import type { Problem } from '../domain/shared/Problem'
import { chosenForms } from './chosenForms'
import { tellingFileTrouble } from './fileProblem'
import { FORMS_USAGE, parseFormsUsage, type FormsUsage } from './formsUsage'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { assessedFiles, reviewGiven } from './reviewGiven'
import { writeWhole } from './writeWhole'

/**
 * `yihu forms`: hand forms filled in from the record. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2
 * wrong usage.
 */
export async function formsCommand(args: readonly string[]): Promise<number> {
  const usage = parseFormsUsage(args)
  if (usage === null) {
    warn(FORMS_USAGE)
    return 2
  }
  const ownForms = usage.forms.filter((each) => each.endsWith('.json'))
  const reads = [...assessedFiles(usage.assess), ...ownForms]
  const missing = await missingFiles(reads)
  if (missing.length > 0) return tellMissing(missing, usage.assess.language)
  return tellingFileTrouble(
    () => writeAsked(usage, reads),
    (problems) => refuse(problems, usage),
  )
}

async function writeAsked(usage: FormsUsage, reads: readonly string[]): Promise<number> {
  const { assess, scope } = usage
  const texts = textsOf(assess.language)
  const clash = await outputProblems({ reads, writes: [assess.out] })
  if (clash.length > 0) return refuse(clash, usage)
  const { reviewed, problems } = await reviewGiven(assess)
  if (reviewed === null) return refuse(problems, usage)
  const facts = formFacts(reviewed.review.rules.currentInstrument)
  const forms = await chosenForms(usage.forms, facts, texts)
  if (!forms.ok) return refuse(forms.problems, usage)
  const out = assess.out ?? formsFileName(forms.value, scope, texts)
  const wrong = scopeProblems(
    scope,
    reviewed.assessments.map(({ household }) => household),
  )
  if (wrong.length > 0) return refuse(wrong, usage)
  const made = formsOf(reviewed, forms.value, facts, usage)
  if (made.length === 0) return refuse([nobody(basename(out))], usage)
  const files = inFiles(made, SHEETS_PER_FILE, basename(out)).map(({ name, items }) => ({
    path: join(dirname(out), name),
    contentOf: () => writeForms(items.map((make) => make())),
  }))
  const paths = files.map(({ path }) => path)
  const clashes = await outputProblems({ reads, writes: paths })
  if (clashes.length > 0) return refuse(clashes, usage)
  const written = await writeWhole(files)
  if (!written.ok) return refuse(written.problems, usage)
  const counted = texts.term('formWords', 'written').replace('{count}', String(made.length))
  print([counted, ...paths].join('\n'))
  if (problems.length > 0) warn(problemLines(problems, texts, assess.isVerbose))
  return 0
}

function formsOf(
  { review, households, report }: ProjectReview,
  forms: readonly ChosenForm[],
  facts: FactBook,
  { assess, scope }: FormsUsage,
): readonly MakeForm[] {
  const { standards } = review.rules
  const book = new FormsBook({
    forms,
    scope,
    facts,
    codes: rosterVocabulary.codes,
    standards,
    texts: textsOf(assess.language),
  })
  const own = households.flatMap((each) => book.add(each))
  const { countyForm: form, villageForms } = review.inputs
  return [...own, ...book.summaries({ report, form, stages: NO_STAGES }, villageForms)]
}

/** Files say nothing of the county's way to its exit. */
const NO_STAGES = { county_applies: null, city_reviews: null, province_decides: null, centre_records: null }

function nobody(file: string): Problem {
  return { code: 'forms_nobody', severity: 'error', place: {}, value: file }
}

function refuse(problems: readonly Problem[], { assess }: FormsUsage): number {
  warn(problemLines(problems, textsOf(assess.language), assess.isVerbose))
  return 1
}
