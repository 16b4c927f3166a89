import { fillLake, type LakeCounty, type LakeFilling, type LakeTerms } from '../../application/lake/fillLake'
import { keysSalt } from '../../application/lake/keysSalt'
import { lakeFacts, type LakeOrigin } from '../../application/lake/lakeFacts'
import { lakeKeys } from '../../application/lake/lakeKeys'
import type { LakeRequest } from '../../application/lake/LakeRequest'
import { lakeSchema } from '../../application/lake/lakeSchema'
import type { LakeTables, ManifestFacts } from '../../application/lake/manifestOf'
import { success, type Result } from '../../domain/shared/Result'
import { keyedHash } from '../crypto/keyedHash'
import { lakeCodedTables, tablesEdition } from '../resources/censusTables'
import { lakeTables } from './lakeTables'

/** A project that goes into a lake, before its households are read. `salt`: what its keys are made with. */
export type LakeProject = Pick<LakeTerms, 'rules'> & Pick<LakeOrigin, 'salt' | 'sample'>

/** How it is asked for. */
export type LakeAsked = Pick<LakeRequest, 'matchSalt' | 'fullIds' | 'begun'>

/** A project's partition that is being filled. */
export interface BegunLake {
  readonly filling: LakeFilling
  /** Its rows, compressed, and what their manifest says. `county`: what the filling ended with. Refused: `lake_several_counties`. */
  end(county: LakeCounty): Result<{ readonly facts: ManifestFacts; readonly tables: LakeTables }>
}

/** Refused: `lake_salt_public`. */
export function beginLake(
  { rules, salt, sample }: LakeProject,
  { matchSalt, fullIds, begun }: LakeAsked,
): Result<BegunLake> {
  const ofKeys = keysSalt(salt, matchSalt)
  if (!ofKeys.ok) return ofKeys
  const terms: LakeTerms = {
    kind: rules.programme.givesVerdict ? 'assessment' : 'census',
    rules,
    keys: lakeKeys(ofKeys.value, matchSalt, keyedHash),
    isSampled: sample !== null,
    isFull: fullIds !== null,
    begun,
  }
  const tables = lakeTables(lakeSchema(lakeCodedTables()))
  return success({
    filling: fillLake(terms, tables.take),
    end(county) {
      const facts = lakeFacts(terms, county, { salt, sample, fullIds, tables: tablesEdition() })
      return facts.ok ? success({ facts: facts.value, tables: tables.done() }) : facts
    },
  })
}
