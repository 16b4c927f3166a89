/**
 * Merging 200 packages of 500 interviews into a folder against merely opening and parsing them, each in a process of its own;
 * then one further package into that folder against the same into an empty one. Aims: at most 2 times the time, 1.5 GB at the
 * peak, and 1.5 times for the further one. Run: `npm run bench merge`; fewer: `MERGE_BENCH=20x500 npm run bench merge`.
 */
import { unzipSync } from 'fflate'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWith } from '../../src/adapters/crypto/ageSeal'
import { newDeviceKeys, newReplicaOf } from '../../src/adapters/crypto/deviceKeys'
import { FolderStore } from '../../src/adapters/folder/FolderStore'
import { keyFileText, parseKeyFile, type KeyFile } from '../../src/adapters/package/keyFile'
import { openBeside } from '../../src/adapters/package/openBeside'
import { NODE_TEAM_PORT } from '../../src/adapters/package/nodeTeamPort'
import { CURRENT_INSTRUMENT } from '../../src/adapters/resources/instruments'
import { PRACTICE } from '../../src/adapters/resources/practice'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import { practiceCounty } from '../../src/application/practice/practiceCounty'
import { addDevice, followLead, leadProject } from '../../src/application/team/roll/keepRoll'
import { mergeFolder } from '../../src/cli/mergeFolder'
import type { DeviceKeys } from '../../src/application/team/TeamPort'
import { RULES } from '../builders/aMemoryProject'
import { Laptop, TEAM_PROJECT } from '../builders/aTeam'
import { valueOf } from '../contracts/projectStoreContract'

const [PACKAGES = 200, INTERVIEWS = 500] = (process.env['MERGE_BENCH'] ?? '')
  .split('x')
  .filter(Boolean)
  .map(Number)
const AIMS = { time: 2, peakMegabytes: 1500, further: 1.5 }

interface Measured {
  readonly milliseconds: number
  /** Milliseconds of processor time: on a busy machine the clock counts others' work too. */
  readonly processor: number
  readonly peakMegabytes: number
  readonly changes: number
}

const [mode, folder = ''] = process.argv.slice(2)
if (mode === undefined) await compare()
else console.log(JSON.stringify(await measure(mode, folder)))

async function compare(): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), 'yihu-bench-merge-'))
  try {
    await makePackages(own)
    const floor = run('open', own)
    const merged = run('merge', own)
    const [big, empty] = [run('further', own), run('alone', own)]
    const time = merged.milliseconds / floor.milliseconds
    const further = big.milliseconds / empty.milliseconds
    console.log(`${PACKAGES} packages of ${INTERVIEWS} interviews, ${merged.changes} changes`)
    console.log(`opening and parsing ${seconds(floor)}; merging ${seconds(merged)}`)
    tell('merging / opening', time, AIMS.time)
    tell('peak memory, MB', merged.peakMegabytes, AIMS.peakMegabytes)
    console.log(`one further package ${seconds(big)}; into an empty folder ${seconds(empty)}`)
    tell('further / empty', further, AIMS.further)
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

function run(mode: string, own: string): Measured {
  const path = new URL(import.meta.url).pathname
  const child = spawnSync(process.execPath, ['--import', 'tsx', path, mode, own], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Measured
}

function tell(what: string, value: number, aim: number): void {
  console.log(`${what} ${value.toFixed(2)} (aim ${aim})${value <= aim ? '' : '  MISSED'}`)
  if (value > aim) process.exitCode = 1
}

function seconds({ milliseconds, peakMegabytes }: Measured): string {
  return `${(milliseconds / 1000).toFixed(1)} s (peak ${peakMegabytes.toFixed(0)} MB)`
}

async function measure(mode: string, own: string): Promise<Measured> {
  const key = (await parseKeyFile(readFileSync(join(own, 'lead.key'), 'utf8'))) as KeyFile
  const names = readdirSync(own).filter((name) => name.endsWith('.yihu')).sort() // prettier-ignore
  const paths = names.map((name) => join(own, name))
  const [further = '', ...others] = paths.toReversed()
  const [began, usedBefore] = [performance.now(), process.cpuUsage()]
  const changes =
    mode === 'open'
      ? await openAll(others, key)
      : await mergeInto(
          join(own, mode === 'alone' ? 'empty' : 'folder'),
          mode === 'merge' ? others : [further],
          key,
        )
  const milliseconds = performance.now() - began
  const used = process.cpuUsage(usedBefore)
  const processor = (used.user + used.system) / 1000
  return { milliseconds, processor, peakMegabytes: process.resourceUsage().maxRSS / 1024, changes }
}

/** The least that anybody must do who reads them. */
async function openAll(paths: readonly string[], { identity }: KeyFile): Promise<number> {
  let changes = 0
  for (const path of paths) {
    const opened = await openWith(identity, readFileSync(path))
    if (opened.kind !== 'open') throw new Error(opened.kind)
    for (const [name, bytes] of Object.entries(unzipSync(opened.bytes))) {
      if (!name.endsWith('.jsonl')) continue
      const lines = new TextDecoder().decode(bytes).split('\n')
      changes += lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown).length
    }
  }
  return changes
}

async function mergeInto(into: string, paths: readonly string[], key: KeyFile): Promise<number> {
  const store = valueOf(await FolderStore.open(into, key.project, newReplicaOf(key.lead)))
  valueOf(await followLead(store, key.lead))
  const merging = openBeside(paths.length, (port) =>
    mergeFolder(store, paths, key, port, { removed: null, others: null, closed: null }),
  )
  const merged = valueOf(await merging)
  if (merged.packages.some(({ verdict }) => verdict !== 'sound'))
    throw new Error(JSON.stringify(merged.packages))
  store.stateHash()
  const known = store.knownChanges()
  const changes = known.replicas().flatMap((replica) => known.rangesOf(replica))
  await store.close()
  return changes.reduce((sum, [first, last]) => sum + last - first + 1, 0)
}

async function makePackages(own: string): Promise<void> {
  const lead = await Laptop.of('组长')
  const person = { entity: 'person', entityId: '组长', path: 'name', value: '组长' } as const
  valueOf(await lead.store.write([{ ...person, ...lead.author }]))
  valueOf(await leadProject(lead.store, ['组长'], lead.author, NODE_TEAM_PORT))
  const assessors: { readonly name: string; readonly keys: DeviceKeys }[] = []
  for (let index = 0; index <= PACKAGES; index++)
    assessors.push({ name: `组员${index}`, keys: await newDeviceKeys() })
  for (const { name, keys } of assessors)
    valueOf(await addDevice(lead.store, { ...keys, names: [name] }, lead.author))
  const { device, identity } = lead.keys
  writeFileSync(
    join(own, 'lead.key'),
    keyFileText({ project: TEAM_PROJECT, lead: device, identity, keys: lead.keys }),
  )
  for (const [index, { name, keys }] of assessors.entries()) {
    const assessor = await Laptop.of(name, TEAM_PROJECT, keys)
    valueOf(await followLead(assessor.store, device))
    await assessor.merge(await lead.send(assessor, []))
    const plan = { households: INTERVIEWS, seed: index, hash: (text: string) => text }
    const { answers } = practiceCounty(plan, PRACTICE, RULES.currentInstrument)
    const records = answers.map((each) => ({
      ...each,
      by: assessor.name,
      household: `${index}-${each.household}`,
    }))
    const origin = { ...assessor.author, instrumentVersion: CURRENT_INSTRUMENT, copy: 'bench' }
    valueOf(await writeAnswers(assessor.store, records, origin))
    writeFileSync(join(own, `${String(index).padStart(4, '0')}.yihu`), await assessor.send(lead))
  }
}
