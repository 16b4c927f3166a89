import type { Text } from '../../instrument/Instrument'

/** What a form of an area is about. */
export type AreaKind = 'village' | 'county'

/** The form of a village or of the county as data: the shape of `resources/instrument/census-v1/{village,county}.json`. */
export interface AreaForm {
  readonly version: string
  readonly area: AreaKind
  readonly title: Text
  readonly choices: Readonly<Record<string, readonly AreaChoice[]>>
  readonly questions: readonly AreaQuestion[]
}

export interface AreaChoice {
  readonly name: string
  readonly label: Text
}

export interface AreaQuestion {
  readonly name: string
  /** `integer` counts; `decimal` is yuan. */
  readonly type: 'select_one' | 'integer' | 'decimal' | 'text'
  /** Name of the choice list of a `select_one`. */
  readonly choices?: string
  readonly label: Text
  /** How it is asked. */
  readonly plain: Text
  /** The tables that use it. */
  readonly serves: readonly string[]
  readonly constraint?: AreaConstraint
}

export interface AreaConstraint {
  readonly min?: number
  /** Another number of the form that it cannot exceed. */
  readonly atMost?: string
}

/** What a village or the county answered, by the names of the questions: a choice, a number, a text; null or left out: nothing yet. */
export type AreaAnswers = Readonly<Record<string, string | number | null>>

/** The choices of a question; none where it has no list. */
export function choicesOf(form: Pick<AreaForm, 'choices'>, { choices }: AreaQuestion): readonly AreaChoice[] {
  return choices === undefined ? [] : (form.choices[choices] ?? [])
}

/** The questions that are not answered yet. */
export function openQuestions(
  { questions }: Pick<AreaForm, 'questions'>,
  answers: AreaAnswers,
): readonly AreaQuestion[] {
  return questions.filter(({ name }) => (answers[name] ?? null) === null)
}
