/**
 * A census county in the packaged window: a list of 240,000 rows in four files read and taken over; and a sealed project of 60,000 households,
 * a fifth of them interviewed, opened, searched, scrolled, filtered, looked at as its lead does, and exported. `LARGE_BENCH=100000` takes so many
 * households instead, in whole five thousands; `LARGE_PARTS=list` or `=project` one of the two. Linux, an Electron runtime and a display
 * (`xvfb-run -a npm run bench large`); takes ten minutes.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronRunning } from '../e2e/launchElectron'
import { buildInPage } from '../inPage/buildInPage'
import type { ProjectInPage } from '../inPage/projectInPage'
import { inPackagedWindow } from './inPackagedWindow'
import {
  openAgain,
  openCounty,
  openQualityDesk,
  tellMemory,
  tellSeconds,
  tellTasks,
  useList,
  watchThread,
} from './LargeProject'
import { makeProject, PASSCODE } from './openProjectOf'
import { rosterWorkbook } from './rosterWorkbook'
import { now } from './windowProcess'

declare const projectInPage: ProjectInPage

const HOUSEHOLDS = Number(process.env['LARGE_BENCH'] ?? 60_000)
const INTERVIEWED = HOUSEHOLDS / 5
const PARTS = { list: imported, project: interviewed }
/** A county sends its list in parts. */
const FILES = 4
const ROWS_OF_FILE = (HOUSEHOLDS * 4) / FILES
const TIMEOUT = 1_800_000

const folder = await mkdtemp(join(tmpdir(), 'yihu-bench-'))
try {
  const wanted = process.env['LARGE_PARTS']
  const parts = Object.entries(PARTS).filter(([name]) => wanted === undefined || wanted === name)
  await inPackagedWindow(parts.map(([, part]) => part))
} finally {
  await rm(folder, { recursive: true })
}

async function imported(app: ElectronRunning): Promise<void> {
  const { page } = app
  page.setDefaultTimeout(TIMEOUT)
  const files = Array.from({ length: FILES }, (_, nth) => join(folder, `part-${nth + 1}.xlsx`))
  for (const [nth, file] of files.entries())
    await writeFile(file, rosterWorkbook(ROWS_OF_FILE, ROWS_OF_FILE * nth))
  await makeProject(page)
  await watchThread(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByTestId('drop').getByRole('button').first().click()
  let began = now(app)
  await (await chooser).setFiles(files)
  await page.locator('[data-testid=adopt]:enabled').waitFor()
  tellSeconds(`-- ${FILES} files of ${ROWS_OF_FILE} rows read`, began, app)
  await tellTasks(page, 'meanwhile', null)
  began = now(app)
  await page.getByTestId('adopt').click()
  await page.getByTestId('adopted').waitFor()
  tellSeconds('taken over, to disk', began, app)
  await tellTasks(page, 'meanwhile', null)
  tellMemory(app)
}

async function interviewed(app: ElectronRunning): Promise<void> {
  const { page } = app
  page.setDefaultTimeout(TIMEOUT)
  await page.evaluate(await buildInPage('projectInPage'))
  let began = now(app)
  const answers = await page.evaluate(
    ([passcode, count, interviewedCount]) => projectInPage.create('测量', passcode, count, interviewedCount),
    [PASSCODE, HOUSEHOLDS, INTERVIEWED] as const,
  )
  tellSeconds(
    `-- ${HOUSEHOLDS} households, ${INTERVIEWED} interviewed, ${answers} answers made (no part of the app)`,
    began,
    app,
  )
  await openAgain(app, HOUSEHOLDS, 'opened, all to be judged')
  await openAgain(app, HOUSEHOLDS, 'opened again')
  await useList(page)
  await openCounty(app)
  await openQualityDesk(app, 'quality desk, everything to be read')
  await openAgain(app, HOUSEHOLDS, 'opened again')
  await openQualityDesk(app, 'quality desk again')
  const target = join(folder, 'review.xlsx')
  await app.application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, target)
  began = now(app)
  await page.getByRole('button', { name: '导出工作簿' }).click()
  await page.getByRole('status').filter({ hasText: '已导出' }).waitFor()
  tellSeconds(`review workbook (${((await stat(target)).size / 2 ** 20).toFixed(0)} MB)`, began, app)
  await tellTasks(page, 'meanwhile', null)
  tellMemory(app)
}
