import type { Page } from '@playwright/test'

/** Hands a file to the roster page as a drop from the desktop would. */
export async function dropRoster(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], fileName))
      return data
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  )
  await page.getByTestId('drop').dispatchEvent('drop', { dataTransfer: transfer })
}
