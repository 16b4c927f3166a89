import { rulesOf } from '../../src/adapters/resources/rulesOf'
import { adoptRoster, villageOf } from '../../src/application/roster/adoptRoster'
import { assessProject } from '../../src/application/assess/assessProject'
import { assignVillages } from '../../src/application/team/assignment/assign'
import { allChanges } from '../../src/application/team/packages/signSegments'
import type { Change } from '../../src/domain/changes/Change'
import { aHousehold } from '../builders/aHousehold'
import { aTeam, type Laptop } from '../builders/aTeam'
import { valueOf } from '../contracts/projectStoreContract'

/** Of the attacker's village, and of the honest assessor's. */
export const OWN = ['5201010001', '5201010002']
export const OTHERS = ['5201010101', '5201010102']

const RULES = valueOf(rulesOf({ kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: 'x' }))

/**
 * A team at work: the lead has assigned a village each, both have answered, and everything is merged. The first assessor is the
 * attacker: a member of the roll, with real keys and an app that writes anything.
 */
export class AttackWorld {
  #day = 0

  private constructor(
    readonly lead: Laptop,
    readonly attacker: Laptop,
    readonly honest: Laptop,
  ) {}

  static async open(): Promise<AttackWorld> {
    const { lead, first, second } = await aTeam()
    const list = [
      ...OWN.map((id) => aHousehold({ id, village: '西村' })),
      ...OTHERS.map((id) => aHousehold({ id, village: '东村' })),
    ]
    valueOf(await adoptRoster(lead.store, list, lead.author))
    valueOf(await assignVillages(lead.store, [villageOf(list[0] ?? aHousehold())], first.name, lead.author))
    valueOf(await assignVillages(lead.store, [villageOf(list[2] ?? aHousehold())], second.name, lead.author))
    const world = new AttackWorld(lead, first, second)
    for (const laptop of [first, second]) await world.update(laptop)
    await first.answer(OWN[0] ?? '', 'food_enough', 'all_year')
    await second.answer(OTHERS[0] ?? '', 'food_enough', 'all_year')
    for (const laptop of [first, second]) await lead.merge(await laptop.send(lead))
    return world
  }

  /** Everything that the lead knows. */
  async known(): Promise<readonly Change[]> {
    const { store } = this.lead
    const found: Change[] = []
    for await (const part of allChanges(store, await store.householdsWithChanges())) found.push(...part)
    return found
  }

  /** The lead's package for a laptop, taken there. */
  async update(laptop: Laptop): Promise<readonly string[]> {
    return laptop.merge(await this.lead.send(laptop, null, 'assignment'))
  }

  /** Everything goes on for those who are honest; what does not is reported. */
  async goesOn(): Promise<readonly string[]> {
    const { lead, honest } = this
    this.#day += 1
    const faults: string[] = []
    const answer = this.#day % 2 === 0 ? 'all_year' : 'some_months_short'
    const [change] = await honest.answer(OTHERS[0] ?? '', 'food_enough', answer)
    const taken = await lead.merge(await honest.send(lead))
    if (taken[0] !== 'sound') faults.push(`the honest package: ${taken.join()}`)
    if (change !== undefined && !lead.store.knownChanges().hasChange(change))
      faults.push('its answer is not there')
    await lead.answer(OWN[1] ?? '', 'bedding', this.#day % 2 === 0 ? 'enough' : 'short')
    const updated = await this.update(honest)
    if (updated[0] !== 'sound') faults.push(`the lead’s package: ${updated.join()}`)
    if ((await honest.state()) !== (await lead.state()))
      faults.push('the honest laptop differs from the lead’s')
    for await (const { judgement } of assessProject(lead.store, RULES))
      if (judgement.conclusion === undefined) faults.push('a household is not judged')
    return faults
  }
}
