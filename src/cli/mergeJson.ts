import type { PackageVerdict } from '../application/team/packages/judgeOpened'
import type { MergedPackages } from '../application/team/merge/mergeOneByOne'
import type { Conflict } from '../domain/team/conflictsIn'

/** Where no package was opened. */
export const NOTHING_MERGED: MergedPackages = {
  packages: [],
  interviews: { new: 0, updated: 0, same: 0 },
  turned: [],
  others: [],
}

/** The document that `yihu merge --json` prints. */
export function mergeJson(
  { packages, interviews, turned, others }: MergedPackages,
  conflicts: readonly Conflict[],
  stateHash: string | null,
): string {
  const document = {
    packages: packages.map(({ file, sender, verdict, problems }) => {
      return {
        file,
        sender: sender?.join('、') ?? null,
        verdict: wordOf(verdict),
        reason: problems[0]?.code ?? null,
      }
    }),
    interviews,
    conclusions: turned.map(({ household, before, after, file }) => ({ household, before, after, file })),
    setAside: others.map(({ household, before, after, file, names }) => {
      return { household, before, after, file, by: names.join('、') }
    }),
    conflicts: conflicts.map(({ household, path, heads }) => ({
      household,
      question: path,
      heads: heads.map(({ value, person, at, evidence }) => ({
        value,
        by: person,
        at,
        evidence: evidence ?? null,
      })),
    })),
    stateHash,
  }
  return JSON.stringify(document, null, 1)
}

function wordOf(verdict: PackageVerdict['verdict']): string {
  return verdict === 'sound' ? 'merged' : verdict
}
