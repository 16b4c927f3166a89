import { beforeAll, describe, expect, it } from 'vitest'
import { builderSettings, type BuilderSettings } from '../../../../electron/release/deb/builderSettings'
import {
  controlFile,
  desktopEntry,
  installedFolder,
  mimeTypes,
} from '../../../../electron/release/deb/debTexts'

let settings: BuilderSettings

beforeAll(async () => {
  settings = await builderSettings()
})

describe('the control file', () => {
  it('has a field a line, and a description whose every further line is indented', () => {
    const lines = controlFile(settings, '1.2.3', 400).trimEnd().split('\n')
    const description = lines.findIndex((line) => line.startsWith('Description: '))
    expect(lines.slice(0, description).every((line) => /^[A-Z][A-Za-z-]+: \S/.test(line))).toBe(true)
    expect(lines.slice(description + 1).every((line) => /^ \S/.test(line))).toBe(true)
    expect(lines).toContain('Version: 1.2.3')
    expect(lines).toContain('Installed-Size: 400')
    expect(lines.slice(description).join('')).toContain('一户')
  })

  it('puts a pre-release before its release, as dpkg compares', () => {
    expect(controlFile(settings, '1.0.0-rc.1', 1)).toContain('Version: 1.0.0~rc.1\n')
  })
})

describe('the menu entry', () => {
  it('opens files by the installed program, and is named in both languages', () => {
    const entry = desktopEntry(settings)
    expect(entry).toContain(`Exec=${installedFolder(settings)}/yihu %F\n`)
    expect(entry).toContain('Name=Yihu\n')
    expect(entry).toContain('Name[zh_CN]=一户\n')
  })

  it('names the kinds of files that are declared', () => {
    const declared = [...mimeTypes(settings).matchAll(/mime-type type="([^"]+)"/g)].map(([, type]) => type)
    expect(declared).toHaveLength(3)
    expect(desktopEntry(settings)).toContain(`MimeType=${declared.map((type) => `${type};`).join('')}\n`)
  })
})

describe('the kinds of files', () => {
  it('are those that the app saves, and the one that renews it', () => {
    const patterns = [...mimeTypes(settings).matchAll(/pattern="\*\.([^"]+)"/g)].map(([, ext]) => ext)
    expect(patterns).toEqual(['yihu', 'yihu-backup', 'yihu-update'])
  })
})
