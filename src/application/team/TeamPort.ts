import type { Change, ReplicaId } from '../../domain/changes/Change'
import type { Result } from '../../domain/shared/Result'
import type { DeviceId, SegmentHeader, SegmentPart, Sha256, SignedSegment } from '../../domain/team/Segment'
import type { RosterPart } from '../store/ProjectStore'

/** What a device keeps to itself. */
export interface DeviceKeys {
  readonly device: DeviceId
  /** Ed25519 seed, 64 hex digits. */
  readonly signSeed: string
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
  /** `age1…`, the public half of `identity`. */
  readonly recipient: string
}

export const PACKAGE_KINDS = ['assignment', 'result', 'backup', 'question', 'answer'] as const

export type PackageKind = (typeof PACKAGE_KINDS)[number]

/** The words on a package, signed by its sender. */
export interface PackageManifest {
  readonly kind: PackageKind
  readonly project: { readonly id: string; readonly title: string }
  readonly sender: {
    readonly device: DeviceId
    readonly recipient: string
    readonly names: readonly string[]
  }
  /** age recipients that it is sealed to, the recovery key's among them. */
  readonly recipients: readonly string[]
  /** ISO instant by the sender's clock: shown, never used to decide. */
  readonly made: string
}

export interface PackageContent {
  readonly manifest: PackageManifest
  readonly segments: readonly SegmentPart[]
  readonly rosters: readonly RosterPart[]
  /** By the SHA-256 of their bytes. */
  readonly attachments: ReadonlyMap<Sha256, Uint8Array>
}

/** A chunk of a segment as it came, of one household or of the project; its bytes where the port keeps them. */
export interface OpenedChunk {
  readonly changes: readonly Change[]
  readonly bytes: Uint8Array | null
}

export interface OpenedSegment extends SegmentPart {
  readonly chunks: readonly OpenedChunk[]
}

/** A package whose own parts agree with each other; whether its people may write it is judged by the roll. */
export interface OpenedPackage extends PackageContent {
  readonly file: string
  readonly segments: readonly OpenedSegment[]
}

/** Keys, signatures, seals and the package file. */
export interface TeamPort {
  newReplicaOf(device: DeviceId): ReplicaId
  isReplicaOf(device: DeviceId, replica: ReplicaId): boolean
  fingerprintOf(device: DeviceId, recipient: string): string
  /** A new age identity and its recipient: the project's recovery key. */
  newRecoveryKey(): Promise<{ readonly identity: string; readonly recipient: string }>
  hashText(text: string): Sha256
  sign(keys: DeviceKeys, header: SegmentHeader): SignedSegment
  write(content: PackageContent, keys: DeviceKeys): Promise<Uint8Array>
  /**
   * Opens a package, or refuses it whole: `package_unreadable` (none of ours), `package_not_for_us`, `package_damaged` (cut
   * short or altered), `package_incomplete` (without some of what its sender signed), `package_empty`, `package_too_large`, `package_newer`, `package_signature_bad`, `segment_damaged`,
   * `segment_signature_bad`, `replica_of_another`, `change_invalid`, `attachment_damaged`, `roster_damaged`.
   */
  open(file: string, bytes: Uint8Array, identity: string): Promise<Result<OpenedPackage>>
  /** A device's changes of the project in a package, signed by it; none where the package does not open. */
  wordOf(device: DeviceId, bytes: Uint8Array, identity: string): Promise<readonly Change[]>
}

/** Everything that a package's segments bring. */
export function changesIn({ segments }: Pick<PackageContent, 'segments'>): readonly Change[] {
  return segments.flatMap(({ changes }) => changes)
}
