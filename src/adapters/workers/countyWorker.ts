/// <reference lib="webworker" />
import { reportCounty, type CountyRequest } from '../../application/measures/reportCounty'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import { LISTS, type PackedReport, type ToCountyWorker } from './countyMessages'
import { takeMessages } from './takeMessages'

const households: MeasuredHousehold[] = []

/** Computes the county's report off the window's thread. */
takeMessages((data: ToCountyWorker) => {
  if (data.kind === 'households') {
    for (const each of data.households) households.push(each)
    return
  }
  const packed = pack(data.request)
  self.postMessage(
    packed,
    packed.lists.map(({ buffer }) => buffer as ArrayBuffer),
  )
})

function pack({ facts, standards }: CountyRequest): PackedReport {
  const report = reportCounty(households, facts, standards)
  const places = new Map(households.map(({ id }, place) => [id, place]))
  return {
    report: {
      ...report,
      measures: report.measures.map((measure) => ({
        ...measure,
        numeratorHouseholds: [],
        denominatorHouseholds: [],
        open: [],
      })),
    },
    lists: report.measures.flatMap((measure) =>
      LISTS.map((list) => Uint32Array.from(measure[list], (id) => places.get(id) ?? 0)),
    ),
  }
}
