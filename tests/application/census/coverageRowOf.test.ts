import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { rulesOf } from '../../../src/adapters/resources/rulesOf'
import { coverageRowOf } from '../../../src/application/census/coverageRowOf'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { listHouseholds } from '../../../src/application/households/listHouseholds'
import { addElement, beginInterview, recordAnswers } from '../../../src/application/interview/recordAnswers'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'
import { valueOf } from '../../contracts/projectStoreContract'

describe('a household of a census as coverage counts it', () => {
  it('has its outcome, whether the list has it, and the ID numbers of members whom the interview added', async () => {
    const listed = aHousehold({ id: '5201010001' })
    const store = await aMemoryProject([listed], [])
    const found = valueOf(
      await addFoundHousehold(store, { headName: '赵', status: null, place: listed }, 'a', AUTHOR),
    )
    const interview = `${listed.id}/first/1`
    valueOf(await beginInterview(store, interview, 'census-1', AUTHOR))
    const said = (question: string, value: string) =>
      ({ ref: { question }, value, evidence: 'respondent' }) as const
    valueOf(await recordAnswers(store, interview, [said('visit_outcome', 'enumerated')], AUTHOR))
    const member = [said('member_status', 'new'), said('id_number', '52010119900101001X')]
    valueOf(await addElement(store, interview, 'members', 'new-1', member, AUTHOR))
    const settings = { kind: 'census', asOf: '2020-12-31', region: 'west', salt: 'x' } as const
    const ports = {
      rules: valueOf(rulesOf(settings)),
      person: AUTHOR.person,
      versions: { roster: '', instrument: 'census-1', standards: '', rules: '' },
      digest,
      pause: () => Promise.resolve(),
    }
    const rows = []
    for await (const ofVillage of listHouseholds(store, ports)) rows.push(...ofVillage.map(coverageRowOf))
    const own = listed.members.flatMap(({ idNumber }) => idNumber ?? [])
    expect(rows.map(({ household, isFound, outcome, ids }) => [household, isFound, outcome, ids])).toEqual([
      [listed.id, false, 'enumerated', [...own, '52010119900101001X']],
      [found, true, null, []],
    ])
    expect(new Set(rows.map(({ township }) => township))).toEqual(
      new Set([`${listed.county ?? ''}/${listed.township ?? ''}`]),
    )
  })
})
