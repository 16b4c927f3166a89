import { lakeIntake } from '../../application/lake/lakeIntake'
import { filePath, manifestPath, manifestText } from '../../application/lake/LakeManifest'
import type { LakeRequest } from '../../application/lake/LakeRequest'
import { manifestOf, type LakeTables, type ManifestFacts } from '../../application/lake/manifestOf'
import type { VillageWork } from '../../application/workbook/villageWork'
import { success, type Result } from '../../domain/shared/Result'
import type { DataFile } from '../datasets/dataFiles'
import { zipFiles } from '../datasets/zipFiles'
import { AREA_FORMS } from '../resources/areaForms'
import { censusTables } from '../resources/censusTables'
import { rulesOf } from '../resources/rulesOf'
import { beginLake } from './beginLake'

/** A project's partition of a lake, made as its villages come. */
export interface LakeArchive {
  take(village: VillageWork): void
  /** One .zip with the files under their paths in the lake. Refused: `lake_several_counties`. */
  done(): Result<Uint8Array>
}

/** Refused: `lake_salt_public`. */
export function lakeArchive({ settings, inputs, sample, ...asked }: LakeRequest): Result<LakeArchive> {
  const rules = rulesOf(settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const begun = beginLake({ rules: rules.value, salt: settings.salt, sample }, asked)
  if (!begun.ok) return begun
  const { filling, end } = begun.value
  const intake = lakeIntake(inputs, rules.value, { tablesOf: censusTables, areaForms: AREA_FORMS }, filling)
  return success({
    take: intake.take,
    done() {
      const made = end(intake.done())
      return made.ok ? success(zipFiles(filesOf(made.value.facts, made.value.tables))) : made
    },
  })
}

/** The manifest is last: whoever stops unpacking has no partition. */
function filesOf(facts: ManifestFacts, made: LakeTables): readonly DataFile[] {
  const manifest = manifestOf(facts, made)
  return [
    ...made.tables.map(({ name, parts }) => ({ name: filePath(name, manifest), contentOf: () => parts })),
    { name: manifestPath(manifest), contentOf: () => [manifestText(manifest)] },
  ]
}
