-- The drawn households of one sampled county: what its intervals are computed over.
SELECT household, village, stratum, cluster, weight
FROM households
WHERE county = $1 AND weight > 0
ORDER BY household
