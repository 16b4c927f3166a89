import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import type { BundledPackage } from '../launch/bundledPackages'
import type { LockedPackage } from './lockFile'

/** What the bill is of. */
export interface BilledApp {
  readonly name: string
  readonly version: string
  readonly license: string
  /** What its bundles hold, and the runtime. */
  readonly packages: readonly BundledPackage[]
}

/**
 * The bill of materials of the app as CycloneDX 1.6 JSON: what is in the package, with licence and the hash of the archive that it came from.
 * The same packages give the same bytes: it has neither time nor serial number. Throws where the lockfile lacks a package.
 */
export function billOfMaterials(app: BilledApp, locked: readonly LockedPackage[]): string {
  const root = new Models.Component(Enums.ComponentType.Application, app.name, {
    bomRef: `${app.name}@${app.version}`,
    version: app.version,
    licenses: licensesOf(app.license),
  })
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: root }) })
  for (const each of app.packages) {
    const component = componentOf(each, locked)
    bom.components.add(component)
    root.dependencies.add(component.bomRef)
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}

function componentOf(each: BundledPackage, locked: readonly LockedPackage[]): Models.Component {
  const { name, version, identifier } = each
  const lock = locked.find((one) => one.name === name && one.version === version)
  if (lock === undefined) throw new Error(`the lockfile has no ${name} ${version}`)
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const type = name === 'electron' ? Enums.ComponentType.Framework : Enums.ComponentType.Library
  return new Models.Component(type, bare ?? name, {
    bomRef: purl,
    version,
    purl,
    licenses: licensesOf(identifier ?? 'NOASSERTION'),
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], hexOf(lock.integrity)]]),
    ...(scope !== undefined && { group: scope }),
  })
}

function licensesOf(expression: string): Models.LicenseRepository {
  const license = / (AND|OR|WITH) /.test(expression)
    ? new Models.LicenseExpression(expression)
    : new Models.SpdxLicense(expression)
  return new Models.LicenseRepository([license])
}

/** Of a subresource integrity of SHA-512. */
function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
}
