import type { WebContents } from 'electron'
import type { PrintResult, SaveResult } from '../ipc-contract'
import { saveAs } from './dialogs'

/** What Electron calls a user's change of mind. */
const CANCELLED = /cancel/i

/** Prints the window as its print style lays it out, on A4, through the system's dialog. */
export function printPage(sender: WebContents): Promise<PrintResult> {
  return new Promise((resolve) => {
    sender.print({ pageSize: 'A4', printBackground: true }, (isPrinted, reason) => {
      if (isPrinted) resolve({ kind: 'printed' })
      else resolve(CANCELLED.test(reason) ? { kind: 'cancelled' } : { kind: 'failed', code: reason })
    })
  })
}

/** The window as a PDF on A4, saved where the user says. */
export async function savePdf(sender: WebContents, suggestedName: string): Promise<SaveResult> {
  const pdf = await sender.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true })
  return saveAs(sender, suggestedName, { name: 'PDF', extensions: ['pdf'] }, new Uint8Array(pdf))
}
