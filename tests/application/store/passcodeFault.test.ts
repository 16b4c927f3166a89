import { expect, it } from 'vitest'
import { passcodeFault } from '../../../src/application/store/passcodeFault'

it.each([
  ['1234567', 'short'],
  ['12345678', 'weak'],
  ['１２３４５６７８', 'weak'],
  ['20201231', 'weak'],
  ['13800138000', 'weak'],
  ['88888888', 'weak'],
  ['abababab', 'weak'],
  ['一户一户一户一户', 'weak'],
  ['abcdefgh', 'weak'],
  ['hgfedcba', 'weak'],
  ['qwertyui', 'weak'],
  ['1qaz2wsx', 'weak'],
  ['1q2w3e4r', 'weak'],
  ['Password1', 'weak'],
  ['woaini1314', 'weak'],
  ['yihu2020', 'weak'],
  ['石门坎的桥有七块板', null],
  ['河对岸三棵核桃树', null],
  ['t7kq-93mv', null],
  ['correct horse', null],
  ['583920174466', null],
])('%s is %s', (passcode, fault) => {
  expect(passcodeFault(passcode)).toBe(fault)
})
