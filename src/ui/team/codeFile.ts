import { groupedCode } from '../../application/team/roll/codeText'
import type { SaveOutcome } from '../../application/Platform'
import { useMessages } from '../app/i18n/useMessages'
import { useServices } from '../app/services'
import { packageName } from './packages/packageName'

/** Saving a code as a small text file: the code first, and below it what it is and whose. */
export function useCodeFile() {
  const { t } = useMessages()
  const { platform, now } = useServices()

  function saveCode(
    code: string,
    of: {
      readonly kind: string
      readonly title: string
      readonly names: readonly string[]
      readonly fingerprint: string
    },
  ): Promise<SaveOutcome> {
    const words = [of.kind, of.title, of.names.join('、'), `${t('team.fingerprint')} ${of.fingerprint}`]
    const bytes = new TextEncoder().encode(`${groupedCode(code)}\n\n${words.join('\n')}\n`)
    return platform.saveCode(`${packageName([of.kind, of.title, ...of.names], now())}.txt`, bytes)
  }

  return { saveCode }
}
