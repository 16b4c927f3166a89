import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partsOf, pathOf, readFact, draftFact } from '../../../src/application/facts/Fact'
import { FACTS } from '../../../src/application/facts/factOf'
import { PROJECT_FACTS } from '../../../src/application/facts/projectFacts'

const APPLICATION = join(import.meta.dirname, '../../../src/application')
/** A draft's path as a text of its own, or put together from one: not taken from a fact, a question or a change. */
const OWN_PATH = /\bpath: (?:['"`]|[A-Z_]+ ?\+|[A-Z_]{3,}\b)/
/** A change's text path looked up or compared. */
const OWN_LOOKUP =
  /(?:(?:project|state|foldChanges\(.*\))\.get\(['"`]|\bpath(?:\.startsWith\(| [!=]== )['"`])/

async function linesOf(folder: string): Promise<readonly (readonly [file: string, line: string])[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((each) => each.isFile() && !each.parentPath.endsWith('/facts'))
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const text = await readFile(join(parentPath, name), 'utf8')
      return text.split('\n').map((line) => [name, line] as const)
    }),
  )
  return texts.flat()
}

describe('the registry of facts', () => {
  it('has every path that a use case writes or reads', async () => {
    const lines = await linesOf(APPLICATION)
    expect(lines.filter(([, line]) => OWN_PATH.test(line) || OWN_LOOKUP.test(line))).toEqual([])
  })
  it.each(
    Object.entries(FACTS).flatMap(([entity, facts]) =>
      Object.values(facts).map(({ path }) => [entity, path]),
    ),
  )('gives what a %s path of %s names', (entity, path) => {
    const fact = Object.values(FACTS[entity as keyof typeof FACTS]).find((each) => each.path === path)
    if (fact === undefined) throw new Error('no fact')
    const last = fact.ends?.at(0)
    const parts = path.split('/').flatMap((part, at, all) => {
      if (part === '*') return [at === all.length - 1 && last !== undefined ? last : '甲/乙 100%']
      return part === '**' ? ['members/m1/insurance'] : []
    })
    expect(partsOf(fact, pathOf(fact, ...parts))).toEqual(parts)
  })
  it('has no other path', () => {
    expect(partsOf(PROJECT_FACTS.threshold, 'quality/unheard_of')).toBeUndefined()
    expect(partsOf(PROJECT_FACTS.villageAssigned, 'assigned/village/甲/乙')).toBeUndefined()
  })
  it('reads no value that a fact cannot have', () => {
    expect(readFact(PROJECT_FACTS.asOf, { value: '31.12.2020' })).toBeUndefined()
    expect(readFact(PROJECT_FACTS.asOf, { value: '2020-12-31' })).toBe('2020-12-31')
    expect(readFact(PROJECT_FACTS.asOf, undefined)).toBeUndefined()
  })
  it('writes what it reads', () => {
    const said = draftFact(PROJECT_FACTS.leftOut, ['d1'], { from: 1, count: 2 })
    expect(said).toEqual({ path: 'left_out/d1', value: { from: 1, count: 2 } })
    expect(readFact(PROJECT_FACTS.leftOut, said)).toEqual({ from: 1, count: 2 })
  })
})
