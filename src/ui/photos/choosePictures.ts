/** Lets the user pick pictures, or take one where the device has a camera for it; none when cancelled. */
export async function choosePictures(): Promise<readonly File[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/*'
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
