import type { ChoiceData } from '../instrument/Instrument'

/**
 * The choices of a question of several once `name` was pressed. What excludes all others (none, healthy) stands alone, and
 * gives way to whatever is pressed next.
 */
export function toggleChoice(
  choices: readonly ChoiceData[],
  chosen: readonly string[],
  name: string,
): readonly string[] {
  if (chosen.includes(name)) return chosen.filter((each) => each !== name)
  const isExclusive = (wanted: string) =>
    choices.some((each) => each.name === wanted && each.exclusive === true)
  return isExclusive(name) ? [name] : [...chosen.filter((each) => !isExclusive(each)), name]
}
