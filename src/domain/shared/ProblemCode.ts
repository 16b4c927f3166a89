import type texts from '../../../resources/texts/problems.zh-CN.json'

/** The code of a problem: every one has its words, and every word a code. Only the type is read here. */
export type ProblemCode = keyof typeof texts
