import type { CommandTable } from '../app/keys/Command'

/** The keys of choices and groups, in their order: nine digits, then what lies to the right of them. */
export const CHOICE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '=', '[', ']'] as const

/** The letters under the left hand, for how an answer is known. */
export const EVIDENCE_KEYS = ['Q', 'W', 'E', 'R'] as const

export type EvidenceKey = (typeof EVIDENCE_KEYS)[number]

export const INTERVIEW_COMMANDS = {
  choose: { keys: CHOICE_KEYS, label: 'interview.keys.choose' },
  evidence: { keys: EVIDENCE_KEYS, label: 'interview.keys.evidence' },
  next: { keys: ['Enter'], label: 'interview.keys.next' },
  walk: { keys: ['ArrowUp', 'ArrowDown'], label: 'interview.keys.walk', repeats: true },
  group: { keys: ['Tab'], label: 'interview.keys.group' },
  groupNumber: {
    keys: ['Alt+1', ...CHOICE_KEYS.slice(1).map((key) => `Alt+${key}`)],
    label: 'interview.keys.groupNumber',
  },
  undo: { keys: ['Backspace'], label: 'interview.keys.undo' },
  leave: { keys: ['Escape'], label: 'interview.keys.leave' },
  everyone: { keys: ['A'], label: 'interview.keys.everyone' },
  note: { keys: ['N'], label: 'interview.keys.note' },
  photo: { keys: ['P'], label: 'interview.keys.photo' },
  camera: { keys: ['K'], label: 'interview.keys.camera' },
  sound: { keys: ['S'], label: 'interview.keys.sound' },
  soundFile: { keys: ['F'], label: 'interview.keys.file' },
  reason: { keys: ['C'], label: 'interview.keys.reason' },
  unanswered: { keys: ['G'], label: 'interview.keys.unanswered' },
  readAloud: { keys: ['B'], label: 'interview.keys.readAloud' },
  line: { keys: ['L'], label: 'interview.keys.line' },
  member: { keys: ['M'], label: 'interview.keys.member' },
  comment: { keys: ['T'], label: 'interview.keys.comment' },
  verdict: { keys: ['V'], label: 'interview.keys.verdict' },
  end: { keys: ['O'], label: 'interview.keys.end' },
} as const satisfies CommandTable

/** The keys while the ledger is read to the household; no other key of the interview does anything there. */
export const READING_COMMANDS = {
  next: { keys: ['Enter'], label: 'interview.reading.next' },
  previous: { keys: ['ArrowUp'], label: 'interview.reading.previous' },
  correct: { keys: ['C'], label: 'interview.reading.correct' },
  agrees: { keys: ['1'], label: 'interview.reading.agrees' },
  disagrees: { keys: ['2'], label: 'interview.reading.disagrees' },
  leave: { keys: ['Escape'], label: 'interview.reading.leave' },
} as const satisfies CommandTable

export type InterviewCommand = keyof typeof INTERVIEW_COMMANDS

/** What the page's last line names: the keys needed all day. */
export const HINTED: readonly InterviewCommand[] = [
  'next',
  'walk',
  'group',
  'groupNumber',
  'undo',
  'note',
  'photo',
  'camera',
  'sound',
  'reason',
  'unanswered',
  'verdict',
  'end',
  'leave',
]
