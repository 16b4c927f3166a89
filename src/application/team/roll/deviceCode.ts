import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { DeviceId } from '../../../domain/team/Segment'
import type { DeviceKeys, TeamPort } from '../TeamPort'

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

/** One line of JSON: fits a file, a message or a square of dots. */
export function deviceCodeText({ device, recipient, names, fingerprint }: DeviceCode): string {
  return JSON.stringify({ yihuDevice: 1, device, recipient, names, fingerprint })
}

/** Refused: `device_code_unreadable` (none of ours), `device_code_damaged` (its fingerprint is another). */
export function parseDeviceCode(text: string, port: TeamPort): Result<DeviceCode> {
  const parsed = parseJson(text)
  if (typeof parsed !== 'object' || parsed === null || !('yihuDevice' in parsed) || parsed.yihuDevice !== 1)
    return refusal('device_code_unreadable')
  const { device, recipient, names, fingerprint } = parsed as unknown as Readonly<Record<string, unknown>>
  const isSound =
    typeof device === 'string' &&
    /^[0-9a-f]{64}$/.test(device) &&
    typeof recipient === 'string' &&
    /^age1[02-9ac-hj-np-z]{58}$/.test(recipient) &&
    Array.isArray(names) &&
    names.every((name) => typeof name === 'string' && name.trim() !== '')
  if (!isSound || fingerprint !== port.fingerprintOf(device, recipient)) return refusal('device_code_damaged')
  return success({ device, recipient, names: names as readonly string[], fingerprint })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
