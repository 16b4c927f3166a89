import type { GivenText } from '../../src/application/assess/GivenText'
import { success } from '../../src/domain/shared/Result'

/** A file of text that is whole. */
export function aGivenText(name: string, content: string): GivenText {
  return {
    name,
    text: () => Promise.resolve(success(content)),
    lines: () => Promise.resolve(success(linesOf(content))),
  }
}

async function* linesOf(content: string): AsyncGenerator<string> {
  for (const line of content.split('\n')) yield await Promise.resolve(line)
}
