import { type Measure } from '../../../domain/programmes/assessment/measures/Measure'
import { NO_INTERVAL, type Estimate } from '../../../domain/estimates/Estimate'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'
import { describeShare } from './describeShare'
import { NO_VARIANCE_TEXT, shareKey, shareRow, sumFormula, totalShareRow } from './shares'
import { RATE_SUMS, type RateSum } from './varianceSheet'

/** What the measures came to of an incidence; null: not known. */
interface IncidenceRow {
  readonly rates: RateSum
  readonly estimate: Estimate
  readonly persons: number | null
  readonly best: number | null
  readonly worst: number | null
}

/** 0-based row of an incidence in the sheet. */
export function incidenceRow(
  basis: RateSum['basis'],
  reading: RateSum['reading'],
  isWeighted: boolean,
): number {
  return RATE_SUMS.findIndex(
    (each) => each.basis === basis && each.reading === reading && each.isWeighted === isWeighted,
  )
}

/**
 * Poverty incidence step by step: persons that the two rates stand for, the published value, and the interval from the limits of
 * both rates and their covariance (`estimateIncidence`).
 */
export function incidenceSheet(measures: readonly Measure[], texts: Texts): WorkbookSheet {
  const column = columnsIn<IncidenceRow>(texts)
  const rows = RATE_SUMS.map((rates) => rowOf(rates, measures))
  const text =
    (formula: (rates: RateSum) => string) =>
    ({ rates }: IncidenceRow) =>
      formula(rates)
  const none = (): null => null
  const columns = [
    column('rate', 44, 'text', ({ rates }) =>
      describeShare({ kind: 'both', ...rates }, texts, rates.reading),
    ),
    column(
      'omittedOver',
      12,
      'number',
      none,
      text((rates) => `IF(N(T_unregistered)=0,1,{intervals.whole:${omitted(rates)}})`),
    ),
    column(
      'wrongOver',
      12,
      'number',
      none,
      text((rates) => `IF(N(T_exited)=0,1,{intervals.whole:${wrong(rates)}})`),
    ),
    column(
      'isKnown',
      8,
      'integer',
      ({ estimate }) => (estimate.value === null ? 0 : 1),
      () =>
        'IF(AND(COUNT(T_ruralRegistered,T_exited,T_poor,T_unregistered)=4,N(T_ruralRegistered)>0,[omittedOver]>0,[wrongOver]>0),1,0)',
    ),
    column(
      'omittedNow',
      12,
      'number',
      none,
      text((rates) => `{intervals.part:${omitted(rates)}}*N(T_unregistered)`),
    ),
    column(
      'wrongNow',
      12,
      'number',
      none,
      text((rates) => `{intervals.part:${wrong(rates)}}*N(T_exited)`),
    ),
    column(
      'omittedBest',
      12,
      'number',
      none,
      text((rates) => `${sumFormula('unregisteredDetermined', rates.isWeighted)}*N(T_unregistered)`),
    ),
    column(
      'wrongBest',
      12,
      'number',
      none,
      text((rates) => `${sumFormula('exitedDetermined', rates.isWeighted)}*N(T_exited)`),
    ),
    column(
      'omittedWorst',
      12,
      'number',
      none,
      text((rates) => `${sumFormula('unregisteredWorst', rates.isWeighted)}*N(T_unregistered)`),
    ),
    column(
      'wrongWorst',
      12,
      'number',
      none,
      text((rates) => `${sumFormula('exitedWorst', rates.isWeighted)}*N(T_exited)`),
    ),
    column(
      'poorPersons',
      14,
      'number',
      ({ persons }) => persons ?? '',
      () => poor('omittedNow', 'wrongNow', '1'),
    ),
    column(
      'value',
      12,
      'number',
      ({ estimate }) => estimate.value ?? '',
      () => poor('omittedNow', 'wrongNow', 'T_ruralRegistered'),
    ),
    column(
      'best',
      12,
      'number',
      ({ best }) => best ?? '',
      () => poor('omittedBest', 'wrongBest', 'T_ruralRegistered'),
    ),
    column(
      'worst',
      12,
      'number',
      ({ worst }) => worst ?? '',
      () => poor('omittedWorst', 'wrongWorst', 'T_ruralRegistered'),
    ),
    column('omittedFactor', 10, 'number', none, () => 'IF([isKnown]=0,0,T_unregistered/T_ruralRegistered)'),
    column('wrongFactor', 10, 'number', none, () => 'IF([isKnown]=0,0,T_exited/T_ruralRegistered)'),
    column(
      'omittedDown',
      12,
      'number',
      none,
      text((rates) => reach('omittedFactor', omitted(rates), 'low')),
    ),
    column(
      'omittedUp',
      12,
      'number',
      none,
      text((rates) => reach('omittedFactor', omitted(rates), 'high')),
    ),
    column(
      'wrongDown',
      12,
      'number',
      none,
      text((rates) => reach('wrongFactor', wrong(rates), 'low')),
    ),
    column(
      'wrongUp',
      12,
      'number',
      none,
      text((rates) => reach('wrongFactor', wrong(rates), 'high')),
    ),
    column(
      'omittedVariance',
      14,
      'number',
      none,
      text((rates) => `SUM({variances.part_${omittedKey(rates)}})`),
    ),
    column(
      'wrongVariance',
      14,
      'number',
      none,
      text((rates) => `SUM({variances.part_${shareKey('exited', rates.basis, rates.isWeighted)}})`),
    ),
    column(
      'bothVariance',
      14,
      'number',
      none,
      text(({ key }) => `SUM({variances.part_${key}})`),
    ),
    column('correlation', 12, 'number', none, () => CORRELATION),
    column('down', 12, 'number', none, () => together('omittedDown', 'wrongDown')),
    column('up', 12, 'number', none, () => together('omittedUp', 'wrongUp')),
    column(
      'low',
      12,
      'number',
      ({ estimate }) => estimate.low ?? '',
      () => 'IF(OR([value]="",[down]=""),"",MAX(0,[value]-[down]))',
    ),
    column(
      'high',
      12,
      'number',
      ({ estimate }) => estimate.high ?? '',
      () => 'IF(OR([value]="",[up]=""),"",MIN(1,[value]+[up]))',
    ),
  ]
  return { ...listSheet({ key: 'incidences', columns }, rows, texts), inputs: [] }
}

/** By one division of whole numbers, so that a value that is the threshold compares as such. */
function poor(omittedPersons: string, wrongPersons: string, over: string): string {
  const persons = `N(T_poor)*[omittedOver]*[wrongOver]+[${omittedPersons}]*[wrongOver]+[${wrongPersons}]*[omittedOver]`
  return `IF([isKnown]=0,"",(${persons})/(${over}*[omittedOver]*[wrongOver]))`
}

/** How far a rate's limit is from the rate, in the share that it stands for; 0 where nobody is of its kind, empty without a limit. */
function reach(factor: string, row: number, side: 'low' | 'high'): string {
  const limit = `{intervals.${side}:${row}}`
  return `IF([${factor}]=0,0,IF(${limit}="","",ABS(${limit}-{intervals.ratio:${row}})*[${factor}]))`
}

function together(one: string, other: string): string {
  const sum = `[${one}]^2+[${other}]^2+2*[correlation]*[${one}]*[${other}]`
  return `IF(OR([isKnown]=0,[${one}]="",[${other}]="",[omittedFactor]+[wrongFactor]=0),"",SQRT(MAX(0,${sum})))`
}

const CORRELATION = `IF(OR([omittedFactor]=0,[wrongFactor]=0,[omittedVariance]<=${NO_VARIANCE_TEXT},[wrongVariance]<=${NO_VARIANCE_TEXT}),0,MAX(-1,MIN(1,([bothVariance]-[omittedVariance]-[wrongVariance])/(2*SQRT([omittedVariance]*[wrongVariance])))))`

function omitted({ basis, reading, isWeighted }: RateSum): number {
  return reading === 'interviewed' ? shareRow('unregistered', basis, isWeighted) : totalShareRow(basis)
}

function omittedKey({ basis, reading, isWeighted }: RateSum): string {
  const key = shareKey('unregistered', basis, isWeighted)
  return reading === 'interviewed' ? key : `${key}_total`
}

function wrong({ basis, isWeighted }: RateSum): number {
  return shareRow('exited', basis, isWeighted)
}

const NOT_KNOWN: Estimate = { value: null, ...NO_INTERVAL }

/** The weighted estimate stands beside the published formula of the sampled villages, as its expansion. */
function rowOf(rates: RateSum, measures: readonly Measure[]): IncidenceRow {
  const of = (reading: RateSum['reading']): Measure | undefined =>
    measures.find(
      ({ name, basis, denominatorReading }) =>
        name === 'poverty_incidence' && basis === rates.basis && denominatorReading === reading,
    )
  if (!rates.isWeighted) {
    const measure = of(rates.reading)
    const { numerator: persons = null, best = null, worst = null } = measure ?? {}
    return { rates, estimate: measure ?? NOT_KNOWN, persons, best, worst }
  }
  const expansion = of('sampled_villages')?.expansion ?? null
  const { best = null, worst = null } = expansion ?? {}
  return { rates, estimate: expansion ?? NOT_KNOWN, persons: null, best, worst }
}
