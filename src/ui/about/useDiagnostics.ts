import { countProblems } from '../../application/diagnostics/countProblems'
import type { DiagnosticFacts } from '../../application/diagnostics/Diagnostics'
import { diagnosticsText, roughly } from '../../application/diagnostics/diagnosticsText'
import type { OpenProject } from '../../application/project/openProject'
import { useMessages } from '../app/i18n/useMessages'
import { useServices } from '../app/services'
import { useDevice } from '../app/session/device'
import { useSession } from '../app/session/session'
import { useHouseholds } from '../households/households'
import { useVerdictSight } from '../interview/verdictSight'

/** Gathers what a diagnostics file may say; `diagnosticsText` lets nothing else through. */
export function useDiagnostics() {
  const { platform, about, shelf, trouble, dataFormats, now } = useServices()
  const { language } = useMessages()
  const session = useSession()
  const device = useDevice()
  const households = useHouseholds()
  const verdict = useVerdictSight()

  async function makeText(): Promise<string> {
    const [machine, info, packageHash, projects] = await Promise.all([
      platform.machine(),
      platform.info(),
      platform.packageHash(),
      shelf.list(),
    ])
    const { journals, openings, errors, zoom, ...computer } = machine
    const facts: DiagnosticFacts = {
      made: now(),
      app: {
        version: info.appVersion,
        platform: platform.kind,
        packageHash,
        engines: info.engines.map(engineOf),
        editions: about.editions(),
      },
      computer: {
        ...computer,
        language: navigator.language,
        minutesFromUtc: -new Date(now()).getTimezoneOffset(),
        isStorageKept: info.isStorageKept,
        screen: { width: screen.width, height: screen.height, pixelRatio: devicePixelRatio },
        window: { width: innerWidth, height: innerHeight, zoom },
      },
      settings: {
        language: language(),
        lockMinutes: device.lockMinutes,
        isVerdictHidden: verdict.isHidden,
      },
      data: {
        formats: dataFormats,
        projects: projects.length,
        practiceProjects: projects.filter(({ isPractice }) => isPractice).length,
        journals,
        journalOpenings: openings,
      },
      openProject: session.open === null ? null : projectFacts(session.open),
      errors: trouble.errors,
      mainErrors: errors,
      problemsShown: trouble.problems,
    }
    return diagnosticsText(facts, about.problemCodes)
  }

  function projectFacts({ settings, isPractice, store }: OpenProject): DiagnosticFacts['openProject'] {
    return {
      kind: settings.kind,
      isPractice,
      households: roughly(households.rows.length),
      hasAdditionalQuestions: settings.additional !== undefined,
      saved: session.saved.kind,
      openingProblems: countProblems(store.openingProblems),
    }
  }

  return { makeText }
}

function engineOf(text: string): { readonly name: string; readonly version: string } {
  const [name = '', version = ''] = text.split(' ')
  return { name, version }
}
