-- Households of different counties that share a key: of a person, a telephone, a photo.
SELECT DISTINCT k.{key} AS shared, k.county, h.village, k.household
FROM {dataset} k JOIN households h ON h.county = k.county AND h.household = k.household
WHERE {counted} AND k.{key} IN (
  SELECT k.{key} FROM {dataset} k WHERE {counted} AND k.{key} IS NOT NULL GROUP BY k.{key} HAVING min(k.county) <> max(k.county)
)
ORDER BY shared, county, household
