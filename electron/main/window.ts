import { app, BrowserWindow, screen, type Session, type WebContents } from 'electron'
import { join } from 'node:path'
import { APP_ORIGIN } from '../ipc-contract'
import { zoomByKeys } from './zoom'

/** As large as is of use, in pixels; a smaller screen is filled. */
const LARGEST = { width: 1600, height: 1000 }

/** Opens the app's window. It is shown once it has something to show, so that nothing flashes white. */
export async function openWindow(): Promise<BrowserWindow> {
  const { workAreaSize } = screen.getPrimaryDisplay()
  const window = new BrowserWindow({
    width: Math.min(workAreaSize.width, LARGEST.width),
    height: Math.min(workAreaSize.height, LARGEST.height),
    // A screen of 1366x768 at 150 % has 911x512.
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: '一户',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // Typing in a window half behind another must save as fast as in front.
      backgroundThrottling: false,
    },
  })
  zoomByKeys(window.webContents, join(app.getPath('userData'), 'zoom'))
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** Whatever web contents ever come to be: they stay on the app's page and open nothing. */
export function confine(contents: WebContents): void {
  // Of every frame, the main one too.
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Camera and microphone for the app's own page; nothing else: no screen, no place, no notification, no device. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    // A picture of the screen is asked for as media too, but of no type.
    const isOfDevice = 'mediaTypes' in details && (details.mediaTypes ?? []).length > 0
    const isAsked = permission === 'media' && isOfDevice
    decide(isAsked && details.isMainFrame && isAppUrl(details.requestingUrl))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { isMainFrame }) =>
      permission === 'media' && isMainFrame && isAppUrl(origin),
  )
  session.setDevicePermissionHandler(() => false)
}

export function isAppUrl(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)
}
