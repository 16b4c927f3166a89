/** What a terminal obeys, or turns the direction of what follows: all control characters but tab and line feed, and such marks. */
export const OBEYED_MARKS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
