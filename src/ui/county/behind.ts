export * from '../../application/measures/householdsBehind'
export type { VillagePart } from '../../domain/measures/villageParts'
