import { join } from 'node:path'
import { prepareWrite } from '../../application/store/prepareWrite'
import type {
  Accepted, AttachmentHash, ProjectStore, RecordList, RosterDocument, RosterHash, RosterPart, RosterVillage,
  SummaryEntry, TouchedHousehold,
} from '../../application/store/ProjectStore' // prettier-ignore
import { hashOfParts, PROJECT_PART } from '../../application/team/stateHash'
import type { ReplicaClock } from '../../domain/changes/assignChanges'
import type { Change, Entity, ReplicaId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { householdOf } from '../../domain/changes/householdOf'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Conflict } from '../../domain/team/conflictsIn'
import { attachmentHash } from '../crypto/attachmentHash'
import { isSoundPart, rosterHash, villageHash } from '../crypto/rosterHash'
import { nativeDigest as hash } from '../crypto/nativeDigest'
import { checkAgainst, type ScopeUnion } from './checkAgainst'
import { lockFolder, makeFolder, namesIn, readIfThere, readPart, writeDurably } from './folderFiles'
import { emptyIndex, readIndex, writeIndex, type FolderIndex } from './FolderIndex'
import type { IndexedScope, PackRun } from './ScopeLines'

/**
 * A project in a folder of plain files, for the terminal (`docs/formats.md`): changes in packs, an index that names them, rosters,
 * pictures and records beside. Only the households at hand are in memory, and a merge reads only those it speaks of.
 */
export class FolderStore implements ProjectStore {
  readonly openingProblems = []
  readonly #folder: string
  readonly #letGo: () => Promise<void>
  readonly #touched = new Map<string, number>()
  readonly #summaries = new Map<string, readonly SummaryEntry[]>()
  #index: FolderIndex
  #clock: ReplicaClock
  #lastMark = 0
  #isBatch = false
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(
    readonly projectId: string,
    folder: string,
    index: FolderIndex,
    replica: ReplicaId,
    letGo: () => Promise<void>,
  ) {
    this.#folder = folder
    this.#index = index
    this.#clock = { replica, lastSeq: 0, lamport: index.lamport }
    this.#letGo = letGo
  }

  /**
   * Opens the project of a folder, or makes one there. `replica`: of this opening alone. Refused: `folder_in_use`,
   * `folder_other_project`, `folder_not_empty` (something else lies there).
   */
  static async open(folder: string, projectId: string, replica: ReplicaId): Promise<Result<FolderStore>> {
    const known = await projectIn(folder)
    if (known === undefined && (await namesIn(folder)).some((name) => name !== 'lock'))
      return refusal('folder_not_empty', folder)
    if (known !== undefined && known !== projectId) return refusal('folder_other_project', folder)
    for (const part of ['packs', 'rosters', 'attachments', 'records']) await makeFolder(join(folder, part))
    const letGo = await lockFolder(folder)
    if (letGo === undefined) return refusal('folder_in_use', folder)
    if (known === undefined)
      await writeDurably(join(folder, PROJECT_FILE), `${JSON.stringify({ yihuFolder: 1, projectId })}\n`)
    const index = (await readIndex(folder)) ?? emptyIndex()
    return success(new FolderStore(projectId, folder, index, replica, letGo))
  }

  /** The hash of everything merged so far; see `stateHash`. */
  stateHash(): string {
    const parts = this.#index.scopes.digests()
    return hashOfParts(parts.has(PROJECT_PART) ? parts : new Map([...parts, [PROJECT_PART, hash('')]]), hash)
  }

  /** Every open conflict, by household. */
  conflicts(): readonly Conflict[] {
    return this.#index.scopes.conflicts()
  }

  /** What is taken in meanwhile becomes part of the project at the end, all of it or nothing. */
  async inOneCommit<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#index
    this.#isBatch = true
    try {
      return await work()
    } finally {
      this.#isBatch = false
      if (this.#index !== before) await writeIndex(this.#folder, this.#index)
    }
  }

  write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>> {
    return this.#inTurn(async () => {
      const scopes = [...new Set(drafts.map(({ entity, entityId }) => scopeOf(entity, entityId)))]
      const known = (await Promise.all(scopes.map((scope) => this.#read(scope)))).flat()
      const people = (await this.changesOfProject()).flatMap((each) =>
        each.entity === 'person' ? [each.entityId] : [],
      )
      const prepared = prepareWrite(drafts, this.#clock, new Set(people), (entity, id) =>
        known.filter((change) => change.entity === entity && change.entityId === id),
      )
      if (!prepared.ok) return prepared
      const { changes, clock } = prepared.value
      const kept = await this.#take(changes)
      if (!kept.ok) return kept
      this.#clock = clock
      return success(changes)
    })
  }

  retryUnsaved(): Promise<Result<null>> {
    return Promise.resolve(success(null))
  }

  accept(changes: readonly Change[]): Promise<Result<Accepted>> {
    return this.#inTurn(() => this.#take(changes))
  }

  async changesOf(entity: Entity, entityId: string): Promise<readonly Change[]> {
    const changes = await this.#read(scopeOf(entity, entityId))
    return changes.filter((change) => change.entity === entity && change.entityId === entityId)
  }

  changesOfProject(): Promise<readonly Change[]> {
    return this.#read(PROJECT_PART)
  }

  async changesOfHouseholds(households: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    const found = new Map<string, readonly Change[]>()
    for (const household of households) found.set(household, await this.#read(household))
    return found
  }

  householdsWithChanges(): Promise<readonly string[]> {
    return Promise.resolve(this.#index.scopes.names().filter((scope) => scope !== PROJECT_PART))
  }

  knownChanges(): KnownChanges {
    return this.#index.known.copy()
  }

  packInterview(): Promise<Result<null>> {
    return Promise.resolve(success(null))
  }

  putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    const present = [...document.villages]
    return this.putRosterPart({
      villages: present.map((each) => ({ village: each.village, digest: villageHash(each) })),
      present,
    })
  }

  async putRosterPart(part: RosterPart): Promise<Result<RosterHash>> {
    if (!isSoundPart(part)) return refusal('roster_damaged')
    const own = rosterHash(part.villages)
    const folder = join(this.#folder, 'rosters', own)
    await makeFolder(folder)
    const here = new Set(await namesIn(folder))
    if (!here.has(CONTENTS)) await writeDurably(join(folder, CONTENTS), JSON.stringify(part.villages))
    for (const { village, households } of part.present) {
      const name = villageFile(part.villages, village)
      if (!here.has(name)) await writeDurably(join(folder, name), JSON.stringify(households))
    }
    return success(own)
  }

  async rosterPart(own: RosterHash, villages: ReadonlySet<string>): Promise<RosterPart | undefined> {
    const contents = await this.#rosterContents(own)
    if (contents === undefined) return undefined
    const present: RosterVillage[] = []
    for (const { village } of contents) {
      const households = villages.has(village) ? await this.rosterVillage(own, village) : undefined
      if (households !== undefined) present.push({ village, households })
    }
    return { villages: contents, present }
  }

  async rosterVillages(own: RosterHash): Promise<readonly string[] | undefined> {
    const contents = await this.#rosterContents(own)
    const here = new Set(await namesIn(join(this.#folder, 'rosters', own)))
    return contents
      ?.map(({ village }) => village)
      .filter((village) => here.has(villageFile(contents, village)))
  }

  async rosterVillage(own: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    const contents = await this.#rosterContents(own)
    if (contents === undefined) return undefined
    const bytes = await readIfThere(join(this.#folder, 'rosters', own, villageFile(contents, village)))
    return bytes && (JSON.parse(bytes.toString('utf8')) as readonly RosterHousehold[])
  }

  async putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    const own = attachmentHash(bytes)
    const path = join(this.#folder, 'attachments', own)
    if ((await readIfThere(path)) === undefined) await writeDurably(path, bytes)
    return success(own)
  }

  async attachment(own: AttachmentHash): Promise<Uint8Array | undefined> {
    const bytes = await readIfThere(join(this.#folder, 'attachments', own))
    return bytes && new Uint8Array(bytes)
  }

  async keepRecord(list: RecordList, text: string): Promise<Result<null>> {
    const folder = join(this.#folder, 'records', list)
    await makeFolder(folder)
    const name = `${hash(text)}.json`
    if (!(await namesIn(folder)).includes(name)) await writeDurably(join(folder, name), text)
    return success(null)
  }

  async records(list: RecordList): Promise<readonly string[]> {
    const folder = join(this.#folder, 'records', list)
    const names = [...(await namesIn(folder))].sort()
    return Promise.all(
      names.map(async (name) => (await readIfThere(join(folder, name)))?.toString('utf8') ?? ''),
    )
  }

  summaries(group: string): Promise<readonly SummaryEntry[]> {
    return Promise.resolve(this.#summaries.get(group) ?? [])
  }

  putSummaries(
    group: string,
    entries: readonly SummaryEntry[],
    reckoned: readonly TouchedHousehold[],
  ): Promise<void> {
    this.#summaries.set(group, entries)
    for (const { household, mark } of reckoned)
      if (this.#touched.get(household) === mark) this.#touched.delete(household)
    return Promise.resolve()
  }

  touchedHouseholds(): Promise<readonly TouchedHousehold[]> {
    return Promise.resolve([...this.#touched].map(([household, mark]) => ({ household, mark })))
  }

  async close(): Promise<void> {
    await this.#turn
    await this.#letGo()
  }

  /** One pack for what is new, then the index in memory; on the disk too, unless a batch writes it at its end. */
  async #take(changes: readonly Change[]): Promise<Result<Accepted>> {
    const { known, scopes } = this.#index
    const checked = await checkAgainst(changes, known, (scope) => this.#read(scope), hash)
    if (!checked.ok) return checked
    const added = checked.value.flatMap((union) => union.added)
    if (added.length > 0) {
      const parts = checked.value.map((union) => Buffer.from(linesOf(union.added)))
      const pack = this.#index.packs + 1
      await writeDurably(this.#packPath(pack), Buffer.concat(parts))
      let offset = 0
      for (const [at, union] of checked.value.entries()) {
        const length = parts[at]?.length ?? 0
        const before = scopes.get(union.scope)?.runs ?? []
        scopes.set(union.scope, indexed(union, [...before, { pack, offset, length }]))
        offset += length
        if (union.scope !== PROJECT_PART) this.#touched.set(union.scope, ++this.#lastMark)
      }
      for (const change of added) known.addChange(change)
      const lamport = added.reduce(
        (highest, change) => Math.max(highest, change.lamport),
        this.#index.lamport,
      )
      this.#index = { packs: pack, lamport, known, scopes }
      this.#clock = { ...this.#clock, lamport: Math.max(lamport, this.#clock.lamport) }
      if (!this.#isBatch) await writeIndex(this.#folder, this.#index)
    }
    return success({ added, known: changes.length - added.length })
  }

  async #read(scope: string): Promise<readonly Change[]> {
    const changes: Change[] = []
    for (const { pack, offset, length } of this.#index.scopes.get(scope)?.runs ?? []) {
      const bytes = await readPart(this.#packPath(pack), offset, length)
      for (const line of bytes.toString('utf8').split('\n'))
        if (line !== '') changes.push(JSON.parse(line) as Change)
    }
    return changes
  }

  async #rosterContents(own: RosterHash): Promise<RosterPart['villages'] | undefined> {
    const bytes = await readIfThere(join(this.#folder, 'rosters', own, CONTENTS))
    return bytes && (JSON.parse(bytes.toString('utf8')) as RosterPart['villages'])
  }

  #packPath(pack: number): string {
    return join(this.#folder, 'packs', `${String(pack).padStart(6, '0')}.jsonl`)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

const PROJECT_FILE = 'project.json'
const CONTENTS = 'contents.json'

/** The project that a folder holds; undefined where none was begun. */
export async function projectIn(folder: string): Promise<string | undefined> {
  const bytes = await readIfThere(join(folder, PROJECT_FILE))
  if (bytes === undefined) return undefined
  const { projectId } = JSON.parse(bytes.toString('utf8')) as { readonly projectId?: string }
  return projectId
}

function indexed({ digest, conflicts }: ScopeUnion, runs: readonly PackRun[]): IndexedScope {
  return { digest, conflicts, runs }
}

function linesOf(changes: readonly Change[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join('')
}

function scopeOf(entity: Entity, entityId: string): string {
  return householdOf(entity, entityId) ?? PROJECT_PART
}

function villageFile(contents: RosterPart['villages'], village: string): string {
  return `${contents.findIndex((each) => each.village === village)}.json`
}
