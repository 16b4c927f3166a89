import type { Page } from '@playwright/test'

/** Hands a file to the roster page as a drop from the desktop would. */
export function dropRoster(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  return dropRosters(page, [name, bytes])
}

/** The same with several files at once. */
export async function dropRosters(
  page: Page,
  ...files: readonly (readonly [name: string, bytes: Uint8Array])[]
): Promise<void> {
  const transfer = await page.evaluateHandle(
    (dropped) => {
      const data = new DataTransfer()
      for (const [name, content] of dropped)
        data.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], name))
      return data
    },
    files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
  )
  await page.getByTestId('drop').dispatchEvent('drop', { dataTransfer: transfer })
}
