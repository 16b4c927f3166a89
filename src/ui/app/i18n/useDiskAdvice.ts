import { diskCause } from '../../../application/store/diskCause'
import { useTexts } from './useTexts'

/** Says what helps when a file could not be saved, by the system's name for the trouble. */
export function useDiskAdvice(): (code: string) => string {
  const texts = useTexts()
  return (code) => texts.value.term('diskAdvice', diskCause(code))
}
