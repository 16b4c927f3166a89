import type { RosterCodes } from '../../domain/roster/RosterVocabulary'
import type { StandardsInForce } from '../../domain/standards/Standards'
import { computeLedger } from '../../domain/programmes/assessment/criteria/ledger'
import { isSuspected } from '../../domain/programmes/assessment/conclusion/Conclusion'
import type { Texts } from '../texts/Texts'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import { layBlank } from './blank/layBlank'
import type { FactBook } from './formFacts'
import type { FormContext, FormCounty, FormHousehold } from './FormContext'
import type { FormSheet } from './FormPage'
import { isInScope, type FormScope } from './FormScope'
import { formTitle, subjectOf, type ChosenForm } from './ChosenForm'
import { layForm } from './layout/layForm'
import { VillageTallies, type VillageForms } from './VillageTallies'

/** What is asked for, and what every form is made with. */
export interface FormsRequest {
  readonly forms: readonly ChosenForm[]
  readonly scope: FormScope
  readonly facts: FactBook
  readonly codes: RosterCodes
  readonly standards: StandardsInForce
  readonly texts: Texts
}

/** Lays a form out when it is written: of a county's forms only a file's are in memory at once. */
export type MakeForm = () => FormSheet

/**
 * The forms of a county, made as its households come: of each household nothing is kept but what its village's form counts.
 */
export class FormsBook {
  readonly #base: FormContext
  readonly #tallies = new VillageTallies()

  constructor(readonly request: FormsRequest) {
    const { texts, codes, standards } = request
    this.#base = { texts, codes, project: standards }
  }

  /** The household's own forms; none where it is not asked for. Every household of the county is added, each once. */
  add(reviewed: ReviewedHousehold, isReturned = false): readonly MakeForm[] {
    const { forms, scope } = this.request
    const { household, interview } = reviewed.assessment
    const isAsked = isInScope(scope, household)
    this.#tallies.add(reviewed, isAsked)
    if (!isAsked) return []
    const own: FormHousehold = { ...reviewed, ledger: computeLedger(interview), isReturned }
    return forms.filter((form) => isFor(form, own)).map((form) => () => this.#lay(form, { household: own }))
  }

  /** Forms about villages and the county, once every household was added. */
  summaries(county: Omit<FormCounty, 'name' | 'villages'>, villageForms: VillageForms): readonly MakeForm[] {
    const { forms } = this.request
    const villages = this.#tallies.villages(county.report, villageForms)
    const asked = villages.filter(({ isAsked }) => isAsked).map(({ village }) => village)
    const whole: FormCounty = {
      ...county,
      name: this.#tallies.countyName,
      villages: villages.map(({ village }) => village),
    }
    return forms.flatMap((form) => {
      if (subjectOf(form) === 'county') return [() => this.#lay(form, { county: whole })]
      if (subjectOf(form) === 'village') return asked.map((village) => () => this.#lay(form, { village }))
      return []
    })
  }

  #lay(form: ChosenForm, subject: Partial<FormContext>): FormSheet {
    const context = { ...this.#base, ...subject }
    const sheet = form === 'blank' ? layBlank(context) : layForm(form, this.request.facts, context)
    if (this.request.forms.length === 1) return sheet
    return { ...sheet, name: `${sheet.name} ${formTitle(form, context.texts)}` }
  }
}

/** Notices go to the county about households that are suspected, and about no other. */
function isFor(form: ChosenForm, { assessment }: FormHousehold): boolean {
  const subject = subjectOf(form)
  return subject === 'household' || (subject === 'suspicion' && isSuspected(assessment.judgement.conclusion))
}
