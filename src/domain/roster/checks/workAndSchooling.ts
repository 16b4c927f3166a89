import type { HouseholdCheck } from './Finding'

/** Months of work, but the list's column for the place is empty or states that there is none. */
export const workMonthsWithoutPlace: HouseholdCheck = ({ members }) =>
  members
    .filter(
      ({ workMonths, workPlace }) =>
        workMonths !== null && workMonths > 0 && (workPlace === null || workPlace === 'none'),
    )
    .map(({ source }) => ({
      code: 'work_months_without_place',
      source,
      field: 'workPlace',
      asks: ['workPlace'],
    }))

/** Wages, but by the list's columns of work nobody works. */
export const wagesWithoutWorker: HouseholdCheck = ({ wageIncome, members, source }) => {
  const somebodyWorks = members.some(
    ({ workMonths, workPlace }) => (workMonths ?? 0) > 0 || (workPlace !== null && workPlace !== 'none'),
  )
  if (wageIncome === undefined || wageIncome <= 0 || somebodyWorks) return []
  return [{ code: 'wages_without_worker', source, field: 'wageIncome', asks: ['workPlace', 'workMonths'] }]
}

/** A pupil of a school below what he has already finished. */
export const studentTooSchooled: HouseholdCheck = ({ members }) =>
  members.flatMap(({ studentStatus, educationLevel, source }) => {
    const school = SCHOOLS.findIndex((kinds) => kinds.includes(studentStatus ?? ''))
    if (school < 0 || LEVELS.indexOf(educationLevel ?? '') <= school) return []
    const details = { studentStatus: studentStatus ?? '', educationLevel: educationLevel ?? '' }
    return [{ code: 'student_too_schooled', source, field: 'studentStatus' as const, details }]
  })

/** Schools, and the levels they lead to, in step. */
const SCHOOLS = [
  ['preschool'],
  ['primary'],
  ['junior_secondary'],
  ['senior_secondary', 'vocational'],
  ['tertiary'],
]
const LEVELS = ['preschool', 'primary', 'junior_secondary', 'senior_secondary', 'junior_college', 'bachelor']
