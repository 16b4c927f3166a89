import { spawnSync } from 'node:child_process'
import { isRoot } from './findChromium'
import { describeResolved, resolveRuntime } from './resolveRuntime'
import { SYSTEM_PACKAGES } from './systemPackages'

installSystemPackages()
console.log('Looking for an Electron runtime …')
console.log(await describeResolved(await resolveRuntime({ again: true })))

/** Installs as root what is missing; otherwise says how. Never fails: tests name what they lacked, and `npm start` has the browser. */
function installSystemPackages(): void {
  if (!hasCommand('apt-get')) {
    console.log(
      'This is no Debian-like system: install Chromium and the libraries of Electron by your own means.',
    )
    return
  }
  const missing = SYSTEM_PACKAGES.filter((name) => !isInstalled(name))
  if (missing.length === 0) {
    console.log(`System packages: all ${SYSTEM_PACKAGES.length} are installed.`)
    return
  }
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]
  if (!isRoot()) {
    console.log(
      `System packages are missing. Run this, then npm run setup again:\n\n    sudo apt-get update && sudo ${install.join(' ')}\n`,
    )
    return
  }
  console.log(`Installing by apt: ${missing.join(' ')}`)
  run(['apt-get', 'update', '-q'])
  const isDone = run(install)
  console.log(
    isDone
      ? 'System packages: installed.'
      : `System packages: apt failed, see above. By hand: ${install.join(' ')}`,
  )
}

function isInstalled(name: string): boolean {
  const query = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' })
  return query.stdout === 'installed'
}

function hasCommand(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined
}

function run([command = '', ...words]: readonly string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, words, { stdio: 'inherit', env: environment }).status === 0
}
