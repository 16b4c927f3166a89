import { strToU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipFiles } from '../../../src/adapters/datasets/zipFiles'

it('an archive has every file under its Chinese name, whole, however its parts were', () => {
  const zipped = zipFiles([
    { name: '户.csv', contentOf: () => ['\ufeff户', '编号\r\n', '1\r\n'] },
    { name: '空.csv', contentOf: () => [] },
    { name: '成员.dta', contentOf: () => [new Uint8Array([1, 2]), new Uint8Array(70_000).fill(7)] },
  ])
  const files = unzipSync(zipped)
  expect(Object.keys(files)).toEqual(['户.csv', '空.csv', '成员.dta'])
  expect([...(files['户.csv'] ?? [])]).toEqual([...strToU8('\ufeff户编号\r\n1\r\n')])
  expect(files['成员.dta']).toEqual(new Uint8Array([1, 2, ...new Uint8Array(70_000).fill(7)]))
})
