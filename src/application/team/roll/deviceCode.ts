import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { DeviceId } from '../../../domain/team/Segment'
import type { DeviceKeys, TeamPort } from '../TeamPort'
import { codeText, readCode, type CodeParts } from './codeText'

/** What a device shows of itself to be put on a roll. */
export interface DeviceCode {
  readonly device: DeviceId
  readonly recipient: string
  /** Who works at it. */
  readonly names: readonly string[]
  /** 20 digits that both people read to each other. */
  readonly fingerprint: string
}

export function deviceCodeOf(
  { device, recipient }: Pick<DeviceKeys, 'device' | 'recipient'>,
  names: readonly string[],
  port: TeamPort,
): DeviceCode {
  return { device, recipient, names, fingerprint: port.fingerprintOf(device, recipient) }
}

/** Its code, one line without gaps (`groupedCode` has it for people). */
export function deviceCodeText({ device, recipient, names }: DeviceCode, port: TeamPort): string {
  return codeText('device', { hex: [device], recipient, words: names }, port)
}

/** Refused: `device_code_unreadable` (none of ours), `device_code_damaged` (altered, or cut short). */
export function parseDeviceCode(text: string, port: TeamPort): Result<DeviceCode> {
  const read = readCode('device', text, [64], port)
  if (read === 'damaged') return refusal('device_code_damaged')
  return read === 'none' ? parseDeviceJson(parseJson(text), port) : checkDevice(read, port)
}

/** The device that a code's parts say; also what a project's code says of its lead. */
export function checkDevice(
  { hex: [device = ''], recipient, words: names }: CodeParts,
  port: TeamPort,
): Result<DeviceCode> {
  const isSound = RECIPIENT.test(recipient) && areNames(names)
  if (!isSound) return refusal('device_code_damaged')
  return success({ device, recipient, names, fingerprint: port.fingerprintOf(device, recipient) })
}

/** A code as it was written before: JSON with its fingerprint. */
export function parseDeviceJson(parsed: unknown, port: TeamPort): Result<DeviceCode> {
  if (typeof parsed !== 'object' || parsed === null || !('yihuDevice' in parsed) || parsed.yihuDevice !== 1)
    return refusal('device_code_unreadable')
  const { device, recipient, names, fingerprint } = parsed as unknown as Readonly<Record<string, unknown>>
  const isSound =
    typeof device === 'string' &&
    /^[0-9a-f]{64}$/.test(device) &&
    typeof recipient === 'string' &&
    RECIPIENT.test(recipient) &&
    areNames(names)
  if (!isSound || fingerprint !== port.fingerprintOf(device, recipient)) return refusal('device_code_damaged')
  return success({ device, recipient, names, fingerprint })
}

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

function areNames(names: unknown): names is readonly string[] {
  return Array.isArray(names) && names.every((name) => typeof name === 'string' && name.trim() !== '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
