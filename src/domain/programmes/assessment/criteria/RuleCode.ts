import type texts from '../../../../../resources/texts/judgement.zh-CN.json'
import type { FlagName, MonitoringName } from '../flags/Flag'
import type { Criterion } from './Criterion'

/** The code of a rule that decides a criterion: every one has its words. Only the type is read here. */
export type RuleCode = keyof typeof texts.rules

/** What the standards name a source for. */
export type Sourced = Criterion | FlagName | MonitoringName
