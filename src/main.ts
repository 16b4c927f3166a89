import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { YihuBridge } from '../electron/ipc-contract'
import { browserPlatform } from './adapters/platform/browser/browserPlatform'
import { electronPlatform } from './adapters/platform/electron/electronPlatform'
import App from './ui/App.vue'
import { createTexts } from './ui/i18n/createTexts'
import { PLATFORM } from './ui/platform'
import { createAppRouter } from './ui/router'
import './ui/styles/base.css'

declare const __APP_VERSION__: string

const bridge = (window as { yihu?: YihuBridge }).yihu
const platform = bridge === undefined ? browserPlatform(__APP_VERSION__) : electronPlatform(bridge)

createApp(App)
  .use(createPinia())
  .use(createTexts())
  .use(createAppRouter())
  .provide(PLATFORM, platform)
  .mount('#app')
