import { describe, expect, it } from 'vitest'
import { parsePictureName, pictureNameText, picturesIn } from '../../../src/domain/interview/pictureName'

const NAME = { kept: 'a'.repeat(64), original: '0'.repeat(64) }

describe('the name of a picture', () => {
  it('is read as it was written', () => {
    expect(parsePictureName(pictureNameText(NAME))).toEqual(NAME)
  })

  it.each(['house.jpg', 'a'.repeat(64), `${'a'.repeat(64)}.${'0'.repeat(63)}`, ''])(
    'is none of ours when it is %j',
    (text) => expect(parsePictureName(text)).toBeNull(),
  )

  it.each([
    [undefined, []],
    ['house.jpg', ['house.jpg']],
    [
      ['a.jpg', 'b.jpg'],
      ['a.jpg', 'b.jpg'],
    ],
  ])('is found in an answer of %j', (value, names) => expect(picturesIn(value)).toEqual(names))
})
