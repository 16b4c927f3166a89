import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Papa from 'papaparse'

export type StatKind = 'dta' | 'sav'

/** A variable as ReadStat tells it. */
export interface StatVariable {
  readonly name: string
  readonly type: 'STRING' | 'NUMERIC'
  readonly format?: string
  readonly label?: string
  readonly categories?: readonly { readonly code: number | string; readonly label: string }[]
  readonly missing?: { readonly type: string; readonly low: number; readonly high: number }
}

/** Whether ReadStat is on this machine. */
export function hasReadstat(): boolean {
  return spawnSync('extract_metadata', ['--help']).error === undefined
}

/** The rows that ReadStat reads, without their header; missing numbers of Stata are empty. Throws where it cannot read the file. */
export async function statRows(file: Uint8Array, kind: StatKind): Promise<readonly (readonly string[])[]> {
  const csv = await converted(file, kind, 'csv')
  return Papa.parse<string[]>(new TextDecoder().decode(csv), {
    skipEmptyLines: true,
    delimiter: ',',
  }).data.slice(1)
}

/** The file as ReadStat writes what it has read of it. */
export function converted(file: Uint8Array, kind: StatKind, to: 'csv' | 'dta'): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, `in.${kind}`), file)
    await promisify(execFile)('readstat', [join(folder, `in.${kind}`), join(folder, `out.${to}`)])
    return new Uint8Array(await readFile(join(folder, `out.${to}`)))
  })
}

/** Names, labels, value labels and missing values. */
export function statVariables(file: Uint8Array, kind: StatKind): Promise<readonly StatVariable[]> {
  return inFolder(async (folder) => {
    const [input, output] = [join(folder, `in.${kind}`), join(folder, 'out.json')]
    await writeFile(input, file)
    await promisify(execFile)('extract_metadata', [input, output])
    return (JSON.parse(await readFile(output, 'utf8')) as { variables: StatVariable[] }).variables
  })
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yihu-readstat-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
