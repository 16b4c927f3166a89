import { createPinia } from 'pinia'
import { userEvent } from 'vitest/browser'
import { createApp, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { digest } from '../../src/adapters/crypto/digest'
import { hashBytes } from '../../src/adapters/crypto/hashBytes'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import { KNOWN_FORMS } from '../../src/adapters/resources/instruments'
import { rulesOf } from '../../src/adapters/resources/rulesOf'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { textsOf } from '../../src/adapters/resources/texts'
import { adoptRoster } from '../../src/application/roster/adoptRoster'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import { idNumberFor } from '../../src/domain/roster/values/idNumber'
import { createTexts } from '../../src/ui/app/i18n/createTexts'
import { guardKeys } from '../../src/ui/app/keys/guardKeys'
import InterviewPage from '../../src/ui/interview/InterviewPage.vue'
import { SERVICES, type Services } from '../../src/ui/app/services'
import { useHouseholds } from '../../src/ui/households/households'
import { useInterview } from '../../src/ui/interview/record/interview'
import { useSession } from '../../src/ui/app/session/session'
import { useShelf } from '../../src/ui/start/shelf'
import { aShelf } from '../contracts/sealedHarness'
import { aHousehold, aMember } from './aHousehold'

const LIST = { render: () => h('p', { 'data-testid': 'list' }) }

/** Four members of whom the list leaves nothing open; one goes to school. */
const FAMILY = aHousehold({
  members: [
    aMember({ idNumber: idNumberFor('53990119800505011') }),
    aMember({
      id: 'm2',
      name: '李乙',
      relation: 'spouse',
      sex: 'female',
      idNumber: idNumberFor('53990119800505022'),
    }),
    aMember({
      id: 'm3',
      name: '李丙',
      relation: 'child',
      birthDate: '2010-03-01',
      idNumber: idNumberFor('53990120100301031'),
      studentStatus: 'primary',
      laborAbility: 'none',
    }),
    aMember({
      id: 'm4',
      name: '李丁',
      relation: 'parent',
      birthDate: '1950-05-05',
      idNumber: idNumberFor('53990119500505041'),
      laborAbility: 'none',
    }),
  ],
})

/** Comes after the family in the same village. */
const NEIGHBOUR = aHousehold({ id: 'h2', headName: '王乙' })

/** The page of a household's interview in a real browser, over the memory store; nothing is answered yet. */
export async function anInterviewPage(household: RosterHousehold = FAMILY) {
  // What an interview asks of the app; the rest of it is not called here.
  let now = '2020-12-31T08:00:00Z'
  const services: Partial<Services> = {
    shelf: aShelf({ indexes: new MemoryIndexShelf(), journals: null }),
    edition: STANDARDS.standards,
    forms: KNOWN_FORMS,
    newSalt: () => '00'.repeat(16),
    now: () => now,
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
      { path: '/elsewhere', name: 'elsewhere', component: LIST },
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
  await adoptRoster(store, [household, NEIGHBOUR], { person: '甲', at: '2020-12-31T08:00:00Z' })
  await households.load()
  await router.push({ name: 'interview', params: { id: household.id } })
  app.mount(host)
  await nextTick()

  function find(testid: string): HTMLElement | null {
    return host.querySelector<HTMLElement>(`[data-testid=${testid}]`)
  }

  return {
    host,
    store,
    interview,
    households,
    router,
    find,
    textOf: (testid: string) => find(testid)?.textContent,
    question: () => find('question')?.dataset['question'],
    /** What is chosen, as it is read. */
    chosen: () =>
      [...host.querySelectorAll('[data-testid=question] [aria-pressed=true]')].map(
        (each) => each.textContent,
      ),
    /** What the clock shows from now on; an ISO instant. */
    setTime: (instant: string) => (now = instant),
    resultOf: (criterion: string) =>
      host.querySelector(`[data-criterion="${criterion}"] [data-testid=result]`)?.textContent,
    /** One key after the other by a hand that waits for nothing; `Alt+3` is held with it. */
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) {
        const [name = '', alt] = key.split('+').reverse()
        const stroke = name.length === 1 ? name : `{${name}}`
        await userEvent.keyboard(alt === undefined ? stroke : `{Alt>}${stroke}{/Alt}`)
      }
    },
    end() {
      app.unmount()
      host.remove()
      endGuard()
    },
  }
}
