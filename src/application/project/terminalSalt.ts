/** The salt of keys made in the terminal, where no project gives one; documented, so that two runs agree. */
export const TERMINAL_SALT = 'yihu-terminal'
