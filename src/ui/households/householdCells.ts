import { useSession } from '../app/session/session'
import { useMessages } from '../app/i18n/useMessages'
import type { HouseholdRow } from '../../application/households/listHouseholds'
import { isNotDrawn } from '../../application/households/isToVisit'
import { yuanText } from '../../application/texts/describeBecause'
import { describeConclusion } from '../../application/texts/describeConclusion'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { useTexts } from '../app/i18n/useTexts'
import { useDeterminations } from '../suspicions/determinations'
import { appointmentText } from './appointmentText'
import { outcomeText } from './outcomeText'

/** A column that a list has on paper alone. */
export interface PrintedColumn {
  readonly heading: string
  readonly of: (row: HouseholdRow) => string
}

/** What a list of households shows of one, on the screen and on paper. */
export interface HouseholdCells {
  readonly head: string
  /** What sets the household apart from those one simply visits; empty for most. */
  readonly mark: string
  readonly village: string
  readonly township: string
  readonly status: string
  readonly members: number
  readonly outcome: string
  /** Empty where nobody is judged. */
  readonly conclusion: string
  readonly counted: string
}

/** Says it in the window's language. */
export function useHouseholdCells(): (row: HouseholdRow, instrument: Instrument) => HouseholdCells {
  const { t } = useMessages()
  const texts = useTexts()
  const determinations = useDeterminations()
  const session = useSession()

  function markOf({ origin, links, sampleRole }: HouseholdRow): string {
    if (links.some(({ kind }) => kind === 'replaced_by')) return t('households.replaced')
    if (links.some(({ kind }) => kind === 'replaces')) return t('households.replacing')
    if (origin === 'found') return t('households.found')
    return sampleRole === null ? '' : t(`households.sampleMarks.${sampleRole}`)
  }

  /** Nobody was met yet: when somebody is to come, or how often somebody tried. */
  function triedText(summary: HouseholdRow['summary']): string {
    if (summary === null) return ''
    if (summary.appointment !== null)
      return t('contacts.appointed', { moment: appointmentText(summary.appointment) })
    return summary.tries === 0 ? '' : t('contacts.tried', { count: summary.tries })
  }

  function conclusionOf(row: HouseholdRow): string {
    const { household, isBlind, summary } = row
    if (isBlind) return t('households.toBackcheck')
    if (isNotDrawn(row)) return t('households.notDrawn')
    if (summary === null) return t('households.notStarted')
    if (!session.givesVerdict) return ''
    return describeConclusion(summary.conclusion, determinations.all.get(household.id), texts.value)
  }

  return (row, instrument) => {
    const { household, summary } = row
    const outcome = summary?.outcome ?? null
    return {
      head: household.headName ?? '—',
      mark: markOf(row),
      village: household.village ?? '—',
      township: household.township ?? '',
      status: texts.value.term('statuses', household.status ?? 'unknown'),
      members: household.members.length,
      outcome: outcome === null ? triedText(summary) : outcomeText(outcome, instrument, texts.value),
      conclusion: conclusionOf(row),
      counted: summary === null || summary.counted === null ? '' : yuanText(summary.counted),
    }
  }
}
