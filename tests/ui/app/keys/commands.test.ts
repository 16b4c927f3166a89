import { describe, expect, it } from 'vitest'
import { FRAME_COMMANDS } from '../../../../src/ui/app/commands'
import { FEATURES } from '../../../../src/ui/app/features'
import { keysText, type CommandTable } from '../../../../src/ui/app/keys/Command'
import {
  BACKCHECKS_COMMANDS,
  BEHIND_COMMANDS,
  COUNTY_COMMANDS,
  MONITORING_COMMANDS,
  VILLAGE_COMMANDS,
} from '../../../../src/ui/county/commands'
import { HOUSEHOLDS_COMMANDS } from '../../../../src/ui/households/commands'
import { INTERVIEW_COMMANDS } from '../../../../src/ui/interview/commands'

const TABLES = FEATURES.flatMap(({ commands }) => commands ?? [])

function keysOf(table: CommandTable): readonly string[] {
  return Object.values(table).flatMap(({ keys }) => keys)
}

function shared(one: CommandTable, other: CommandTable): readonly string[] {
  return keysOf(one).filter((key) => keysOf(other).includes(key))
}

describe('the commands of a page', () => {
  it('have a key each, which no other one of the page has', () => {
    for (const table of TABLES) expect(keysOf(table)).toEqual([...new Set(keysOf(table))])
  })
  it('leave the keys of the frame around the page alone', () => {
    for (const table of TABLES) expect(shared(table, FRAME_COMMANDS)).toEqual([])
    const ofCounty = [BACKCHECKS_COMMANDS, BEHIND_COMMANDS, MONITORING_COMMANDS, VILLAGE_COMMANDS]
    for (const table of ofCounty) expect(shared(table, COUNTY_COMMANDS)).toEqual([])
  })
})

describe('keys as they are shown', () => {
  it('are the first of several, a row by its ends, a pair of arrows whole', () => {
    expect(keysText(HOUSEHOLDS_COMMANDS.interview)).toBe('⏎')
    expect(keysText(INTERVIEW_COMMANDS.choose)).toBe('1–9')
    expect(keysText(INTERVIEW_COMMANDS.groupNumber)).toBe('Alt+1–9')
    expect(keysText(INTERVIEW_COMMANDS.walk)).toBe('↑↓')
    expect(keysText(INTERVIEW_COMMANDS.leave)).toBe('Esc')
    expect(keysText(COUNTY_COMMANDS.print)).toBe('Ctrl+P')
  })
})
