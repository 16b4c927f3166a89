import { groupBy } from '../../src/domain/shared/groupBy'
import { indexApis, usedApis, type ApiIndex } from './electronApis'
import { markdownTable, type GeneratedPart } from './generatedPart'

/** Paths of the types of both editions. */
export interface ElectronTypes {
  readonly restored: string
  readonly pinned: string
}

/** A member that the app names, as both editions have it; null where one lacks it. */
export interface ComparedApi {
  readonly name: string
  readonly files: readonly string[]
  readonly restored: readonly string[] | null
  readonly pinned: readonly string[] | null
}

export function compareApis(types: ElectronTypes): readonly ComparedApi[] {
  const [restored, pinned] = [indexApis(types.restored), indexApis(types.pinned)]
  const of = (index: ApiIndex, name: string) => index.get(name) ?? null
  return usedApis().map((api) => ({ ...api, restored: of(restored, api.name), pinned: of(pinned, api.name) }))
}

/** The part of `docs/electron.md` that lists them. */
export function electronApiTable(types: ElectronTypes): GeneratedPart {
  return {
    document: 'docs/electron.md',
    name: 'Electron’s API in use',
    make: () => tables(compareApis(types)),
  }
}

function tables(apis: readonly ComparedApi[]): string {
  const owners = [...groupBy(apis, ({ name }) => ownerOf(name))].map(([owner, members]) => [
    `\`${owner}\``,
    members.map(({ name }) => `\`${name.slice(owner.length + 1)}\``).join(', '),
    [...new Set(members.flatMap(({ files }) => files))]
      .map((file) => file.replace('electron/', ''))
      .join(', '),
  ])
  const differing = apis.filter(({ restored, pinned }) => restored?.join() !== pinned?.join())
  const differences = differing.map(({ name, restored, pinned }) => [
    `\`${name}\``,
    difference(restored, pinned),
  ])
  return [
    `${apis.length.toString()} members; declared differently: ${differing.length.toString()}.`,
    markdownTable(['Member', '33.2.1 → 45.4.1'], differences),
    markdownTable(['Of', 'Members', 'Named in'], owners),
  ].join('\n\n')
}

function ownerOf(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

/** Declarations differ mostly in the words that they allow. */
function difference(restored: readonly string[] | null, pinned: readonly string[] | null): string {
  if (restored === null || pinned === null) return restored === null ? 'not in 33.2.1' : 'not in 45.4.1'
  const words = (texts: readonly string[]) => new Set(texts.join().match(/'[^']*'/g) ?? [])
  const [before, after] = [words(restored), words(pinned)]
  const changes = [
    { label: 'more', found: [...after].filter((word) => !before.has(word)) },
    { label: 'no longer', found: [...before].filter((word) => !after.has(word)) },
  ].filter(({ found }) => found.length > 0)
  if (changes.length === 0) return 'another declaration'
  return changes.map(({ label, found }) => `${label}: ${found.join(', ')}`).join('; ')
}
