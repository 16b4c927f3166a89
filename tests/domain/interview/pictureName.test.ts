import { describe, expect, it } from 'vitest'
import { parsePictureName, pictureNameText } from '../../../src/domain/interview/pictureName'

const NAME = { kept: 'a'.repeat(64), original: '0'.repeat(64) }

describe('the name of a picture', () => {
  it('is read as it was written', () => {
    expect(parsePictureName(pictureNameText(NAME))).toEqual(NAME)
  })

  it.each(['house.jpg', 'a'.repeat(64), `${'a'.repeat(64)}.${'0'.repeat(63)}`, ''])(
    'is none of ours when it is %j',
    (text) => expect(parsePictureName(text)).toBeNull(),
  )
})
