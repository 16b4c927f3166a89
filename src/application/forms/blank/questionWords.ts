import type { Question } from '../../../domain/instrument/loadInstrument'
import type { Interview } from '../../../domain/interview/Interview'
import type { Texts } from '../../texts/Texts'
import { conditionWords } from './conditionWords'
import { choiceGroups } from './choiceGroups'

/** A question as it stands on paper: its term, how it is asked, when, and what an answer may be. */
export function questionWords(question: Question, interview: Interview, texts: Texts): string {
  const { data } = question
  const { language } = texts
  const notes = [
    ...(data.type === 'select_multiple' || data.type === 'select_multiple_members'
      ? [texts.term('formWords', 'multiple')]
      : []),
    ...(data.optional === true ? [texts.term('formWords', 'optional')] : []),
    ...(data.relevant === undefined ? [] : [whenAsked(data.relevant, interview, texts)]),
    ...constraintWords(question, interview, texts),
  ]
  const [open, close, semicolon] = language === 'en' ? [' (', ')', '; '] : ['（', '）', '；']
  const told = notes.length === 0 ? '' : open + notes.join(semicolon) + close
  return `${data.label[language]}  ${data.plain[language]}${told}`
}

/** The choices of a question in one text, each with its number and code; the empty text where there are none. */
export function choicesText(question: Question, interview: Interview, texts: Texts): string {
  const colon = texts.language === 'en' ? ': ' : '：'
  return choiceGroups(question, interview, texts)
    .map(({ condition, words }) => (condition === null ? '' : condition + colon) + words.join('  '))
    .join('\n')
}

export function whenAsked(condition: string, interview: Interview, texts: Texts): string {
  return texts
    .term('formWords', 'condition')
    .replace('{condition}', conditionWords(condition, interview, texts))
}

function constraintWords({ data }: Question, interview: Interview, texts: Texts): readonly string[] {
  if (data.constraintMessage !== undefined) return [data.constraintMessage[texts.language]]
  return data.constraint === undefined ? [] : [conditionWords(data.constraint, interview, texts)]
}
