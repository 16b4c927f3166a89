/**
 * Lets the user pick files, in the app's own window too; empty when cancelled. They are not read yet: each reader reads
 * them in its own thread.
 */
export function chooseFiles(accept: string, howMany: 'one' | 'several'): Promise<readonly File[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.multiple = howMany === 'several'
  field.accept = accept
  return new Promise((resolve) => {
    field.addEventListener('cancel', () => resolve([]))
    field.addEventListener('change', () => resolve([...(field.files ?? [])]))
    field.click()
  })
}
