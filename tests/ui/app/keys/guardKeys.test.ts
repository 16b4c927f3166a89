// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardKeys } from '../../../../src/ui/app/keys/guardKeys'

let told: string[]
let end: () => void

beforeEach(() => {
  told = []
  document.body.innerHTML = '<p tabindex="0"></p><input /><textarea></textarea><button></button>'
  end = guardKeys(window)
  document.addEventListener('keydown', tell)
})
afterEach(() => {
  end()
  document.removeEventListener('keydown', tell)
})

function tell({ key }: KeyboardEvent): void {
  told.push(key)
}

/** Whether the key is left to the element. */
function press(
  on: string,
  key: string,
  more: KeyboardEventInit & { readonly keyCode?: number } = {},
): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  if (more.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: more.keyCode })
  return document.querySelector(on)?.dispatchEvent(event) ?? false
}

const hold = (on: string, key: string) => press(on, key, { repeat: true })

describe('a key that is held down', () => {
  it.each(['c', '/', '1', 'Enter', ' ', 'Backspace', 'Delete'])(
    'writes nothing into a field it was not pressed in: %s',
    (key) => {
      press('p', key)
      expect([hold('input', key), hold('textarea', key)]).toEqual([false, false])
      expect(told).toEqual([key])
    },
  )
  it('writes on where it was pressed', () => {
    press('input', 'c')
    expect(hold('input', 'c')).toBe(true)
    expect(told).toEqual(['c', 'c'])
  })
  it.each(['Enter', ' '])('presses no button that it led to: %j', (key) => {
    press('p', key)
    expect(hold('button', key)).toBe(false)
  })
  it.each(['ArrowDown', 'ArrowUp', 'Tab', 'Escape'])('walks on: %s', (key) => {
    press('p', key)
    expect(hold('input', key)).toBe(true)
    expect(told).toEqual([key, key])
  })
  it('is forgotten with the next key that is pressed', () => {
    press('p', 'c')
    expect(press('input', 'z')).toBe(true)
    expect(hold('input', 'z')).toBe(true)
  })
})

describe('what is being composed', () => {
  it.each([{ isComposing: true }, { keyCode: 229 }])(
    'is left to its field, and is no command: %o',
    (composed) => {
      for (const key of ['c', '/', 'Enter', 'Escape']) expect(press('input', key, composed)).toBe(true)
      expect(told).toEqual([])
    },
  )
})
