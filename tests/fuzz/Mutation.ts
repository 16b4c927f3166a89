import type { SeededRandom } from '../../src/domain/shared/seededRandom'

/** One way to spoil a file. It draws all its choices from `random`, so that a seed gives the same bytes anywhere. */
export type Mutation = (bytes: Uint8Array, random: SeededRandom) => Uint8Array

/** Mutations of one kind, by name: how a report names what a file was spoilt with. */
export type MutationFamily = Readonly<Record<string, Mutation>>

/** Numbers that programs trip over, as text. */
export const HOSTILE_NUMBERS = [
  '', '-1', '0', '1e9', '1.5', '65535', '65536', '16385', '1048577', '2147483648', '4294967295', '99999999999', 'NaN',
  '0x10', '1e308', '-1e308', '１２',
] // prettier-ignore

/** Texts that programs trip over. */
export const HOSTILE_TEXTS = [
  '', ' ', '__proto__', 'constructor', 'hasOwnProperty', 'toString', '\u0000', '\ud800', '\udfff', '\ufeff', '\u202e',
  '=1+1', '="', "'", '#REF!', '{value}', '../../x', 'A'.repeat(40_000), '户'.repeat(40_000), '1'.repeat(400), '\r\n', '合计',
  '户编号', '姓名', '户主', '9'.repeat(18), '1e400', '-0', '\u3000', '%00', '9007199254740993',
] // prettier-ignore

/** A place in `length` things, its end included. */
export function somewhere(length: number, random: SeededRandom): number {
  return random.between(0, length)
}

/** `bytes` with `removed` of them at `at` replaced. */
export function spliced(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length, at + removed)
  const result = new Uint8Array(bytes.length - (end - at) + added.length)
  result.set(bytes.subarray(0, at))
  result.set(added, at)
  result.set(bytes.subarray(end), at + added.length)
  return result
}
