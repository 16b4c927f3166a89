import { DATASET_KEYS } from '../../application/datasets/allDatasets'
import { aboutTable, type DataAbout } from '../../application/datasets/aboutTable'
import type { DataTable } from '../../application/datasets/Dataset'
import { bothOf } from '../../application/datasets/DataTerms'
import { dictionaryTable } from '../../application/datasets/dictionaryTable'
import type { Texts } from '../../application/texts/Texts'
import type { FileTerms } from './FileTerms'
import { MISSING_NUMBERS } from './spss/savValues'
import { writeSav } from './spss/writeSav'
import { writeDta } from './stata/writeDta'
import { writeCsv } from './writeCsv'

/** Formats that tables are written in. */
export const TABLE_FORMATS = ['csv', 'dta', 'sav'] as const

export type TableFormat = (typeof TABLE_FORMATS)[number]

/** A file that is made while it is written. */
export interface DataFile {
  readonly name: string
  readonly contentOf: () => Iterable<string | Uint8Array>
}

/** Tables that tell about the others. */
const TOLD = ['dictionary', 'about'] as const

const WRITERS: Readonly<
  Record<TableFormat, (table: DataTable, terms: FileTerms) => Iterable<string | Uint8Array>>
> = {
  csv: (table) => writeCsv(table),
  dta: writeDta,
  sav: writeSav,
}

/** Names of the files of a format, in the texts' language. */
export function dataFileNames(format: TableFormat, texts: Texts): readonly string[] {
  const nameOf = (key: DataTable['key'], ending: string) => `${texts.term('datasets', key)}.${ending}`
  return [...DATASET_KEYS.map((key) => nameOf(key, format)), ...TOLD.map((key) => nameOf(key, 'csv'))]
}

/** One file a table, then the dictionary and what is said of them all, which are CSV in every format. */
export function dataFiles(
  tables: readonly DataTable[],
  about: DataAbout & { readonly format: TableFormat },
  texts: Texts,
): readonly DataFile[] {
  const { format, at } = about
  const told: Readonly<Record<(typeof TOLD)[number], DataTable>> = {
    dictionary: dictionaryTable(tables, texts),
    about: aboutTable(about, MISSING_NUMBERS, texts),
  }
  const contents = [
    ...tables.map((table) => () => WRITERS[format](table, fileTerms(table, at, texts))),
    ...TOLD.map((key) => () => writeCsv(told[key])),
  ]
  return dataFileNames(format, texts).flatMap((name, index) => {
    const contentOf = contents[index]
    return contentOf === undefined ? [] : [{ name, contentOf }]
  })
}

function fileTerms({ key }: DataTable, at: string, texts: Texts): FileTerms {
  const reason = (name: keyof FileTerms['missing']) => bothOf(texts, 'writings', name)
  return {
    title: texts.term('datasets', key),
    language: texts.language,
    missing: {
      not_applicable: reason('not_applicable'),
      unanswered: reason('unanswered'),
      conflict: reason('conflict'),
      hidden: reason('hidden'),
    },
    at,
  }
}
