import type { Evaluate, Frame, Value } from '../../../instrument/compileExpression'
import type { AreaForm, AreaKind } from '../AreaForm'
import type { CompiledTable } from '../tables/CompiledTable'
import type { AreaCheckData, AreaCountData, AreaLimitData } from './AreaCheckData'

/** Checks of areas, ready for use. */
export interface AreaChecks {
  readonly forms: Readonly<Record<AreaKind, AreaForm>>
  readonly limits: readonly AreaLimitData[]
  readonly counts: readonly AreaCountData[]
  /** The counts of households and persons as tables, for a `CaseBook` to code: each row is a count of its name. */
  readonly tables: readonly CompiledTable[]
  readonly ofVillages: readonly VillageCount[]
  readonly checks: readonly CompiledAreaCheck[]
}

/** A count over the forms of villages. */
export interface VillageCount {
  readonly data: AreaCountData
  /** What a village adds to it. */
  readonly addendOf: (frame: Frame) => number
}

export interface CompiledAreaCheck {
  readonly data: AreaCheckData
  readonly when: Evaluate
  /** What a name of its message stands for. */
  readonly valueIn: (frame: Frame, name: string) => Value
}

/** Whether a check of a village may ask for it. */
export function isOfOneVillage({ population, per }: AreaCountData): boolean {
  return population !== 'villages' && per === undefined
}
