import type { BuilderSettings } from './builderSettings'

/** Where the app's folder lies once the package is installed. */
export function installedFolder({ productName }: BuilderSettings): string {
  return `/opt/${productName}`
}

/** `DEBIAN/control`. `kilobytes`: what the package takes when it is installed. */
export function controlFile(settings: BuilderSettings, version: string, kilobytes: number): string {
  const { executableName, linux, deb } = settings
  const fields = {
    Package: executableName,
    // A pre-release comes before its release: 1.0.0-rc.1 is 1.0.0~rc.1 there.
    Version: version.replaceAll('-', '~'),
    Architecture: 'amd64',
    Maintainer: linux.maintainer,
    'Installed-Size': kilobytes,
    Depends: deb.depends.join(', '),
    Recommends: deb.recommends.join(', '),
    Section: deb.packageCategory,
    Priority: deb.priority,
    Description: [linux.synopsis, ...linux.description.split('\n')].join('\n '),
  }
  return lines(Object.entries(fields).map(([name, value]) => `${name}: ${value}`))
}

/** The entry in the desktop's menu, which also opens files by a double click. */
export function desktopEntry(settings: BuilderSettings): string {
  const { productName, executableName, linux, fileAssociations } = settings
  const fields = {
    Type: 'Application',
    Name: productName,
    Exec: `${installedFolder(settings)}/${executableName} %F`,
    Icon: executableName,
    Terminal: 'false',
    Categories: `${linux.category};`,
    MimeType: fileAssociations.map(({ mimeType }) => `${mimeType};`).join(''),
    StartupWMClass: executableName,
    ...linux.desktop.entry,
  }
  return lines(['[Desktop Entry]', ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)])
}

/** The kinds of files, for the desktop's list of them. */
export function mimeTypes({ executableName, fileAssociations }: BuilderSettings): string {
  return lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
    ...fileAssociations.flatMap(({ ext, description, mimeType }) => [
      `  <mime-type type="${mimeType}">`,
      `    <comment>${description}</comment>`,
      `    <icon name="${executableName}"/>`,
      `    <glob pattern="*.${ext}"/>`,
      '  </mime-type>',
    ]),
    '</mime-info>',
  ])
}

/** `/usr/share/doc/…/copyright`: `license` is the text of the app's own. */
export function copyrightFile({ productName }: BuilderSettings, license: string): string {
  return lines([
    `${productName} is distributed under these terms. Those of Electron and Chromium lie in /opt/${productName}.`,
    '',
    license.trim(),
  ])
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
