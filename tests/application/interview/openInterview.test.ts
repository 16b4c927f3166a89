import { beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { CURRENT_INSTRUMENT } from '../../../src/adapters/resources/instruments'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { listHouseholds, type HouseholdRow } from '../../../src/application/households/listHouseholds'
import { openInterview } from '../../../src/application/interview/openInterview'
import { beginInterview, recordAnswers } from '../../../src/application/interview/recordAnswers'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { stateOf } from '../../../src/domain/interview/Interview'
import { duplicatesIn } from '../../../src/domain/team/conflictsIn'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'
import { valueOf } from '../../contracts/projectStoreContract'

const HOUSEHOLD = aHousehold({ id: 'h1' })
let store: ProjectStore
beforeEach(async () => {
  store = await aMemoryProject([HOUSEHOLD], [])
})

async function opened(copy: string) {
  return valueOf(await openInterview(store, 'h1', 'first', copy, '甲'))
}

function begun(id: string) {
  return beginInterview(store, id, CURRENT_INSTRUMENT, AUTHOR)
}

async function answered(id: string): Promise<void> {
  const bedding = { ref: { question: 'bedding' }, value: 'enough', evidence: 'observed' } as const
  valueOf(await recordAnswers(store, id, [bedding], AUTHOR))
}

async function row(): Promise<HouseholdRow | undefined> {
  const versions = { roster: '', instrument: '1', standards: '', rules: '' }
  const ports = { rules: RULES, person: '甲', versions, digest, pause: () => Promise.resolve() }
  for await (const village of listHouseholds(store, ports)) return village[0]
  return undefined
}

async function changes() {
  return (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
}

describe('an interview that is opened', () => {
  it('leaves no trace before something is written in it', async () => {
    expect(await opened('a')).toEqual({ id: 'h1/first/a', changes: [] })
    expect(await changes()).toEqual([])
    expect((await row())?.summary).toBeNull()
  })

  it('is the existing one once something was written in it', async () => {
    valueOf(await begun('h1/first/a'))
    await answered('h1/first/a')
    expect(await opened('b')).toEqual({ id: 'h1/first/a', changes: await changes() })
    expect((await row())?.summary).toMatchObject({ conclusion: 'not_interviewed', outcome: null })
  })
})

describe('an interview of which there is the beginning alone', () => {
  beforeEach(async () => valueOf(await begun('h1/first/empty')))

  it('is no visit, and no interview to go on with', async () => {
    expect((await row())?.summary).toBeNull()
    expect((await opened('b')).id).toBe('h1/first/b')
  })

  it('stands in the way of no other: nothing has to be chosen, and the other one is judged', async () => {
    valueOf(await begun('h1/first/b'))
    await answered('h1/first/b')
    expect(duplicatesIn('h1', await changes())).toEqual([])
    const { interview } = assessHousehold(HOUSEHOLD, await changes(), RULES)
    expect(stateOf(interview, interview.household, 'bedding')).toMatchObject({ state: 'answered' })
  })
})
