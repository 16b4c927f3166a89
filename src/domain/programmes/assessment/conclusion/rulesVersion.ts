/** Raised whenever a rule of criteria, conclusion, patterns or monitoring gives another result for the same answers. */
export const RULES_VERSION = '1'
