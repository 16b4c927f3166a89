import type { ProjectKind } from '../project/ProjectSettings'
import { ASSESSMENT } from './assessment'
import { CENSUS } from './census'
import type { Programme } from './Programme'

/** The programmes of this app: the kinds of project that can be chosen. */
export const PROGRAMMES: readonly Programme[] = [ASSESSMENT, CENSUS]

/** The programme of a project by its kind. */
export function programmeOf(kind: ProjectKind): Programme {
  const programme = PROGRAMMES.find(({ kinds }) => kinds.includes(kind))
  if (programme === undefined) throw new Error(`no programme of kind ${kind}`)
  return programme
}
