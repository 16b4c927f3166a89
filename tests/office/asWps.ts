import { strToU8 } from 'fflate'
import { changeRows, type SheetCell } from './sheetRows'
import { packParts, readPart, sheetPaths, unpackParts, type WorkbookParts } from './workbookParts'

const PROPERTIES = 'docProps/custom.xml'
const STRINGS = 'xl/sharedStrings.xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const NO_PROPERTIES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes"></Properties>`

/**
 * The workbook with the marks that WPS leaves when it saves one: its build among the custom properties, which are kept; its
 * namespace; a `dimension` that says A1 on every sheet; texts in their cells instead of the table of shared strings.
 */
export function asWps(workbook: Uint8Array): Uint8Array {
  const parts: WorkbookParts = { ...unpackParts(workbook) }
  const rewrite = (path: string, change: (xml: string) => string) => {
    parts[path] = strToU8(change(readPart(parts, path)))
  }
  if (parts[PROPERTIES] === undefined) {
    parts[PROPERTIES] = strToU8(NO_PROPERTIES)
    const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
    rewrite('[Content_Types].xml', (xml) =>
      xml.replace('</Types>', `<Override PartName="/${PROPERTIES}" ContentType="${type}"/></Types>`),
    )
    const link = `<Relationship Id="wps" Type="${OFFICE}/relationships/custom-properties" Target="${PROPERTIES}"/>`
    rewrite('_rels/.rels', (xml) => xml.replace('</Relationships>', `${link}</Relationships>`))
  }
  rewrite(PROPERTIES, withBuild)
  const strings = parts[STRINGS] === undefined ? [] : sharedStrings(readPart(parts, STRINGS))
  for (const path of sheetPaths(parts).values())
    rewrite(path, (xml) =>
      changeRows(xml, (rows) =>
        rows.map((row) => ({ ...row, cells: row.cells.map((cell) => withOwnText(cell, strings)) })),
      )
        .replace(/<dimension [^>]*\/>/, '<dimension ref="A1"/>')
        .replace('<worksheet ', '<worksheet xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" '),
    )
  delete parts[STRINGS]
  rewrite('[Content_Types].xml', (xml) => xml.replace(/<Override [^>]*sharedStrings\.xml"[^>]*\/>/, ''))
  rewrite('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(/<Relationship [^>]*sharedStrings\.xml"[^>]*\/>/, ''),
  )
  return packParts(parts)
}

function withBuild(xml: string): string {
  const last = Math.max(1, ...[...xml.matchAll(/ pid="(\d+)"/g)].map(([, pid]) => Number(pid)))
  const property = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${last + 1}" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16929</vt:lpwstr></property>`
  return xml.replace('</Properties>', `${property}</Properties>`)
}

/** What stands between the tags of each string, runs of formatted text included. */
function sharedStrings(xml: string): readonly string[] {
  return [...xml.matchAll(/<si\s*\/>|<si>([\s\S]*?)<\/si>/g)].map(([, content = '']) => content)
}

function withOwnText(cell: SheetCell, strings: readonly string[]): SheetCell {
  const index = cell.type === 's' ? /<v>(\d+)<\/v>/.exec(cell.content)?.[1] : undefined
  if (index === undefined) return cell
  return { ...cell, type: 'inlineStr', content: `<is>${strings[Number(index)]}</is>` }
}
