import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/**
 * Types composed text where the focus is, as an input method does, and waits until the field has it.
 * Composed text takes another way into the window than keys, and a key pressed at once can overtake it.
 */
export async function compose(page: Page, text: string): Promise<void> {
  const field = page.locator('input:focus, textarea:focus')
  await expect(field).toBeVisible()
  const before = await field.inputValue()
  await page.keyboard.insertText(text)
  await expect(field).toHaveValue(before + text)
}
