import { describe, expect, it } from 'vitest'
import { soundType } from '../../../src/domain/interview/soundType'

describe('the media type of a sound', () => {
  it.each<[string, string | null]>([
    ['\x1A\x45\xDF\xA3\x9F\x42\x86', 'audio/webm'],
    ['OggS\x00\x02', 'audio/ogg'],
    ['fLaC\x00', 'audio/flac'],
    ['\x00\x00\x00\x20ftypM4A ', 'audio/mp4'],
    ['RIFF\x24\x00\x00\x00WAVEfmt ', 'audio/wav'],
    ['ID3\x04', 'audio/mpeg'],
    ['\xFF\xFB\x90', 'audio/mpeg'],
    ['\xFF\xF1\x50', 'audio/aac'],
    ['RIFF\x24\x00\x00\x00AVI LIST', null],
    ['#!AMR\n', null],
    ['\xFF\xD8\xFF\xE0', null],
    ['', null],
  ])('of %j is %s', (head, type) => {
    expect(soundType(Uint8Array.from(head, (character) => character.charCodeAt(0)))).toBe(type)
  })
})
