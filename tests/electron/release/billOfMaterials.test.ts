import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { describe, expect, it } from 'vitest'
import { billOfMaterials } from '../../../electron/release/billOfMaterials'
import type { LockedPackage } from '../../../electron/release/lockFile'

const HASH = Buffer.alloc(64, 7)
const facts = { integrity: `sha512-${HASH.toString('base64')}`, resolved: null, license: null, isDev: false }
const LOCKED: readonly LockedPackage[] = [
  { ...facts, name: '@maker/part', version: '1.2.3' },
  { ...facts, name: 'electron', version: '45.0.0' },
]
const text = ''
const PACKAGES = [
  { name: '@maker/part', version: '1.2.3', identifier: 'Apache-2.0 AND BSL-1.0', text },
  { name: 'electron', version: '45.0.0', identifier: 'MIT', text },
]
const APP = { name: 'yihu', version: '0.1.0', license: 'MIT', packages: PACKAGES }

describe('the bill of materials', () => {
  it('is CycloneDX by its own schema', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
    expect(await validator.validate(billOfMaterials(APP, LOCKED))).toBeNull()
  })

  it('names every package with licence, address and hash, in the same bytes whatever order they come in', () => {
    const bill = billOfMaterials(APP, LOCKED)
    const { components, dependencies } = JSON.parse(bill) as {
      components: readonly Record<string, unknown>[]
      dependencies: readonly { ref: string; dependsOn?: readonly string[] }[]
    }
    expect(components).toMatchObject([
      {
        ...{ group: '@maker', name: 'part', version: '1.2.3', purl: 'pkg:npm/%40maker/part@1.2.3' },
        hashes: [{ alg: 'SHA-512', content: HASH.toString('hex') }],
        licenses: [{ expression: 'Apache-2.0 AND BSL-1.0' }],
      },
      { type: 'framework', name: 'electron', version: '45.0.0', licenses: [{ license: { id: 'MIT' } }] },
    ])
    expect(dependencies.find(({ ref }) => ref === 'yihu@0.1.0')?.dependsOn).toHaveLength(2)
    expect(billOfMaterials({ ...APP, packages: PACKAGES.toReversed() }, LOCKED)).toBe(bill)
  })

  it('is not made of a package that the lockfile lacks', () => {
    expect(() => billOfMaterials(APP, LOCKED.slice(1))).toThrow('the lockfile has no @maker/part 1.2.3')
  })
})
