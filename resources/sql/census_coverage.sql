-- Where the households of an area stand.
SELECT {area}, outcome, sum(listed) AS listed, sum(found) AS found
FROM coverage
GROUP BY {area}, outcome
ORDER BY county
