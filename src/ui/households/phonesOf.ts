import type { ListedHousehold } from '../../domain/roster/ListedHousehold'

/** The phone numbers that the list has of a household, each once, with whose they are; the household's own first. */
export function phonesOf({
  headName,
  phone,
  members,
}: ListedHousehold): readonly { readonly name: string; readonly number: string }[] {
  const all = [{ name: headName, phone }, ...members].flatMap(({ name, phone: number }) =>
    number === null || number.trim() === '' ? [] : [{ name: name ?? '—', number }],
  )
  return [...new Map([...all].reverse().map((each) => [each.number, each])).values()].reverse()
}
