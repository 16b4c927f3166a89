import type { Texts } from '../texts/Texts'

/** `一户一表_XLSForm.xlsx` */
export function xlsformFileName(texts: Texts): string {
  return `${texts.term('formLabels', 'title')}_XLSForm.xlsx`
}
