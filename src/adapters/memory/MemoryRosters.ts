import type { RosterDocument, RosterHash, RosterPart } from '../../application/store/ProjectStore'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { isSoundPart, rosterHash, villageHash } from '../crypto/rosterHash'

/** Roster documents with those of their villages that were given. */
export class MemoryRosters {
  readonly #documents = new Map<RosterHash, RosterPart>()

  put(document: RosterDocument): Result<RosterHash> {
    const present = [...document.villages]
    const villages = present.map((each) => ({ village: each.village, digest: villageHash(each) }))
    return this.putPart({ villages, present })
  }

  putPart(part: RosterPart): Result<RosterHash> {
    if (!isSoundPart(part)) return refusal('roster_damaged')
    const hash = rosterHash(part.villages)
    const here = [...(this.#documents.get(hash)?.present ?? []), ...part.present]
    const byName = new Map(here.map((each) => [each.village, each]))
    const present = part.villages.flatMap(({ village }) => byName.get(village) ?? [])
    this.#documents.set(hash, { villages: part.villages, present })
    return success(hash)
  }

  part(hash: RosterHash, villages: ReadonlySet<string>): RosterPart | undefined {
    const kept = this.#documents.get(hash)
    const present = kept?.present.filter(({ village }) => villages.has(village)) ?? []
    return kept && { villages: kept.villages, present }
  }

  villages(hash: RosterHash): readonly string[] | undefined {
    return this.#documents.get(hash)?.present.map(({ village }) => village)
  }

  village(hash: RosterHash, village: string): readonly RosterHousehold[] | undefined {
    return this.#documents.get(hash)?.present.find((each) => each.village === village)?.households
  }
}
