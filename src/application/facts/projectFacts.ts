import * as v from 'valibot'
import { STAGES } from '../../domain/programmes/assessment/determination/CountyStages'
import { QUALITY_CHECKS } from '../../domain/quality/QualityLine'
import { VILLAGE_FACTS } from '../../domain/villages/VillageForm'
import { ROSTER_ANSWERS } from '../rosterAnswers'
import type { Fact } from './Fact'
import { flag, hash, isoDay, number, object, text, textOrNull, yes } from './factValues'

const people = v.pipe(v.array(text), v.minLength(1))

/** What the project says. */
export const PROJECT_FACTS: readonly Fact[] = [
  { path: 'roll/*/recipient', value: text, leads: 'roll' },
  { path: 'roll/*/names', value: people, leads: 'roll' },
  { path: 'roll/*/removed', value: flag, leads: 'roll' },
  { path: 'recovery', value: text, leads: 'roll' },
  { path: 'accepted/*', value: text, leads: 'roll' },
  { path: 'left_out/*', value: v.nullable(v.strictObject({ from: number, count: number })), leads: 'roll' },
  { path: 'assigned/village/*', value: textOrNull, leads: 'assignment' },
  { path: 'assigned/household/*', value: textOrNull, leads: 'assignment' },
  { path: 'assigned/spares', value: flag, leads: 'assignment' },
  { path: 'settings/kind', value: v.picklist(['assessment', 'census']), leads: 'settings' },
  { path: 'settings/as_of', value: isoDay, leads: 'settings' },
  { path: 'settings/region', value: text, leads: 'settings' },
  { path: 'settings/income_window', value: textOrNull, leads: 'settings' },
  { path: 'settings/salt', value: text, leads: 'settings' },
  { path: 'settings/chosen/*', value: v.nullable(v.union([text, number])), leads: 'settings' },
  { path: 'roster', value: hash, leads: 'roster' },
  { path: 'roster_size/*', value: object, leads: 'roster' },
  { path: 'roster_problems/*', value: v.array(object), leads: 'roster' },
  { path: 'roster_answers/*', value: ROSTER_ANSWERS, leads: 'roster' },
  { path: 'sample', value: object, leads: 'sample' },
  { path: 'supervised/*', value: flag, leads: 'supervision' },
  { path: 'backcheck/*', value: yes, leads: 'backchecks' },
  { path: 'backcheck_draw/*', value: object, leads: 'backchecks' },
  ...QUALITY_CHECKS.map((check): Fact => ({ path: `quality/${check}`, value: number, leads: 'thresholds' })),
  { path: 'totals', value: object, leads: 'county' },
  { path: 'omission_reading', value: v.union([text, object]), leads: 'county' },
  { path: 'county_form', value: object, leads: 'county' },
  ...STAGES.map((stage): Fact => ({ path: `stages/${stage}`, value: isoDay, leads: 'county' })),
  // A list asks none but the households that are named by these.
  { path: 'fieldwork/*', value: yes },
  { path: 'enquired/*', value: yes },
  { path: 'determined/*', value: yes },
  ...VILLAGE_FACTS.map(({ name }): Fact => ({
    path: `village/*/${name}`,
    value: v.nullable(v.union([text, number])),
  })),
]
