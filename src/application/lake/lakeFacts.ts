import { projectMark } from '../workbook/review/reviewFormat'
import type { SampleLog } from '../sampling/SampleLog'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { FullIds } from '../workbook/fullIds'
import type { LakeCounty, LakeTerms } from './fillLake'
import { countyKey } from './LakeManifest'
import type { ManifestFacts } from './manifestOf'
import { standardsText } from './standardsText'

/** What a partition's manifest is made of besides its rows. */
export interface LakeOrigin {
  /** The project's own; nothing of it is told but a mark. */
  readonly salt: string
  readonly sample: SampleLog | null
  readonly fullIds: FullIds | null
  /** Edition of the census tables: see `LakeManifest`. */
  readonly tables: string
}

/**
 * What a manifest says of a project besides its rows. A list that names no county is a partition by its project's mark. Refused:
 * `lake_several_counties`.
 */
export function lakeFacts(
  { kind, keys, rules, begun }: LakeTerms,
  { provinces, cities, counties, instruments }: LakeCounty,
  { salt, sample, fullIds, tables }: LakeOrigin,
): Result<ManifestFacts> {
  const [province = null, ...otherProvinces] = provinces
  const [countyName = null, ...others] = counties
  if (others.length + otherProvinces.length > 0 || cities.length > 1)
    return refusal('lake_several_counties', [...provinces, ...cities, ...counties].join(', '))
  const project = lakeProject(salt, kind)
  return success({
    kind,
    county: countyKey(province, countyName) || project,
    project,
    province,
    countyName,
    standards: standardsText(rules.standards),
    instruments: [...instruments],
    tables,
    sampling: sample && drawTold(sample),
    matching: keys.matching,
    fullIds: fullIds && { by: fullIds.by, why: fullIds.why, at: fullIds.at },
    writtenAt: begun,
  })
}

/** Names the partitions of a project; lists of the terminal's salt may be of either kind. */
function lakeProject(salt: string, kind: LakeTerms['kind']): string {
  return projectMark(`${salt} ${kind}`)
}

/** The log of a draw without the salt that keys are made with, and without any household. */
function drawTold({ method, generator, frame, plan, result }: SampleLog) {
  const { marked, visited, ...design } = plan
  return {
    method,
    generator,
    frame: { hash: frame.hash, households: frame.households },
    plan: {
      ...design,
      marked: { households: marked.households.length, rate: marked.rate },
      visited: { households: visited.households.length, rate: visited.rate },
    },
    result: {
      ...result,
      strata: result.strata.map(({ drawn, reserves, ...stratum }) => ({
        ...stratum,
        drawn: drawn.length,
        reserves: reserves.length,
      })),
    },
  }
}
