import type { FunnelPoint } from '../../../domain/estimates/funnelLimits'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type SheetChart, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import type { CountyFunnel } from '../checks/countyFunnels'
import type { SharedKey } from '../checks/sharedKeys'
import { standingOf } from '../checks/standing'
import { countyArea } from '../LakeArea'
import { placeColumns } from './placeColumns'

interface FunnelRow {
  readonly of: CountyFunnel
  readonly counted: CountyFunnel['counties'][number]
  readonly point: FunnelPoint | null
}

/** Households of different counties with a key in common, and the numbers of the funnel plots. */
export function lakeCheckSheets(
  { shared, funnels }: { readonly shared: readonly SharedKey[]; readonly funnels: readonly CountyFunnel[] },
  texts: Texts,
): readonly WorkbookSheet[] {
  const rows = funnels.flatMap(rowsOf)
  return [
    listSheet({ key: 'lakeShared', columns: sharedColumns(texts) }, shared, texts),
    {
      ...listSheet({ key: 'lakeFunnels', columns: funnelColumns(texts) }, rows, texts),
      charts: chartsOf(funnels, texts),
    },
  ]
}

/** A rate's counties by size: the limits are lines over it. */
function rowsOf(of: CountyFunnel): readonly FunnelRow[] {
  return of.counties
    .map((counted, at): FunnelRow => ({ of, counted, point: of.funnel?.points[at] ?? null }))
    .toSorted((one, other) => one.counted.trials - other.counted.trials)
}

function chartsOf(funnels: readonly CountyFunnel[], texts: Texts): readonly SheetChart[] {
  let first = 0
  return funnels.flatMap(({ rate, counties, funnel }): readonly SheetChart[] => {
    const last = first + counties.length - 1
    const rows = [first, last] as const
    first = last + 1
    if (funnel === null || last < rows[0]) return []
    const series = ['share', 'low95', 'high95', 'shareOfAll', 'low998', 'high998']
    return [{ title: texts.term('lakeRates', rate), kind: 'points', categories: 'denominator', series, rows }]
  })
}

function sharedColumns(texts: Texts) {
  const column = columnsIn<SharedKey>(texts)
  return [
    column('sharedKind', 10, 'text', ({ kind }) => texts.term('lakeShared', kind)),
    column('sharedKey', 36, 'text', ({ shared }) => shared),
    ...placeColumns<SharedKey>(texts, ({ area }) => area),
    column('household', 36, 'text', ({ household }) => household),
  ]
}

function funnelColumns(texts: Texts) {
  const column = columnsIn<FunnelRow>(texts)
  return [
    column('comparedRate', 24, 'text', ({ of }) => texts.term('lakeRates', of.rate)),
    ...placeColumns<FunnelRow>(texts, ({ counted }) => countyArea(counted.county)),
    column('numerator', 12, 'integer', ({ counted }) => counted.successes),
    column('denominator', 12, 'integer', ({ counted }) => counted.trials),
    column('share', 12, 'percent', ({ point }) => point?.rate ?? null),
    column('shareOfAll', 12, 'percent', ({ of }) => of.funnel?.rate ?? null),
    column('low95', 12, 'percent', ({ point }) => point?.low95 ?? null),
    column('high95', 12, 'percent', ({ point }) => point?.high95 ?? null),
    column('low998', 12, 'percent', ({ point }) => point?.low998 ?? null),
    column('high998', 12, 'percent', ({ point }) => point?.high998 ?? null),
    column('zScore', 10, 'decimal', ({ point }) => point?.z ?? null),
    column('zAdjusted', 10, 'decimal', ({ point }) => point?.zAdjusted ?? null),
    column('dispersion', 10, 'decimal', ({ of }) => of.funnel?.dispersion ?? null),
    column('peerStanding', 16, 'text', ({ point }) => {
      const standing = standingOf(point)
      return standing && texts.term('lakeStanding', standing)
    }),
  ]
}
