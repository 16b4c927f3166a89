-- The counties, one row each: what they are measured by besides their households.
SELECT county, province, city, county_name, standards, omission_reading, is_sampled,
  rural_registered, exited, poor, unregistered, sampled_villages_unregistered
FROM counties
ORDER BY county
