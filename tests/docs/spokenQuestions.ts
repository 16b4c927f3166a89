import { CURRENT_INSTRUMENT, instrumentOf } from '../../src/adapters/resources/instruments'
import type { ChoiceData, InstrumentData, QuestionData, Text } from '../../src/domain/instrument/Instrument'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

/** Every question as it is said, in both languages, with the choices that are read out; as `docs/questions.md` has them. */
export const SPOKEN_QUESTIONS: GeneratedPart = {
  document: 'docs/questions.md',
  name: 'spoken questions',
  make: () => {
    const form = instrumentOf(CURRENT_INSTRUMENT)?.data
    if (form === undefined) throw new Error(`no instrument ${CURRENT_INSTRUMENT}`)
    return form.groups
      .map(({ label, questions }) => `## ${both(label)}\n\n${groupTable(questions, form)}`)
      .join('\n\n')
  },
}

function groupTable(questions: readonly QuestionData[], { choices }: InstrumentData): string {
  return markdownTable(
    ['Official term 正式名称', '中文怎么问', 'English', '选项', 'Choices'],
    questions.map(({ label, plain, choices: list }) => {
      const offered = choices[list ?? ''] ?? []
      return [both(label), plain['zh-CN'], plain.en, read(offered, 'zh-CN', '；'), read(offered, 'en', '; ')]
    }),
  )
}

/** The choices as they are said, each with its official term where that is another. */
function read(choices: readonly ChoiceData[], language: keyof Text, between: string): string {
  return choices
    .map(({ label, plain }) =>
      plain === undefined || plain[language] === label[language]
        ? label[language]
        : `${plain[language]} (${label[language]})`,
    )
    .join(between)
}

function both(label: Text): string {
  return `${label['zh-CN']} ${label.en}`
}

renewWhenAsked(import.meta, SPOKEN_QUESTIONS)
