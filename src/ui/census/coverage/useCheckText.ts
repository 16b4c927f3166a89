import type { CheckLine } from '../../../application/census/checks/checkLines'
import { checkText } from '../../../application/texts/checkText'
import { withoutNumbers } from '../../../domain/programmes/census/areaChecks/messageNumbers'
import { useMessages } from '../../app/i18n/useMessages'
import { useTexts } from '../../app/i18n/useTexts'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'

/** What a finding says. */
export function useCheckText() {
  const { language } = useMessages()
  const texts = useTexts()
  const services = useServices()
  const session = useSession()

  function textOf(line: CheckLine): string {
    return checkText(line, texts.value)
  }

  /** What all findings of its check say: without the numbers of one. */
  function titleOf(line: CheckLine): string {
    const form = session.open?.rules.currentInstrument
    if (line.level === 'household' || form === undefined) return textOf(line)
    const checks = services.census.checksOf(form).checks.map(({ data }) => data)
    const data = checks.find(({ name, level }) => name === line.check && level === line.level)
    return data === undefined ? textOf(line) : withoutNumbers(data.message)[language()]
  }

  return { textOf, titleOf }
}
