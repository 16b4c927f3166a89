import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { billOfMaterials } from './billOfMaterials'
import { build } from '../launch/build'
import type { BundledPackage } from '../launch/bundledPackages'
import { licenceFaults } from './licenceFaults'
import { LICENCE_POLICY } from './licencePolicy'
import { lockedPackages } from './lockFile'
import { PROJECT_FOLDER, RENDERER_FOLDER } from '../launch/projectFolder'

await build()
const notices = await readFile(join(RENDERER_FOLDER, 'notices.json'), 'utf8')
const app = JSON.parse(await readFile(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as {
  name: string
  version: string
  license: string
}
const packages = JSON.parse(notices) as readonly BundledPackage[]
for (const fault of licenceFaults(packages, LICENCE_POLICY)) {
  console.error(`Not allowed: ${fault}`)
  process.exitCode = 1
}
const bill = billOfMaterials({ ...app, packages }, await lockedPackages())
const path = join(PROJECT_FOLDER, `release/${app.name}-${app.version}.cdx.json`)
await mkdir(join(PROJECT_FOLDER, 'release'), { recursive: true })
await writeFile(path, bill)
console.log(`Bill of materials of ${packages.length.toString()} packages: ${path}`)
