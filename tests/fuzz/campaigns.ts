import { hostileFiles } from './hostileFiles'
import { judgeFile, type Judgement } from './judgeFile'
import { judgeList } from './lists/judgeList'
import { oddLists } from './lists/oddLists'

/** What a campaign tries under a seed: numbered inputs, the same on every machine. */
export interface Trial {
  judge(number: number): Judgement
  story(number: number): string
  files(number: number): readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** `bytes`: spoilt files, which must not crash or lose rows. `lists`: correct lists made odd, which must say the same. */
export const CAMPAIGNS = {
  async bytes(seed: number): Promise<Trial> {
    const fileOf = await hostileFiles(seed)
    return {
      judge: (number) => judgeFile(fileOf(number)),
      story: (number) => fileOf(number).story,
      files: (number) => [fileOf(number)],
    }
  },
  async lists(seed: number): Promise<Trial> {
    const listOf = oddLists(seed)
    return {
      judge: (number) => judgeList(listOf(number)),
      story: (number) => listOf(number).story,
      files: (number) => listOf(number).files,
    }
  },
} as const

export type CampaignName = keyof typeof CAMPAIGNS
