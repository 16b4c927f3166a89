/**
 * The tables of the census in SQL, written from their description and not from their definitions. Each gives a row a case: its village
 * and its mark, or for `several` its marks: codes of rows (`row/column`), `=unanswered`, `=base`, and `?row` where it answered a row's
 * own question.
 */

/** What the answers are made into before any table is asked. */
export const PREPARE = `
CREATE TABLE h AS SELECT * FROM households WHERE visit_outcome = 'enumerated';
CREATE TABLE p AS
  SELECT p.*, date_sub('year', birth_date, DATE '2020-12-31') AS age, string_split(health, '|') AS ills
  FROM persons p JOIN h USING (household)
  WHERE member_status IS NULL OR member_status NOT IN ('left', 'died');
`

const ONE: Readonly<Record<string, string>> = {
  coverage: `SELECT village, CASE
      WHEN visit_outcome IS NULL OR visit_outcome IN ('not_home', 'partial') THEN 'open' ELSE visit_outcome END AS mark
    FROM households`,
  size: `SELECT h.village, CASE WHEN n IS NULL THEN '=unanswered' WHEN n >= 6 THEN '6_plus' ELSE n::VARCHAR END AS mark
    FROM h LEFT JOIN (SELECT household, count(*) AS n FROM p GROUP BY household) USING (household)`,
  age_sex: `SELECT village, coalesce(CASE
      WHEN age < 6 THEN 'under_6' WHEN age < 16 THEN '6_15' WHEN age < 60 THEN '16_59' WHEN age >= 60 THEN '60_plus' END
      || '/' || sex, '=unanswered') AS mark FROM p`,
  status: `SELECT village, coalesce(status, '=unanswered') AS mark FROM h`,
  food_protein: asAnswered('food_protein'),
  food_enough: asAnswered('food_enough'),
  clothing: asAnswered('clothing_season'),
  bedding: asAnswered('bedding'),
  income_trend: asAnswered('income_trend'),
  education: `SELECT village, CASE
      WHEN school_status IS NULL THEN '=unanswered'
      WHEN school_status = 'finished_nine_years' THEN 'finished'
      WHEN school_status <> 'not_in_school' THEN 'in_school'
      WHEN not_in_school_reason IN ('unable_certified', 'deferred_approved', 'not_yet_due') THEN 'exempt'
      ELSE 'out_of_school' END AS mark FROM p WHERE age BETWEEN 6 AND 15`,
  insurance: `SELECT village, CASE
      WHEN insurance IS NULL THEN '=unanswered'
      WHEN insurance = 'other' THEN 'other_or_exempt'
      WHEN insurance = 'none' AND uninsured_reason IN ('newborn', 'in_service') THEN 'other_or_exempt'
      ELSE insurance END AS mark FROM p`,
  treatment: `SELECT village, coalesce(treatment, '=unanswered') AS mark FROM p
    WHERE list_has_any(ills, ['chronic', 'serious', 'disabled'])`,
  housing: `SELECT village, CASE
      WHEN house_basis IS NULL THEN '=unanswered'
      WHEN house_basis IN ('grade_c_unrepaired', 'grade_d_unrebuilt', 'not_graded') THEN 'not_safe'
      WHEN lives_in_safe_house <> 'all' THEN 'not_safe'
      WHEN house_basis = 'relocated' AND relocation_state <> 'moved_in' THEN 'not_safe'
      WHEN lives_in_safe_house IS NULL OR (house_basis = 'relocated' AND relocation_state IS NULL) THEN '=unanswered'
      WHEN house_basis IN ('repaired', 'relocated') THEN house_basis
      ELSE 'already_safe' END AS mark FROM h`,
  water_source: `SELECT village, CASE WHEN water_source LIKE 'piped%' THEN 'piped'
      ELSE coalesce(water_source, '=unanswered') END AS mark FROM h`,
  water_access: `SELECT village, CASE
      WHEN water_fetch = 'at_home' THEN 'easy'
      WHEN water_fetch = 'fetch' AND water_fetch_minutes <= 20 THEN 'easy'
      WHEN water_fetch = 'fetch' AND water_fetch_minutes > 20 THEN 'far'
      ELSE '=unanswered' END AS mark FROM h`,
  water_short: `SELECT village, CASE
      WHEN water_short_days IS NULL THEN '=unanswered' WHEN water_short_days = 0 THEN 'never'
      WHEN water_short_days > 36 THEN 'many' ELSE 'few' END AS mark FROM h`,
  main_income_source: `SELECT village, CASE
      WHEN income_sources IS NULL THEN '=unanswered'
      WHEN income_sources NOT LIKE '%|%' THEN income_sources
      ELSE coalesce(main_income_source, '=unanswered') END AS mark FROM h`,
  village_water: asAnswered('central_water', 'villages'),
  village_refuse: asAnswered('refuse_collected', 'villages'),
}

const SCHOOLED = `school_status IN ('in_school', 'special_school', 'home_teaching', 'finished_nine_years')
  OR (school_status = 'not_in_school' AND not_in_school_reason IN ('unable_certified', 'deferred_approved', 'not_yet_due'))`
const CARED = `(insurance IN ('resident', 'employee', 'other')
    OR (insurance = 'none' AND uninsured_reason IN ('newborn', 'in_service')))
  AND (NOT coalesce(list_has_any(ills, ['chronic', 'serious', 'disabled']), false)
    OR (treatment IS NOT NULL AND treatment <> 'untreated_cannot_afford'))`

const SEVERAL: Readonly<Record<string, string>> = {
  guarantees_unmet: `
    WITH of_people AS (
      SELECT household,
        bool_and(age IS NOT NULL AND (age NOT BETWEEN 6 AND 15 OR coalesce(${SCHOOLED}, false))) AS schooled,
        bool_and(coalesce(${CARED}, false)) AS cared
      FROM p GROUP BY household),
    unmet AS (SELECT h.village, list_filter([
      CASE WHEN food_enough = 'all_year' AND food_protein <> 'rarely_cannot_afford' THEN NULL ELSE 'food' END,
      CASE WHEN clothing_season = 'yes' AND bedding = 'enough' THEN NULL ELSE 'clothing' END,
      CASE WHEN coalesce(schooled, true) THEN NULL ELSE 'education' END,
      CASE WHEN coalesce(cared, true) THEN NULL ELSE 'medical' END,
      CASE WHEN lives_in_safe_house = 'all'
        AND (house_basis IN ('grade_a', 'grade_b', 'other_safe_house', 'repaired')
          OR (house_basis = 'relocated' AND relocation_state = 'moved_in')) THEN NULL ELSE 'housing' END,
      CASE WHEN water_quantity = 'enough' AND water_short_days <= 36 AND water_quality IN ('report_ok', 'looks_ok')
        AND (water_fetch = 'at_home' OR (water_fetch = 'fetch' AND water_fetch_minutes <= 20))
        THEN NULL ELSE 'water' END], x -> x IS NOT NULL) AS marks
      FROM h LEFT JOIN of_people USING (household))
    SELECT village, list_concat(marks, CASE WHEN len(marks) > 0 THEN ['any', '=base'] ELSE ['=base'] END) AS marks FROM unmet`,
  income_sources: ofSeveral('income_sources'),
  support: ofSeveral('support_received'),
  shocks: ofSeveral('shocks'),
  industry: ofSeveral('industry_items', helpedBy('industry')),
  employment: ofSeveral('employment_items', helpedBy('employment')),
  health: ofSeveral('health_items', helpedBy('health')),
  education_help: ofSeveral('education_items', helpedBy('education')),
  relocated: `
    WITH pupils AS (SELECT household FROM p WHERE age BETWEEN 6 AND 15 GROUP BY household),
    asked AS (SELECT village, relocated_job AS job, relocated_land AS land,
        CASE WHEN pupils.household IS NULL THEN NULL ELSE relocated_school END AS school
      FROM h LEFT JOIN pupils USING (household) WHERE house_basis = 'relocated')
    SELECT village, ${marksOf(['job', 'land', 'school'].map((row) => [row, `${row} = 'yes'`, `${row} IS NOT NULL`]))}
    FROM asked`,
  groups: `
    WITH adults AS (
      SELECT household,
        count(*) FILTER (away_state = 'at_home') AS at_home, count(*) FILTER (away_state IS NULL) AS unsaid
      FROM p WHERE age BETWEEN 16 AND 59 GROUP BY household)
    SELECT village, ${marksOf([
      [
        'left_behind_child',
        "age < 16 AND guardian_home = 'no'",
        'age >= 16 OR (age < 16 AND guardian_home IS NOT NULL)',
      ],
      [
        'left_behind_elderly',
        'age >= 60 AND coalesce(at_home, 0) = 0 AND coalesce(unsaid, 0) = 0',
        'age < 60 OR (age >= 60 AND (coalesce(at_home, 0) > 0 OR coalesce(unsaid, 0) = 0))',
      ],
      ['disabled', "list_contains(ills, 'disabled')", 'ills IS NOT NULL'],
      ['chronic', "list_contains(ills, 'chronic')", 'ills IS NOT NULL'],
      ['serious', "list_contains(ills, 'serious')", 'ills IS NOT NULL'],
      ['working_away', "away_state = 'working_away'", 'away_state IS NOT NULL'],
    ])}
    FROM p LEFT JOIN adults USING (household)`,
  village_services: `SELECT village, ${marksOf(
    [
      ...['hard_road', 'power', 'telecom', 'broadband', 'radio_tv'],
      ...['service_building', 'clinic', 'doctor', 'e_commerce', 'culture_place'],
    ].map((row) => [row, `${row} = 'yes'`, `${row} IS NOT NULL`]),
  )} FROM villages`,
}

/** Counts of a table by village and mark, then by mark alone (`isCounty` = 1). */
export const CENSUS_SQL: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ONE).map(([id, sql]) => [id, counted(sql)] as const),
  ...Object.entries(SEVERAL).map(
    ([id, sql]) => [id, counted(`SELECT village, unnest(marks) AS mark FROM (${sql})`)] as const,
  ),
])

function counted(sql: string): string {
  return `SELECT village, mark, count(*)::INTEGER AS n, grouping(village) AS isCounty FROM (${sql})
    GROUP BY GROUPING SETS ((village, mark), (mark))`
}

function asAnswered(question: string, table = 'h'): string {
  return `SELECT village, coalesce(${question}, '=unanswered') AS mark FROM ${table}`
}

function ofSeveral(question: string, where = 'true'): string {
  return `SELECT village, CASE WHEN ${question} IS NULL THEN ['=unanswered']
    ELSE list_append(string_split(${question}, '|'), '=base') END AS marks FROM h WHERE ${where}`
}

function helpedBy(kind: string): string {
  return `list_contains(string_split(support_received, '|'), '${kind}')`
}

/** Of rows that are each a question: who is in it, who answered it, and whether any was answered. */
function marksOf(rows: readonly (readonly string[])[]): string {
  const marks = rows.flatMap(([row, isIn, isKnown]) => [
    `CASE WHEN ${isIn} THEN '${row}' END`,
    `CASE WHEN ${isKnown} THEN '?${row}' END`,
  ])
  const anyKnown = rows.map(([, , isKnown]) => `coalesce(${isKnown}, false)`).join(' OR ')
  return `list_append(list_filter([${marks.join(', ')}], x -> x IS NOT NULL),
    CASE WHEN ${anyKnown} THEN '=base' ELSE '=unanswered' END) AS marks`
}
