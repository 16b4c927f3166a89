import { createPinia } from 'pinia'
import { createApp, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { digest } from '../../src/adapters/crypto/digest'
import { hashBytes } from '../../src/adapters/crypto/hashBytes'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import { CURRENT_INSTRUMENT } from '../../src/adapters/resources/instruments'
import { rulesOf } from '../../src/adapters/resources/rulesOf'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { textsOf } from '../../src/adapters/resources/texts'
import { adoptRoster } from '../../src/application/adoptRoster'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import { createTexts } from '../../src/ui/i18n/createTexts'
import { guardKeys } from '../../src/ui/keys/guardKeys'
import InterviewPage from '../../src/ui/pages/InterviewPage.vue'
import { SERVICES, type Services } from '../../src/ui/services'
import { useHouseholds } from '../../src/ui/stores/households'
import { useInterview } from '../../src/ui/stores/interview'
import { useSession } from '../../src/ui/stores/session'
import { useShelf } from '../../src/ui/stores/shelf'
import { aShelf } from '../contracts/sealedHarness'
import { aHousehold } from './aHousehold'

const LIST = { render: () => h('p', { 'data-testid': 'list' }) }

/** The page of a household's interview in a real browser, over the memory store; nothing is answered yet. */
export async function anInterviewPage(household: RosterHousehold = aHousehold()) {
  // What an interview asks of the app; the rest of it is not called here.
  const services: Partial<Services> = {
    shelf: aShelf({ indexes: new MemoryIndexShelf(), journals: null }),
    edition: STANDARDS.standards,
    instrumentVersion: CURRENT_INSTRUMENT,
    newSalt: () => '00'.repeat(16),
    now: () => '2020-12-31T08:00:00Z',
    hashOf: hashBytes,
    digest,
    pause: () => Promise.resolve(),
    rulesOf,
    textsOf,
    versionsOf: (_, roster) => ({ roster, instrument: '1', standards: '1', rules: '1' }),
  }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'households', component: LIST },
      { path: '/:id/:round?', name: 'interview', component: InterviewPage, props: true },
    ],
  })
  const app = createApp({ render: () => h(RouterView) })
    .use(createPinia())
    .use(router)
    .use(createTexts())
  app.provide(SERVICES, services as Services)
  const endGuard = guardKeys(window)
  const host = document.body.appendChild(document.createElement('div'))
  const [session, shelf, households, interview] = app.runWithContext(() => [
    useSession(),
    useShelf(),
    useHouseholds(),
    useInterview(),
  ])
  await shelf.createAssessment({
    title: '某县',
    person: '甲',
    kind: 'assessment',
    asOf: '2020-12-31',
    region: 'west',
    protection: { by: 'nothing_practice' },
  })
  const store = session.open?.store
  if (store === undefined) throw new Error('no project')
  await adoptRoster(store, [household], { person: '甲', at: '2020-12-31T08:00:00Z' })
  await households.load()
  await router.push({ name: 'interview', params: { id: household.id } })
  app.mount(host)
  await nextTick()

  return {
    host,
    store,
    interview,
    end() {
      app.unmount()
      host.remove()
      endGuard()
    },
  }
}
