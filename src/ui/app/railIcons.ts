import {
  BookOpen,
  ClipboardCheck,
  Dices,
  FileOutput,
  FileSpreadsheet,
  House,
  ListChecks,
  Repeat2,
  Scale,
  Settings,
  SlidersHorizontal,
  Table2,
  TriangleAlert,
  Users,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { Page } from '../../application/programmes/Programme'

/** The sign beside each name of the rail; it says nothing that the name does not. */
export const RAIL_ICONS: Readonly<Record<Page, Component>> = {
  households: House,
  coverage: ListChecks,
  check: Repeat2,
  suspicions: TriangleAlert,
  county: Scale,
  roster: FileSpreadsheet,
  sample: Dices,
  team: Users,
  quality: ClipboardCheck,
  output: FileOutput,
  tables: Table2,
  standards: BookOpen,
  project: SlidersHorizontal,
  settings: Settings,
}
