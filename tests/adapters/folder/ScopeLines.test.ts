import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ScopeLines, type IndexedScope } from '../../../src/adapters/folder/ScopeLines'
import { partLine } from '../../../src/application/team/merge/stateHash'
import { aChange } from '../../domain/changes/aChange'

type Named = readonly [name: string, scope: IndexedScope]

const part = fc.nat(1_000_000)
const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '":["', '\\', 'a"', '户/1,', '":["x",', 'a', 'b', 'c', '\n'),
)
const scope = fc
  .record({
    digest: fc.stringMatching(/^[0-9a-f]{64}$/),
    runs: fc.array(fc.record({ pack: part, offset: part, length: part }), { maxLength: 3 }),
    isContested: fc.boolean(),
  })
  .map(({ digest, runs, isContested }): IndexedScope => {
    const heads = [aChange({ value: ']}]]' }), aChange({ value: { a: [1] } })]
    const conflict = { household: 'h', entity: 'interview', entityId: 'i', path: 'q', heads } as const
    return { digest, runs, conflicts: isContested ? [conflict] : [] }
  })
const scopes = fc.uniqueArray(fc.tuple(name, scope), { selector: ([own]) => own, maxLength: 8 })

function linesOf(named: Iterable<Named>): ScopeLines {
  const lines = new ScopeLines()
  for (const [own, each] of named) lines.set(own, each)
  return lines
}

function expectToHold(lines: ScopeLines, held: ReadonlyMap<string, IndexedScope>): void {
  const names = [...held.keys()].sort()
  expect(lines.names()).toEqual(names)
  for (const own of [...names, 'nobody']) expect(lines.get(own)).toEqual(held.get(own))
  let digests = ''
  for (const portion of lines.digests()) digests += Buffer.from(portion).toString()
  expect(digests).toBe(names.map((own) => partLine(own, held.get(own)?.digest ?? '')).join(''))
  expect(lines.conflicts()).toHaveLength(names.filter((own) => held.get(own)?.conflicts.length === 1).length)
}

it('finds every household again by its line, whatever its id is made of', () => {
  fc.assert(
    fc.property(scopes, (named) => {
      const text = linesOf(named).wholeText()
      expect(JSON.parse(`{${text}}`)).toBeTypeOf('object')
      const again = new ScopeLines()
      again.readWhole(Buffer.from(text))
      expectToHold(again, new Map(named))
    }),
  )
})

it('lets a later line take the place of an earlier one, read or set, and is as a whole again what it was', () => {
  fc.assert(
    fc.property(scopes, scopes, scopes, (whole, later, set) => {
      const lines = new ScopeLines()
      lines.readWhole(Buffer.from(linesOf(whole).wholeText()))
      lines.readLater(Buffer.from(linesOf(later).changedText()))
      for (const [own, each] of set) lines.set(own, each)
      const held = new Map([...whole, ...later, ...set])
      expectToHold(lines, held)
      expect(lines.changedText()).toBe(linesOf(set).wholeText())
      lines.settle(lines.wholeText())
      expectToHold(lines, held)
      expect([lines.changedText(), lines.wholeText()]).toEqual(['', linesOf(held).wholeText()])
    }),
  )
})
