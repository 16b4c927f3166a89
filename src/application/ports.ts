/** The application's ports, in one place for whoever builds an adapter or composes the app. */
export type * from './Platform'
export type * from './store/ProjectShelf'
export type * from './store/ProjectStore'
