import type { Locator, Page } from '@playwright/test'
import { compose } from './compose'
import { expect, test } from './fixtures'
import { openInterview } from './hand'
import { listPerson } from './listPerson'

/** A command that leads into a field: where it is pressed, and which field has the focus then. */
interface Command {
  readonly key: string
  readonly of: string
  readonly field: (page: Page) => Locator
  readonly begin: (page: Page) => Promise<void>
  /** What stands in the field before; nothing where left out. */
  readonly value?: string | RegExp
}

const go = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name, exact: true }).click()
}

async function onList(page: Page): Promise<void> {
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
}

async function onInterviewed(page: Page): Promise<void> {
  await page.getByLabel('结论').selectOption('exit_confirmed')
  await onList(page)
  await expect(page.getByTestId('conclusion')).toBeVisible()
}

async function atDesk(page: Page): Promise<void> {
  await go(page, '疑点')
  await expect(page.getByTestId('suspicions')).toBeFocused()
}

async function atDecided(page: Page): Promise<void> {
  await listPerson(page, '曹丙')
  await atDesk(page)
  await page.keyboard.press('1')
  await compose(page, '漏雨')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('standing')).toHaveText('等第二人确认：错退')
  await page.keyboard.press('Escape')
}

async function atFindings(page: Page): Promise<void> {
  await go(page, '质量')
  await page.keyboard.press('3')
  await expect(page.getByTestId('finding').first()).toBeVisible()
}

const focused = (page: Page): Locator => page.locator(':is(input, textarea, select):focus')
const reason = (page: Page): Locator => page.getByLabel('理由（必填）')

const COMMANDS: readonly Command[] = [
  { key: '/', of: 'the list', begin: onList, field: (page) => page.getByRole('searchbox') },
  { key: 'a', of: 'the list', begin: onList, field: focused },
  // The first member of the household: a choice, and a box to tick.
  { key: 'm', of: 'the list', begin: onList, field: focused, value: /^\d+$/ },
  { key: 'f', of: 'the list', begin: onList, field: focused, value: /^\d+$/ },
  { key: 'b', of: 'the list', begin: onInterviewed, field: (page) => page.getByTestId('checker') },
  { key: '1', of: 'the desk', begin: atDesk, field: reason },
  { key: '2', of: 'the desk', begin: atDesk, field: reason },
  { key: 'b', of: 'the desk', begin: atDesk, field: (page) => page.getByLabel('县里怎么说') },
  { key: 'c', of: 'the desk', begin: atDecided, field: (page) => page.getByTestId('confirmer') },
  {
    key: 'd',
    of: 'the back-checks',
    begin: async (page) => {
      await go(page, '县')
      await go(page, '回访抽查')
      await page.getByTestId('backchecks').focus()
    },
    field: (page) => page.getByTestId('backcheck-share'),
    value: '10',
  },
  {
    key: 'm',
    of: 'the quality desk',
    begin: atFindings,
    field: (page) => page.getByTestId('threshold'),
    value: '12',
  },
  { key: 't', of: 'the quality desk', begin: atFindings, field: focused },
  {
    key: 't',
    of: 'a result',
    begin: async (page) => {
      await onInterviewed(page)
      await page.keyboard.press('r')
      await expect(page.getByTestId('sheet')).toBeVisible()
    },
    field: focused,
  },
  {
    key: 'n',
    of: 'an interview',
    begin: async (page) => {
      await page.getByLabel('结论').selectOption('not_interviewed')
      await openInterview(page, 0)
    },
    field: (page) => page.getByTestId('notes').locator('textarea, input'),
  },
]

test.describe('a command that leads into a field', () => {
  for (const { key, of, begin, field, value = '' } of COMMANDS)
    test(`writes nothing there, however long the key is held: ${key} of ${of}`, async ({ app: { page } }) => {
      await page.getByTestId('practice').click()
      await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
      await begin(page)
      // What a composed text is spelt with is no command.
      await page.evaluate((pressed) => {
        const event = { key: pressed, bubbles: true, cancelable: true }
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...event, isComposing: true }))
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...event, keyCode: 229 }))
      }, key)
      await expect(focused(page)).toHaveCount(0)

      await page.keyboard.down(key)
      for (let held = 0; held < 5; held++) await page.keyboard.down(key)
      await expect(field(page)).toBeFocused()
      for (let held = 0; held < 5; held++) await page.keyboard.down(key)
      await page.keyboard.up(key)
      await expect(field(page)).toHaveValue(value)

      // The same letter, pressed again, is text.
      const isText = value === '' && (await field(page).evaluate(({ tagName }) => tagName !== 'SELECT'))
      if (!isText) return
      await page.keyboard.press(key)
      await expect(field(page)).toHaveValue(key)
    })
})
