import { expect, test } from './fixtures'
import { openToCorrect } from './hand'

test('keeps what is being recorded before its window closes', async ({ launchApp, electron: first }) => {
  const { page, application } = first
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await openToCorrect(page, 0)
  await page.keyboard.press('s')
  await page.keyboard.press('s')
  await expect(page.getByTestId('recorded')).toHaveText('0:01')
  const ended = application.waitForEvent('close')
  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended

  const again = (await launchApp()).page
  await again.getByRole('button', { name: /^练习任务/ }).click()
  await openToCorrect(again, 0)
  await again.keyboard.press('s')
  await expect(again.getByTestId('sounds').locator('audio')).toHaveCount(1)
})
