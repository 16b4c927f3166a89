import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRecord, scanRecords, type Found } from '../../../electron/main/journalFormat'
import { LossyFiles } from '../../contracts/LossyFiles'

/** Mark, length and checksum of 4 bytes each, 'first', 16 random bytes. */
const FIRST_END = 12 + 5 + 16

describe('scanRecords', () => {
  it('finds every record, whatever its length', async () => {
    const lengths = [0, 1, 2 ** 20 - 28, 2 ** 20 - 27, 2 ** 20 - 12, 2 ** 20 - 11, 2 ** 20, 3 * 2 ** 20, 5]
    const found = await scan(Buffer.concat(lengths.map((length) => encodeRecord(Buffer.alloc(length, 1)))))
    expect(found.map((one) => one.kind === 'record' && one.payload.length)).toEqual(lengths)
  })

  it('calls what is cut short at the end damage up to the end, at every length of the cut', async () => {
    const whole = Buffer.concat([encodeRecord(Buffer.from('first')), encodeRecord(Buffer.from('second'))])
    for (let length = FIRST_END + 1; length < whole.length; length += 1) {
      const found = await scan(whole.subarray(0, length))
      expect(found).toMatchObject([
        { kind: 'record', end: FIRST_END },
        { kind: 'damage', start: FIRST_END, end: length },
      ])
    }
  })

  it('never takes a changed record for a sound one, and finds all the others', async () => {
    const payloads = ['one', 'two', 'three'].map((text) => Buffer.from(text.repeat(40)))
    const whole = Buffer.concat(payloads.map(encodeRecord))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ flip
        const texts = (await scan(changed)).flatMap((one) =>
          one.kind === 'record' ? [Buffer.from(one.payload).toString()] : [],
        )
        const sound = payloads.map((payload) => payload.toString())
        expect(sound).toEqual(expect.arrayContaining(texts))
        expect(texts).toHaveLength(2)
      }),
    )
  })
})

async function scan(bytes: Uint8Array): Promise<readonly Found[]> {
  const files = new LossyFiles()
  files.put('/log', bytes)
  const file = await files.open('/log', 'existing')
  const found: Found[] = []
  if (file !== undefined) for await (const one of scanRecords(file, 0, bytes.length)) found.push(one)
  return found
}
