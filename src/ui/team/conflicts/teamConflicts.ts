import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { assessHousehold, type HouseholdAssessment } from '../../../application/assess/assessHousehold'
import { answerHistory, type HistoryEntry } from '../../../application/households/answerHistory'
import { openConflicts, type ContestedHousehold } from '../../../application/team/conflicts/openConflicts'
import { previewRule, settleByRule, type BatchRule } from '../../../application/team/conflicts/settleByRule'
import {
  chooseInterview,
  settleConflict,
  type Settlement,
} from '../../../application/team/conflicts/settleConflicts'
import type { Text } from '../../../domain/instrument/Instrument'
import { groupBy } from '../../../domain/shared/groupBy'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { Problem } from '../../../domain/shared/Problem'
import type { Result } from '../../../domain/shared/Result'
import { kindOfConflict, type Conflict, type DuplicateInterview } from '../../../domain/team/conflictsIn'
import { compareInterviews, type ComparedRow } from '../../../application/team/conflicts/compareInterviews'
import { useTexts } from '../../app/i18n/useTexts'
import { useServices } from '../../app/services'
import { useHouseholds } from '../../households/households'
import { useSession } from '../../app/session/session'
import type { WriteAt } from '../team'

/** One question to be settled: what was recorded, by whom, how known. */
export interface ConflictLine {
  readonly key: string
  readonly conflict: Conflict
  readonly assessment: HouseholdAssessment
  /** Township and village. */
  readonly place: string
  /** Oldest first. */
  readonly heads: readonly HistoryEntry[]
}

export interface InterviewCopy {
  readonly interview: string
  readonly people: readonly string[]
  /** ISO instant of its first change. */
  readonly begun: string
  readonly answers: number
}

/** One household interviewed twice in a round. */
export interface DuplicateLine {
  readonly key: string
  readonly duplicate: DuplicateInterview
  readonly headName: string
  /** Township and village. */
  readonly place: string
  readonly copies: readonly InterviewCopy[]
}

/** Conflicts about the same question, wherever it was asked. */
export interface ConflictKind {
  readonly kind: string
  readonly count: number
  /** Null where it is no question. */
  readonly label: Text | null
}

/** Households shown at a time. */
const SHOWN = 50

/** What the team answered differently, and settling it. */
export const useTeamConflicts = defineStore('teamConflicts', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const texts = useTexts()
  const contested = shallowRef<readonly ContestedHousehold[]>([])
  /** Those that are shown, as roster and fieldwork have them. */
  const whole = shallowRef<ReadonlyMap<string, RosterHousehold>>(new Map())
  const problems = shallowRef<readonly Problem[]>([])

  const shown = computed(() => contested.value.slice(0, SHOWN))
  /** Households that come up once some of those shown are settled. */
  const later = computed(() => contested.value.length - shown.value.length)
  const conflicts = computed(() => shown.value.flatMap(conflictLines))
  const duplicates = computed(() => shown.value.flatMap(duplicateLines))
  const all = computed(() => contested.value.flatMap(({ conflicts: own }) => own))
  /** How many there are of each kind, shown or not. */
  const kinds = computed(() =>
    [...groupBy(all.value, kindOfConflict)].map(([kind, own]): ConflictKind => {
      const question = session.open?.rules.currentInstrument.questions.get(kind)
      return { kind, count: own.length, label: question?.data.label ?? null }
    }),
  )
  /** Everybody who recorded one of the values between which is to be decided. */
  const people = computed(() => [
    ...new Set(all.value.flatMap(({ heads }) => heads.map(({ person }) => person))),
  ])

  // After unlocking, the list is still being read.
  watch([shown, () => households.rows], async () => {
    const own = shown.value
    const read = await households.wholeOf(own.map(({ household }) => household))
    if (shown.value === own) whole.value = read
  })

  async function load(): Promise<void> {
    const store = session.open?.store
    if (store === undefined) return
    const found: ContestedHousehold[] = []
    for await (const part of openConflicts(store)) {
      found.push(...part)
      await services.pause()
      if (session.open?.store !== store) return
    }
    contested.value = found
  }

  function conflictLines(each: ContestedHousehold): readonly ConflictLine[] {
    const rules = session.open?.rules
    const household = whole.value.get(each.household)
    if (rules === undefined || household === undefined) return []
    const assessment = assessHousehold(household, each.changes, rules)
    const { questions } = assessment.interview.instrument
    const history = answerHistory(each.changes, (name) => questions.has(name))
    return each.conflicts.map((conflict) => ({
      key: `${conflict.entityId} ${conflict.path}`,
      conflict,
      assessment,
      place: households.placeOf(each.household),
      heads: conflict.heads.flatMap(({ id }) => history.find(({ change }) => change.id === id) ?? []),
    }))
  }

  function duplicateLines({ household, changes, duplicates: own }: ContestedHousehold) {
    return own.map((duplicate): DuplicateLine => ({
      key: `${household} ${duplicate.round}`,
      duplicate,
      headName: households.headNameOf(household),
      place: households.placeOf(household),
      copies: duplicate.interviews.map((interview) => {
        const written = changes.filter(({ entityId }) => entityId === interview)
        return {
          interview,
          people: [...new Set(written.map(({ person }) => person))],
          begun: written.map(({ at }) => at).sort()[0] ?? '',
          answers: new Set(written.map(({ path }) => path)).size,
        }
      }),
    }))
  }

  /** The interviews of a round side by side, in words. */
  function compare({ duplicate, copies }: DuplicateLine): readonly ComparedRow[] {
    const [rules, household] = [session.open?.rules, whole.value.get(duplicate.household)]
    const own = contested.value.find(({ household }) => household === duplicate.household)
    if (rules === undefined || household === undefined || own === undefined) return []
    const interviews = copies.map(({ interview }) => {
      return { household, interview, changes: own.changes }
    })
    return compareInterviews(interviews, rules, texts.value)
  }

  function settle(conflict: Conflict, settlement: Settlement, reason: string): Promise<boolean> {
    return attempt(({ store, author }) => settleConflict(store, conflict, settlement, { ...author, reason }))
  }

  /** What a rule would settle of a kind; of all where the kind is empty. */
  function previewBatch(kind: string, rule: BatchRule): { readonly settled: number; readonly left: number } {
    const { settled, left } = previewRule(ofKind(kind), rule)
    return { settled: settled.length, left: left.length }
  }

  function settleBatch(kind: string, rule: BatchRule, named: string, reason: string): Promise<boolean> {
    return attempt(({ store, author }) =>
      settleByRule(store, ofKind(kind), rule, { ...author, named, reason }),
    )
  }

  function ofKind(kind: string): readonly Conflict[] {
    return kind === '' ? all.value : all.value.filter((conflict) => kindOfConflict(conflict) === kind)
  }

  function choose(duplicate: DuplicateInterview, interview: string, reason: string): Promise<boolean> {
    return attempt(({ store, author }) => chooseInterview(store, duplicate, interview, { ...author, reason }))
  }

  async function attempt(write: (at: WriteAt) => Promise<Result<unknown>>): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    problems.value = await session.attempt(() => write({ store: project.store, author }))
    await load()
    await households.refresh()
    return problems.value.length === 0
  }

  return {
    conflicts,
    duplicates,
    later,
    kinds,
    people,
    problems,
    load,
    compare,
    settle,
    previewBatch,
    settleBatch,
    choose,
  }
})
