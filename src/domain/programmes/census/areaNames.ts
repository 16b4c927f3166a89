/** The county among the areas; a village is named as `villageOf` names it, with two strokes. */
export const COUNTY_AREA = 'county'

/** An area as people call it: township and village; `COUNTY_AREA` for the county, which texts have a word for (`area`). */
export function areaName(area: string): string {
  const [, township = '', ...village] = area.split('/')
  return [township, village.join('/')].filter((part) => part !== '').join(' ') || area
}
