/** What files of lists are named like, for a dialog that chooses them. What a file is, its bytes tell. */
export const ROSTER_FILE_TYPES = '.xlsx,.xlsm,.xls,.xlsb,.et,.ods,.fods,.xml,.csv,.tsv,.txt'
