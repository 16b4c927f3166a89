import type { Language } from '../texts/Texts'

/** A chapter of the user guide, made from `docs/guide.*.md` when the app was built. */
export interface GuideChapter {
  /** The same in every language: `interview`. */
  readonly name: string
  /** With its number: `6. 入户`. */
  readonly title: string
  readonly sections: readonly GuideSection[]
  /** Without its title. Sections begin with `<h3 data-section="name">`, links to chapters and sections are `<a href="#name">`. */
  readonly html: string
}

export interface GuideSection {
  readonly name: string
  readonly title: string
}

/** The guide inside the app. */
export interface GuidePort {
  /** The chapter or section for each page of the app, by the page's route. */
  readonly places: Readonly<Record<string, string>>
  chapters(language: Language): Promise<readonly GuideChapter[]>
}
