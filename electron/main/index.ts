import { app, BrowserWindow, Menu, session } from 'electron'
import { join } from 'node:path'
import { DISK } from '../disk/files'
import { FILES_OPENED } from '../ipc-contract'
import { handleCalls } from './ipc'
import { handleJournalCalls } from './journalCalls'
import { keepJournals } from './keepJournals'
import { filesIn } from './filesIn'
import { knowMachine } from './machine'
import { openedFiles } from './openedFiles'
import { chooseProfile } from './profile'
import { refusedSwitches } from './refusedSwitches'
import { connectNoPages, lookUpNoHost, stayOffline } from './stayOffline'
import { registerAppScheme, serveRenderer } from './protocol'
import { PROCESSES } from '../disk/processes'
import { handleUpdateCalls } from './update/updateCalls'
import { confine, isAppUrl, limitPermissions, openWindow } from './window'

// Named here and not by the package, so that a packaged app and one run from a checkout find the same data.
app.setPath('userData', chooseProfile(process.argv, process.env) ?? join(app.getPath('appData'), 'Yihu'))

lookUpNoHost()

const opened = openedFiles(tellPage)
const refused = isRelease() ? refusedSwitches(process.argv.slice(1)) : []
// Two instances would write one journal. The lock belongs to the profile, so it is taken after choosing it.
if (refused.length > 0) {
  console.error(`refused: ${refused.join(' ')}`)
  app.exit(1)
} else if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  app.on('web-contents-created', (_event, contents) => {
    confine(contents)
    connectNoPages(contents)
  })
  app.on('second-instance', (_event, argv, folder) => {
    showWindow()
    opened.offer(filesIn(argv, folder, process))
  })
  // macOS hands files over in events of their own, the first ones before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    showWindow()
    opened.offer([path])
  })
  opened.offer(filesIn(process.argv, process.cwd(), process))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  // The default menu would offer reload and developer tools by keys that an interview needs for itself. macOS copies and
  // pastes by its menu, and has one of its own for that.
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'editMenu' }]) : null,
  )
  limitPermissions(session.defaultSession)
  stayOffline(session.defaultSession)
  serveRenderer(join(__dirname, '../renderer'))
  const journals = join(app.getPath('userData'), 'journals')
  const machine = knowMachine(journals)
  handleCalls(machine, opened)
  handleJournalCalls(keepJournals(DISK, journals, PROCESSES, machine.noteOpening))
  handleUpdateCalls(app.getPath('userData'), opened.update)
  await openWindow()
}

/** The package for end-to-end tests comes in by an entry of its own, which says so; a release's entry is sealed with it. */
function isRelease(): boolean {
  return app.isPackaged && !('yihuUnderTest' in globalThis)
}

/** Says that files wait; a page that is not there yet asks by itself. */
function tellPage(): void {
  const contents = BrowserWindow.getAllWindows()[0]?.webContents
  if (contents !== undefined && isAppUrl(contents.getURL())) contents.send(FILES_OPENED)
}

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
