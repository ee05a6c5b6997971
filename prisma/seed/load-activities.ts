import type pg from "pg";

/**
 * Invented work in the movement of 2016–2020, marked as such: most provinces help a commune, every third builds a house,
 * and one house is claimed twice.
 */
export async function loadActivities(client: pg.Client): Promise<void> {
  await client.query(
    `WITH province AS (
       SELECT v.agency_code AS code, regexp_replace(v.name, '^.* (tỉnh|thành phố) ', '') AS place,
         row_number() OVER (ORDER BY v.agency_code)::int AS n
       FROM agency_version v JOIN agency a ON a.code = v.agency_code
       WHERE a.kind = 'PROVINCE' AND v.valid_from <= '2020-12-31'
         AND (v.valid_until IS NULL OR v.valid_until > '2020-12-31')),
     registered AS (
       INSERT INTO campaign_registration (campaign_code, agency_code, commitments, registered_by, registered_at)
       SELECT $1, code, 'Nhận giúp đỡ một xã xây dựng nông thôn mới (minh họa)', 'demo:clerk',
         '2016-02-01T02:00Z'::timestamptz + n * interval '1 day'
       FROM province WHERE n % 8 <> 0),
     work AS (
       SELECT code, 'COMMUNE' AS kind, 1 AS quantity, 0::bigint AS value, 'Xã minh họa số ' || n || ', ' || place AS place,
         '' AS beneficiary, 'Giúp xã làm đường, nhà văn hóa và tuyên truyền pháp luật thi hành án' AS description,
         date '2016-03-01' + n * 12 AS day, n
       FROM province WHERE n % 8 <> 0
       UNION ALL
       SELECT code, 'HOUSE', 1, 50000000 + n * 500000, 'Xã minh họa số ' || n || ', ' || place,
         'Hộ minh họa số ' || n, 'Góp tiền, ngày công làm nhà tình thương', date '2017-06-01' + n * 9, n
       FROM province WHERE n % 3 = 0
       UNION ALL
       SELECT code, 'HOUSE', 1, 50000000, place || ' - xã minh họa số 3', 'hộ Minh Họa số 3',
         'Trao nhà Đại đoàn kết cùng địa phương', date '2017-06-01' + 3 * 9 + 1, n
       FROM province WHERE n = 3
       UNION ALL
       SELECT code, 'WORKDAY', 20 + n, 0, 'Xã minh họa số ' || n || ', ' || place, '',
         'Ngày công làm đường liên thôn', date '2018-02-01' + n * 5, n
       FROM province WHERE n % 5 = 0)
     INSERT INTO campaign_activity (id, campaign_code, agency_code, kind, place, happened_on, beneficiary, quantity,
       value_dong, description, illustrative, state, reported_by, reported_at, decided_by, decided_at)
     SELECT gen_random_uuid(), $1, code, kind, place, day, beneficiary, quantity, nullif(value, 0),
       description || ' (minh họa)', true, CASE WHEN n % 7 = 0 OR day = '2017-06-29' THEN 'REPORTED' ELSE 'VERIFIED' END,
       'demo:clerk', (day + 3)::timestamptz, CASE WHEN n % 7 = 0 OR day = '2017-06-29' THEN NULL ELSE 'demo:head' END,
       CASE WHEN n % 7 = 0 OR day = '2017-06-29' THEN NULL ELSE (day + 10)::timestamptz END
     FROM work`,
    ["thads-nong-thon-moi-2016-2020"],
  );
}
