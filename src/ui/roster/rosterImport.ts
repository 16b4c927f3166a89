import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { WorkbookSaved } from '../../application/Platform'
import type { ImportProgress } from '../../application/roster/importRoster'
import {
  answeredHouseholds,
  sheetKey,
  type RosterAnswers,
  type StatusAnswer,
} from '../../application/roster/rosterAnswers'
import { villageOf, villagesOf } from '../../application/roster/adoptRoster'
import { numberedNames } from '../../application/roster/numberedNames'
import type { RosterPreview } from '../../application/roster/rosterPreview'
import type { RosterVillage } from '../../application/store/ProjectStore'
import type { SheetChoice } from '../../domain/roster/mapSheet'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { useTexts } from '../app/i18n/useTexts'
import { useServices, type Task } from '../app/services'
import { useRosterComparison } from './rosterComparison'
import { useSession } from '../app/session/session'
import { sheetChoices } from './sheetChoices'

/** A roster on its way in: read in a worker, looked at, corrected, then taken whole or not at all. */
export const useRosterImport = defineStore('rosterImport', () => {
  const services = useServices()
  const session = useSession()
  const texts = useTexts()
  const comparing = useRosterComparison()
  const files = shallowRef<readonly File[]>([])
  const isReading = ref(false)
  const progress = shallowRef<ImportProgress | null>(null)
  const roster = shallowRef<RosterPreview | null>(null)
  const statusAnswers = shallowRef<ReadonlyMap<string, StatusAnswer>>(new Map())
  const areWeakKeysConfirmed = ref(false)
  const isAdopting = ref(false)
  const isAdopted = ref(false)
  const report = shallowRef<WorkbookSaved | 'writing' | null>(null)
  const sheets = sheetChoices(readWith)
  let task: Task<RosterPreview> | null = null

  const names = computed(() => numberedNames(files.value.map(({ name }) => name)))
  const canAdopt = computed(() => {
    const read = roster.value
    if (read === null || read.refused || isReading.value || isAdopting.value || comparing.isComparing)
      return false
    const isAnswered = read.statusAsked.every((asked) => statusAnswers.value.has(sheetKey(asked)))
    return isAnswered && (read.weakKeys.length === 0 || areWeakKeysConfirmed.value)
  })

  async function choose(): Promise<void> {
    const chosen = await services.chooseRoster()
    if (chosen.length > 0) await read(chosen)
  }

  /** Reads new files; a correction remembered for the same headers is applied at once. */
  async function read(chosen: readonly File[]): Promise<void> {
    clear()
    files.value = chosen
    const found = await readWith(new Map())
    if (found === null) return
    await sheets.recall(found)
  }

  async function readWith(corrections: ReadonlyMap<string, SheetChoice>): Promise<RosterPreview | null> {
    const project = session.open
    if (project === null) return null
    task?.cancel()
    const { salt } = project.settings
    const request = { files: files.value, salt, choices: [...corrections.values()] }
    const own = services.readRoster(request, (told) => {
      if (task === own) progress.value = told
    })
    task = own
    progress.value = null
    isReading.value = true
    isAdopted.value = false
    report.value = null
    try {
      const found = await own.done
      if (task !== own) return null
      roster.value = found
      statusAnswers.value = new Map()
      areWeakKeysConfirmed.value = false
      compare(found)
      return found
    } finally {
      if (task === own) {
        isReading.value = false
        // It holds the county that it read.
        task = null
      }
    }
  }

  function answerStatus(key: string, answer: StatusAnswer): void {
    statusAnswers.value = new Map([...statusAnswers.value, [key, answer]])
    if (roster.value !== null) compare(roster.value)
  }

  /** Holds what was read against the list in use; nothing to hold it against in a new project. */
  function compare(read: RosterPreview): void {
    comparing.clear()
    if (!read.refused && session.open?.rosterHash !== undefined)
      void comparing.compare(() => householdsOf(read))
  }

  /** A village at a time, each made when it is asked for. */
  function* villagesRead(read: RosterPreview): Generator<RosterVillage> {
    for (const text of read.villages) {
      const ofVillage = JSON.parse(text) as readonly RosterHousehold[]
      const households = answeredHouseholds(ofVillage, statusAnswers.value)
      yield { village: villageOf(households[0] as RosterHousehold), households }
    }
  }

  /** With a pause behind each village, so that the window goes on breathing. */
  async function householdsOf(read: RosterPreview): Promise<readonly RosterHousehold[]> {
    const list: RosterHousehold[] = []
    for (const { households } of villagesRead(read)) {
      for (const household of households) list.push(household)
      await services.pause()
    }
    return list
  }

  /** Stops the worker; nothing of the project was changed. */
  function cancel(): void {
    task?.cancel()
    task = null
    isReading.value = false
    if (roster.value === null) clear()
  }

  function clear(): void {
    roster.value = null
    comparing.clear()
    files.value = []
    sheets.clear()
  }

  async function adopt(): Promise<void> {
    const read = roster.value
    if (read === null || !canAdopt.value) return
    isAdopting.value = true
    try {
      const villages = comparing.comparison === null ? villagesRead(read) : villagesOf(comparing.chosen())
      const { problems, rows } = read
      isAdopted.value = await session.adopt(villages, {
        problems,
        answers: answers(),
        rejectedRows: rows.rejected,
      })
      if (isAdopted.value) await afterAdopting(read)
    } finally {
      isAdopting.value = false
    }
  }

  /** What was answered about the list while it was read. */
  function answers(): RosterAnswers {
    const statuses = (roster.value?.statusAsked ?? []).flatMap(({ file, sheet }) => {
      const status = statusAnswers.value.get(sheetKey({ file, sheet }))
      return status === undefined ? [] : [{ file, sheet, status }]
    })
    return { choices: [...sheets.choices.value.values()], statuses }
  }

  /** The store has the households now: the page shows only what was found. */
  async function afterAdopting(read: RosterPreview): Promise<void> {
    if (roster.value === read) roster.value = { ...read, villages: [] }
    comparing.clear()
    await comparing.loadVersions()
  }

  async function saveReport(): Promise<void> {
    const read = roster.value
    if (read === null) return
    report.value = 'writing'
    const { language } = texts.value
    const bytes = await services.writeReport({ files: files.value, problems: read.problems, language }).done
    const name = `${(names.value[0] ?? 'roster').replace(/\.[^.]*$/, '')}-problems.xlsx`
    report.value = await services.platform.saveWorkbook(name, bytes)
  }

  return {
    names,
    isReading,
    progress,
    roster,
    choices: sheets.choices,
    remembered: sheets.remembered,
    statusAnswers,
    areWeakKeysConfirmed,
    canAdopt,
    isAdopting,
    isAdopted,
    report,
    choose,
    read,
    correct: sheets.correct,
    uncorrect: sheets.uncorrect,
    readHidden: sheets.readHidden,
    answerNumbers: sheets.answerNumbers,
    answerStatus,
    cancel,
    adopt,
    saveReport,
  }
})
