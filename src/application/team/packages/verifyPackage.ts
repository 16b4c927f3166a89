import { KnownChanges } from '../../../domain/changes/KnownChanges'
import type { DeviceId } from '../../../domain/team/Segment'
import type { KnownForms } from '../../facts/KnownForms'
import { NOTHING_ACCEPTED } from '../merge/acceptPackage'
import { judgeOpened, type PackageVerdict } from './judgeOpened'
import { KeptSegments } from './KeptSegments'
import { NO_HOUSEHOLDS } from './KnownHouseholds'
import { changesIn, type PackageManifest, type TeamPort } from '../TeamPort'
import { withLeadChanges } from './TeamView'

/** What a package is, and whether it would be taken. */
export interface VerifiedPackage extends PackageVerdict {
  /** Null where it does not open. */
  readonly manifest: PackageManifest | null
  readonly changes: number
  readonly interviews: number
}

/** Judges a package by the roll that it brings itself, as a project that knows nothing yet would. */
export async function verifyPackage(
  file: string,
  bytes: Uint8Array,
  key: { readonly identity: string; readonly project: string; readonly lead: DeviceId },
  port: TeamPort,
  forms: KnownForms,
): Promise<VerifiedPackage> {
  const { identity, project, lead } = key
  const opened = await port.open(file, bytes, identity)
  const nothing = {
    projectId: project,
    lead,
    leadChanges: [],
    kept: new KeptSegments([]),
    counter: 0,
    segments: [],
    known: new KnownChanges(),
    forms,
    households: NO_HOUSEHOLDS,
  }
  const view = withLeadChanges(nothing, await port.wordOf(lead, bytes, identity))
  const { verdict } = await judgeOpened(file, opened, view, { port, ...NOTHING_ACCEPTED })
  const changes = opened.ok ? changesIn(opened.value) : []
  const interviews = new Set(changes.flatMap((each) => (each.entity === 'interview' ? [each.entityId] : [])))
  const manifest = opened.ok ? opened.value.manifest : null
  return { ...verdict, manifest, changes: changes.length, interviews: interviews.size }
}
