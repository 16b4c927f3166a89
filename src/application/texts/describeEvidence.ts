import { kindsOf, type Evidence } from '../../domain/shared/Evidence'
import type { Texts } from './Texts'

/** How an answer is known, in words: `本人说、他人说`. */
export function describeEvidence(evidence: Evidence, texts: Texts): string {
  const kinds = kindsOf(evidence).map((kind) => texts.term('evidence', kind))
  return kinds.join(texts.language === 'en' ? ', ' : '、')
}
