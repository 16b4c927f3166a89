/** The part of an element's text content from `start` on, `length` code units long; null where it does not reach so far. */
export function textRange(element: Node, start: number, length: number): Range | null {
  const range = new Range()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  let hasBegun = false
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const after = before + (node.nodeValue ?? '').length
    if (!hasBegun && start < after) {
      range.setStart(node, start - before)
      hasBegun = true
    }
    if (hasBegun && start + length <= after) {
      range.setEnd(node, start + length - before)
      return range
    }
    before = after
  }
  return null
}
