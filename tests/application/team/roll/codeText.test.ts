import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDeviceKeys } from '../../../../src/adapters/crypto/deviceKeys'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import { codeText, groupedCode, readCode } from '../../../../src/application/team/roll/codeText'
import {
  deviceCodeOf,
  deviceCodeText,
  parseDeviceCode,
} from '../../../../src/application/team/roll/deviceCode'
import { parseProjectCode, projectCodeText } from '../../../../src/application/team/roll/joinProject'
import { valueOf } from '../../../contracts/projectStoreContract'

const KEYS = await newDeviceKeys()
const CODE = deviceCodeOf(KEYS, ['张三', '李四'], TEAM_PORT)
const TEXT = deviceCodeText(CODE, TEAM_PORT)

describe('a code', () => {
  it('is of capitals and figures, in groups for people, and no JSON', () => {
    expect(TEXT).toMatch(/^YHD1[0-9A-HJKMNP-TV-Z]+$/)
    expect(groupedCode(TEXT)).toMatch(/^YHD1.-([0-9A-Z]{5}[-\n])+[0-9A-Z]{1,5}$/)
    expect(
      Math.max(
        ...groupedCode(TEXT)
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBe(35)
  })
  it.each([
    ['in one line', TEXT],
    ['in groups', groupedCode(TEXT)],
    ['in small letters', groupedCode(TEXT).toLowerCase()],
    [
      'with letters that look like figures',
      TEXT.slice(0, 4) + TEXT.slice(4).replaceAll('0', 'O').replaceAll('1', 'l'),
    ],
    ['among other words', `一户 Yihu 设备代码\r\n\r\n${groupedCode(TEXT)}\r\n请加进名册 thanks`],
    ['with more behind it', `${TEXT}ABCDE`],
  ])('is read %s', (_, text) => {
    expect(valueOf(parseDeviceCode(text, TEAM_PORT))).toEqual(CODE)
  })
  it('says which device, project and people, whatever they are called', () => {
    const hex = (length: number) =>
      fc
        .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
        .map((digits) => digits.join(''))
    fc.assert(
      fc.property(
        hex(32),
        hex(64),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 4 }),
        (project, device, words) => {
          const parts = { hex: [project, device], recipient: KEYS.recipient, words }
          const text = groupedCode(codeText('project', parts, TEAM_PORT))
          expect(readCode('project', text, [32, 64], TEAM_PORT)).toEqual(parts)
        },
      ),
    )
  })
  it('is damaged once any digit of it is another', () => {
    for (let at = 4; at < TEXT.length; at++) {
      const other = TEXT[at] === 'A' ? 'B' : 'A'
      const altered = TEXT.slice(0, at) + other + TEXT.slice(at + 1)
      expect(parseDeviceCode(altered, TEAM_PORT)).toMatchObject({
        problems: [{ code: 'device_code_damaged' }],
      })
    }
    expect(parseDeviceCode(TEXT.slice(0, -1), TEAM_PORT).ok).toBe(false)
  })
  it('is none of the other kind', () => {
    const lead = CODE
    const project = projectCodeText({ project: 'ab'.repeat(16), title: '云岭县 2020', lead }, TEAM_PORT)
    expect(parseDeviceCode(project, TEAM_PORT)).toMatchObject({
      problems: [{ code: 'device_code_unreadable' }],
    })
    expect(parseProjectCode(TEXT, TEAM_PORT)).toMatchObject({
      problems: [{ code: 'project_code_unreadable' }],
    })
    expect(valueOf(parseProjectCode(groupedCode(project), TEAM_PORT))).toEqual({
      project: 'ab'.repeat(16),
      title: '云岭县 2020',
      lead,
    })
  })
  it('is still read as it was written before', () => {
    const { device, recipient, names, fingerprint } = CODE
    const old = { yihuDevice: 1, device, recipient, names, fingerprint }
    expect(valueOf(parseDeviceCode(JSON.stringify(old), TEAM_PORT))).toEqual(CODE)
    const project = { yihuProject: 1, project: 'ab'.repeat(16), title: '某县', lead: old }
    expect(valueOf(parseProjectCode(JSON.stringify(project), TEAM_PORT))).toMatchObject({ lead: CODE })
  })
})
