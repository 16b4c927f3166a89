import data from '../../../resources/quality/checks.json'
import secondEntry from '../../../resources/quality/secondEntry.json'
import { QUALITY_CHECKS, type QualityCheckData, type QualityThresholds } from '../../domain/quality/QualityLine'

/** The checks as shipped, with their texts. */
export const QUALITY = data.checks as readonly QualityCheckData[]

/** The thresholds as shipped; a lead may choose others. */
export const QUALITY_THRESHOLDS: QualityThresholds = Object.fromEntries(
  QUALITY_CHECKS.map((name) => {
    const check = data.checks.find((each) => each.name === name)
    if (check === undefined) throw new Error(`resources/quality/checks.json lacks ${name}`)
    return [name, check.threshold]
  }),
) as QualityThresholds

/** Share of paper forms that are entered twice, as shipped, in percent; a lead may choose another. */
export const SECOND_ENTRY_SHARE = secondEntry.sharePercent
