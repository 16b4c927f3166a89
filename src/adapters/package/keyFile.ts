import { identityToRecipient } from 'age-encryption'
import type { DeviceKeys } from '../../application/team/TeamPort'
import type { DeviceId } from '../../domain/team/Segment'

/** A secret key in a file: the identity that opens packages, and its project. */
export interface KeyFile {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
  readonly project: string
  /** The device whose roll is authoritative. */
  readonly lead: DeviceId
  /** Absent in a recovery key, which opens packages but cannot sign. */
  readonly keys?: DeviceKeys
}

const HEX = { project: 32, lead: 64, device: 64, sign: 64 } as const

/** An age identity file with the other values in its comments: `age -d -i FILE` accepts it. */
export function keyFileText({ identity, project, lead, keys }: KeyFile): string {
  const own = keys === undefined ? [] : [`# device: ${keys.device}`, `# sign: ${keys.signSeed}`]
  const lines = [
    '# yihu key 1: whoever has this file reads the packages',
    `# project: ${project}`,
    `# lead: ${lead}`,
  ]
  return [...lines, ...own, identity, ''].join('\n')
}

/** Undefined where the text is not a project's key. */
export async function parseKeyFile(text: string): Promise<KeyFile | undefined> {
  const [identity] = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(text) ?? []
  const [project, lead, device, sign] = (['project', 'lead', 'device', 'sign'] as const).map(
    (name) => new RegExp(`^# ${name}: ([0-9a-f]{${HEX[name]}})$`, 'm').exec(text)?.[1],
  )
  if (identity === undefined || project === undefined || lead === undefined) return undefined
  const recipient = await identityToRecipient(identity).catch(() => undefined)
  if (recipient === undefined) return undefined
  const isDevice = device !== undefined && sign !== undefined
  return {
    identity,
    project,
    lead,
    ...(isDevice && { keys: { device, signSeed: sign, identity, recipient } }),
  }
}
