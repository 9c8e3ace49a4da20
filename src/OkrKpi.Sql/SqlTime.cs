namespace OkrKpi.Sql;

/// <summary>How a table keeps the time of a row.</summary>
public enum SqlTime
{
    /// <summary>A timestamp with time zone, as PostgreSQL's and DuckDB's <c>timestamptz</c>. The default.</summary>
    TimestampWithZone = 1,

    /// <summary>A timestamp without time zone that holds Universal Time.</summary>
    TimestampInUtc = 2,

    /// <summary>A date of the calendar of the periods, without a time; not for hours.</summary>
    Date = 3,

    /// <summary>A whole number of units of 100 ns since 1970-01-01T00:00:00Z, as <see cref="NodaTime.Instant.ToUnixTimeTicks"/> gives them.</summary>
    UnixTicks = 4,

    /// <summary>A whole number of microseconds since 1970-01-01T00:00:00Z.</summary>
    UnixMicroseconds = 5,

    /// <summary>A whole number of milliseconds since 1970-01-01T00:00:00Z.</summary>
    UnixMilliseconds = 6,

    /// <summary>A whole number of seconds since 1970-01-01T00:00:00Z.</summary>
    UnixSeconds = 7,
}
