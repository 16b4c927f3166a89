/** Below this many interviews on either side, a share or a median means nothing. */
export const FEWEST_TO_COMPARE = 10

/** Shares are quotients: what is equal on paper may differ in its last bit. */
export const ROUNDING = 1e-9
