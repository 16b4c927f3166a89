import type { Expression, BinaryOperator } from '../../../domain/instrument/Expression'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { parseExpression } from '../../../domain/instrument/parseExpression'
import type { Interview } from '../../../domain/interview/Interview'
import type { Texts, TermOf } from '../../texts/Texts'

/** A condition of the form in words: `“就学状况”是“不在校”`. */
export function conditionWords(source: string, interview: Interview, texts: Texts): string {
  return wordsOf(parseExpression(source), { interview, texts })
}

interface Words {
  readonly interview: Interview
  readonly texts: Texts
}

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, TermOf<'logic'>>>> = {
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
}

function wordsOf(tree: Expression, words: Words): string {
  const { texts } = words
  switch (tree.kind) {
    case 'number':
      return String(tree.value)
    case 'text':
      return tree.value
    case 'self':
      return texts.term('formWords', 'answer')
    case 'reference':
      return referenceWords(tree.name, words)
    case 'binary':
      return binaryWords(tree, words)
    case 'call':
      return callWords(tree, words)
  }
}

function binaryWords(tree: Extract<Expression, { kind: 'binary' }>, words: Words): string {
  const { texts } = words
  const { operator, left, right } = tree
  if (operator === 'and' || operator === 'or') {
    const glue =
      texts.language === 'en' ? ` ${texts.term('logic', operator)} ` : texts.term('logic', operator)
    return [left, right].map((part) => bracketedIn(operator, part, words)).join(glue)
  }
  if (operator === '=' || operator === '!=') return equalityWords(tree, words)
  const comparison = COMPARISONS[operator]
  const [one, other] = [wordsOf(left, words), wordsOf(right, words)]
  if (comparison === undefined) return `${one} ${operator} ${other}`
  return filled(texts.term('logic', comparison), { left: one, right: other })
}

/** An `or` within an `and` stands in brackets. */
function bracketedIn(operator: 'and' | 'or', part: Expression, words: Words): string {
  const said = wordsOf(part, words)
  const isLooser = operator === 'and' && part.kind === 'binary' && part.operator === 'or'
  if (!isLooser) return said
  return words.texts.language === 'en' ? `(${said})` : `（${said}）`
}

function equalityWords(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  words: Words,
): string {
  const { texts } = words
  const name = wordsOf(left, words)
  const isEqual = operator === '='
  if (right.kind === 'text' && right.value === '')
    return filled(texts.term('logic', isEqual ? 'not_filled' : 'filled'), { name })
  const value = left.kind === 'reference' ? choiceWords(left.name, right, words) : wordsOf(right, words)
  return filled(texts.term('logic', isEqual ? 'equals' : 'not_equals'), { name, value })
}

function callWords(tree: Extract<Expression, { kind: 'call' }>, words: Words): string {
  const { texts } = words
  const [first, second] = tree.arguments
  if (first === undefined) return tree.name
  if (tree.name === 'not') {
    if (first.kind === 'call' && first.name === 'selected') return selectedWords(first, 'not_selected', words)
    return filled(texts.term('logic', 'not'), { part: wordsOf(first, words) })
  }
  if (tree.name === 'selected' && second !== undefined) return selectedWords(tree, 'selected', words)
  if (tree.name === 'count') return filled(texts.term('logic', 'count'), { name: wordsOf(first, words) })
  return `${tree.name}(${tree.arguments.map((each) => wordsOf(each, words)).join(', ')})`
}

function selectedWords(
  { arguments: [list, choice] }: Extract<Expression, { kind: 'call' }>,
  word: 'selected' | 'not_selected',
  words: Words,
): string {
  if (list === undefined || choice === undefined) return ''
  const value = list.kind === 'reference' ? choiceWords(list.name, choice, words) : wordsOf(choice, words)
  return filled(words.texts.term('logic', word), { name: wordsOf(list, words), value })
}

/** A name of the form: the question's own label, a value that is known before the interview, or what a calculation says. */
function referenceWords(name: string, { interview, texts }: Words): string {
  const question = interview.instrument.questions.get(name)
  if (question !== undefined) return question.data.label[texts.language]
  const index = interview.instrument.names.find(name)
  const value = index?.scope === 'household' ? interview.household.values[index.slot] : undefined
  if (typeof value === 'number') return String(value)
  // `conditionWords.test.ts` holds the texts to the names that the form's conditions use.
  return texts.term('conditions', name as TermOf<'conditions'>)
}

function choiceWords(name: string, choice: Expression, words: Words): string {
  if (choice.kind !== 'text') return wordsOf(choice, words)
  const { instrument } = words.interview
  const list = listOf(name, instrument)
  const found = instrument.data.choices[list]?.find((each) => each.name === choice.value)
  return found?.label[words.texts.language] ?? choice.value
}

function listOf(name: string, { names }: Instrument): string {
  const type = names.find(name)?.valueType
  return type !== undefined && 'list' in type ? type.list : ''
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
