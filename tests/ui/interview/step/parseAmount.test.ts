import { expect, it } from 'vitest'
import { parseAmount } from '../../../../src/ui/interview/step/parseAmount'

it.each([
  ['4300', 4300],
  ['4,300.50', 4300.5],
  ['４３００元', 4300],
  ['0', 0],
])('reads %s as an amount', (text, yuan) => {
  expect(parseAmount(text)).toEqual({ kind: 'amount', yuan })
})

it.each([
  ['400*20.5', 400, 20.5],
  ['3 × 1200', 3, 1200],
  ['12x10', 12, 10],
])('reads %s as quantity times price', (text, quantity, unitPrice) => {
  expect(parseAmount(text)).toEqual({ kind: 'product', quantity, unitPrice })
})

it.each(['', '-5', '1*2*3', 'about 500', '1e9', '5*'])('reads “%s” as neither', (text) => {
  expect(parseAmount(text)).toBeNull()
})
