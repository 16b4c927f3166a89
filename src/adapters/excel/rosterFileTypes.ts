/** File name endings for the dialog that chooses lists. The format itself is detected from the bytes. */
export const ROSTER_FILE_TYPES = '.xlsx,.xlsm,.xls,.xlsb,.et,.ods,.fods,.xml,.csv,.tsv,.txt'
