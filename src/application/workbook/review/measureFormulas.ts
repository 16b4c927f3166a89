import type { Measure } from '../../../domain/programmes/assessment/measures/Measure'
import type { ReviewIndicator } from '../../../domain/programmes/assessment/measures/reviewIndicators'
import type { Texts, TermOf } from '../../texts/Texts'
import { incidenceRow } from './incidenceSheet'
import { shareRow, totalShareRow } from './shares'

/** Formulas of a measure's cells by the keys of their columns; a key that is missing has none. */
export type MeasureFormulas = Readonly<Record<string, string>>

const COUNTED = 'H_completed,1,H_weight,">0"'

const KINDS = {
  wrong_exit_rate: {
    kind: 'exited',
    status: 'H_status,"exited"',
    suspicion: 'H_conclusion,"suspected_wrong_exit"',
    against: 'H_determination,"wrong_exit"',
  },
  omission_rate: {
    kind: 'unregistered',
    status: 'H_status,"unregistered"',
    suspicion: 'H_conclusion,"suspected_omission"',
    against: 'H_determination,"omission"',
  },
} as const

type RateName = keyof typeof KINDS

/** Households with an open suspicion of a kind. */
function openSuspicions(name: RateName): string {
  const { status, suspicion } = KINDS[name]
  return `COUNTIFS(${COUNTED},${status},${suspicion},H_determination,"none")`
}

/** Suspicions of the county that nobody has finally decided. */
export const OPEN_SUSPICIONS = `${openSuspicions('wrong_exit_rate')}+${openSuspicions('omission_rate')}`

export function measureFormulas(measure: Measure, texts: Texts): MeasureFormulas {
  switch (measure.name) {
    case 'wrong_exit_rate':
    case 'omission_rate':
      return rateFormulas(measure.name, measure, texts)
    case 'recognition':
      return recognitionFormulas(texts)
    case 'poverty_incidence':
      return incidenceFormulas(measure, texts)
  }
}

function rateFormulas(name: RateName, measure: Measure, texts: Texts): MeasureFormulas {
  const { kind, status, suspicion, against } = KINDS[name]
  const basis = measure.basis ?? 'suspected'
  const isOverTotal = measure.denominatorReading === 'sampled_villages'
  const row = isOverTotal ? totalShareRow(basis) : shareRow(kind, basis, false)
  const known = 'N([denominator])<=0'
  const toVerify = `COUNTIFS(${COUNTED},${status},H_conclusion,"to_verify")`
  const determined = basis === 'determined' ? `,${against}` : ''
  return {
    numerator: `SUMIFS(H_persons,${COUNTED},${status},${suspicion}${determined})`,
    denominator: isOverTotal
      ? 'IF(COUNT(T_sampledVillagesUnregistered)=0,"",T_sampledVillagesUnregistered)'
      : `SUMIFS(H_persons,${COUNTED},${status})`,
    share: `IF(${known},"",[numerator]/[denominator])`,
    ...limits(`intervals`, row),
    method: `{intervals.method:${row}}`,
    best: `IF(${known},"",SUM({figures.${kind}Determined})/[denominator])`,
    worst: `IF(${known},"",SUM({figures.${kind}Worst})/[denominator])`,
    result: resultFormula(
      'best',
      'worst',
      '<',
      basis === 'determined' ? `${openSuspicions(name)}>0` : null,
      texts,
    ),
    openCount: `${openSuspicions(name)}+${toVerify}`,
    ...(isOverTotal
      ? expandedOmissions(basis, texts)
      : weightedBy('intervals', 'ratio', shareRow(kind, basis, true))),
    warning: warningFormula(isOverTotal, texts),
  }
}

function expandedOmissions(basis: 'suspected' | 'determined', texts: Texts): MeasureFormulas {
  const row = shareRow('unregistered', basis, true)
  const decided = shareRow('unregistered', 'determined', true)
  const whole = `{intervals.whole:${decided}}`
  return {
    expansion: `{intervals.ratio:${row}}`,
    expansionLow: `{intervals.low:${row}}`,
    expansionHigh: `{intervals.high:${row}}`,
    expansionBest: `{intervals.ratio:${decided}}`,
    expansionWorst: `IF(${whole}=0,"",SUMPRODUCT({figures.weight},{figures.unregisteredWorst})/${whole})`,
    expansionResult: resultFormula(
      'expansionBest',
      'expansionWorst',
      '<',
      basis === 'determined' ? `${openSuspicions('omission_rate')}>0` : null,
      texts,
    ),
  }
}

function recognitionFormulas(texts: Texts): MeasureFormulas {
  const row = shareRow('recognition', null, false)
  return {
    numerator: `COUNTIFS(${COUNTED},H_recognition,1)`,
    denominator: `COUNTIFS(${COUNTED},H_recognition,">=0")`,
    share: 'IF([denominator]=0,"",[numerator]/[denominator])',
    ...limits('intervals', row),
    method: `{intervals.method:${row}}`,
    best: '[share]',
    worst: '[share]',
    result: resultFormula('best', 'worst', '>=', null, texts),
    ...weightedBy('intervals', 'ratio', shareRow('recognition', null, true)),
    warning: warningFormula(false, texts),
  }
}

function incidenceFormulas({ basis: given, denominatorReading }: Measure, texts: Texts): MeasureFormulas {
  const basis = given ?? 'suspected'
  const reading = denominatorReading ?? 'interviewed'
  const row = incidenceRow(basis, reading, false)
  const weighted = incidenceRow(basis, 'interviewed', true)
  const propagated = (limit: string): string =>
    `IF(${limit}="","${texts.term('intervalMethods', 'none')}","${texts.term('intervalMethods', 'propagated')}")`
  const isOpen = basis === 'determined' ? `${OPEN_SUSPICIONS}>0` : null
  const toVerify = (['exited', 'unregistered'] as const).map(
    (status) => `COUNTIFS(${COUNTED},H_status,"${status}",H_conclusion,"to_verify")`,
  )
  return {
    numerator: `{incidences.poorPersons:${row}}`,
    denominator: 'IF(COUNT(T_ruralRegistered,T_exited,T_poor,T_unregistered)<4,"",T_ruralRegistered)',
    share: `{incidences.value:${row}}`,
    ...limits('incidences', row),
    method: propagated('[low]'),
    best: `{incidences.best:${row}}`,
    worst: `{incidences.worst:${row}}`,
    result: resultFormula('best', 'worst', '<', isOpen, texts),
    openCount: [OPEN_SUSPICIONS, ...toVerify].join('+'),
    ...(reading === 'interviewed'
      ? { ...weightedBy('incidences', 'value', weighted), weightedMethod: propagated('[weightedLow]') }
      : {
          expansion: `{incidences.value:${weighted}}`,
          expansionLow: `{incidences.low:${weighted}}`,
          expansionHigh: `{incidences.high:${weighted}}`,
          expansionBest: `{incidences.best:${weighted}}`,
          expansionWorst: `{incidences.worst:${weighted}}`,
          expansionResult: resultFormula('expansionBest', 'expansionWorst', '<', isOpen, texts),
        }),
    warning: warningFormula(reading === 'sampled_villages', texts),
  }
}

function limits(sheet: string, row: number): MeasureFormulas {
  return { low: `{${sheet}.low:${row}}`, high: `{${sheet}.high:${row}}` }
}

function weightedBy(sheet: string, value: string, row: number): MeasureFormulas {
  return {
    weightedShare: `{${sheet}.${value}:${row}}`,
    weightedLow: `{${sheet}.low:${row}}`,
    weightedHigh: `{${sheet}.high:${row}}`,
    ...(sheet === 'intervals' && { weightedMethod: `{intervals.method:${row}}` }),
  }
}

/** As `settleResult` has it. */
function resultFormula(
  best: string,
  worst: string,
  isInside: '<' | '>=',
  isOpen: string | null,
  texts: Texts,
): string {
  const word = (name: TermOf<'measureResults'>): string => `"${texts.term('measureResults', name)}"`
  const unsettled = [`[${best}]=""`, `[${worst}]=""`, ...(isOpen === null ? [] : [isOpen])].join(',')
  return `IF(OR(${unsettled}),${word('undetermined')},IF([${worst}]${isInside}[threshold],${word('reached')},IF([${best}]${isInside}[threshold],${word('undetermined')},${word('not_reached')})))`
}

function warningFormula(isExpanded: boolean, texts: Texts): string {
  const inside = `"${texts.term('measureWords', 'thresholdInInterval')}"`
  const otherwise = `"${texts.term('measureWords', 'expansionDecidesOtherwise')}"`
  const isInside = 'AND([low]<>"",[high]<>"",N([low])<=[threshold],[threshold]<=N([high]))'
  if (!isExpanded) return `IF(${isInside},${inside},"")`
  const differs = 'AND([share]<>"",[expansionResult]<>[result])'
  return `IF(${isInside},${inside},"")&IF(AND(${isInside},${differs}),"；","")&IF(${differs},${otherwise},"")`
}

/** Persons wrongly included by the review sheet: what is written there, else what was determined before. */
const WRONGLY_INCLUDED =
  'SUMPRODUCT((Review_counted=1)*Review_persons*((Review_code="wrong_inclusion")+(Review_code<>"wrong_inclusion")*(Review_code<>"inclusion_confirmed")*(Review_wrongly_included=1)))'

/** Numerator, denominator and share of an indicator, as `reviewIndicators` counts them. */
export function indicatorFormulas({ name, basis }: ReviewIndicator): MeasureFormulas {
  const share = { share: 'IF([denominator]=0,"",[numerator]/[denominator])' }
  const { status, suspicion, against } = KINDS.wrong_exit_rate
  switch (name) {
    case 'identification_accuracy': {
      const denominator = `SUMIFS(H_persons,${COUNTED},H_status,"<>unknown")`
      const isCounted = '(H_completed=1)*(H_weight>0)*(H_status<>"unknown")'
      const wrong =
        basis === 'suspected'
          ? `SUMPRODUCT(${isCounted}*H_persons*SIGN((H_conclusion="suspected_omission")+(H_flagged_inclusion=1)))`
          : `SUMIFS(H_persons,${COUNTED},H_status,"<>unknown",H_conclusion,"suspected_omission",H_determination,"omission")-${WRONGLY_INCLUDED}`
      return { numerator: `[denominator]-${wrong}`, denominator, ...share }
    }
    case 'exit_accuracy': {
      const wrong = `SUMIFS(H_persons,${COUNTED},${status},${suspicion}${basis === 'suspected' ? '' : `,${against}`})`
      return {
        numerator: `[denominator]-${wrong}`,
        denominator: `SUMIFS(H_persons,${COUNTED},${status})`,
        ...share,
      }
    }
    case 'satisfaction':
      return {
        numerator: `COUNTIFS(${COUNTED},H_satisfaction,1)`,
        denominator: `COUNTIFS(${COUNTED},H_satisfaction,">=0")`,
        ...share,
      }
  }
}
