import { join } from 'node:path'
import type { RosterHash, RosterPart, RosterVillage } from '../../application/store/ProjectStore'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { isSoundPart, rosterHash } from '../crypto/rosterHash'
import { parseStored } from '../files/FileTrouble'
import { makeFolder, listFolder, readIfThere, writeDurably } from './folderFiles'

type Contents = RosterPart['villages']

const CONTENTS = 'contents.json'

/** The rosters of a folder store: a folder for each, with its contents and a file for each village that is stored. */
export class RosterFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Adds what is not stored yet. Refused: `roster_damaged`, where a village does not match its digest. */
  async put(part: RosterPart): Promise<Result<RosterHash>> {
    if (!isSoundPart(part)) return refusal('roster_damaged')
    const own = rosterHash(part.villages)
    const folder = join(this.#folder, own)
    await makeFolder(folder)
    const here = new Set(await listFolder(folder))
    if (!here.has(CONTENTS)) await writeDurably(join(folder, CONTENTS), JSON.stringify(part.villages))
    for (const { village, households } of part.present) {
      const name = villageFile(part.villages, village)
      if (!here.has(name)) await writeDurably(join(folder, name), JSON.stringify(households))
    }
    return success(own)
  }

  async part(own: RosterHash, wanted: ReadonlySet<string>): Promise<RosterPart | undefined> {
    const contents = await this.#contents(own)
    if (contents === undefined) return undefined
    const present: RosterVillage[] = []
    for (const { village } of contents) {
      const households = wanted.has(village) ? await this.village(own, village) : undefined
      if (households !== undefined) present.push({ village, households })
    }
    return { villages: contents, present }
  }

  /** The names of the villages whose households are stored. */
  async villages(own: RosterHash): Promise<readonly string[] | undefined> {
    const contents = await this.#contents(own)
    const here = new Set(await listFolder(join(this.#folder, own)))
    return contents
      ?.map(({ village }) => village)
      .filter((village) => here.has(villageFile(contents, village)))
  }

  async village(own: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    const contents = await this.#contents(own)
    if (contents === undefined) return undefined
    const found = await this.#parsed(own, villageFile(contents, village))
    return found as readonly RosterHousehold[] | undefined
  }

  async #contents(own: RosterHash): Promise<Contents | undefined> {
    return (await this.#parsed(own, CONTENTS)) as Contents | undefined
  }

  async #parsed(own: RosterHash, name: string): Promise<unknown> {
    const path = join(this.#folder, own, name)
    const bytes = await readIfThere(path)
    return bytes && parseStored(path, bytes.toString('utf8'))
  }
}

function villageFile(contents: Contents, village: string): string {
  return `${contents.findIndex((each) => each.village === village)}.json`
}
