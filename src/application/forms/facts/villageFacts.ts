import { VILLAGE_FACTS, type VillageFactName } from '../../../domain/villages/VillageForm'
import { describeEvidence } from '../../texts/describeEvidence'
import type { TermOf, Texts } from '../../texts/Texts'
import { villageFlagText } from '../../texts/villageFlagText'
import type { FormVillage } from '../FormContext'
import type { FormContent } from '../FormPage'
import { factsOf, type FormFact } from './FormFact'

/** Facts of a village: of its households, and of its own page. */
export const VILLAGE_FORM_FACTS: readonly (readonly [string, FormFact])[] = [
  ...factsOf('village', 'village', {
    name: ({ name }) => name,
    township: ({ township }) => township,
    listed: ({ measures }) => count(measures.listed),
    interviewed: ({ measures }) => count(measures.interviewed),
    persons: ({ measures }) => count(measures.interviewedPersons),
    suspicions: ({ measures }) => count(measures.suspicionsOpen),
    determined_wrong: ({ measures }) => count(measures.determinedWrong),
    recognition: ({ measures: { asked, recognising } }) =>
      asked === 0 ? null : { value: recognising / asked, type: 'percent' },
    stands_out_in: ({ measures }, { texts }) =>
      measures.standsOutIn.map((flag) => villageFlagText(flag, texts)).join('、') || null,
  }),
  ...VILLAGE_FACTS.flatMap(({ name }) =>
    factsOf('village', `village.${name}`, {
      value: (village, { texts }) => valueOf(village, name, texts),
      known: (village, { texts }) => knownBy(village, name, texts),
    }),
  ),
  ...factsOf('villageFact', 'village_fact', {
    name: (name, { texts }) => texts.term('villageFacts', name),
    value: (name, { village, texts }) => (village === undefined ? null : valueOf(village, name, texts)),
    known: (name, { village, texts }) => (village === undefined ? null : knownBy(village, name, texts)),
  }),
  ...factsOf('tally', 'tally', {
    name: ({ criterion }, { texts }) => texts.term('criteria', criterion),
    target: ({ criterion }, { texts }) => texts.term('criterionTargets', criterion),
    met: ({ met }) => count(met),
    unmet: ({ unmet }) => count(unmet),
    undetermined: ({ undetermined }) => count(undetermined),
    unmet_heads: ({ unmetHeads }) => unmetHeads.join('、') || null,
  }),
  ...factsOf('outcome', 'outcome', {
    name: ({ conclusion }, { texts }) => texts.term('conclusions', conclusion),
    count: (outcome) => count(outcome.count),
    heads: ({ heads }) => heads.join('、') || null,
  }),
]

function valueOf({ form }: FormVillage, name: VillageFactName, texts: Texts): FormContent {
  const value = form[name]?.value
  if (value === undefined) return null
  const kind = VILLAGE_FACTS.find((each) => each.name === name)?.kind
  if (typeof value === 'number') return { value, type: kind === 'amount' ? 'yuan' : 'integer' }
  return kind === 'text' ? value : texts.term('villageChoices', value as TermOf<'villageChoices'>)
}

function knownBy({ form }: FormVillage, name: VillageFactName, texts: Texts): FormContent {
  const evidence = form[name]?.evidence
  return evidence === undefined ? null : describeEvidence(evidence, texts)
}

function count(value: number): FormContent {
  return { value, type: 'integer' }
}
