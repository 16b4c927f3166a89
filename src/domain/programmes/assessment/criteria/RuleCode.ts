import type texts from '../../../../../resources/texts/judgement.zh-CN.json'

// Only the types of the texts are read here: every code has its words.

/** The code of a rule that decides a criterion. */
export type RuleCode = keyof typeof texts.rules

/** What a line of a trace rests on: a rule, or the flag itself. */
export type GroundCode = RuleCode | keyof typeof texts.flags

/** What the standards name a source for: a criterion, or a flag. */
export type SourcedCode = keyof typeof texts.criteria | keyof typeof texts.flags
