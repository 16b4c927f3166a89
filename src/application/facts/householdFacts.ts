import * as v from 'valibot'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
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
import { CONTACT_RESULTS, CONTACT_WAYS, contactPath } from '../../domain/fieldwork/Contact'
import { FOUND, movedPath, receivedPath, REPLACED_BY, REPLACES } from '../../domain/fieldwork/readFieldwork'
import { chosenPath } from '../../domain/interview/chosenCopy'
import type { Json } from '../../domain/shared/Json'
import { enquiryAnswerPath, enquiryPath, enquiryWords, type EnquiryWords } from '../../domain/team/Enquiry'
import { ROUNDS } from '../assess/AnswerRecord'
import { FOUND_HOUSEHOLD } from '../households/FieldworkFile'
import { anyonesFact, leadsFact, draftFact, type Fact } from './Fact'
import { flag, text, textOrNull } from './factValues'

const assessment = { programme: 'assessment' } as const
const confirmation = v.custom<Json>((value) => isJson(value) && parseConfirmation(value) !== null)
const confirmed = {
  /** A second person confirms at a device of their own. */
  isMembers: (value: Json) => parseConfirmation(value)?.how === 'own_device',
  ...assessment,
}

/** The facts of a household apart from its interviews. */
export const HOUSEHOLD_FACTS = {
  found: anyonesFact(
    FOUND,
    v.nullable(
      v.object({
        household: FOUND_HOUSEHOLD,
        splitFrom: v.exactOptional(textOrNull),
        headMember: v.exactOptional(textOrNull),
      }),
    ),
  ),
  moved: anyonesFact(movedPath('*'), textOrNull),
  received: anyonesFact(receivedPath('*'), textOrNull),
  replacedBy: anyonesFact(REPLACED_BY, textOrNull),
  replaces: anyonesFact(REPLACES, textOrNull),
  outOfOrder: anyonesFact('out_of_order', textOrNull),
  contact: anyonesFact(
    contactPath('*'),
    v.nullable(
      v.object({
        way: v.picklist(CONTACT_WAYS),
        result: v.picklist(CONTACT_RESULTS),
        appointment: v.nullable(v.pipe(text, v.isoDateTime())),
        note: text,
      }),
    ),
  ),
  enquiry: anyonesFact(
    enquiryPath('*'),
    v.custom<EnquiryWords>((value) => isJson(value) && enquiryWords(value) !== null),
  ),
  enquiryAnswer: anyonesFact(enquiryAnswerPath('*'), text),
  rebuttal: anyonesFact(
    REBUTTAL,
    v.object({ text, pictures: v.pipe(v.array(text), v.readonly()) }),
    assessment,
  ),
  suspicion: leadsFact(
    'determination',
    decisionPath('suspicion'),
    v.nullable(v.picklist(SUSPICION_DETERMINATIONS)),
    assessment,
  ),
  inclusion: leadsFact(
    'determination',
    decisionPath('inclusion'),
    v.nullable(v.picklist(INCLUSION_DETERMINATIONS)),
    assessment,
  ),
  suspicionConfirmed: leadsFact('determination', confirmationPath('suspicion'), confirmation, confirmed),
  inclusionConfirmed: leadsFact('determination', confirmationPath('inclusion'), confirmation, confirmed),
  secondLook: leadsFact('determination', SECOND_LOOK, v.looseObject({ agrees: flag }), assessment),
  backcheck: leadsFact('backchecks', 'backcheck', textOrNull),
  chosenCopy: leadsFact('settling', chosenPath('*'), text, { ends: ROUNDS }),
}

/** A draft of a household's fact; `parts` as `pathOf` takes them. */
export function draftHouseholdFact<Value>(
  household: string,
  fact: Fact<Value>,
  parts: readonly string[],
  value: Value,
  author: Pick<ChangeDraft, 'person' | 'at' | 'reason'>,
): ChangeDraft {
  return { entity: 'household', entityId: household, ...draftFact(fact, parts, value), ...author }
}

/** What a schema is asked of comes out of a change: it is JSON. */
function isJson(value: unknown): value is Json {
  return value !== undefined
}
