import * as v from 'valibot'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { STAGES } from '../../domain/programmes/assessment/determination/CountyStages'
import { QUALITY_CHECKS } from '../../domain/quality/QualityLine'
import type { Problem } from '../../domain/shared/Problem'
import { ASSIGNED, RECOVERY, rollPath } from '../../domain/team/Roll'
import { VILLAGE_FACTS } from '../../domain/villages/VillageForm'
import { ADDITIONAL_FORM } from '../project/additionalForm'
import { ROSTER_ANSWERS } from '../roster/rosterAnswers'
import { anyonesFact, leadsFact, draftFact, type Fact } from './Fact'
import { flag, hash, isoDay, number, object, text, textOrNull, yes } from './factValues'

/** Entity id of the project's own changes: a store holds one project. */
export const PROJECT = 'project'

const people = v.pipe(v.array(text), v.minLength(1), v.readonly())
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
const problem = v.custom<Problem>((value) => typeof value === 'object' && value !== null)
const rosterSize = v.looseObject({
  households: number,
  members: number,
  files: v.array(text),
  rejected: v.exactOptional(number),
})
const otherList = v.object({ source: text, date: isoDay, files: v.array(text), persons: number })
const assessment = { programme: 'assessment' } as const
const census = { programme: 'census' } as const

/** The facts of the project. */
export const PROJECT_FACTS = {
  recipient: leadsFact('roll', rollPath('*', 'recipient'), text),
  names: leadsFact('roll', rollPath('*', 'names'), people),
  removed: leadsFact('roll', rollPath('*', 'removed'), flag),
  recovery: leadsFact('roll', RECOVERY, text),
  accepted: leadsFact('roll', 'accepted/*', text),
  leftOut: leadsFact('roll', 'left_out/*', v.nullable(v.strictObject({ from: number, count: number }))),
  villageAssigned: leadsFact('assignment', `${ASSIGNED}village/*`, textOrNull),
  householdAssigned: leadsFact('assignment', `${ASSIGNED}household/*`, textOrNull),
  sparesAssigned: leadsFact('assignment', `${ASSIGNED}spares`, flag),
  kind: leadsFact('settings', 'settings/kind', v.picklist(['assessment', 'census'])),
  asOf: leadsFact('settings', 'settings/as_of', isoDay),
  region: leadsFact('settings', 'settings/region', text),
  incomeWindow: leadsFact('settings', 'settings/income_window', textOrNull),
  salt: leadsFact('settings', 'settings/salt', text),
  additional: leadsFact('settings', 'settings/additional', v.nullable(ADDITIONAL_FORM)),
  chosen: leadsFact('settings', 'settings/chosen/*', v.nullable(v.union([text, number]))),
  roster: leadsFact('roster', 'roster', hash),
  rosterSize: leadsFact('roster', 'roster_size/*', rosterSize),
  rosterProblems: leadsFact('roster', 'roster_problems/*', v.array(problem)),
  rosterAnswers: leadsFact('roster', 'roster_answers/*', ROSTER_ANSWERS),
  // A list that is held against the register, by the hash of its document; null: taken away again.
  otherList: leadsFact('roster', 'other_list/*', v.nullable(otherList)),
  sample: leadsFact('sample', 'sample', object),
  supervised: leadsFact('supervision', 'supervised/*', flag),
  backcheck: leadsFact('backchecks', 'backcheck/*', yes),
  backcheckDraw: leadsFact('backchecks', 'backcheck_draw/*', object),
  checkDraw: leadsFact('backchecks', 'check_draw/*', object, census),
  secondEntryShare: leadsFact('backchecks', 'second_entry_share', percent),
  threshold: leadsFact('thresholds', 'quality/*', number, { ends: QUALITY_CHECKS }),
  totals: leadsFact('county', 'totals', object, assessment),
  omissionReading: leadsFact('county', 'omission_reading', v.union([text, object]), assessment),
  countyForm: leadsFact('county', 'county_form', object, assessment),
  stage: leadsFact('county', 'stages/*', isoDay, { ends: STAGES, ...assessment }),
  // A list asks none but the households that are named by these.
  fieldwork: anyonesFact('fieldwork/*', yes),
  paper: anyonesFact('paper/*', yes),
  enquired: anyonesFact('enquired/*', yes),
  // ID numbers in full were taken out: by whom, when, and why.
  fullIds: anyonesFact('full_ids/*/*', text),
  determined: anyonesFact('determined/*', yes, assessment),
  ofVillage: anyonesFact('village/*/*', v.nullable(v.union([text, number])), {
    ends: VILLAGE_FACTS.map(({ name }) => name),
    ...assessment,
  }),
  // What a village or the county answered, by the names of its form's questions.
  ofArea: anyonesFact('area/*/*', v.nullable(v.union([text, number])), census),
  // The households that an area had when it was closed; null: it is open again.
  closed: leadsFact('closing', 'closed/*', v.nullable(v.strictObject({ households: v.array(text) })), census),
}

/** A draft of a project's fact; `parts` as `pathOf` takes them. */
export function draftProjectFact<Value>(
  fact: Fact<Value>,
  parts: readonly string[],
  value: Value,
  author: Pick<ChangeDraft, 'person' | 'at' | 'reason' | 'evidence'>,
): ChangeDraft {
  return { entity: 'project', entityId: PROJECT, ...draftFact(fact, parts, value), ...author }
}
