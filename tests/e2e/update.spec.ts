import { expect, test } from './fixtures'

test('offers an update where the app is installed, and none in a browser @electron', async ({
  app: { page },
  platform,
}) => {
  await expect(page.getByTestId('versions')).toBeVisible()
  await expect(page.getByTestId('update')).toHaveCount(platform === 'electron' ? 1 : 0)
})
