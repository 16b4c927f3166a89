import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { openToCorrect } from './hand'
import { accessFaults } from './accessFaults'

test('keeps a photo scaled, beside the answers, through SIGKILL; and refuses what is no picture @electron', async ({
  launchApp,
}) => {
  const first = await launchApp()
  const { page } = first
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await openToCorrect(page, 0)
  const question = page.getByTestId('question')
  const before = (await question.getAttribute('data-question')) ?? ''

  await addPhoto(page, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('a text') })
  await expect(page.getByRole('alert')).toContainText('notes.txt')
  await addPhoto(page, { name: 'house.png', mimeType: 'image/png', buffer: await aPicture(page) })
  const photo = page.getByTestId('pictures').getByRole('img')
  await expect(photo).toHaveCount(1)
  await expect.poll(() => sizeOf(page)).toEqual([1600, 800])
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(question).toHaveAttribute('data-question', before)
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await first.kill()

  const again = await launchApp()
  await again.page.getByRole('button', { name: /^练习任务/ }).click()
  await openToCorrect(again.page, 0)
  await again.page.keyboard.press('p')
  await expect(again.page.getByTestId('pictures').getByRole('img')).toHaveCount(1)
  await again.page.getByRole('button', { name: '去掉第 1 张照片' }).click()
  await expect(again.page.getByTestId('pictures')).toHaveCount(0)
})

async function addPhoto(
  page: Page,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('p')])
  await chooser.setFiles(file)
}

/** A picture of 2400 by 1200 pixels. */
async function aPicture(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1200)
    canvas.getContext('2d')?.fillRect(300, 300, 600, 600)
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())]
  })
  return Buffer.from(bytes)
}

function sizeOf(page: Page): Promise<readonly number[]> {
  return page
    .getByTestId('pictures')
    .getByRole('img')
    .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
}
