package cn.mingjian.indicator.record;

/** The statements that bring a batch of record versions into the totals. All of them read the staging table {@code incoming}. */
final class RecordMerge {
    static final String STAGING_EXISTS = "select to_regclass('pg_temp.incoming') is not null";

    static final String CREATE_STAGING = """
            create temporary table incoming (
              seq int not null, station text not null, delivery text not null, chunk int not null,
              record text not null, version int not null, content_hash bytea not null,
              type text not null, occurred_on date not null, status text not null, submitted_day date not null,
              area text not null, community text not null, attendance bigint not null,
              outcome text
            ) on commit delete rows
            """;

    static final String COPY = """
            copy incoming (seq, station, delivery, chunk, record, version, content_hash, type, occurred_on, status,
              submitted_day, area, community, attendance) from stdin
            """;

    static final String ANALYZE = "analyze incoming";

    /**
     * ACCEPTED: a version not seen before. DUPLICATE: seen with equal content. CONFLICT: seen with other content; the first one
     * stays. Seen means stored, or earlier in this batch.
     */
    static final String CLASSIFY = """
            with seen as (
              select i.seq,
                     i.content_hash,
                     coalesce(h.content_hash, s.content_hash,
                       case when row_number() over same > 1 then first_value(i.content_hash) over same end) as first_hash
                from incoming i
                left join record_head h on (h.station, h.record, h.version) = (i.station, i.record, i.version)
                left join record_superseded s on (s.station, s.record, s.version) = (i.station, i.record, i.version)
              window same as (partition by i.station, i.record, i.version order by i.seq))
            update incoming i
               set outcome = case when seen.first_hash is null then 'ACCEPTED'
                                  when seen.first_hash = seen.content_hash then 'DUPLICATE'
                                  else 'CONFLICT' end
              from seen
             where seen.seq = i.seq
            """;

    /** The highest accepted version of each record, and of those the ones that overtake the stored head. */
    private static final String RISEN = """
            with newest as (
              select distinct on (station, record) * from incoming
               where outcome = 'ACCEPTED' order by station, record, version desc),
            risen as (
              select newest.* from newest left join record_head h using (station, record)
               where h.version is null or h.version < newest.version)
            """;

    /** Moves the difference between the old heads and the new ones into the totals. */
    static final String TOTALS = RISEN + """
            , moved as (
              select station, type, occurred_on as day, area, community, 1 as records, attendance
                from risen where status = 'APPROVED'
              union all
              select h.station, h.type, h.occurred_on, h.area, h.community, -1, -h.attendance
                from record_head h join risen using (station, record) where h.status = 'APPROVED'),
            difference as (
              select station, type, day, area, community, sum(records) as records, sum(attendance) as attendance
                from moved group by station, type, day, area, community
              having sum(records) <> 0 or sum(attendance) <> 0)
            merge into record_total t
            using difference d
               on (t.station, t.type, t.day, t.area, t.community) = (d.station, d.type, d.day, d.area, d.community)
            when matched and t.records + d.records = 0 then delete
            when matched then update set records = t.records + d.records, attendance = t.attendance + d.attendance
            when not matched then insert (station, type, day, area, community, records, attendance)
              values (d.station, d.type, d.day, d.area, d.community, d.records, d.attendance)
            """;

    /** Remembers every version that is not, or no longer, a head; of those that were one, what they said. */
    static final String SUPERSEDED = RISEN + """
            insert into record_superseded (station, record, version, content_hash, counted_at, type, occurred_on, status,
              submitted_day, area, community, attendance)
            select h.station, h.record, h.version, h.content_hash, h.counted_at, h.type, h.occurred_on, h.status,
                   h.submitted_day, h.area, h.community, h.attendance
              from record_head h join risen using (station, record)
            union all
            select i.station, i.record, i.version, i.content_hash, null, null, null, null, null, null, null, null
              from incoming i left join risen using (station, record)
             where i.outcome = 'ACCEPTED' and i.version is distinct from risen.version
            """;

    static final String HEADS = RISEN + """
            merge into record_head h
            using risen r on (h.station, h.record) = (r.station, r.record)
            when matched then update set version = r.version, content_hash = r.content_hash, type = r.type,
              occurred_on = r.occurred_on, status = r.status, submitted_day = r.submitted_day, area = r.area,
              community = r.community, attendance = r.attendance, counted_at = clock_timestamp()
            when not matched then insert (station, record, version, content_hash, type, occurred_on, status,
                submitted_day, area, community, attendance, counted_at)
              values (r.station, r.record, r.version, r.content_hash, r.type, r.occurred_on, r.status,
                r.submitted_day, r.area, r.community, r.attendance, clock_timestamp())
            """;

    static final String CHUNK_COUNTS = """
            update delivery_chunk c
               set accepted = n.accepted, duplicates = n.duplicates, conflicts = n.conflicts
              from (select station, delivery, chunk,
                           count(*) filter (where outcome = 'ACCEPTED') as accepted,
                           count(*) filter (where outcome = 'DUPLICATE') as duplicates,
                           count(*) filter (where outcome = 'CONFLICT') as conflicts
                      from incoming group by station, delivery, chunk) n
             where (c.station, c.delivery, c.chunk) = (n.station, n.delivery, n.chunk)
            """;

    private RecordMerge() {}
}
