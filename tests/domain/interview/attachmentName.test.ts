import { describe, expect, it } from 'vitest'
import {
  parseAttachmentName,
  attachmentNameText,
  attachmentsIn,
} from '../../../src/domain/interview/attachmentName'

const NAME = { kept: 'a'.repeat(64), original: '0'.repeat(64) }

describe('the name of a picture or a sound', () => {
  it('is read as it was written', () => {
    expect(parseAttachmentName(attachmentNameText(NAME))).toEqual(NAME)
  })

  it.each(['house.jpg', 'a'.repeat(64), `${'a'.repeat(64)}.${'0'.repeat(63)}`, ''])(
    'is none of ours when it is %j',
    (text) => expect(parseAttachmentName(text)).toBeNull(),
  )

  it.each([
    [undefined, []],
    ['house.jpg', ['house.jpg']],
    [
      ['a.jpg', 'b.jpg'],
      ['a.jpg', 'b.jpg'],
    ],
  ])('is found in an answer of %j', (value, names) => expect(attachmentsIn(value)).toEqual(names))
})
