import type { PackageKind } from '../application/team/TeamPort'
import type { PackageVerdict } from '../application/team/packages/judgeOpened'
import type { Language } from '../application/texts/Texts'
import { chinaTime } from '../application/texts/chinaTime'

/** What is told of a package that was looked into. */
export interface VerifiedWords {
  readonly file: string
  readonly sender: string | null
  readonly verdict: PackageVerdict['verdict']
  readonly kind: PackageKind | null
  readonly project: { readonly title: string } | null
  readonly fingerprint: string | null
  /** ISO instant. */
  readonly made: string | null
  readonly changes: number
  readonly interviews: number
}

/** Whether the package would be taken, and what is in it, for the eye. */
export function verifyReport(told: VerifiedWords, language: Language): string {
  const words = WORDS[language]
  const lines = [
    [words.file, told.file],
    [words.verdict, words.verdicts[told.verdict]],
    [words.kind, told.kind === null ? null : words.kinds[told.kind]],
    [words.sender, told.sender],
    [words.project, told.project?.title ?? null],
    [words.made, told.made === null ? null : chinaTime(told.made)],
    [words.fingerprint, told.fingerprint],
    [words.interviews, String(told.interviews)],
    [words.changes, String(told.changes)],
  ]
  return lines
    .flatMap(([name, value]) => (value === null ? [] : [`${name}${words.colon}${value}`]))
    .join('\n')
}

const WORDS = {
  'zh-CN': {
    colon: '：',
    file: '数据包',
    verdict: '结果',
    verdicts: { sound: '完好，可以合并', set_aside: '要先放一边', refused: '不能合并' },
    kind: '种类',
    kinds: {
      assignment: '任务包',
      result: '成果包',
      backup: '备份包',
      question: '问询',
      answer: '问询的答复',
    },
    sender: '发送人',
    project: '任务',
    made: '制作时间',
    fingerprint: '发送人的设备指纹',
    interviews: '访谈',
    changes: '记录条数',
  },
  en: {
    colon: ': ',
    file: 'package',
    verdict: 'verdict',
    verdicts: { sound: 'sound, would be merged', set_aside: 'to be set aside', refused: 'refused' },
    kind: 'kind',
    kinds: {
      assignment: 'assignment',
      result: 'result',
      backup: 'backup',
      question: 'enquiry',
      answer: 'answer to an enquiry',
    },
    sender: 'sender',
    project: 'project',
    made: 'made',
    fingerprint: "sender's fingerprint",
    interviews: 'interviews',
    changes: 'changes',
  },
} as const
