/** The document is no XML; `isCut` where it is one as far as it goes. */
export class XmlFault extends Error {
  constructor(
    message: string,
    readonly isCut = false,
  ) {
    super(message)
  }
}
