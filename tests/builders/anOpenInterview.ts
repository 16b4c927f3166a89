import { createPinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import { hashBytes } from '../../src/adapters/crypto/hashBytes'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import { KNOWN_FORMS } from '../../src/adapters/resources/instruments'
import { rulesOf } from '../../src/adapters/resources/rulesOf'
import { STANDARDS } from '../../src/adapters/resources/standards'
import type { Protection } from '../../src/application/store/ProjectShelf'
import type { QuestionRef } from '../../src/domain/interview/Answers'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import { SERVICES, type Services } from '../../src/ui/app/services'
import { useInterview } from '../../src/ui/interview/record/interview'
import { useSession } from '../../src/ui/app/session/session'
import { useShelf } from '../../src/ui/start/shelf'
import { useStepInput } from '../../src/ui/interview/step/stepInput'
import { LossyFiles } from '../contracts/LossyFiles'
import { aMachine } from '../contracts/Machine'
import { aHousehold } from './aHousehold'

/** A project on a laptop's disk, with the interview of a household in its window; nothing is answered yet. */
export async function anOpenInterview(
  household: RosterHousehold = aHousehold(),
  protection: Protection = { by: 'nothing_practice' },
) {
  const files = new LossyFiles()
  const machine = aMachine(files, new MemoryIndexShelf())
  // What an interview asks of the app; the rest of it is not called here.
  const services: Partial<Services> = {
    shelf: machine.shelf,
    edition: STANDARDS.standards,
    forms: KNOWN_FORMS,
    newSalt: () => '00'.repeat(16),
    now: () => '2020-12-31T08:00:00Z',
    hashOf: hashBytes,
    rulesOf,
    versionsOf: (_, roster) => ({ roster, instrument: '1', standards: '1', rules: '1' }),
  }
  const app = createApp({}).use(createPinia())
  app.provide(SERVICES, services as Services)
  const session = app.runWithContext(() => useSession())
  const shelf = app.runWithContext(() => useShelf())
  const isMade = await shelf.createAssessment({
    title: '某县',
    person: '甲',
    kind: 'assessment',
    asOf: '2020-12-31',
    region: 'west',
    protection,
  })
  const interview = app.runWithContext(() => useInterview())
  if (!isMade || !(await interview.open(household))) throw new Error('no interview')
  const input = app.runWithContext(() => useStepInput())

  /** The stop in focus: its question, or the kind of a ledger stop. */
  function here(): string | undefined {
    const { step } = interview
    return step?.kind === 'question' ? step.ref.question : step?.kind
  }

  async function goTo(ref: QuestionRef | 'new line'): Promise<void> {
    const index =
      ref === 'new line'
        ? interview.steps.findIndex(({ kind }) => kind === 'add_line')
        : interview.indexOf(ref)
    if (index < 0) throw new Error(`not asked: ${JSON.stringify(ref)}`)
    interview.goTo(index)
    // The window has its turn before the next key.
    await nextTick()
  }

  /** What is on the disk of a path, oldest first. */
  function written(path: string) {
    return interview.changes.filter((change) => change.path === path)
  }

  return { app, files, machine, session, shelf, interview, input, here, goTo, written }
}
