import { ID_NUMBER } from '../../domain/roster/values/idNumber'
import type { FormField } from './FormModel'

/** Weights of the first 17 digits, and the check characters by their sum modulo 11 (GB 11643-1999, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** A constraint's condition that a text has the shape of an ID number. */
export function isIdNumberShaped(text: string): string {
  return `regex(${text}, '${ID_NUMBER.source}')`
}

/** What an ID number says of itself and of the person, computed in the form as `domain/roster/values/idNumber.ts` does. */
export function idFields(question: string): readonly FormField[] {
  const number = `\${${question}}`
  const sum = WEIGHTS.map((weight, at) => `number(substr(${number}, ${at}, ${at + 1})) * ${weight}`).join(
    ' + ',
  )
  return [
    calculate(
      'id_day',
      `if(${isIdNumberShaped(number)}, if(string-length(${number}) = 15, concat('19', substr(${number}, 6, 12)), substr(${number}, 6, 14)), '')`,
    ),
    calculate('id_birth_date', dateOf('${id_day}')),
    calculate('id_check', `if(string-length(${number}) >= 18, (${sum}) mod 11, 0)`),
    calculate(
      'id_fault',
      `if(${number} = '', '', if(\${id_day} = '', 'id_malformed', if(string-length(${number}) >= 18 and substr(${number}, 17, 18) != substr('${CHECK_CHARACTERS}', \${id_check}, \${id_check} + 1), 'id_checksum', if(\${id_birth_date} = '', 'id_birth_date', ''))))`,
    ),
    calculate(
      'id_sex',
      `if(\${id_day} != '', if(number(if(string-length(${number}) = 15, substr(${number}, 14, 15), substr(${number}, 16, 17))) mod 2 = 1, 'male', 'female'), '')`,
    ),
  ]
}

/**
 * The ISO date of eight digits, empty where they are none. In one expression: between two, ODK's engine may see a day of one
 * number with the month's length of another, and it stops at a text that looks like a date and is none.
 */
function dateOf(digits: string): string {
  const [year, month, day] = [`substr(${digits}, 0, 4)`, `substr(${digits}, 4, 6)`, `substr(${digits}, 6, 8)`]
  const days = monthDays(`number(${year})`, `number(${month})`)
  const isDay = `number(${year}) >= 1850 and number(${month}) >= 1 and number(${month}) <= 12 and number(${day}) >= 1 and number(${day}) <= ${days}`
  return `if(${isDay}, concat(${year}, '-', ${month}, '-', ${day}), '')`
}

function monthDays(year: string, month: string): string {
  const isLeap = `(${year} mod 4 = 0 and ${year} mod 100 != 0) or ${year} mod 400 = 0`
  const isShort = [4, 6, 9, 11].map((each) => `${month} = ${each}`).join(' or ')
  return `if(${month} = 2, if(${isLeap}, 29, 28), if(${isShort}, 30, 31))`
}

function calculate(name: string, calculation: string): FormField {
  return { kind: 'field', type: 'calculate', name, calculation }
}
