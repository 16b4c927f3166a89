import { describe, expect, it } from 'vitest'
import { GUIDE } from '../../../src/adapters/resources/guide'
import type { GuideChapter } from '../../../src/application/help/Guide'
import type { Updates } from '../../../src/application/update/Updates'
import { createAppRouter } from '../../../src/ui/app/router'

const chinese = await GUIDE.chapters('zh-CN')
const english = await GUIDE.chapters('en')

function namesOf(chapters: readonly GuideChapter[]): readonly string[] {
  return chapters.flatMap(({ name, sections }) => [name, ...sections.map((each) => `${name}/${each.name}`)])
}

describe('the guide in the app', () => {
  it('has the same chapters and sections in both languages, under the same numbers', () => {
    expect(namesOf(english)).toEqual(namesOf(chinese))
    const numbers = (chapters: readonly GuideChapter[]) => chapters.map(({ title }) => parseInt(title))
    expect(numbers(chinese)).toEqual(chinese.map((_, index) => index + 1))
    expect(numbers(english)).toEqual(numbers(chinese))
  })

  it('speaks of every page of the app', () => {
    // Where the app is installed there is one more.
    const routes = createAppRouter({ updates: {} as Updates })
      .getRoutes()
      .flatMap(({ name }) => (name === undefined ? [] : [String(name)]))
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter((name) => !(name in GUIDE.places))).toEqual([])
  })

  it('has the place that each page leads to', () => {
    const places = chinese.flatMap(({ name, sections }) => [name, ...sections.map((each) => each.name)])
    expect(Object.values(GUIDE.places).filter((place) => !places.includes(place))).toEqual([])
  })

  it('shows its pictures in their size, and nothing that a page could run or that styles itself', () => {
    const html = chinese.map((each) => each.html).join('')
    expect(html.match(/<img src="[^"]*\.png[^"]*" alt="[^"]+" width="\d+" height="\d+">/g)?.length).toBe(
      html.match(/<img/g)?.length,
    )
    for (const text of [html, english.map((each) => each.html).join('')])
      expect(text).not.toMatch(/<script|style=|\son\w+=|javascript:|<iframe|href="(?!#)/)
  })
})
