/**
 * Numbers of a .dta 118 whose low byte comes first, read by its description alone: rows of numbers, and of the letters of extended
 * missing values (`.`, `.a` …). Texts are passed over.
 */
export function dtaNumbers(file: Uint8Array): readonly (readonly (number | string)[])[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const text = new TextDecoder('latin1').decode(file)
  const after = (tag: string): number => text.indexOf(tag) + tag.length
  const count = view.getUint16(after('<K>'), true)
  const rows = Number(view.getBigUint64(after('<N>'), true))
  const types = Array.from({ length: count }, (_, each) =>
    view.getUint16(after('<variable_types>') + 2 * each, true),
  )
  let at = after('<data>')
  return Array.from({ length: rows }, () =>
    types.flatMap((type) => {
      const from = at
      at += { 32768: 8, 65526: 8, 65527: 4, 65528: 4, 65529: 2, 65530: 1 }[type] ?? type
      switch (type) {
        case 65526:
          return [doubleAt(view, from)]
        case 65529:
          return [lettered(view.getInt16(from, true), 32741)]
        case 65530:
          return [lettered(view.getInt8(from), 101)]
        default:
          return []
      }
    }),
  )
}

function lettered(value: number, none: number): number | string {
  return value < none ? value : letter(value - none)
}

function doubleAt(view: DataView, at: number): number | string {
  const high = view.getUint32(at + 4, true)
  return high >>> 20 === 0x7fe ? letter((high - 0x7fe00000) >>> 8) : view.getFloat64(at, true)
}

function letter(place: number): string {
  return place === 0 ? '.' : `.${String.fromCharCode(96 + place)}`
}
