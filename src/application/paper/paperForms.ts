import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { Forms } from '../../domain/instrument/Forms'
import { BEGUN } from '../../domain/interview/bookkeeping'
import { paperIn, type TakenOnPaper } from '../../domain/interview/paper'
import { compareEntries, type ComparedEntries } from '../../domain/rounds/compareEntries'
import { isDrawnForSecondEntry } from '../../domain/rounds/drawSecondEntry'
import { bareName } from '../../domain/shared/isSameName'
import { recordOfRound } from '../assess/assessHousehold'
import { partsOf, readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
import { isRoundClosed, outcomeOf, roundChanges } from '../rounds/roundChanges'
import type { ProjectStore } from '../store/ProjectStore'

/** A household's paper form, and what became of its entries. */
export interface PaperFormState {
  readonly household: string
  readonly paper: TakenOnPaper
  /** The first entry is finished. */
  readonly isClosed: boolean
  readonly isDrawn: boolean
  /** The entry by a second person; null before it began. */
  readonly second: SecondEntry | null
  /** Once both entries are finished, by two people. */
  readonly compared: ComparedEntries | null
}

export interface SecondEntry {
  readonly by: string
  readonly isClosed: boolean
  /** Somebody of the first entry wrote in it, as a package may bring it: it is no second look. */
  readonly isBySame: boolean
}

/** The project's paper forms, and how many of them are entered twice. */
export interface PaperForms {
  /** In percent: what the lead chose, else the usual share. */
  readonly sharePercent: number
  /** By the households' ids. */
  readonly forms: readonly PaperFormState[]
}

/** All paper forms of the project. `usualShare`: percent that are entered twice where the lead chose nothing; `seed` draws them. */
export async function paperForms(
  store: ProjectStore,
  known: Forms,
  { seed, usualShare }: { readonly seed: string; readonly usualShare: number },
  digest: (text: string) => string,
): Promise<PaperForms> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const chosen = project.get(PROJECT_FACTS.secondEntryShare.path)?.heads.at(-1)
  const sharePercent = readFact(PROJECT_FACTS.secondEntryShare, chosen) ?? usualShare
  const named = [...project.keys()].flatMap((path) => partsOf(PROJECT_FACTS.paper, path) ?? [])
  const changes = await store.changesOfHouseholds(named)
  const forms = named.toSorted().flatMap((household) => {
    const found = paperForm(household, changes.get(household) ?? [], known)
    if (found === null) return []
    return [{ ...found, isDrawn: isDrawnForSecondEntry(household, { seed, sharePercent }, digest) }]
  })
  return { sharePercent, forms }
}

/** What was said of a household's paper form; null where it has none. */
export async function paperOf(
  store: ProjectStore,
  household: string,
  forms: Forms,
): Promise<TakenOnPaper | null> {
  return (
    firstOnPaper((await store.changesOfHouseholds([household])).get(household) ?? [], forms)?.paper ?? null
  )
}

function paperForm(
  household: string,
  changes: readonly Change[],
  forms: Forms,
): Omit<PaperFormState, 'isDrawn'> | null {
  const onPaper = firstOnPaper(changes, forms)
  if (onPaper === null) return null
  const { first, paper } = onPaper
  const firstChanges = roundChanges(changes, 'first')
  const isClosed = isRoundClosed(firstChanges)
  const secondChanges = roundChanges(changes, 'entry')
  const second = recordOfRound(changes, 'entry', forms)
  const isSecondClosed = isRoundClosed(secondChanges)
  const by = outcomeOf(secondChanges)?.person ?? secondChanges[0]?.person
  const instrument = forms.instrumentOf(first.instrumentVersion ?? '')
  const isBySame = haveOneWriter(firstChanges, secondChanges)
  const areBoth = isClosed && isSecondClosed && !isBySame && second !== undefined && instrument !== undefined
  return {
    household,
    paper,
    isClosed,
    second: by === undefined ? null : { by, isClosed: isSecondClosed, isBySame },
    compared: areBoth ? compareEntries(first.answers, second.answers, instrument) : null,
  }
}

/** The first round's interview that counts, where it was taken on paper. */
function firstOnPaper(changes: readonly Change[], forms: Forms) {
  const first = recordOfRound(changes, 'first', forms)
  const paper = first && paperIn(changes.filter(({ entityId }) => entityId === first.id))
  return first === undefined || paper === undefined || paper === null ? null : { first, paper }
}

/** Whether somebody wrote in both; a file's interviews are begun by whoever reads the file. */
function haveOneWriter(first: readonly Change[], second: readonly Change[]): boolean {
  const writers = (changes: readonly Change[]) =>
    changes.filter(({ path }) => path !== BEGUN).map(({ person }) => bareName(person))
  const ofFirst = new Set(writers(first))
  return writers(second).some((name) => ofFirst.has(name))
}
