/** Nothing in particular has the focus, or the link that led here: the page may put it where work goes on, and takes it from nobody. */
export function isFocusFree(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.matches('main, nav a')
}
