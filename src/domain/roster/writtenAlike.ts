/**
 * Whether two names may be one, written or saved differently: with another dot between their parts, or with a rare
 * character lost on the way (`?`, `□`). Not enough by itself: a number must show that they mean one person.
 */
export function writtenAlike(left: string, right: string): boolean {
  const [one, other] = [bareName(left), bareName(right)]
  if (one === other) return true
  return matches(one, other) || matches(other, one)
}

/** How many characters of a name are lost. */
export function lostCharacters(name: string): number {
  return name.match(LOST)?.length ?? 0
}

function bareName(name: string): string {
  return name.replace(DOTS, '')
}

/** One rare character may have become two question marks, as many as it had bytes, or one. */
function matches(damaged: string, whole: string): boolean {
  if (!LOST_ONCE.test(damaged) || damaged.replace(LOST, '') === '') return false
  const pattern = damaged
    .split(LOST_RUN)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('.{1,2}')
  return new RegExp(`^${pattern}$`, 'u').test(whole)
}

const DOTS = /[\s·•‧∙⋅・･●.．。˙ᐧ]/g
const LOST = /[?？□■◻▢〓\ufffd*＊\ue000-\uf8ff]/g
const LOST_ONCE = new RegExp(LOST.source)
const LOST_RUN = new RegExp(`(?:${LOST.source})+`)
