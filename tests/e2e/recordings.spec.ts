import type { Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type RunningApp } from './fixtures'
import { aSound } from './aSound'
import { dropRoster } from './dropRoster'
import { openInterview, openToCorrect } from './hand'
import type { ElectronRunning } from './launchElectron'
import { newProject } from './newProject'
import { burdenRoster } from './rosterFile'
import { saveAs } from './saveAs'
import { accessFaults } from './accessFaults'

const PASSCODE = 'correct horse'

test('takes a photo and records what is said, keeps both through SIGKILL, plays the sound, and shows both with the result @electron', async ({
  launchApp,
}) => {
  const first = await launchApp()
  const { page } = first
  await startPractice(page)
  await openToCorrect(page, 0)
  const question = page.getByTestId('question')
  const before = (await question.getAttribute('data-question')) ?? ''

  await page.keyboard.press('k')
  const camera = page.getByTestId('camera')
  await expect(camera).toHaveAttribute('data-state', 'live')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Space')
  await expect(camera).toHaveAttribute('data-state', 'taken')
  await page.keyboard.press('r')
  await expect(camera).toHaveAttribute('data-state', 'live')
  await page.keyboard.press('Enter')
  await expect(camera).toHaveAttribute('data-state', 'taken')
  await page.keyboard.press('Enter')
  await expect(camera).toHaveCount(0)
  await expect(page.getByTestId('pictures').getByRole('img')).toHaveCount(1)

  await page.keyboard.press('s')
  await expect(question).toHaveAttribute('data-question', 'recordings')
  await expect(page.getByTestId('recording')).toHaveCount(0)
  await page.keyboard.press('s')
  await expect(page.getByTestId('recorded')).toHaveText('0:02')
  expect(await accessFaults(page)).toEqual([])
  await expect(page.getByTestId('sounds')).toHaveCount(0)
  await page.keyboard.press('s')
  await expect(page.getByTestId('sounds').locator('audio')).toHaveCount(1)
  await expect.poll(() => secondsOf(page)).toBeGreaterThan(1)

  // A recording goes on at the other questions, in sight; any of them ends it. Its part is not what Backspace takes back.
  await page.keyboard.press('s')
  await expect(page.getByTestId('recorded')).toHaveText('0:01')
  await page.keyboard.press('Enter')
  await expect(question).toHaveAttribute('data-question', before)
  await expect(page.getByTestId('recorded')).toHaveText('0:02')
  await page.keyboard.press('s')
  await expect(page.getByTestId('recording')).toHaveCount(0)
  await expect(question).toHaveAttribute('data-question', before)
  await page.getByTestId('way').press('Backspace')
  await expect(question).toHaveAttribute('data-question', 'recordings')
  await expect(page.getByTestId('sounds').locator('audio')).toHaveCount(2)
  // A household that was asked is not asked again at this visit; whoever leaves it leaves nothing running.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('s')
  await expect(page.getByTestId('recorded')).toHaveText('0:01')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('count')).toBeVisible()
  await openToCorrect(page, 0)
  await page.keyboard.press('s')
  await expect(question).toHaveAttribute('data-question', 'recordings')
  await expect(page.getByTestId('recording')).toHaveCount(0)
  await expect(page.getByTestId('sounds').locator('audio')).toHaveCount(3)
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await first.kill()

  const again = (await launchApp()).page
  await again.getByRole('button', { name: /^练习任务/ }).click()
  await openToCorrect(again, 0)
  await again.keyboard.press('s')
  await expect(again.getByTestId('sounds').locator('audio')).toHaveCount(3)
  await expect.poll(() => secondsOf(again)).toBeGreaterThan(1)
  await again.keyboard.press('1')
  await expect.poll(() => positionOf(again)).toBeGreaterThan(0)
  await again.getByRole('button', { name: '去掉第 2 段录音' }).click()
  await expect(again.getByTestId('sounds').locator('audio')).toHaveCount(2)

  await again.keyboard.press('Escape')
  await expect(again.getByTestId('count')).toBeVisible()
  await again.keyboard.press('r')
  await expect(again.getByTestId('photos').getByRole('img')).toHaveCount(1)
  await expect(again.getByTestId('recordings').locator('audio')).toHaveCount(2)
  await again.emulateMedia({ media: 'print' })
  await expect(again.getByTestId('recordings')).toBeHidden()
})

test('takes a sound file, refuses what is none or too large, and carries it in a backup @electron', async ({
  launchApp,
  profile,
}) => {
  const app = await launchApp('one')
  const { page } = app
  await startPractice(page)
  await openToCorrect(page, 0)
  await addSound(page, { name: 'notes.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3 and no more') })
  await expect(page.getByRole('alert')).toContainText('notes.mp3')
  const large = join(profile, 'long.wav')
  await writeFile(large, Buffer.alloc(20_000_001))
  await addSound(page, large)
  await expect(page.getByRole('alert')).toContainText('20 MB')
  await addSound(page, { name: 'voice.wav', mimeType: 'audio/wav', buffer: aSound(3) })
  await expect.poll(() => secondsOf(page)).toBe(3)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('count')).toBeVisible()

  const backup = join(profile, 'all.yihu-backup')
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await saveAs(app, page.getByTestId('backup'), backup)
  await expect(page.getByText('已备份到')).toBeVisible()

  const other = await launchApp('two')
  await restore(other, backup)
  await other.page.getByRole('button', { name: /^练习任务/ }).click()
  await openToCorrect(other.page, 0)
  await other.page.keyboard.press('s')
  await expect.poll(() => secondsOf(other.page)).toBe(3)
})

test('says why there is no camera and no microphone, and leaves the file as a way', async ({
  app: { page },
}) => {
  await startPractice(page)
  await openToCorrect(page, 0)
  await refuseDevices(page, 'NotFoundError')
  await page.keyboard.press('k')
  await expect(page.getByRole('alert')).toContainText('没有找到摄像头')
  await expect(page.getByTestId('camera').getByRole('button').first()).toBeFocused()
  await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await expect(page.getByTestId('camera')).toHaveCount(0)
  await refuseDevices(page, 'NotReadableError')
  await page.keyboard.press('s')
  await page.keyboard.press('s')
  await expect(page.getByRole('alert')).toContainText('正被别的程序占用')
})

test('keeps a recording when the project is left, and leaves neither microphone nor camera on', async ({
  app: { page },
}) => {
  await watchTracks(page)
  await startPractice(page)
  await openToCorrect(page, 0)
  await page.keyboard.press('s')
  await page.keyboard.press('s')
  await expect(page.getByTestId('recorded')).toHaveText('0:01')
  await page.getByRole('button', { name: '换任务' }).click()
  await expect(page.getByRole('button', { name: /^练习任务/ })).toBeVisible()
  expect(await liveTracks(page)).toBe(0)
  await page.getByRole('button', { name: /^练习任务/ }).click()
  await openToCorrect(page, 0)
  await page.keyboard.press('s')
  await expect(page.getByTestId('sounds').locator('audio')).toHaveCount(1)
  await page.keyboard.press('k')
  await expect(page.getByTestId('camera')).toHaveAttribute('data-state', 'live')
  expect(await liveTracks(page)).toBe(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('camera')).toHaveCount(0)
  expect(await liveTracks(page)).toBe(0)
})

test('takes photos with the camera that was chosen among two, and has one of them on at a time', async ({
  app: { page },
}) => {
  await watchTracks(page)
  await startPractice(page)
  await openToCorrect(page, 0)
  await page.keyboard.press('k')
  const camera = page.getByTestId('camera')
  await expect(camera).toHaveAttribute('data-state', 'live')
  const choice = camera.getByRole('combobox')
  await expect(choice.locator('option')).toHaveCount(2)
  const usual = await choice.inputValue()
  const other = await choice.locator(`option:not([value="${usual}"])`).getAttribute('value')
  expect(await liveCameras(page)).toEqual([usual])
  await choice.selectOption(other)
  await expect(camera).toHaveAttribute('data-state', 'live')
  expect(await liveCameras(page)).toEqual([other])
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(camera).toHaveAttribute('data-state', 'taken')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('pictures').getByRole('img')).toHaveCount(1)
  expect(await liveCameras(page)).toEqual([])

  // The next photo is not to begin with choosing again.
  await page.keyboard.press('k')
  await expect(camera).toHaveAttribute('data-state', 'live')
  expect(await liveCameras(page)).toEqual([other])
})

test('stops and keeps a recording when the project locks itself, and shows nothing of it until the passcode is given', async ({
  app: { page },
}) => {
  await page.clock.install()
  await watchTracks(page)
  await makeSealed(page)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByLabel('多久不动就锁定').selectOption('2')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  const head = (await page.getByTestId('glance').getByRole('heading').first().textContent()) ?? '—'
  await openInterview(page, 0)
  await page.keyboard.press('s')
  await page.keyboard.press('s')
  await expect(page.getByTestId('recorded')).toHaveText('0:01')
  expect(await liveTracks(page)).toBe(1)
  await page.clock.runFor('01:40')
  await expect(page.getByTestId('recording')).toBeVisible()
  await page.clock.runFor('00:30')
  await expect(page.getByText('已锁定。输入口令')).toBeVisible()
  expect(await liveTracks(page)).toBe(0)
  await expect(page.locator('audio')).toHaveCount(0)
  expect(await page.content()).not.toMatch(new RegExp(`blob:|${head}`))

  await page.clock.resume()
  await page.getByLabel('输入口令').fill(PASSCODE)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByTestId('sounds').locator('audio')).toHaveCount(1)
  await expect.poll(() => secondsOf(page)).toBeGreaterThan(1)
})

/** A sealed project with a small list, open on it. */
async function makeSealed(page: Page): Promise<void> {
  await newProject(page, { title: '云岭县 2020', person: '组员甲', passcode: PASSCODE })
  await dropRoster(page, '石门村.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
}

async function startPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
}

async function addSound(
  page: Page,
  file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('f')])
  await chooser.setFiles(file)
}

/** Chooses a backup on the start page. */
async function restore({ page, ...app }: RunningApp, path: string): Promise<void> {
  if ('application' in app) {
    const { application } = app as unknown as ElectronRunning
    await application.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path)
    await page.getByTestId('restore').click()
  } else {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByTestId('restore').click(),
    ])
    await chooser.setFiles(path)
  }
  await expect(page.getByTestId('restored')).toBeVisible()
}

/** Length of the first sound, as the browser found it; 0 until then. */
function secondsOf(page: Page): Promise<number> {
  return page
    .getByTestId('sounds')
    .locator('audio')
    .first()
    .evaluate((audio: HTMLAudioElement) => (Number.isFinite(audio.duration) ? audio.duration : 0))
}

function positionOf(page: Page): Promise<number> {
  return page
    .getByTestId('sounds')
    .locator('audio')
    .first()
    .evaluate((audio: HTMLAudioElement) => (audio.paused && !audio.ended ? 0 : audio.currentTime))
}

/** The system's answer to whoever asks for a device from now on. */
async function refuseDevices(page: Page, name: string): Promise<void> {
  await page.evaluate((error) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error))
  }, name)
}

/** Remembers every track that the page is given. */
async function watchTracks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = []
    Object.assign(window, { tracks })
    const devices = navigator.mediaDevices
    const ask = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted)
      tracks.push(...stream.getTracks())
      return stream
    }
  })
}

/** The ids of the cameras that are on. */
function liveCameras(page: Page): Promise<readonly (string | undefined)[]> {
  return page.evaluate(() =>
    (window as unknown as { tracks: MediaStreamTrack[] }).tracks
      .filter(({ kind, readyState }) => kind === 'video' && readyState === 'live')
      .map((track) => track.getSettings().deviceId),
  )
}

function liveTracks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (window as unknown as { tracks: MediaStreamTrack[] }).tracks.filter(
        ({ readyState }) => readyState === 'live',
      ).length,
  )
}
