/** A guide: its chapters, of which the build's `guidePages` makes a module. */
declare module '*.md' {
  const chapters: unknown
  export default chapters
}
