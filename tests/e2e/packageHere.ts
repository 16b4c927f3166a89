import { build } from '../../electron/launch/build'
import { packageApp } from '../../electron/release/packageApp'
import type { Runtime } from '../../electron/launch/resolveRuntime'

// Builds and packages the checkout that this file lies in, around the runtime that the tests have.
await build()
packageApp(JSON.parse(process.env['YIHU_TEST_RUNTIME'] ?? '') as Runtime, { output: '.cache/reproduced' })
