import { keysSalt } from '../../application/lake/keysSalt'
import { fillLake, type LakeTerms } from '../../application/lake/fillLake'
import { lakeFacts } from '../../application/lake/lakeFacts'
import { lakeIntake } from '../../application/lake/lakeIntake'
import { lakeKeys } from '../../application/lake/lakeKeys'
import { filePath, manifestPath, manifestText } from '../../application/lake/LakeManifest'
import type { LakeRequest } from '../../application/lake/LakeRequest'
import { lakeSchema } from '../../application/lake/lakeSchema'
import { manifestOf, type LakeTables, type ManifestFacts } from '../../application/lake/manifestOf'
import type { VillageWork } from '../../application/workbook/villageWork'
import { success, type Result } from '../../domain/shared/Result'
import { keyedHash } from '../crypto/keyedHash'
import type { DataFile } from '../datasets/dataFiles'
import { zipFiles } from '../datasets/zipFiles'
import { AREA_FORMS } from '../resources/areaForms'
import { censusTables, lakeCodedTables, tablesEdition } from '../resources/censusTables'
import { rulesOf } from '../resources/rulesOf'
import { lakeTables } from './lakeTables'

/** A project's partition of a lake, made as its villages come. */
export interface LakeArchive {
  take(village: VillageWork): void
  /** One .zip with the files under their paths in the lake. Refused: `lake_several_counties`. */
  done(): Result<Uint8Array>
}

/** Refused: `lake_salt_public`. */
export function lakeArchive(request: LakeRequest): Result<LakeArchive> {
  const { settings, inputs, sample, matchSalt, fullIds, begun } = request
  const rules = rulesOf(settings)
  if (!rules.ok) throw new Error('a project that is open has settings that can be judged by')
  const salt = keysSalt(settings.salt, matchSalt)
  if (!salt.ok) return salt
  const terms: LakeTerms = {
    kind: inputs.kind,
    rules: rules.value,
    keys: lakeKeys(salt.value, matchSalt, keyedHash),
    isSampled: sample !== null,
    isFull: fullIds !== null,
    begun,
  }
  const tables = lakeTables(lakeSchema(lakeCodedTables()))
  const counting = { tablesOf: censusTables, areaForms: AREA_FORMS }
  const intake = lakeIntake(inputs, rules.value, counting, fillLake(terms, tables.take))
  return success({
    take: intake.take,
    done() {
      const origin = { salt: settings.salt, sample, fullIds, tables: tablesEdition() }
      const facts = lakeFacts(terms, intake.done(), origin)
      return facts.ok ? success(zipFiles(filesOf(facts.value, tables.done()))) : facts
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
