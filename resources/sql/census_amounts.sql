-- Amounts that the counties' forms say.
SELECT county, table_id, row_number, amount
FROM amounts
ORDER BY county
