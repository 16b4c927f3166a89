import problems from '../../resources/texts/problems.zh-CN.json'
import type { ProblemCode } from '../../src/domain/shared/ProblemCode'

/** Finds a problem in Chinese words on the terminal, whatever its values are. */
export function toldAs(code: ProblemCode): RegExp {
  const parts = problems[code].message
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('[^\\n]*?'))
}
