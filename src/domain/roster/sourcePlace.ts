/** The sheet a row stands in, for texts: with its file, as two files may have sheets of one name; a text file's sheet is the file. */
export function sourcePlace({ file, sheet }: { readonly file: string; readonly sheet: string }): string {
  return file === sheet ? file : `${file} › ${sheet}`
}
