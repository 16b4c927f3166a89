-- What the rates of a county are made of: households, each counted once.
SELECT county,
  count(*) AS listed,
  sum(CASE WHEN is_enumerated THEN 1 ELSE 0 END) AS enumerated,
  sum(CASE WHEN is_interviewed AND status = 'exited' THEN 1 ELSE 0 END) AS exited,
  sum(CASE WHEN is_interviewed AND conclusion = 'suspected_wrong_exit' THEN 1 ELSE 0 END) AS wrong_exits,
  sum(CASE WHEN is_interviewed AND status = 'unregistered' THEN 1 ELSE 0 END) AS unregistered,
  sum(CASE WHEN is_interviewed AND conclusion = 'suspected_omission' THEN 1 ELSE 0 END) AS omissions,
  sum(CASE WHEN is_interviewed AND recognises IS NOT NULL THEN 1 ELSE 0 END) AS asked,
  sum(CASE WHEN is_interviewed AND recognises THEN 1 ELSE 0 END) AS recognising
FROM households
WHERE is_in_sample
GROUP BY county
ORDER BY county
