import type { JournalCalls } from '../ipc-contract'
import { answerCalls } from './answerCalls'
import { parseBulkName, parseBytes, parseMark, parseOffset, parseProjectId, parseText } from './callValues'

/** The journal's side of the contract: `open('…')` answers the call `journal.open`. */
export type JournalKeeper = {
  readonly [Channel in keyof JournalCalls as Channel extends `journal.${infer Name}` ? Name : never]: (
    ...values: Parameters<JournalCalls[Channel]>
  ) => Promise<ReturnType<JournalCalls[Channel]>>
}

/** Hands the renderer's journal calls to their keeper, once their values have been looked at. */
export function handleJournalCalls(keeper: JournalKeeper): void {
  answerCalls<keyof JournalCalls>({
    'journal.list': () => keeper.list(),
    'journal.open': (_event, project, since) => keeper.open(parseProjectId(project), parseMark(since)),
    'journal.create': (_event, project, header) => keeper.create(parseProjectId(project), parseText(header)),
    'journal.read': (_event, project, offset) => keeper.read(parseProjectId(project), parseOffset(offset)),
    'journal.append': (_event, project, record, failures) =>
      keeper.append(parseProjectId(project), parseBytes(record), parseOffset(failures)),
    'journal.putBulk': (_event, project, name, bytes) =>
      keeper.putBulk(parseProjectId(project), parseBulkName(name), parseBytes(bytes)),
    'journal.bulk': (_event, project, name) => keeper.bulk(parseProjectId(project), parseBulkName(name)),
    'journal.putHeader': (_event, project, header) =>
      keeper.putHeader(parseProjectId(project), parseText(header)),
    'journal.close': (_event, project) => keeper.close(parseProjectId(project)),
  })
}
