-- Cases of tables by area and code, and what they count for. One scan for all tables of a dataset: each grouping set is a table.
-- Of a row's codes only that of its set is there; `other_sets` has a 0 where the set's code stands among {codes}.
SELECT {area}, GROUPING({codes}) AS other_sets, coalesce({codes}) AS code, {known} AS known, {weight} AS weight
FROM {dataset}
WHERE {counted}
GROUP BY GROUPING SETS ({sets})
ORDER BY county
