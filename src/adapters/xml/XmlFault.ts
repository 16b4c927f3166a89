/** The document is not XML; `isCut` where it is valid but incomplete. */
export class XmlFault extends Error {
  constructor(
    message: string,
    readonly isCut = false,
  ) {
    super(message)
  }
}
