import type { GuideChapter } from '../../application/help/Guide'

/** A chapter with its text, as it is shown and searched. */
export interface OpenChapter extends GuideChapter {
  readonly content: DocumentFragment
  /** All of the content's text: places in it are those of `textRange`. */
  readonly text: string
}

/** Chapters ready to be shown. Their HTML was made from the app's own guide by its build. */
export function openChapters(chapters: readonly GuideChapter[]): readonly OpenChapter[] {
  return chapters.map((chapter) => {
    const template = document.createElement('template')
    template.innerHTML = chapter.html
    return { ...chapter, content: template.content, text: template.content.textContent ?? '' }
  })
}

/** The chapter of that name, or the one with a section of that name. */
export function chapterOf(chapters: readonly OpenChapter[], name: string): OpenChapter | undefined {
  return chapters.find((each) => each.name === name || each.sections.some((part) => part.name === name))
}
