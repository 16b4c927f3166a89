/** A guide, as the build's `guidePages` makes a module of it. */
declare module '*.md' {
  const chapters: readonly import('../../application/help/Guide').GuideChapter[]
  export default chapters
}
