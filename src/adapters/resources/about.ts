import licence from '../../../LICENSE?raw'
import problems from '../../../resources/texts/problems.zh-CN.json'
import type { AboutPort, Edition, EditionOf } from '../../application/about/About'
import type { Notice } from '../../application/about/Notice'
import { canonicalText } from '../../domain/changes/canonicalText'
import { digest } from '../../domain/shared/digest'
import { AREA_FORMS } from './areaForms'
import { currentForm } from './instruments'
import { STANDARDS } from './standards'

/** Written by the build beside the page. */
const NOTICES = '/notices.json'

/** What the app says of itself: from its resources, and from the list of licences that its build made. */
export const ABOUT: AboutPort = {
  editions: listEditions,
  problemCodes: Object.keys(problems),
  licence,
  notices: fetchNotices,
}

function listEditions(): readonly Edition[] {
  const assessment = currentForm('assessment').data
  const census = currentForm('census').data
  const { village, county } = AREA_FORMS
  return [
    editionOf('standards', STANDARDS.standards.edition, STANDARDS),
    editionOf('assessment', assessment.version, assessment),
    editionOf('census', census.version, census),
    editionOf('village', village.version, village),
    editionOf('county', county.version, county),
  ]
}

function editionOf(of: EditionOf, version: string, content: unknown): Edition {
  return { of, version, hash: digest(canonicalText(content)) }
}

async function fetchNotices(): Promise<readonly Notice[] | null> {
  const response = await fetch(NOTICES)
  // A development server answers with the page itself.
  const isList = response.ok && response.headers.get('content-type')?.includes('json') === true
  return isList ? ((await response.json()) as readonly Notice[]) : null
}
