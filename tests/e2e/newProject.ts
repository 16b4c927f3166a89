import type { Page } from '@playwright/test'

export interface NewProject {
  readonly title: string
  /** Who is at the computer. */
  readonly person: string
  readonly passcode: string
  /** Left out, what is offered first: an assessment. */
  readonly kind?: 'assessment' | 'census'
}

/** Makes a sealed project from the first page, as a user does; it opens without a list. */
export async function newProject(page: Page, { title, person, passcode, kind }: NewProject): Promise<void> {
  await page.getByRole('button', { name: '新建评估任务' }).click()
  await page.getByLabel('任务名称').fill(title)
  await page.getByLabel('你的姓名').fill(person)
  if (kind !== undefined) await page.getByLabel('任务类型').selectOption(kind)
  await page.getByLabel('口令', { exact: true }).fill(passcode)
  await page.getByLabel('再输一次口令').fill(passcode)
  await page.getByRole('button', { name: '建立任务' }).click()
}
