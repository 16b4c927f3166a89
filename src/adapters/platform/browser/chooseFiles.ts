/**
 * Lets the user pick files, in the app's own window too; empty when cancelled. Nothing of them is read yet: whoever needs
 * them reads them where he works.
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
