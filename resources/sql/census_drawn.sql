-- How tables code the cases of one sampled county, those of a household together.
SELECT household, {codes}
FROM {dataset}
WHERE county = $1 AND weight > 0
ORDER BY household
