import type { FlagName } from '../../domain/programmes/assessment/flags/Flag'
import type { Texts } from './Texts'

/** What a flag is called where villages are listed: `clustering` is the only one of the village itself. */
export function villageFlagText(flag: FlagName | 'clustering', texts: Texts): string {
  return flag === 'clustering' ? texts.term('villageFlags', flag) : texts.term('flags', flag)
}
