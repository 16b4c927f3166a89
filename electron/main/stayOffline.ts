import { app, type Session, type WebContents } from 'electron'
import { isAppUrl } from './window'

/** Before the app is ready: Chromium looks up no host, for whatever reason; this machine needs no looking up. */
export function lookUpNoHost(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
}

/** Nothing of a session goes out: no dictionary of the spell checker, and no request but for the app's own parts. */
export function stayOffline(session: Session): void {
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }))
}

/** No connection from page to page: it would ask the network for a way. */
export function connectNoPages(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** The app's page, and what it makes itself. */
function isOwn(url: string): boolean {
  return isAppUrl(url) || url.startsWith('data:') || url.startsWith('blob:')
}
