/** A typed number without the spaces and commas that people put between its digits. */
export function typedDigits(text: string): string {
  return text.replaceAll(/[\s,，]/g, '')
}
