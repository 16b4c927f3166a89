import places from '../../../resources/help/places.json'
import type { GuideChapter, GuidePort } from '../../application/help/Guide'

/** The guide that was built into the app; a language's text is loaded when it is asked for. */
export const GUIDE: GuidePort = {
  places: places.places,
  async chapters(language) {
    const guide =
      language === 'en'
        ? await import('../../../docs/guide.en.md')
        : await import('../../../docs/guide.zh-CN.md')
    return guide.default as readonly GuideChapter[]
  },
}
