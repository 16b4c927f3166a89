import { createBuilder } from 'vite'
import { PROJECT_FOLDER } from './projectFolder'

/** Builds renderer, main process and preload into `dist/`, as `npm run build` does. */
export async function build(): Promise<void> {
  console.log('Building …')
  const builder = await createBuilder({
    root: `${PROJECT_FOLDER}/src`,
    configFile: `${PROJECT_FOLDER}/vite.config.ts`,
    logLevel: 'warn',
  })
  await builder.buildApp()
}
