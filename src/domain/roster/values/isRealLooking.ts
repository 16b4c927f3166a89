import { birthDateOf, checksumHolds, isIdNumber } from './idNumber'

/** First two digits of GB/T 2260: the provinces. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/
/** No prefecture has these numbers; invented numbers have 99 (practice counties: 5399). */
const NO_PREFECTURE = /^..(?:00|99)/

/** Whether an ID number may be somebody's: sound by itself, and of a place that exists. */
export function isRealLooking(number: string): boolean {
  if (!isIdNumber(number) || (number.length >= 18 && !checksumHolds(number))) return false
  return PROVINCE.test(number) && !NO_PREFECTURE.test(number) && birthDateOf(number) !== null
}
