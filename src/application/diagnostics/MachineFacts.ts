/** What a platform knows of the computer and of what lies on its disk: numbers and codes only. Null where it cannot tell. */
export interface MachineFacts {
  /** `win32`, `darwin`, `linux`. */
  readonly system: string | null
  readonly systemVersion: string | null
  readonly architecture: string | null
  readonly memoryBytes: number | null
  readonly freeMemoryBytes: number | null
  /** Of the disk that has the data. */
  readonly diskBytes: number | null
  readonly freeDiskBytes: number | null
  /** How large the page is shown; 1 is as it is drawn. */
  readonly zoom: number | null
  /** One for each project, the largest first. */
  readonly journals: readonly JournalSize[]
  /** What openings of journals since the start found, the latest last. */
  readonly openings: readonly JournalFinding[]
  /** Of the process that has files and dialogs. */
  readonly errors: readonly ErrorFact[]
}

export interface JournalSize {
  readonly bytes: number
  readonly attachments: number
}

export interface JournalFinding {
  readonly tornBytes: number
  readonly damagedRecords: number
}

/** An error without its message, which may have anything in it. */
export interface ErrorFact {
  /** ISO instant. */
  readonly at: string
  /** `TypeError`. */
  readonly name: string
  /** The operating system's, `ENOSPC`; null where it has none. */
  readonly code: string | null
  /** Places in the app's own code, `index-a1b2c3d4.js:12:345`, innermost first. */
  readonly frames: readonly string[]
}
