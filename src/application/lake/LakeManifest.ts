import * as v from 'valibot'
import { LAKE_NAMES, LAKE_VERSION, type LakeName } from './lakeSchema'

const text = v.string()
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/))

const FILE = v.strictObject({
  /** Below the lake's folder, with `/` between its parts. */
  path: text,
  rows: count,
  bytes: count,
  sha256: hash,
})

/** What a lake knows of one county and project; a partition is there when its manifest is. */
const MANIFEST = v.strictObject({
  format: v.literal('yihu-lake'),
  version: v.literal(LAKE_VERSION),
  kind: v.picklist(['assessment', 'census']),
  /** Names the partition: see `countyKey`. */
  county: text,
  /** A mark of the project's salt and kind, which shows neither: see `projectMark`. */
  project: text,
  province: v.nullable(text),
  countyName: v.nullable(text),
  /** Of all rows of all datasets: the same records give the same one, whoever writes them and when. */
  state: hash,
  standards: text,
  instruments: v.array(count),
  /** Edition of the census tables by which cases are coded. */
  tables: hash,
  /** The log of the draw that is in force; null where everybody is asked. */
  sampling: v.nullable(v.unknown()),
  /** Whose keys of people, phones and photos are made alike: lakes with the same one can be matched. Null: with no other. */
  matching: v.nullable(text),
  /** Who asked for names, ID numbers and phones; null: the datasets have none. */
  fullIds: v.nullable(v.strictObject({ by: text, why: text, at: text })),
  writtenAt: text,
  files: v.record(v.picklist(LAKE_NAMES), FILE),
})

export type LakeManifest = v.InferOutput<typeof MANIFEST>
export type LakeFile = v.InferOutput<typeof FILE>

/** A manifest as it was written; null where the text is none of this version. */
export function parseManifest(json: unknown): LakeManifest | null {
  const parsed = v.safeParse(MANIFEST, json)
  return parsed.success ? parsed.output : null
}

/**
 * The `county` of a partition: province and county, as letters of any script, digits and `_`; whatever else is there is written as its code.
 * Names of folders are these, on every system; signs of full and of half width are one.
 */
export function countyKey(province: string | null, county: string | null): string {
  return [province, county]
    .map((part) =>
      (part ?? '')
        .normalize('NFKC')
        .trim()
        .replace(/[^\p{L}\p{N}]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`),
    )
    .filter((part) => part !== '')
    .join('-')
}

/** A manifest as its file has it. */
export function manifestText(manifest: LakeManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** A county as it is told: its name where the list has one. */
export function partitionName({ countyName, county }: Pick<LakeManifest, 'countyName' | 'county'>): string {
  return countyName ?? county
}

/** Where a manifest lies below the lake's folder. */
export function manifestPath({ county, project }: Pick<LakeManifest, 'county' | 'project'>): string {
  return `manifests/county=${county}/project=${project}.json`
}

/** Where a dataset's file of a partition lies below the lake's folder. */
export function filePath(
  name: LakeName,
  { county, project, state }: Pick<LakeManifest, 'county' | 'project' | 'state'>,
): string {
  return `${name}/county=${county}/project=${project}/${state.slice(0, 16)}.parquet`
}
