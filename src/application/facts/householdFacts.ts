import * as v from 'valibot'
import {
  INCLUSION_DETERMINATIONS,
  SUSPICION_DETERMINATIONS,
} from '../../domain/programmes/assessment/determination/Determination'
import { parseConfirmation } from '../../domain/programmes/assessment/determination/Confirmation'
import {
  confirmationPath,
  decisionPath,
  REBUTTAL,
} from '../../domain/programmes/assessment/determination/readDeterminations'
import { SECOND_LOOK } from '../../domain/programmes/assessment/determination/SecondLook'
import { FOUND, REPLACED_BY, REPLACES } from '../../domain/fieldwork/readFieldwork'
import { chosenPath } from '../../domain/interview/chosenCopy'
import type { Json } from '../../domain/shared/Json'
import { enquiryWords } from '../../domain/team/Enquiry'
import { ROUNDS } from '../assess/AnswerRecord'
import { FOUND_HOUSEHOLD } from '../households/FieldworkFile'
import type { Fact } from './Fact'
import { flag, object, text, textOrNull } from './factValues'

const confirmation = v.custom<Json>((value) => parseConfirmation(value as Json) !== null)

const CONFIRMATION = {
  value: confirmation,
  leads: 'determination',
  /** A second person confirms at a device of their own. */
  isMembers: (value: Json) => parseConfirmation(value)?.how === 'own_device',
} as const

/** What is said of a household apart from its interviews. */
export const HOUSEHOLD_FACTS: readonly Fact[] = [
  {
    path: FOUND,
    value: v.nullable(
      v.object({
        household: FOUND_HOUSEHOLD,
        splitFrom: v.exactOptional(textOrNull),
        headMember: v.exactOptional(textOrNull),
      }),
    ),
  },
  { path: 'moved/*', value: textOrNull },
  { path: 'received/*', value: textOrNull },
  { path: REPLACED_BY, value: textOrNull },
  { path: REPLACES, value: textOrNull },
  { path: 'out_of_order', value: textOrNull },
  { path: 'enquiries/*', value: v.custom<Json>((value) => enquiryWords(value) !== null) },
  { path: 'enquiries/*/answer', value: text },
  { path: REBUTTAL, value: v.object({ text, pictures: v.array(text) }) },
  {
    path: decisionPath('suspicion'),
    value: v.nullable(v.picklist(SUSPICION_DETERMINATIONS)),
    leads: 'determination',
  },
  {
    path: decisionPath('inclusion'),
    value: v.nullable(v.picklist(INCLUSION_DETERMINATIONS)),
    leads: 'determination',
  },
  { path: confirmationPath('suspicion'), ...CONFIRMATION },
  { path: confirmationPath('inclusion'), ...CONFIRMATION },
  {
    path: SECOND_LOOK,
    value: v.intersect([object, v.object({ agrees: flag })]),
    leads: 'determination',
  },
  { path: 'backcheck', value: textOrNull, leads: 'backchecks' },
  ...ROUNDS.map((round): Fact => ({ path: chosenPath(round), value: text, leads: 'settling' })),
]
