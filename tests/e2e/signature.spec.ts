import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import { burdenRoster } from './rosterFile'

test('keeps a signature that is drawn by Enter, shows it, and replaces it only on purpose @electron', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openInterview(page, 0)
  const hand = new Hand(page)
  const question = page.getByTestId('question')
  await page.getByRole('button', { name: /收尾/ }).click()
  await expect(question).toHaveAttribute('data-question', 'photos')
  await hand.press('ArrowDown', 'ArrowDown')
  await expect(question).toHaveAttribute('data-question', 'signature')
  const pad = page.getByTestId('signature')
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no box to sign in')
  await page.mouse.move(box.x + 40, box.y + 120)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 40, { steps: 5 })
  await page.mouse.move(box.x + 160, box.y + 140, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => pad.evaluate(isDrawnOn)).toBe(true)
  await page.keyboard.press('Enter')
  await expect(question).not.toHaveAttribute('data-question', 'signature')
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')

  await page.keyboard.press('ArrowUp')
  await expect(question).toHaveAttribute('data-question', 'signature')
  await expect(question.getByRole('img', { name: '已签字' })).toBeVisible()
  await page.getByTestId('sign-again').click()
  await expect(page.getByTestId('signature')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expect(question.getByRole('img', { name: '已签字' })).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(page.getByTestId('households')).toBeFocused()
  await page.keyboard.press('r')
  await expect(page.getByTestId('sheet').getByRole('img', { name: '已签字' })).toBeVisible()
})

/** Whether a canvas has a point of ink. */
function isDrawnOn(canvas: Element): boolean {
  if (!(canvas instanceof HTMLCanvasElement)) return false
  const picture = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return picture?.data.some((value) => value !== 0) ?? false
}
