import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { recordStage } from '../../application/determination/recordStage'
import { recordCountyForm } from '../../application/measures/countyForm'
import { decideReading, readingResults } from '../../application/measures/decideReading'
import { recordTotals } from '../../application/measures/countyTotals'
import { parseTotals } from '../../application/measures/parseTotals'
import type { Stage } from '../../domain/programmes/assessment/determination/CountyStages'
import type { DenominatorReading } from '../../domain/programmes/assessment/measures/Measure'
import type { Problem } from '../../domain/shared/Problem'
import type { OpenProject } from '../../application/project/openProject'
import type { Result } from '../../domain/shared/Result'
import { localDay } from '../i18n/localTime'
import { useServices } from '../services'
import { useCounty } from './county'
import { useSession } from './session'

export type CountyFormPart = 'totals' | 'facts' | 'reading' | 'stages'

/** What is entered for the county as a whole; each part refuses by itself, with nothing changed. */
export const useCountyForm = defineStore('countyForm', () => {
  const services = useServices()
  const session = useSession()
  const county = useCounty()
  const refused = shallowRef<{ readonly part: CountyFormPart; readonly problems: readonly Problem[] } | null>(
    null,
  )

  async function write(
    part: CountyFormPart,
    work: (project: OpenProject, author: { person: string; at: string }) => Promise<Result<unknown>>,
  ): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    const problems = await session.attempt(() => work(project, author))
    refused.value = problems.length > 0 ? { part, problems } : null
    if (problems.length > 0) return false
    await county.load()
    return true
  }

  /** `input` as it was typed: what is no number of persons is refused by name. */
  const saveTotals = (input: Readonly<Record<string, unknown>>): Promise<boolean> =>
    write('totals', async ({ store }, author) => {
      const totals = parseTotals(input)
      const sampled = county.report?.sampled ?? { exited: 0, poor: 0, unregistered: 0 }
      return totals.ok ? recordTotals(store, totals.value, sampled, author) : totals
    })

  const saveFacts = (input: Readonly<Record<string, unknown>>): Promise<boolean> =>
    write('facts', ({ store }, author) => recordCountyForm(store, input, author))

  const saveReading = (reading: DenominatorReading, reason: string): Promise<boolean> =>
    write('reading', ({ store }, author) => {
      const results = readingResults(county.report?.measures ?? [], county.open?.suspicions.length ?? 0)
      return decideReading(store, reading, results, { ...author, reason })
    })

  const saveStage = (stage: Stage, date: string, reason: string): Promise<boolean> =>
    write('stages', ({ store }, author) =>
      recordStage(store, stage, date, localDay(author.at), { ...author, reason }),
    )

  return { refused, saveTotals, saveFacts, saveReading, saveStage }
})
