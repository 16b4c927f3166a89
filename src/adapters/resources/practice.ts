import names from '../../../resources/practice/names.json'
import scenarios from '../../../resources/practice/scenarios.json'
import type { PracticeMaterial, Scenario } from '../../domain/practice/PracticeMaterial'

/** The data that practice counties are generated from, as shipped. */
export const PRACTICE: PracticeMaterial = { names, scenarios: scenarios.scenarios as readonly Scenario[] }
