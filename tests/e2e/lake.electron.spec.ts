import { unzipSync } from 'fflate'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lakeReader } from '../builders/lakeReader'
import { accessFaults } from './accessFaults'
import { expect, test } from './fixtures'
import { saveAs } from './saveAs'

test('saves the project’s partition of a lake, which other programs read', async ({ electron, profile }) => {
  const { page } = electron
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '导出', exact: true }).click()
  await page.getByTestId('data-format').selectOption('parquet')
  await expect(page.getByTestId('lake-hint')).toContainText('还没有这个县')
  await expect(page.getByTestId('data-language')).toHaveCount(0)
  expect(await accessFaults(page)).toEqual([])

  // A secret that can be guessed is refused before anything is made.
  await page.getByTestId('data-secret').fill('too short')
  await page.getByTestId('data-save').click()
  await expect(page.getByTestId('data-out')).toContainText('比对用的密盐太短，至少要 16 个字符。')
  await page.getByTestId('data-secret').fill('the secret of the province')

  const path = join(profile, 'lake.zip')
  await saveAs(electron, page.getByTestId('data-save'), path)
  await expect(page.getByTestId('data-outcome')).toContainText('.zip')
  await expect(page.getByTestId('data-secret')).toHaveValue('')

  const dir = join(profile, 'lake')
  const files = Object.entries(unzipSync(new Uint8Array(await readFile(path))))
  expect(files.map(([name]) => name.replace(/\/.*/, '')).toSorted()).toEqual(
    expect.arrayContaining(['answers', 'counties', 'households', 'manifests', 'members']),
  )
  expect(files.some(([name]) => name.startsWith('identities/'))).toBe(false)
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), bytes)
  }
  const lake = await lakeReader(dir)
  try {
    expect(await lake.count('households')).toBe(120)
  } finally {
    lake.close()
  }
})
