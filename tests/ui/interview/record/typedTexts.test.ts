import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { aHousehold } from '../../../builders/aHousehold'
import { anOpenInterview } from '../../../builders/anOpenInterview'

let open: Awaited<ReturnType<typeof anOpenInterview>>

let project: string

beforeEach(async () => {
  open = await anOpenInterview()
  project = open.session.open?.store.projectId ?? ''
})

/** The interview as it is found after the power went. */
async function afterPowerCut() {
  const machine = open.machine.afterPowerCut('nothing')
  const opened = await machine.shelf.open(project, { by: 'nothing_practice' })
  if (!opened.ok) throw new Error('not opened')
  await open.session.enter(opened.value, { title: '某县', isPractice: true })
  expect(await open.interview.open(aHousehold())).toBe(true)
  await nextTick()
}

describe('a text that is being typed', () => {
  it('is on the disk at every key, without waiting for a rest of the hand', async () => {
    await open.goTo({ question: 'note' })
    for (const text of ['门', '门口', '门口有']) open.input.text = text
    expect(open.input.keeping).toBe('keeping')
    await vi.waitFor(() => expect(open.input.keeping).toBe('kept'))
    await afterPowerCut()
    expect([open.here(), open.input.text]).toEqual(['note', '门口有'])
  })

  it('is written as often as the disk keeps up, and the last of it always', async () => {
    await open.goTo({ question: 'note' })
    for (let length = 1; length <= 20; length++) open.input.text = '字'.repeat(length)
    await open.interview.typed.flush()
    const written = open.written('draft/note')
    expect(written.at(-1)?.value).toBe('字'.repeat(20))
    expect(written.length).toBeLessThan(20)
  })

  it('stays in its place when something else is answered meanwhile', async () => {
    await open.goTo({ question: 'water_source' })
    await open.input.digit(1)
    await open.input.digit(1)
    await open.input.digit(1)
    await nextTick()
    open.input.text = '十二'
    await open.input.settle()
    await open.goTo({ question: 'food_enough' })
    await open.input.digit(1)
    await afterPowerCut()
    await open.goTo({ question: 'water_short_days' })
    expect(open.input.text).toBe('十二')
  })

  it('is nothing any more once it is the answer', async () => {
    await open.goTo({ question: 'note' })
    open.input.text = '门口有柴'
    await open.input.next()
    await open.interview.typed.flush()
    await open.goTo({ question: 'note' })
    expect([open.input.text, open.input.keeping]).toEqual(['门口有柴', null])
    expect(open.written('note')).toHaveLength(1)
    await afterPowerCut()
    await open.goTo({ question: 'note' })
    expect(open.input.text).toBe('门口有柴')
  })

  it('is given when the question is left and it can stand; emptied, it leaves the answer as it is', async () => {
    await open.goTo({ question: 'note' })
    open.input.text = '门口有柴'
    await open.input.settle()
    open.input.text = ''
    await open.input.settle()
    expect([open.input.text, open.written('note').map(({ value }) => value)]).toEqual([
      '门口有柴',
      ['门口有柴'],
    ])
  })

  it('is kept before the project is left or locked', async () => {
    await open.goTo({ question: 'note' })
    open.input.text = '门口有柴'
    await open.session.leave()
    await afterPowerCut()
    expect(open.input.text).toBe('门口有柴')
  })

  it('stays on the screen while the disk is full, and is not shown as kept', async () => {
    await open.goTo({ question: 'note' })
    open.files.isFull = true
    open.input.text = '门口有柴'
    await open.interview.typed.flush()
    await open.input.next()
    await open.goTo({ question: 'food_enough' })
    await open.goTo({ question: 'note' })
    expect([open.input.text, open.input.keeping, open.session.saved.kind]).toEqual([
      '门口有柴',
      'keeping',
      'not_saved',
    ])
  })

  it('of a quantity and a price is seen as it was typed', async () => {
    await open.goTo('new line')
    await open.input.digit(2)
    await open.input.digit(1)
    await nextTick()
    open.input.text = '400*6'
    await open.input.next()
    const [line] = open.interview.record.answers.lines.keys()
    await open.goTo({ question: 'amount_yuan', line: line ?? '' })
    expect(open.input.text).toBe('400*6')
    const { length } = open.interview.changes
    await open.input.next()
    expect(open.interview.changes).toHaveLength(length)
  })

  it('as a reason waits for the answer it is for', async () => {
    open.interview.reason = '先听错了'
    await open.interview.typed.flush()
    await afterPowerCut()
    expect(open.interview.reason).toBe('先听错了')
    await open.goTo({ question: 'food_enough' })
    await open.input.digit(1)
    expect(open.written('food_enough').map(({ reason }) => reason)).toEqual(['先听错了'])
    expect(open.interview.reason).toBe('')
  })
})
