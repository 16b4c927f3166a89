import { describe, expect, it } from 'vitest'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { isDescribed } from '../../../src/application/facts/factOf'
import { additionalId, type AdditionalContent } from '../../../src/domain/instrument/AdditionalForm'
import type { Change, Entity } from '../../../src/domain/changes/Change'
import type { Json } from '../../../src/domain/shared/Json'

const ID = `${'a'.repeat(32)}:1`

function isTaken(entity: Entity, path: string, value: Json, entityId = 'project'): boolean {
  const said = { id: ID, lamport: 1, entity, entityId, path, value, replaces: [], person: '甲', at: '' }
  return isDescribed(said as Change, KNOWN_FORMS)
}

/** Additional groups with one question. */
function additional(name: string, more: Readonly<Record<string, Json>> = {}): Json {
  const words = { 'zh-CN': '题', en: 'Question' }
  const question = {
    ...{ name, type: 'text', label: words, plain: words, serves: ['additional'] },
    ...{ evidence: ['respondent'], defaultEvidence: 'respondent', ...more },
  }
  const group = {
    name: 'x_group',
    label: words,
    scope: 'household',
    relevant: '${is_interview}',
    questions: [question],
  }
  const content = { title: words, choices: {}, groups: [group] }
  return { ...content, id: additionalId(content as AdditionalContent) } as Json
}

describe('what no fact describes', () => {
  it.each<[Entity, string, Json]>([
    ['project', 'settings', {}],
    ['project', 'settings/unheard_of', 'x'],
    ['project', 'totals/x', 1],
    ['project', 'roll/x/recipient/more', 'x'],
    ['project', 'village/甲村/unheard_of', 'x'],
    ['project', '__proto__', 'x'],
    ['project', 'constructor', 'x'],
    ['household', 'determination', 'wrong_exit'],
    ['household', 'determination/unheard_of', 'wrong_exit'],
    ['household', 'chosen/fourth', 'x'],
    ['household', 'visit_outcome', 'completed'],
    ['visit', 'determination', 'wrong_exit'],
    ['visit', 'anything', 'x'],
    ['person', 'phone', '1'],
    ['interview', 'unheard_of', 'x'],
    ['interview', 'income_kind', 'wage'],
    ['interview', 'members/m1/food_enough', 'all_year'],
    ['interview', 'lines/m1/insurance', 'yes'],
    ['interview', 'lines/l1/income_kind/more', 'wage'],
    ['interview', 'given_for', 'x'],
    ['interview', 'overrides/x/others/y', 'x'],
    ['interview', 'lines/l1/x_care', 'yes'],
    ['interview', 'paper', { takenOn: '2020-13-01', askedBy: '甲' }],
    ['project', 'second_entry_share', 101],
    ['project', 'settings/additional', { ...(additional('x_care') as object), id: '0123456789ab' }],
    ['project', 'settings/additional', additional('food_enough')],
    ['project', 'settings/additional', additional('x_care', { default: 'yes' })],
  ])('of %s at %s is nothing', (entity, path, value) => {
    expect(isTaken(entity, path, value)).toBe(false)
  })
})

describe('a value that a fact cannot have', () => {
  it.each<[Entity, string, Json]>([
    ['project', 'roster', 'not a hash'],
    ['project', 'settings/as_of', '31.12.2020'],
    ['project', 'roll/x/names', []],
    ['project', 'stages/county_applies', 5],
    ['project', 'area/county/townships', ['12']],
    ['project', 'closed/测县%2F甲乡%2F石村', true],
    ['project', 'closed/county', { households: [1] }],
    ['household', 'found', { household: {} }],
    ['household', 'found', { household: { id: '5201010001' } }],
    ['household', 'moved/m1', { to: 'x' }],
    ['household', 'determination/suspicion', 'wrong_inclusion'],
    ['household', 'enquiries/x', 'why'],
    ['household', `contacts/${ID}`, { way: 'door', result: 'nobody' }],
    ['household', `contacts/${ID}`, { way: 'door', result: 'appointment', appointment: 'soon', note: '' }],
    ['household', 'rebuttal', { text: 1, pictures: [] }],
    ['interview', 'food_enough', { deep: {} }],
    ['interview', 'food_enough', true],
    ['interview', 'begun', 1],
    ['interview', 'read/l1/x', false],
    ['interview', 'given_for/x', 'no hash'],
    ['interview', 'notes/x/food_enough', 5],
  ])('of %s at %s is nothing', (entity, path, value) => {
    expect(isTaken(entity, path, value)).toBe(false)
  })

  it('is another name than the one that the list calls a person by', () => {
    expect(isTaken('person', 'name', '组长', '甲')).toBe(false)
    expect(isTaken('person', 'name', '甲', '甲')).toBe(true)
  })
})

describe('what is described', () => {
  it.each<[Entity, string, Json]>([
    ['project', 'settings/chosen/line_2020', 4000],
    ['project', 'assigned/village/甲%2F乙', null],
    ['project', 'quality/too_short', 5],
    ['project', 'area/测县%2F甲乡%2F石村/hard_road', 'yes'],
    ['project', 'area/county/townships', null],
    ['project', 'closed/county', { households: [] }],
    ['project', 'closed/测县%2F甲乡%2F石村', null],
    ['household', 'chosen/first', '1/first/1'],
    ['household', `contacts/${ID}`, { way: 'door', result: 'nobody', appointment: null, note: '' }],
    ['household', `contacts/${ID}`, null],
    ['household', `enquiries/${ID}/answer`, '三月'],
    ['interview', 'food_enough', 'all_year'],
    ['interview', 'food_enough', null],
    ['interview', 'signature', [[1, 2]]],
    ['interview', 'members/m1/insurance', 'yes'],
    ['interview', `lines/${ID}/amount_yuan`, 1.5],
    ['interview', `lines/${ID}`, null],
    ['interview', 'draft/lines/l1/amount_yuan', '1'],
    ['interview', `notes/${ID}/members/m1/insurance`, '去年'],
    ['interview', 'returned/members/m1', false],
  ])('of %s at %s is said', (entity, path, value) => {
    expect(isTaken(entity, path, value)).toBe(true)
  })
})

describe('additional questions and paper forms', () => {
  it.each<[Entity, string, Json]>([
    ['project', 'settings/additional', additional('x_care')],
    ['project', 'settings/additional', null],
    ['interview', 'x_care', 'yes'],
    ['interview', 'members/m1/x_care', ['meals']],
    ['interview', 'begun', '1+0123456789ab'],
    ['interview', 'paper', { takenOn: '2020-07-15', askedBy: '甲' }],
    ['project', 'paper/h1', true],
    ['project', 'second_entry_share', 20],
  ])('of %s at %s are taken, whoever knows the groups', (entity, path, value) => {
    expect(isTaken(entity, path, value, entity === 'interview' ? 'h1/first/a' : 'project')).toBe(true)
  })
})
