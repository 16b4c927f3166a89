import type { ProjectKind } from '../../application/project/ProjectSettings'

/** What the start page shows of a project before anybody has opened it. Kept in the clear, like its title: no person in it. */
export interface ProjectCard {
  /** A kind of project. */
  readonly kind: ProjectKind
  /** ISO instant. */
  readonly openedAt: string
  /** Households to visit, and those of them whose visit is over. */
  readonly count: number
  readonly done: number
  /** Where somebody goes next, with its township, and for when an appointment was made there, local time; null where all is done. */
  readonly next: { readonly village: string; readonly appointment: string | null } | null
}

const KEY = 'yihu.card.'

export function keepCard(projectId: string, card: ProjectCard): void {
  localStorage.setItem(KEY + projectId, JSON.stringify(card))
}

/** The card that was kept last; null where none was, or none that can be read. */
export function cardOf(projectId: string): ProjectCard | null {
  try {
    const card = JSON.parse(localStorage.getItem(KEY + projectId) ?? 'null') as ProjectCard | null
    return typeof card?.openedAt === 'string' && Number.isInteger(card.count) ? card : null
  } catch {
    return null
  }
}
