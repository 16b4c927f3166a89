/// <reference lib="webworker" />
import { CensusDesk, type CensusRequest } from '../../application/census/CensusDesk'
import { areaChecksOf } from '../resources/areaChecks'
import { AREA_FORMS } from '../resources/areaForms'
import { censusTables } from '../resources/censusTables'
import { rulesOf } from '../resources/rulesOf'
import { TAKEN } from './Backlog'
import type { ToCensusWorker } from './censusMessages'

let desk: CensusDesk | null = null

/** Counts a census, and keeps its cases, off the window's thread. */
self.onmessage = ({ data }: MessageEvent<ToCensusWorker>) => {
  if (data.kind === 'begin') desk = begun(data.request)
  else if (desk === null) throw new Error('a question came before what to count with')
  else if (data.kind === 'village') {
    desk.take(data.village)
    self.postMessage(TAKEN)
  } else self.postMessage(answer(desk, data))
}

function begun({ settings, villages, county, samplings }: CensusRequest): CensusDesk {
  const rules = rulesOf(settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  return new CensusDesk({
    rules: rules.value,
    tablesOf: censusTables,
    checksOf: areaChecksOf,
    areaForms: AREA_FORMS,
    areas: { villages, county },
    samplings,
  })
}

function answer(
  own: CensusDesk,
  asked: Exclude<ToCensusWorker, { readonly kind: 'begin' | 'village' }>,
): unknown {
  switch (asked.kind) {
    case 'count':
      return own.count(asked.areas)
    case 'tables':
      return own.tablesOf(asked.area)
    case 'figures':
      return own.figures()
    case 'cases':
      return own.cases(asked.wanted)
  }
}
