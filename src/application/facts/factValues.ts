import * as v from 'valibot'

/** Values that many facts have. */
export const text = v.string()
export const textOrNull = v.nullable(text)
export const number = v.pipe(v.number(), v.finite())
export const flag = v.boolean()
export const yes = v.literal(true)
/** Checked further by its reader. */
export const object = v.custom<object>((value) => typeof value === 'object' && value !== null)
export const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/))
export const isoDay = v.pipe(text, v.isoDate())
