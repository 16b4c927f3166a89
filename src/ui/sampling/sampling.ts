import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { SaveOutcome } from '../../application/Platform'
import { rejectedRows } from '../../application/roster/rejectedRows'
import type { MadeSample } from '../../application/sampling/makeSample'
import { recordSample } from '../../application/sampling/recordSample'
import {
  sampleDrawOf,
  sampleDrawsOf,
  type RecordedDraw,
  type SampleDraw,
} from '../../application/sampling/sampleDraws'
import type { SampleLog } from '../../application/sampling/SampleLog'
import { sampleLogText } from '../../application/sampling/sampleLogText'
import type { DrawnSample } from '../../domain/sampling/DrawnSample'
import type { SamplingPlan } from '../../domain/sampling/SamplingPlan'
import type { Problem } from '../../domain/shared/Problem'
import { localDay } from '../app/i18n/localTime'
import { checkedForm } from './checkedForm'
import { NEW_FORM, planOf, type SamplingForm } from './samplingForm'
import { useServices } from '../app/services'
import { NOBODY, passcodeFault } from '../shared/people/SecondPersonTyped'
import { useHouseholds } from '../households/households'
import { usePeople } from '../shared/people/people'
import { useSession } from '../app/session/session'
import { unwrittenDraw } from './unwrittenDraw'

/** Looked at without the real seed, so that nobody tries seeds until a sample pleases. */
const PREVIEW_SEED = 'preview'

/** Drawing the project's sample: what is wanted, what it comes to, the draw, and its log. */
export const useSampling = defineStore('sampling', () => {
  const services = useServices()
  const session = useSession()
  const people = usePeople()
  const households = useHouseholds()
  const form = shallowRef<SamplingForm>(NEW_FORM)
  const inForce = shallowRef<SampleDraw | null>(null)
  /** Every draw, the one in force last. */
  const draws = shallowRef<readonly RecordedDraw[]>([])
  /** Rows of the list in use that were not taken. */
  const rejected = ref(0)
  const preview = shallowRef<DrawnSample | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const isDrawing = ref(false)
  /** Who agrees to another draw after interviews have begun. */
  const secondPerson = shallowRef(NOBODY)
  const outcome = shallowRef<SaveOutcome | null>(null)
  const { unwritten, waits } = unwrittenDraw()

  const checked = checkedForm(form)
  const { frame, isSound } = checked
  const canPreview = computed(() => isSound.value && !isDrawing.value)
  const canDraw = computed(
    () =>
      canPreview.value &&
      form.value.seed.trim() !== '' &&
      (inForce.value === null || form.value.reason.trim() !== '') &&
      passcodeFault(secondPerson.value, people.wayOf(secondPerson.value.person)) === null &&
      (rejected.value === 0 || form.value.rejectedReason.trim() !== ''),
  )

  async function load(): Promise<void> {
    const project = session.open
    unwritten.value = null
    inForce.value = project === null ? null : await sampleDrawOf(project.store)
    draws.value = project === null ? [] : await sampleDrawsOf(project.store)
    rejected.value = project === null ? 0 : await rejectedRows(project.store)
    await people.load()
  }

  function change(part: Partial<SamplingForm>): void {
    form.value = { ...form.value, ...part }
    problems.value = []
    if (Object.keys(part).every((field) => field === 'reason' || field === 'rejectedReason')) return
    preview.value = null
    unwritten.value = null
  }

  function plan(): SamplingPlan {
    return planOf(form.value, frame.value, households.supervised)
  }

  /** What each stratum would give; in a cluster design which villages is left to the draw. */
  async function look(): Promise<void> {
    const asked = form.value
    const made = await make({ ...plan(), seed: PREVIEW_SEED })
    if (form.value === asked) preview.value = made?.log.result ?? null
  }

  async function draw(): Promise<void> {
    const project = session.open
    if (project === null || !canDraw.value) return
    outcome.value = null
    const made = await make(plan())
    if (made === null) return
    isDrawing.value = true
    const isWaiting = await waits(project.store, made.log).finally(() => (isDrawing.value = false))
    if (!isWaiting) await record(made.log)
  }

  /** Writes the very draw whose losses were reported. */
  async function drawAllTheSame(): Promise<void> {
    if (unwritten.value !== null && canDraw.value) await record(unwritten.value.log)
  }

  async function record(log: SampleLog): Promise<void> {
    const project = session.open
    if (project === null) return
    const { reason, rejectedReason } = form.value
    const second = secondPerson.value
    const refused = await session.attempt(async () => {
      const proof = await people.proofOf(second)
      if (!proof.ok) return proof
      return recordSample(project.store, log, {
        person: project.person,
        at: services.now(),
        reason,
        rejectedReason,
        confirmedBy: second.person,
        proof: proof.value,
      })
    })
    // A passcode is typed for one draw.
    secondPerson.value = { ...NOBODY, person: second.person }
    if (refused.length > 0) {
      problems.value = refused
      return
    }
    problems.value = problems.value.filter(({ severity }) => severity !== 'error')
    secondPerson.value = NOBODY
    unwritten.value = null
    form.value = { ...form.value, reason: '', rejectedReason: '' }
    preview.value = null
    await load()
    await households.load()
  }

  /** Draws, and reports what is wrong; null when it is refused, or the project was left meanwhile. */
  async function make(wanted: SamplingPlan): Promise<MadeSample | null> {
    const project = session.open
    if (project === null) return null
    isDrawing.value = true
    try {
      const { salt } = project.settings
      const made = await services.drawSample({ frame: frame.value, plan: wanted, salt }).done
      if (session.open?.store !== project.store) return null
      problems.value = made.ok ? made.value.warnings : made.problems
      return made.ok ? made.value : null
    } finally {
      isDrawing.value = false
    }
  }

  async function saveLog(): Promise<void> {
    const [project, draw] = [session.open, inForce.value]
    if (project === null || draw === null) return
    const bytes = new TextEncoder().encode(sampleLogText(draw.log))
    const name = `${project.title}-${localDay(draw.at)}-sample.json`
    outcome.value = await services.platform.saveSampleLog(name, bytes)
  }

  return {
    form,
    inForce,
    draws,
    rejected,
    preview,
    problems,
    isDrawing,
    secondPerson,
    outcome,
    unwritten,
    ...checked,
    canPreview,
    canDraw,
    load,
    change,
    look,
    draw,
    drawAllTheSame,
    saveLog,
  }
})
