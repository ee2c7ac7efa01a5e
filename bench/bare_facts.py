"""The facts of the annual summary in hand-written SQL, as little of it as fetches them."""

POLICY_YEAR = """
    extract(year FROM {day})::int - (extract(month FROM {day}) < m.first_month)::int
"""
START, END = POLICY_YEAR.format(day="a.start_date"), POLICY_YEAR.format(day="a.end_date")

FIRST_YEAR = f"""
    CASE WHEN a.start_precision = 'year'
         THEN least(extract(year FROM a.start_date)::int, {END}) ELSE {START} END
"""
LAST_YEAR = f"""
    CASE WHEN a.end_precision = 'year'
         THEN greatest(extract(year FROM a.end_date)::int - (m.first_month > 1)::int, {START})
         ELSE {END} END
"""

HELD = """
    FROM activities_activity a
    JOIN activities_activityrelationship ar ON ar.activity_id = a.id
    JOIN (SELECT r.id, coalesce(o.fiscal_year_start_month, 1) AS first_month
          FROM relationships_relationship r LEFT JOIN accounts_office o ON o.id = r.office_id) m
      ON m.id = ar.relationship_id
    WHERE a.start_date <= %(as_of)s
"""
LIVE = f"{HELD} AND a.is_live"

STATEMENTS = {
    "ties": """
        SELECT r.id, r.office_id, h.name, p.name, h.native_name, p.native_name, h.country,
               p.country, r.tier, r.tier_label, r.legal_status, r.start_date, r.start_precision,
               o.fiscal_year_start_month
        FROM relationships_relationship r
        JOIN relationships_city h ON h.id = r.home_city_id
        JOIN relationships_city p ON p.id = r.partner_city_id
        LEFT JOIN accounts_office o ON o.id = r.office_id
        ORDER BY h.name, p.name, r.id
    """,
    "policies": "SELECT * FROM reports_policy WHERE valid_from <= %(as_of)s ORDER BY valid_from",
    "years": f"""
        SELECT ar.relationship_id, {FIRST_YEAR} AS first_year,
               count(*) FILTER (WHERE a.involvement = 'G'),
               count(*) FILTER (WHERE a.involvement = 'M'),
               count(*) FILTER (WHERE a.involvement = 'C' AND a.government_role <> 'courtesy'),
               count(*) FILTER (WHERE a.involvement = 'B' AND a.government_role <> 'courtesy'),
               count(*) FILTER (WHERE a.involvement = 'U' AND a.government_role <> 'courtesy'),
               count(*) FILTER (WHERE a.involvement = 'C' AND a.government_role = 'courtesy'),
               count(*) FILTER (WHERE a.involvement = 'B' AND a.government_role = 'courtesy'),
               count(*) FILTER (WHERE a.involvement = 'U' AND a.government_role = 'courtesy'),
               sum(a.participants),
               count(*) FILTER (WHERE a.is_unnumbered),
               count(*) FILTER (WHERE a.direction = 'inbound'),
               count(*) FILTER (WHERE a.direction = 'outbound'),
               count(*) FILTER (WHERE a.direction = 'both'),
               sum(a.participants) FILTER (WHERE a.direction = 'inbound'),
               sum(a.participants) FILTER (WHERE a.direction = 'outbound'),
               sum(a.participants) FILTER (WHERE a.direction = 'both')
        {LIVE} GROUP BY 1, 2
    """,
    "spans": f"""
        SELECT ar.relationship_id, {FIRST_YEAR} AS first_year, {LAST_YEAR} AS last_year,
               a.involvement, a.government_role = 'courtesy', count(*)
        {LIVE} AND {FIRST_YEAR} <> {LAST_YEAR} GROUP BY 1, 2, 3, 4, 5
    """,
    "lasts": f"""
        SELECT ar.relationship_id, a.is_live, a.involvement, a.end_precision, max(a.end_date)
        {HELD} AND a.status = 'held' GROUP BY 1, 2, 3, 4
    """,
    "gaps": f"""
        SELECT tie, max(silence) FROM (
            SELECT ar.relationship_id AS tie, a.start_date - max(a.end_date) OVER (
                PARTITION BY ar.relationship_id ORDER BY a.start_date, a.id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS silence {LIVE}
        ) AS silences GROUP BY tie
    """,
    "fields": f"""
        SELECT ar.relationship_id, {FIRST_YEAR} AS first_year, f.field, f.lies_in, count(*)
        {
        LIVE.replace(
            "WHERE",
            '''JOIN (
            SELECT activity_id, field, count(*) OVER (PARTITION BY activity_id) AS lies_in
            FROM activities_activityfield
        ) f ON f.activity_id = a.id WHERE''',
        )
    } AND a.start_date >= %(window_from)s
        GROUP BY 1, 2, 3, 4
    """,
    "legal history": "SELECT relationship_id, date, status FROM relationships_legalstatuschange",
    "returns": """
        SELECT relationship_id, year FROM reports_annualreturn WHERE year = ANY(%(years)s)
    """,
    "shared": f"""
        SELECT a.id, ar.relationship_id, {FIRST_YEAR}, {LAST_YEAR}, a.involvement,
               a.participants, a.is_unnumbered
        {LIVE} AND a.start_date >= %(counted_from)s AND a.id IN (
            SELECT activity_id FROM activities_activityrelationship
            GROUP BY activity_id HAVING count(*) > 1
        )
    """,
}
