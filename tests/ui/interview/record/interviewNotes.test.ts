import { beforeEach, describe, expect, it } from 'vitest'
import { anOpenInterview } from '../../../builders/anOpenInterview'

let open: Awaited<ReturnType<typeof anOpenInterview>>

beforeEach(async () => {
  open = await anOpenInterview()
  await open.goTo({ question: 'insurance', member: 'm1' })
})

async function note(text: string): Promise<void> {
  open.interview.noteText = text
  expect(await open.interview.keepNote()).toBe(true)
}

function texts(): readonly string[] {
  return open.interview.notesHere.map(({ text }) => text)
}

describe('notes', () => {
  it('stand beside their question, any number of them, and answer nothing', async () => {
    await note('卡在儿子手里')
    await note('镇上补办')
    expect(texts()).toEqual(['卡在儿子手里', '镇上补办'])
    expect(open.interview.notes.map(({ about, by }) => [about, by])).toEqual([
      ['members/m1/insurance', '甲'],
      ['members/m1/insurance', '甲'],
    ])
    expect(open.interview.stateIn({ question: 'insurance', member: 'm1' }).state).toBe('unanswered')
    await open.goTo({ question: 'food_enough' })
    expect(texts()).toEqual([])
  })

  it('are taken away one by one, and put back by Backspace', async () => {
    await note('卡在儿子手里')
    await note('镇上补办')
    const [first] = open.interview.notesHere
    if (first !== undefined) await open.interview.removeNote(first)
    expect(texts()).toEqual(['镇上补办'])
    await open.input.undo()
    expect(texts()).toEqual(['卡在儿子手里', '镇上补办'])
    await open.input.undo()
    expect(texts()).toEqual(['卡在儿子手里'])
  })

  it('that are being typed are kept beside their question', async () => {
    open.interview.noteText = '卡在'
    expect(open.interview.noteKeeping).toBe('keeping')
    await open.interview.typed.flush()
    expect(open.interview.noteKeeping).toBe('kept')
    await open.goTo({ question: 'food_enough' })
    expect(open.interview.noteText).toBe('')
    await open.goTo({ question: 'insurance', member: 'm1' })
    expect(open.interview.noteText).toBe('卡在')
    await open.interview.keepNote()
    expect([open.interview.noteText, texts()]).toEqual(['', ['卡在']])
  })
})
