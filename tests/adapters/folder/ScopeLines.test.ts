import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ScopeLines } from '../../../src/adapters/folder/ScopeLines'
import { aChange } from '../../domain/changes/aChange'

it('finds every household again by its line, whatever its id is made of', () => {
  const part = fc.nat(1_000_000)
  const run = fc.record({ pack: part, offset: part, length: part })
  const scope = fc.record({
    name: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '":["', '\\', 'a"', '户/1,', '":["x",'),
    ),
    digest: fc.stringMatching(/^[0-9a-f]{64}$/),
    runs: fc.array(run, { maxLength: 3 }),
    isContested: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.uniqueArray(scope, { selector: ({ name }) => name, maxLength: 8 }), (scopes) => {
      const lines = new ScopeLines()
      for (const { name, digest, runs, isContested } of scopes) {
        const heads = [aChange({ value: ']}]]' }), aChange({ value: { a: [1] } })]
        const conflict = { household: name, entity: 'interview', entityId: 'i', path: 'q', heads } as const
        lines.set(name, { digest, runs, conflicts: isContested ? [conflict] : [] })
      }
      const text = lines.text(lines.names())
      const again = new ScopeLines()
      again.read(text === '' ? [] : text.split('\n'))
      expect(again.names()).toEqual(scopes.map(({ name }) => name).sort())
      expect(JSON.parse(`{${text}}`)).toBeTypeOf('object')
      for (const { name, digest } of scopes) {
        expect(again.get(name)).toEqual(lines.get(name))
        expect(again.digest(name)).toBe(digest)
      }
      const contested = scopes.filter(({ isContested }) => isContested).map(({ name }) => name)
      expect(again.conflicts().map(({ household }) => household)).toEqual(contested.sort())
    }),
  )
})
