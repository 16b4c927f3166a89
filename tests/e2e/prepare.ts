import { randomBytes } from 'node:crypto'
import { publicKeyOf } from '../../electron/release/updateKeyFile'
import { bundleTerminal } from '../cli/bundleTerminal'
import { buildAndPackage } from './buildAndPackage'

/** Builds once and packages for tests; leaves the executable, or the reason why there is none, to the fixtures. */
export default async function prepare(): Promise<() => Promise<void>> {
  const removeTerminal = await bundleTerminal()
  // The tests' publisher: his key goes into the build as a release's does.
  const seed = randomBytes(32)
  process.env['YIHU_UPDATE_KEY'] = publicKeyOf(seed)
  process.env['YIHU_TEST_UPDATE_SEED'] = seed.toString('hex')
  const app = await buildAndPackage()
  if (app.kind === 'no_window') {
    process.env['YIHU_NO_ELECTRON'] = app.why
    return removeTerminal
  }
  process.env['YIHU_TEST_EXECUTABLE'] = app.executable
  process.env['YIHU_TEST_RUNTIME'] = JSON.stringify(app.runtime)
  return removeTerminal
}
