/** Lets the user pick files of a kind, or take one where the device has a program for it; none when cancelled. */
export async function chooseAttachments(accept: 'image/*' | 'audio/*'): Promise<readonly File[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = accept
  field.multiple = true
  field.hidden = true
  document.body.append(field)
  try {
    return await new Promise((resolve) => {
      field.addEventListener('cancel', () => resolve([]))
      field.addEventListener('change', () => resolve([...(field.files ?? [])]))
      field.click()
    })
  } finally {
    field.remove()
  }
}
