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

/** The same for the eye. */
export function mergeReport(
  { packages, interviews, turned, others }: MergedPackages,
  conflicts: readonly Conflict[],
  stateHash: string,
): string {
  const lines = packages.map(({ file, sender, verdict, problems }) =>
    [file, sender?.join('、') ?? '-', wordOf(verdict), problems[0]?.code ?? ''].join('  ').trimEnd(),
  )
  const { new: added, updated, same } = interviews
  const heads = conflicts.map(
    (conflict) =>
      `  ${conflict.household}  ${conflict.path}  ` +
      conflict.heads
        .map(({ value, person, at }) => `${JSON.stringify(value)} (${person}, ${at})`)
        .join(' | '),
  )
  return [
    ...lines,
    `interviews: ${added} new, ${updated} updated, ${same} same`,
    `conclusions changed: ${turned.length}`,
    ...turned.map(({ household, before, after, file }) => `  ${household}  ${before} -> ${after}  (${file})`),
    ...(others.length > 0 ? [`set aside, households of others: ${others.length}`] : []),
    ...others.map(
      ({ household, before, after, file, names }) =>
        `  ${household}  ${before} -> ${after}  (${names.join('、')}, ${file})`,
    ),
    `conflicts: ${conflicts.length}`,
    ...heads,
    `state: ${stateHash}`,
  ].join('\n')
}

function wordOf(verdict: PackageVerdict['verdict']): string {
  return verdict === 'sound' ? 'merged' : verdict
}
