const OWN = /^(project\.json|index(\.\d+)?\.json|lock(\..*)?|packs|rosters|attachments|records)$/i

/** Whether a name right in a project's folder is one of the project's own (`docs/formats.md`). */
export function isProjectFile(name: string): boolean {
  return OWN.test(name)
}
