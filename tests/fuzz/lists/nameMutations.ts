import type { Expected } from './HonestList'
import { changeCells, type FilledCell, type ListMutations } from './ListDraft'

const DOTS = ['•', '‧', '・', '･', '⋅', '。', '.', '．', '∙']
const FOLDED_DOT = /[·•‧・･⋅。.．∙]/g
const UNKNOWN_CHARACTERS = ['?', '？', '□', '〓', '■', '\ufffd', '*']

/** Names as keyboards and old fonts leave them. */
export const nameMutations: ListMutations = {
  // Which dot a list writes is its spelling: the person keeps the name, whichever dot it has.
  nameDot: (draft, random) => {
    const dot = random.pick(DOTS)
    return changeCells(
      draft,
      random,
      ['name', 'name', 'headName'],
      (filled) => respelled(filled, '·', dot),
      (filled) => expectName(filled, (name) => sameButDot(name)),
    )
  },
  // The ID number says who it is; the list itself has lost the name.
  nameUnknownCharacter: (draft, random) => {
    const mark = random.pick(UNKNOWN_CHARACTERS)
    return changeCells(
      draft,
      random,
      ['name'],
      (filled) => respelled(filled, '𠮷', mark),
      (filled) =>
        expectName(filled, (name) => {
          const spelled = name.replaceAll('𠮷', mark).normalize('NFKC')
          return (value) =>
            value === name || (typeof value === 'string' && value.normalize('NFKC') === spelled)
        }),
    )
  },
}

/** A name that no other mutation has changed already, with another character in it. */
function respelled({ cell, household }: FilledCell, character: string, by: string): string | undefined {
  if (typeof cell !== 'string' || !cell.includes(character)) return undefined
  return household.people.some(({ name }) => name === cell) ? cell.replaceAll(character, by) : undefined
}

/** What the cell's person may be called now; the household's head is called the same. */
function expectName({ cell, household }: FilledCell, expected: (name: string) => Expected): void {
  for (const person of household.people)
    if (person.name === cell) person.expects['name'] = expected(person.name)
  if (household.people[0]?.name === cell) household.expects['headName'] = expected(household.people[0].name)
}

function sameButDot(name: string): Expected {
  const folded = name.replace(FOLDED_DOT, '·')
  return (value) => typeof value === 'string' && value.replace(FOLDED_DOT, '·') === folded
}
