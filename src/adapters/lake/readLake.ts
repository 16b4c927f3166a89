import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  filePath,
  manifestPath,
  parseManifest,
  type LakeFile,
  type LakeManifest,
} from '../../application/lake/LakeManifest'
import type { LakePartition } from '../../application/lake/LakePartition'
import { LAKE_NAMES, LAKE_VERSION, type LakeName } from '../../application/lake/lakeSchema'
import { uniquePartitions } from '../../application/lake/uniquePartitions'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { isMissing, withFile } from '../files/FileTrouble'
import { ASIDE } from './settlePartition'

type LakeProblem = Extract<Problem['code'], `lake_${string}`>

/**
 * The partitions of one or several lakes, by their manifests alone: files that no manifest names are not there. Refused: a folder
 * without any (`lake_empty`), a manifest that cannot be read (`lake_manifest_damaged`, `lake_version_unknown`), a file that is not
 * there or of another size than its manifest says (`lake_file_missing`, `lake_file_size`), and what `uniquePartitions` refuses.
 * Throws `FileTrouble` where the disk refuses.
 */
export async function readLake(folders: readonly string[]): Promise<Result<readonly LakePartition[]>> {
  const partitions: LakePartition[] = []
  const problems: Problem[] = []
  for (const folder of folders) {
    const paths = await manifestsIn(folder)
    if (paths.length === 0) problems.push(problem('lake_empty', {}, folder))
    for (const path of paths) {
      const read = await readPartition(folder, path)
      if (read.ok) partitions.push(read.value)
      else problems.push(...read.problems)
    }
  }
  return problems.length === 0 ? uniquePartitions(partitions) : refusals(problems)
}

/** Paths of the manifests below a lake's folder, in the order of their names. */
async function manifestsIn(folder: string): Promise<readonly string[]> {
  const counties = await namesIn(join(folder, 'manifests'))
  const found: string[] = []
  for (const county of counties.filter((name) => name.startsWith('county='))) {
    const projects = await namesIn(join(folder, 'manifests', county))
    const own = projects.filter((name) => name.startsWith('project=') && name.endsWith('.json'))
    found.push(...own.map((name) => `manifests/${county}/${name}`))
  }
  return found
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await withFile('read', folder, () =>
    readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    }),
  )
  return names.sort()
}

async function readPartition(folder: string, path: string): Promise<Result<LakePartition>> {
  const file = join(folder, path)
  const manifest = manifestIn(await withFile('read', file, () => readFile(file, 'utf8')))
  if (manifest === 'of another version') return refusals([problem('lake_version_unknown', { file }, null)])
  if (manifest === null || !isInItsPlace(manifest, path))
    return refusals([problem('lake_manifest_damaged', { file }, null)])
  const problems: Problem[] = []
  const files = new Map<LakeName, string>()
  for (const name of LAKE_NAMES) {
    const known = manifest.files[name]
    if (known === undefined) continue
    const found = await locate(folder, known)
    if (typeof found === 'string') files.set(name, found)
    else problems.push(found)
  }
  return problems.length === 0 ? success({ folder, manifest, files }) : refusals(problems)
}

/** Null: no manifest at all. */
function manifestIn(text: string): LakeManifest | 'of another version' | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const isOther =
    typeof json === 'object' && json !== null && 'version' in json && json.version !== LAKE_VERSION
  return isOther ? 'of another version' : parseManifest(json)
}

/** Whether a manifest lies where it says, and names files of its own partition alone. */
function isInItsPlace(manifest: LakeManifest, path: string): boolean {
  return (
    manifestPath(manifest) === path &&
    LAKE_NAMES.every((name) => {
      const file = manifest.files[name]
      return file === undefined || file.path === filePath(name, manifest)
    })
  )
}

async function locate(folder: string, { path, bytes }: LakeFile): Promise<string | Problem> {
  const place = resolve(folder, path)
  for (const each of [place, place + ASIDE]) {
    const size = await sizeOf(each)
    if (size === null) continue
    if (size !== bytes) return problem('lake_file_size', { file: each }, String(size), { bytes })
    return each
  }
  return problem('lake_file_missing', { file: place }, null)
}

async function sizeOf(path: string): Promise<number | null> {
  return withFile('read', path, () =>
    stat(path).then(
      ({ size }) => size,
      (error: unknown) => {
        if (isMissing(error)) return null
        throw error
      },
    ),
  )
}

function problem(
  code: LakeProblem,
  place: Problem['place'],
  value: string | null,
  details?: Problem['details'],
): Problem {
  return { code, severity: 'error', place, value, ...(details && { details }) }
}
