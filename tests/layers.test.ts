import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { PROJECT_FOLDER } from '../electron/launch/projectFolder'

const eslint = new ESLint({
  cwd: PROJECT_FOLDER,
  // The texts below belong to no project of types.
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: untyped(),
  },
})

function untyped(): Record<string, 'off'> {
  const names = [
    'no-floating-promises',
    'no-misused-promises',
    'await-thenable',
    'switch-exhaustiveness-check',
  ]
  return Object.fromEntries(names.map((name) => [`@typescript-eslint/${name}`, 'off' as const]))
}

async function rulesBrokenBy(filePath: string, text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath })
  return [...new Set((result?.messages ?? []).map((message) => message.ruleId))]
}

describe('the layers', () => {
  it.each([
    ['src/domain/a.ts', '../application/b'],
    ['src/domain/roster/a.ts', '../../adapters/b'],
    ['src/domain/a.ts', 'node:fs'],
    ['src/domain/a.ts', 'dexie'],
    ['src/application/a.ts', '../adapters/memory/b'],
    ['src/application/a.ts', '../ui/b'],
    ['src/application/a.ts', 'node:fs'],
    ['src/ui/county/a.ts', '../../adapters/dexie/b'],
    ['src/ui/a.ts', '../../electron/ipc-contract'],
    ['src/adapters/a.ts', '../ui/b'],
    ['src/adapters/a.ts', '../../electron/main/journal'],
    ['src/adapters/a.ts', '../main'],
    ['electron/main/a.ts', '../../src/domain/b'],
  ])('forbid %s to import %s', async (file, imported) => {
    expect(await rulesBrokenBy(file, `import '${imported}'\n`)).toEqual(['no-restricted-imports'])
  })

  it.each([
    ['src/domain/interview/a.ts', '../shared/Json'],
    ['src/domain/a.ts', '@stdlib/stats'],
    ['src/application/a.ts', '../domain/b'],
    ['src/adapters/dexie/a.ts', '../../application/b'],
    ['src/adapters/platform/electron/a.ts', '../../../../electron/ipc-contract'],
    ['src/adapters/folder/a.ts', '../../../electron/disk/files'],
    ['src/ui/a.ts', '../application/b'],
    ['src/main.ts', './adapters/dexie/b'],
    ['electron/main/a.ts', '../ipc-contract'],
  ])('let %s import %s', async (file, imported) => {
    expect(await rulesBrokenBy(file, `import '${imported}'\n`)).toEqual([])
  })

  it.each([
    ['new Date()', 'no-restricted-syntax'],
    ['Date.now()', 'no-restricted-syntax'],
    ['Math.random()', 'no-restricted-syntax'],
    ['console.log(1)', 'no-restricted-globals'],
    ['setTimeout(() => {}, 1)', 'no-restricted-globals'],
  ])('keep %s out of the domain', async (expression, rule) => {
    expect(await rulesBrokenBy('src/domain/a.ts', `export const a = ${expression}\n`)).toEqual([rule])
  })

  it('let the domain make a date of what it was given', async () => {
    expect(await rulesBrokenBy('src/domain/a.ts', 'export const a = new Date(2020, 5, 30)\n')).toEqual([])
  })
})
