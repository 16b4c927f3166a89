import { strToU8, type Unzipped } from 'fflate'
import { cellAddress } from '../../../src/domain/roster/SheetTable'
import { packed } from '../archive'
import type { ListCell, ListSheet } from './HonestList'
import { mergedAreas } from './mergedAreas'
import { serialOf } from './serialOf'
import type { WorkbookSpelling } from './Writing'

/** A workbook by hand, so that its XML can be spelled in every way that is legal. */
export function writeXlsx(sheets: readonly ListSheet[], spelling: WorkbookSpelling): Uint8Array {
  const strings: string[] = []
  const p = spelling.prefix
  const root = (name: string) => `<${p}${name} xmlns${p === '' ? '' : ':x'}="${MAIN}" xmlns:r="${RELATIONS}"`
  const worksheets = sheets.map((sheet) => sheetXml(sheet, spelling, root('worksheet'), strings))
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['/xl/workbook.xml', 'sheet.main'],
      ['/xl/styles.xml', 'styles'],
      ['/xl/sharedStrings.xml', 'sharedStrings'],
      ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet']),
    ]
      .map(
        ([part, type]) =>
          `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/workbook.xml': `${root('workbook')}><${p}workbookPr${spelling.is1904 ? ' date1904="1"' : ''}/><${p}sheets>${sheets
      .map(
        ({ name, visibility }, index) =>
          `<${p}sheet name="${escaped(name, spelling)}" sheetId="${index + 1}"${visibility === 'visible' ? '' : ` state="${visibility}"`} r:id="rId${index + 1}"/>`,
      )
      .join(
        '',
      )}</${p}sheets>${spelling.recalculates ? `<${p}calcPr fullCalcOnLoad="1"/>` : ''}</${p}workbook>`,
    'xl/styles.xml': `${root('styleSheet')}><${p}numFmts count="1"><${p}numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></${p}numFmts><${p}fonts count="1"><${p}font/></${p}fonts><${p}fills count="1"><${p}fill/></${p}fills><${p}borders count="1"><${p}border/></${p}borders><${p}cellStyleXfs count="1"><${p}xf/></${p}cellStyleXfs><${p}cellXfs count="3"><${p}xf numFmtId="0"/><${p}xf numFmtId="14" applyNumberFormat="1"/><${p}xf numFmtId="164" applyNumberFormat="1"/></${p}cellXfs></${p}styleSheet>`,
    'xl/sharedStrings.xml': `${root('sst')}>${strings.map((text) => `<${p}si>${textXml(text, spelling)}</${p}si>`).join('')}</${p}sst>`,
  }
  worksheets.forEach((xml, index) => (parts[`xl/worksheets/sheet${index + 1}.xml`] = xml))
  const bytes: Unzipped = {}
  for (const [name, xml] of Object.entries(parts)) {
    const spelled = spelling.quote === "'" && !xml.includes("'") ? xml.replaceAll('"', "'") : xml
    bytes[name] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${spelled}`)
  }
  return packed(bytes, spelling.isStored ? 0 : 6)
}

function sheetXml(sheet: ListSheet, spelling: WorkbookSpelling, root: string, strings: string[]): string {
  const p = spelling.prefix
  const rows = sheet.rows.map(({ cells, isHidden }, row) => {
    const xml = cells.map((cell, column) => {
      const place = spelling.hasCellReferences ? ` r="${cellAddress(row, column)}"` : ''
      // Without references the cells of a row are counted, blank ones too.
      if (cell === null) return spelling.hasCellReferences ? '' : `<${p}c/>`
      return cellXml(cell, place, spelling, strings)
    })
    const number = spelling.hasCellReferences ? ` r="${row + 1}"` : ''
    return `<${p}row${number}${isHidden === true ? ' hidden="1"' : ''}>${xml.join('')}</${p}row>`
  })
  const merges = mergedAreas(sheet).map(
    ([top, bottom, column]) =>
      `<${p}mergeCell ref="${cellAddress(top, column)}:${cellAddress(bottom, column)}"/>`,
  )
  const merged = merges.length === 0 ? '' : `<${p}mergeCells>${merges.join('')}</${p}mergeCells>`
  return `${root}><${p}sheetData>${rows.join('')}</${p}sheetData>${merged}</${p}worksheet>`
}

function cellXml(
  cell: Exclude<ListCell, null>,
  place: string,
  spelling: WorkbookSpelling,
  strings: string[],
): string {
  const { prefix: p, is1904 } = spelling
  const valued = (attributes: string, value: string | number) =>
    `<${p}c${place}${attributes}><${p}v>${value}</${p}v></${p}c>`
  if (typeof cell === 'number') return valued('', cell)
  if (typeof cell === 'string') {
    if (spelling.strings === 'inline')
      return `<${p}c${place} t="inlineStr"><${p}is>${textXml(cell, spelling)}</${p}is></${p}c>`
    const known = strings.indexOf(cell)
    return valued(' t="s"', known === -1 ? strings.push(cell) - 1 : known)
  }
  switch (cell.kind) {
    case 'day':
      if (spelling.days === 'iso') return valued(' s="1" t="d"', cell.iso)
      return valued(` s="${spelling.days === 'long' ? 2 : 1}"`, serialOf(cell.iso, is1904))
    case 'error':
      return valued(' t="e"', '#REF!')
    case 'formula': {
      const type = typeof cell.cached === 'number' ? '' : ' t="str"'
      const value = cell.cached === null ? '' : `<${p}v>${escaped(String(cell.cached), spelling)}</${p}v>`
      return `<${p}c${place}${type}><${p}f>VLOOKUP(1,名单!A:B,2)</${p}f>${value}</${p}c>`
    }
  }
}

function textXml(text: string, spelling: WorkbookSpelling): string {
  const p = spelling.prefix
  const run = (part: string) => `<${p}t xml:space="preserve">${escaped(part, spelling)}</${p}t>`
  const characters = [...text]
  if (spelling.strings !== 'rich' || characters.length < 2) return run(text)
  const runs = [characters.slice(0, 1), characters.slice(1)].map(
    (part) => `<${p}r>${run(part.join(''))}</${p}r>`,
  )
  return `${runs.join('')}<${p}rPh sb="0" eb="1">${run('pinyin')}</${p}rPh>`
}

function escaped(text: string, { references }: WorkbookSpelling): string {
  const plain = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
  if (references === 'none') return plain
  return plain.replace(/[^\x20-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return references === 'hex' ? `&#x${code.toString(16).toUpperCase()};` : `&#${code};`
  })
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
