import { shallowRef } from 'vue'
import type { FoundSheet } from '../../application/roster/importRoster'
import { sheetKey } from '../../application/roster/rosterAnswers'
import type { AskedNumbers, RosterPreview } from '../../application/roster/rosterPreview'
import type { SheetChoice } from '../../domain/roster/mapSheet'
import { useServices } from '../app/services'
import { rememberedMappings } from './rememberedMappings'

/** How single sheets of a list are read, where somebody corrected what the app found. Each correction reads the list again. */
export function sheetChoices(
  readWith: (choices: ReadonlyMap<string, SheetChoice>) => Promise<RosterPreview | null>,
) {
  const memory = rememberedMappings(useServices().digest)
  /** Sheets as they were found before anybody corrected them, by `sheetKey`. */
  const asFound = shallowRef<ReadonlyMap<string, FoundSheet>>(new Map())
  const choices = shallowRef<ReadonlyMap<string, SheetChoice>>(new Map())
  const remembered = shallowRef<ReadonlySet<string>>(new Set())

  /** After the first reading: a correction remembered for the same headers is applied at once. */
  async function recall(found: RosterPreview): Promise<void> {
    asFound.value = new Map(found.sheets.map((sheet) => [sheetKey(sheet), sheet]))
    const recalled = found.sheets.flatMap((sheet) => {
      const choice = sheet.isLeftOut ? null : memory.recall(sheet)
      const { file, sheet: name } = sheet
      return choice === null ? [] : [[sheetKey(sheet), { file, sheet: name, ...choice }] as const]
    })
    if (recalled.length === 0) return
    choices.value = new Map(recalled)
    remembered.value = new Set(choices.value.keys())
    await readWith(choices.value)
  }

  /** Reads again with a correction of one sheet, and remembers it for lists with the same headers. */
  async function correct(
    sheet: FoundSheet,
    choice: Pick<SheetChoice, 'columns' | 'headerRows'>,
  ): Promise<void> {
    const key = sheetKey(sheet)
    const numbers = choices.value.get(key)?.numbers
    const corrected: SheetChoice = {
      file: sheet.file,
      sheet: sheet.sheet,
      ...choice,
      ...(numbers && { numbers }),
      // Whoever points out where the header of a hidden sheet is wants it read.
      ...(sheet.visibility !== 'visible' && { readHidden: true }),
    }
    choices.value = new Map([...choices.value, [key, corrected]])
    memory.remember(asFound.value.get(key) ?? sheet, choice)
    await readWith(choices.value)
  }

  /** Reads again with a sheet that the file hides; of the next file it is asked again. */
  async function readHidden(found: FoundSheet): Promise<void> {
    const key = sheetKey(found)
    const { file, sheet } = found
    choices.value = new Map([...choices.value, [key, { file, sheet, columns: {}, readHidden: true }]])
    const read = await readWith(choices.value)
    // Only now is it known what its headers are, by which corrections are remembered.
    const now = read?.sheets.find((each) => sheetKey(each) === key)
    if (now !== undefined) asFound.value = new Map([...asFound.value, [key, now]])
  }

  /** Back to what the app found by itself. */
  async function uncorrect(sheet: FoundSheet): Promise<void> {
    const key = sheetKey(sheet)
    choices.value = new Map([...choices.value].filter(([each]) => each !== key))
    remembered.value = new Set([...remembered.value].filter((each) => each !== key))
    memory.forget(asFound.value.get(key) ?? sheet)
    await readWith(choices.value)
  }

  /** Reads again with what the numbers of a coded column mean on this list; nothing of it is remembered for the next. */
  async function answerNumbers(
    { file, sheet, letters, list }: AskedNumbers,
    codes: Readonly<Record<string, string>>,
  ): Promise<void> {
    const key = sheetKey({ file, sheet })
    const before = choices.value.get(key) ?? { file, sheet, columns: {} }
    const known = before.numbers?.[letters]?.codes
    const numbers = { ...before.numbers, [letters]: { list, codes: { ...known, ...codes } } }
    choices.value = new Map([...choices.value, [key, { ...before, numbers }]])
    await readWith(choices.value)
  }

  function clear(): void {
    asFound.value = choices.value = new Map()
    remembered.value = new Set()
  }

  return { choices, remembered, recall, correct, readHidden, uncorrect, answerNumbers, clear }
}
