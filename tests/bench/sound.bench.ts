/**
 * A sound file of 20 MB, the largest that is taken, kept in the packaged window, and played after the interview was opened again:
 * the tasks of the window's thread. Run: `xvfb-run -a npm run bench sound`.
 */
import { aSound } from '../e2e/aSound'
import { openInterview } from '../e2e/hand'
import type { ElectronRunning } from '../e2e/launchElectron'
import { SOUND } from '../../src/domain/interview/soundLimits'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inPackagedWindow } from './inPackagedWindow'
import { tellSeconds, tellTasks, watchThread } from './LargeProject'
import { now } from './windowProcess'

const TASK_AIM = 50
const SAMPLES_A_SECOND = 8_000

const folder = await mkdtemp(join(tmpdir(), 'yihu-bench-'))
try {
  await inPackagedWindow([keptAndShown])
} finally {
  await rm(folder, { recursive: true })
}

async function keptAndShown(app: ElectronRunning): Promise<void> {
  const { page } = app
  const file = join(folder, 'long.wav')
  await writeFile(file, aSound(Math.floor(SOUND.largestFileBytes / SAMPLES_A_SECOND) - 1))
  // Asked for only with the key, it could come after the dialog.
  page.on('filechooser', () => undefined)
  await page.getByTestId('practice').click()
  await page.getByTestId('count').waitFor()
  await openInterview(page, 0)
  await page.keyboard.press('s')
  await page.getByTestId('add-sound').waitFor()
  await watchThread(page)
  let began = now(app)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('f')])
  await chooser.setFiles(file)
  await page.getByTestId('sounds').locator('audio').waitFor()
  tellSeconds('20 MB of sound kept and shown', began, app)
  await tellTasks(page, 'meanwhile', TASK_AIM)
  await page.keyboard.press('Escape')
  await page.getByTestId('count').waitFor()
  await openInterview(page, 0)
  await tellTasks(page, 'on the way back', null)
  began = now(app)
  await page.keyboard.press('s')
  await page.getByTestId('sounds').locator('audio').waitFor()
  tellSeconds('shown again', began, app)
  await tellTasks(page, 'meanwhile', TASK_AIM)
}
