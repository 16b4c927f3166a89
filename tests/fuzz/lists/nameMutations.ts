import { changeCells, type ListMutations } from './ListDraft'

const DOTS = ['•', '‧', '・', '･', '⋅', '。', '.', '．', '∙', '‧', '•']
const FOLDED_DOT = /[·•‧・･⋅。.．∙]/g
const UNKNOWN_CHARACTERS = ['?', '？', '□', '〓', '■', '\ufffd', '*']

/** Names as keyboards and old fonts leave them. */
export const nameMutations: ListMutations = {
  // Which dot a list writes is its spelling: the person keeps the name, whichever dot it has.
  nameDot: (draft, random) => {
    const dot = random.pick(DOTS)
    const isChanged = changeCells(draft, random, ['name', 'name', 'headName'], ({ cell, row, household }) => {
      if (typeof cell !== 'string' || !cell.includes('·')) return undefined
      for (const person of [row.person, household.people[0]])
        if (person?.name === cell) person.expects['name'] = sameButDot(cell)
      if (household.people[0]?.name === cell) household.expects['headName'] = sameButDot(cell)
      return cell.replaceAll('·', dot)
    })
    return isChanged
  },
  // The ID number says who it is; the list itself has lost the name.
  nameUnknownCharacter: (draft, random) => {
    const mark = random.pick(UNKNOWN_CHARACTERS)
    return changeCells(draft, random, ['name'], ({ cell, row, household }) => {
      if (typeof cell !== 'string' || !cell.includes('𠮷') || row.person === null) return undefined
      const spelled = cell.replaceAll('𠮷', mark)
      const isEither = (value: unknown) => value === cell || value === spelled
      row.person.expects['name'] = isEither
      if (household.people[0] === row.person) household.expects['headName'] = isEither
      return spelled
    })
  },
}

function sameButDot(name: string): (value: unknown) => boolean {
  const folded = name.replace(FOLDED_DOT, '·')
  return (value) => typeof value === 'string' && value.replace(FOLDED_DOT, '·') === folded
}
