import { useMessages } from '../app/i18n/useMessages'
import { checkText } from '../../application/texts/checkText'
import { answerText, yuanText } from '../../application/texts/describeBecause'
import { percentText } from '../../application/texts/percentText'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { LEDGER_TOTAL, type QualityAbout, type QualityUnit } from '../../domain/quality/QualityLine'
import type { Json } from '../../domain/shared/Json'
import { useTexts } from '../app/i18n/useTexts'

/** Photos and sounds go by a hash: its beginning distinguishes two. */
const HASH_SHOWN = 8

/** The text of a line of the quality desk. */
export function useLineText(instrument: () => Instrument) {
  const { t } = useMessages()
  const texts = useTexts()

  /** A measured value, or a threshold, with its unit. */
  function valueText(value: number, unit: QualityUnit): string {
    // A threshold in hundredths of a per cent would only be harder to read.
    if (unit === 'share') return `${Math.round(value * 1000) / 10} %`
    return t(`quality.units.${unit}`, { value: Math.round(value * 10) / 10 })
  }

  function aboutText(about: QualityAbout | null): string {
    if (about === null) return ''
    switch (about.kind) {
      case 'id_number':
      case 'phone':
        return about.text
      case 'photo':
      case 'recording':
        return t(`quality.${about.kind}`, { hash: about.text.slice(0, HASH_SHOWN) })
      case 'answer':
        return t('quality.answer', {
          question: questionText(about.question),
          answer: answerText(JSON.parse(about.value) as Json, about.question, instrument(), texts.value),
          own: percentText(about.own),
          others: percentText(about.others),
        })
      case 'number':
        return t('quality.number', {
          question: about.question === LEDGER_TOTAL ? t('quality.ledgerTotal') : questionText(about.question),
          own: yuanText(about.own),
          others: yuanText(about.others),
        })
      case 'compared':
        return t('quality.compared', { compared: about.compared, different: about.different })
      case 'warnings':
        return about.warnings
          .map(({ check, reason }) => `${warningText(check)}${t('result.colon')}${reason}`)
          .join(' / ')
    }
  }

  function questionText(question: string): string {
    return instrument().questions.get(question)?.data.label[texts.value.language] ?? question
  }

  function warningText(check: string): string {
    const data = instrument().data.checks.find(({ name }) => name === check)
    return checkText({ check, message: data?.message ?? null }, texts.value)
  }

  return { valueText, aboutText }
}
