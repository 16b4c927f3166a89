import type { Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import type { ChosenFile, OpenedFile } from '../Platform'
import { fileKind } from './fileKind'

/** What can be done with files that were opened from outside: a backup, or packages; never both. */
export interface SortedFiles {
  readonly backup: ChosenFile | null
  readonly packages: readonly ChosenFile[]
  readonly problems: readonly Problem[]
}

/**
 * Sorts files by what they hold. Packages are taken together, as on the team's page; a backup only by itself (`opened_mixed`
 * otherwise, and nothing is taken). Problems: `opened_folder`, `opened_gone`, `opened_failed`, `opened_empty`, `opened_unknown`.
 */
export function sortOpened(files: readonly OpenedFile[]): SortedFiles {
  const problems: Problem[] = []
  const found: Record<'backup' | 'package', ChosenFile[]> = { backup: [], package: [] }
  for (const file of files) {
    const kind = kindOf(file)
    if (kind.ok) found[kind.value].push({ name: kind.file.name, bytes: kind.file.bytes })
    else problems.push(kind.problem)
  }
  const [first, ...others] = found.backup
  if (first === undefined) return { backup: null, packages: found.package, problems }
  if (others.length + found.package.length === 0) return { backup: first, packages: [], problems }
  return { backup: null, packages: [], problems: [...problems, problem('opened_mixed', first.name)] }
}

type KindOf =
  | { readonly ok: true; readonly value: 'backup' | 'package'; readonly file: ChosenFile }
  | { readonly ok: false; readonly problem: Problem }

function kindOf(file: OpenedFile): KindOf {
  if (file.kind !== 'read') return { ok: false, problem: unread(file) }
  if (file.bytes.length === 0) return { ok: false, problem: problem('opened_empty', file.name) }
  const value = fileKind(file.bytes)
  return value === null
    ? { ok: false, problem: problem('opened_unknown', file.name) }
    : { ok: true, value, file }
}

function unread(file: Exclude<OpenedFile, { kind: 'read' }>): Problem {
  if (file.kind === 'folder') return problem('opened_folder', file.name)
  if (file.code === 'ENOENT') return problem('opened_gone', file.name)
  return { ...problem('opened_failed', file.name), details: { code: file.code } }
}

function problem(code: ProblemCode, file: string): Problem {
  return { code, severity: 'error', place: { file }, value: file }
}
