/** Why a sheet cannot be read, by the code of the problem. */
export class SheetFault extends Error {
  constructor(
    readonly code: 'sheet_unreadable' | 'sheet_too_large',
    readonly sheet: string,
  ) {
    super(code)
  }
}
