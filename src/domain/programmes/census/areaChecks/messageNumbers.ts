import type { Text } from '../../../instrument/Instrument'

const PLACEHOLDER = /\$\{([a-z][a-z0-9_]*)\}/g

/** The names that a message has in place of numbers. */
export function namesInMessage(message: string): readonly string[] {
  return [...message.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
}

/** The message with its numbers, of two decimals at most; one without a value is a dash. */
export function withNumbers(message: Text, valueOf: (name: string) => unknown): Text {
  const filled = (text: string): string =>
    text.replace(PLACEHOLDER, (_, name: string) => {
      const value = valueOf(name)
      return typeof value === 'number' ? String(Math.round(value * 100) / 100) : '–'
    })
  return { 'zh-CN': filled(message['zh-CN']), en: filled(message.en) }
}
