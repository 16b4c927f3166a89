import type { Evaluate } from '../../../instrument/compileExpression'
import { compileSource } from '../../../instrument/compileSource'
import type { Problem } from '../../../shared/Problem'
import type { ProblemCode } from '../../../shared/ProblemCode'
import type { TableData } from './TableData'
import type { TableNames } from './TableNames'
import { placeInTable, tableProblem } from './tableProblem'

/** Collects what is wrong with a table while its parts are compiled. */
export interface TableReport {
  readonly problems: readonly Problem[]
  fault(code: Extract<ProblemCode, `table_${string}`>, part: string | null, value: string): void
  /** An expression ready for use; one that cannot be used is reported, and never answers. */
  compile(source: string, part: string, wants: 'boolean' | 'number'): Evaluate
}

export function tableReport(table: TableData, names: TableNames): TableReport {
  const problems: Problem[] = []
  return {
    problems,
    fault: (code, part, value) => {
      problems.push(tableProblem(code, table, part, value))
    },
    compile(source, part, wants) {
      const owner = { name: placeInTable(table, part), scope: names.scope, self: null, wants }
      const compiled = compileSource(source, owner, names)
      if (!('code' in compiled)) return compiled.evaluate
      problems.push(compiled)
      return () => undefined
    },
  }
}
