/**
 * Runs in the page: what one clicks or writes in and cannot get to by scrolling, or that is cut off at a side. Nothing is left where it
 * was scrolled to.
 */
export function unreachable(): readonly string[] {
  const found: string[] = []
  // Beneath an open dialog nothing is to be reached.
  const root = document.querySelector('dialog:modal') ?? document
  for (const each of root.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, textarea, summary',
  )) {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.getBoundingClientRect().width < 2)
      continue
    each.scrollIntoView({ block: 'center', inline: 'center' })
    // Of a link over two lines, the first.
    const { left, right, top, bottom } = each.getClientRects()[0] ?? each.getBoundingClientRect()
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const isHit = hit !== null && (each.contains(hit) || hit.closest('label')?.contains(each) === true)
    const isWhole = left >= -1 && right <= window.innerWidth + 1
    if (!isHit || !isWhole)
      found.push(`${each.tagName} ${(each.textContent || each.ariaLabel || '').trim().slice(0, 30)}`)
  }
  return found
}
