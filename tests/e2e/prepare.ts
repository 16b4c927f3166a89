import { buildAndPackage } from './buildAndPackage'

/** Builds once and packages for tests; leaves the executable, or the reason why there is none, to the fixtures. */
export default async function prepare(): Promise<void> {
  const app = await buildAndPackage()
  if (app.kind === 'no_window') {
    process.env['YIHU_NO_ELECTRON'] = app.why
    return
  }
  process.env['YIHU_TEST_EXECUTABLE'] = app.executable
  process.env['YIHU_TEST_RUNTIME'] = JSON.stringify(app.runtime)
}
