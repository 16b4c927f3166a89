import { foldChanges } from '../../../domain/changes/foldChanges'
import { partsOf } from '../../facts/Fact'
import { PROJECT, PROJECT_FACTS } from '../../facts/projectFacts'
import type { ProjectStore } from '../../store/ProjectStore'
import { parseCheckDraw, type CheckDraw } from './CheckDraw'

/** A draw with who made it, when, and its place among all changes. */
export interface RecordedCheck {
  readonly draw: CheckDraw
  readonly person: string
  /** ISO instant. */
  readonly at: string
  readonly lamport: number
}

/** The project's draws of a check, the latest first. */
export async function checkDrawsOf(store: ProjectStore): Promise<readonly RecordedCheck[]> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  return [...project]
    .flatMap(([path, { heads }]) => (partsOf(PROJECT_FACTS.checkDraw, path) === undefined ? [] : heads))
    .toSorted((left, right) => right.lamport - left.lamport)
    .flatMap(({ value, person, at, lamport }) => {
      const draw = parseCheckDraw(value)
      return draw === null ? [] : [{ draw, person, at, lamport }]
    })
}
