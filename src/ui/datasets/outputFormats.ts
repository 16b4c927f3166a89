import { DATA_FORMATS } from '../../application/datasets/DataRequest'

/** Formats that the page offers: those of files of data, and a lake's. */
export const OUTPUT_FORMATS = [...DATA_FORMATS, 'parquet'] as const

export type OutputFormat = (typeof OUTPUT_FORMATS)[number]
