import { join } from 'node:path'

/** The checkout's top folder. */
export const PROJECT_FOLDER = join(import.meta.dirname, '../..')

/** The built renderer, for Electron and browser alike. */
export const RENDERER_FOLDER = join(PROJECT_FOLDER, 'dist/renderer')
