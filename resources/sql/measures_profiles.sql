-- Households that are alike in all that measures ask, with how many there are.
SELECT county, {village} AS village, status, conclusion, outcome, persons, recognises, is_satisfied, determined,
  is_wrong_inclusion, stratum, cluster, weight, count(*) AS households
FROM households
WHERE {counted}
GROUP BY county, {grouped}status, conclusion, outcome, persons, recognises, is_satisfied, determined, is_wrong_inclusion,
  stratum, cluster, weight
ORDER BY county
