import { bundleTerminal } from '../cli/bundleTerminal'
import { buildAndPackage } from './buildAndPackage'

/** Builds once and packages for tests; leaves the executable, or the reason why there is none, to the fixtures. */
export default async function prepare(): Promise<() => Promise<void>> {
  const removeTerminal = await bundleTerminal()
  const app = await buildAndPackage()
  if (app.kind === 'no_window') {
    process.env['YIHU_NO_ELECTRON'] = app.why
    return removeTerminal
  }
  process.env['YIHU_TEST_EXECUTABLE'] = app.executable
  process.env['YIHU_TEST_RUNTIME'] = JSON.stringify(app.runtime)
  return removeTerminal
}
