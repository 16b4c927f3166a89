import type { LakePartition } from '../../../application/lake/LakePartition'
import type { LakeName } from '../../../application/lake/lakeSchema'
import { tableName } from './lakeDdl'
import { identifier, literal } from '../sqlNames'

/** Makes a dataset, under its own name, of some partitions alone; others are not even opened. */
export function viewStatement(name: LakeName, partitions: readonly LakePartition[]): string {
  const keys = partitions.map(
    ({ manifest: { county, project } }) => `(${literal(county)}, ${literal(project)})`,
  )
  const counties = partitions.map(({ manifest }) => literal(manifest.county))
  const rows =
    keys.length === 0
      ? 'false'
      : `county IN (${counties.join(', ')}) AND (county, project) IN (VALUES ${keys.join(', ')})`
  return `CREATE OR REPLACE TEMPORARY VIEW ${identifier(name)} AS SELECT * FROM ${tableName(name)} WHERE ${rows}`
}
