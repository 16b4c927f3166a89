/** What was typed as an amount: yuan, or a quantity times a price. */
export type TypedAmount =
  | { readonly kind: 'amount'; readonly yuan: number }
  | { readonly kind: 'product'; readonly quantity: number; readonly unitPrice: number }

const NUMBER = String.raw`(\d{1,9}(?:\.\d{1,4})?)`
const AMOUNT = new RegExp(`^${NUMBER}$`)
const PRODUCT = new RegExp(String.raw`^${NUMBER}[*×xX]${NUMBER}$`)

/** Reads `4300`, `43.5` or `400*20.5`; full-width digits too. Null when it is neither. */
export function parseAmount(text: string): TypedAmount | null {
  const plain = text.normalize('NFKC').replace(/[\s,，元]/g, '')
  const amount = AMOUNT.exec(plain)
  if (amount !== null) return { kind: 'amount', yuan: Number(amount[1]) }
  const product = PRODUCT.exec(plain)
  if (product === null) return null
  return { kind: 'product', quantity: Number(product[1]), unitPrice: Number(product[2]) }
}
