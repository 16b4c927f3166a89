import type { ImportedRoster } from '../application/roster/importRoster'
import type { Texts } from '../application/texts/Texts'
import type { RosterHousehold, RosterMember } from '../domain/roster/Roster'
import type { Problem } from '../domain/shared/Problem'
import type { Json } from '../domain/shared/Json'

/** The document that `yihu roster --json` prints. */
export function rosterJson({ rows, households, problems }: ImportedRoster, texts: Texts): Json {
  return {
    rows: { ...rows },
    households: households.map(household),
    problems: problems.map((one) => problem(one, texts)),
  }
}

function household(household: RosterHousehold): Json {
  return {
    id: household.id,
    ...(household.weakKey === true ? { weakKey: true } : {}),
    headName: household.headName,
    status: household.status,
    exitYear: household.exitYear,
    identifiedYear: household.identifiedYear,
    village: household.village,
    registryIncome: household.registryIncome,
    members: household.members.map(member),
  }
}

function member({ id, name, idNumber, relation, birthDate, sex }: RosterMember): Json {
  return { id, name, idNumber, relation, birthDate, sex }
}

/** A problem with its words, as every command's `--json` prints it. */
export function problem(problem: Problem, texts: Texts): Json {
  const { code, severity, place, value } = problem
  const base = {
    code,
    severity,
    file: place.file ?? null,
    sheet: place.sheet ?? null,
    cell: place.cell ?? null,
    line: place.line ?? null,
    value,
  }
  return { ...base, ...texts.problem(problem) }
}
