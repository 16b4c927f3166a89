import { RESTORED_VERSION } from '../../electron/launch/restoreRuntime'
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

/** The part of `docs/electron.md` that lists them. `pinned`: the version that ships. */
export function electronApiTable(apis: readonly ComparedApi[], pinned: string): GeneratedPart {
  const make = () => tables(apis, pinned)
  return { document: 'docs/electron.md', name: 'Electron’s API in use', make }
}

function tables(apis: readonly ComparedApi[], version: string): string {
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
    difference(restored, pinned, version),
  ])
  return [
    `${apis.length.toString()} members; declared differently: ${differing.length.toString()}.`,
    markdownTable(['Member', `${RESTORED_VERSION} → ${version}`], differences),
    markdownTable(['Of', 'Members', 'Named in'], owners),
  ].join('\n\n')
}

function ownerOf(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

/** Declarations differ mostly in the words that they allow. */
function difference(
  restored: readonly string[] | null,
  pinned: readonly string[] | null,
  version: string,
): string {
  if (restored === null || pinned === null) return `not in ${restored === null ? RESTORED_VERSION : version}`
  const words = (texts: readonly string[]) => new Set(texts.join().match(/'[^']*'/g) ?? [])
  const [before, after] = [words(restored), words(pinned)]
  const changes = [
    { label: 'more', found: [...after].filter((word) => !before.has(word)) },
    { label: 'no longer', found: [...before].filter((word) => !after.has(word)) },
  ].filter(({ found }) => found.length > 0)
  if (changes.length === 0) return 'another declaration'
  return changes.map(({ label, found }) => `${label}: ${found.join(', ')}`).join('; ')
}
