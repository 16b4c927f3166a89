import * as v from 'valibot'
import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import {
  COUNTY_FACTS,
  EMPTY_COUNTY_FORM,
  type CountyForm,
} from '../../domain/programmes/assessment/county/CountyForm'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, type Result } from '../../domain/shared/Result'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

const fact = v.nullable(
  v.strictObject({
    count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    source: v.pipe(v.string(), v.trim(), v.minLength(1)),
  }),
)
const COUNTY_FORM = v.strictObject({ schools: fact, hospitals: fact, notes: v.pipe(v.string(), v.trim()) })

/**
 * Keeps the county's form, all in one change; `input` as it was typed. Refused, with nothing changed: `county_value_invalid`
 * (no whole number) and `county_source_missing`, each with its fact.
 */
export async function recordCountyForm(
  store: ProjectStore,
  input: unknown,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const parsed = v.safeParse(COUNTY_FORM, input)
  if (!parsed.success) return refusals(parsed.issues.map(problemOf))
  return store.write([draftProjectFact(PROJECT_FACTS.countyForm, [], parsed.output, author)])
}

/** The county's form; empty where there is none, or where two laptops disagree. */
export async function countyFormOf(store: ProjectStore): Promise<CountyForm> {
  const said = foldChanges(await store.changesOf('project', PROJECT)).get(PROJECT_FACTS.countyForm.path)
  const parsed = v.safeParse(COUNTY_FORM, said === undefined || said.isConflict ? null : said.value)
  return parsed.success ? parsed.output : EMPTY_COUNTY_FORM
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const [name, part] = issue.path?.map(({ key }) => String(key)) ?? []
  const field = COUNTY_FACTS.find((each) => each === name) ?? 'notes'
  const code = part === 'source' ? 'county_source_missing' : 'county_value_invalid'
  return { code, severity: 'error', place: {}, value: String(issue.input ?? ''), details: { field } }
}
