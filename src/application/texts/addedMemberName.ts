import type { Texts } from './Texts'

/** What somebody is called whom an interview added and nobody has named yet: `新增的人 1`, for the key `new-1`. */
export function addedMemberName(label: string | undefined, texts: Texts): string {
  const nth = /^new-(\d+)$/.exec(label ?? '')?.[1]
  const words = texts.term('marks', 'addedMember')
  return nth === undefined ? words : `${words} ${nth}`
}
