import { typedYuan } from '../../../domain/interview/parseTyped'

/** What was typed as an amount: yuan, or a quantity times a price. */
export type TypedAmount =
  | { readonly kind: 'amount'; readonly yuan: number }
  | { readonly kind: 'product'; readonly quantity: number; readonly unitPrice: number }

/** Reads `4300`, `1.2万` or `400*20.5`, each as an amount of a list. Null when it is neither, or below 0. */
export function parseAmount(text: string): TypedAmount | null {
  const parts = text.normalize('NFKC').split(/[*×xX✕]/)
  const [first = null, second] = parts.map(positive)
  if (parts.length > 2 || first === null) return null
  if (second === undefined) return { kind: 'amount', yuan: first }
  return second === null ? null : { kind: 'product', quantity: first, unitPrice: second }
}

function positive(text: string): number | null {
  const value = typedYuan(text)
  return value !== null && value >= 0 && value < TOO_MUCH ? value : null
}

/** Nobody has such a line; a digit was held too long. */
const TOO_MUCH = 1_000_000_000
