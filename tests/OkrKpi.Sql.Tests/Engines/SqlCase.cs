using NodaTime;

namespace OkrKpi.Sql.Tests;

/// <summary>A drawn table: a calendar, its periods, and rows that like their boundaries and each other's times.</summary>
public sealed class SqlCase
{
    private static readonly (ReportingCalendar Calendar, LocalDate Around)[] Calendars =
    [
        (ReportingCalendar.Standard, new(2026, 2, 27)),
        (ReportingCalendar.Fiscal(startMonth: 4).In("Asia/Ho_Chi_Minh"), new(2025, 3, 20)),
        (ReportingCalendar.Standard.In("America/New_York"), new(2025, 10, 28)),
        (ReportingCalendar.Fiscal(startMonth: 10).In("Australia/Lord_Howe"), new(2025, 3, 30)),
        (ReportingCalendar.Standard.In("Pacific/Apia"), new(2011, 12, 20)),
        (ReportingCalendar.Standard.In("Asia/Kathmandu"), new(1985, 12, 25)),
        (ReportingCalendar.Standard.In("Africa/Monrovia"), new(1972, 1, 5)),
        (ReportingCalendar.UnitedStatesRetail.In("America/Chicago"), new(2023, 12, 20)),
        (ReportingCalendar.Standard, new(2200, 1, 1)),
    ];

    private static readonly Cadence[] Cadences = [Cadence.Hour, Cadence.Day, Cadence.Week, Cadence.Month, Cadence.Quarter, Cadence.HalfYear, Cadence.Year];

    private SqlCase(int seed, PeriodAxis axis, SqlTime time, bool hasRegions, bool hasWeights, Row[] rows)
    {
        Seed = seed;
        Axis = axis;
        Time = time;
        HasRegions = hasRegions;
        HasWeights = hasWeights;
        Rows = rows;
    }

    public int Seed { get; }

    public PeriodAxis Axis { get; }

    public SqlTime Time { get; }

    public bool HasRegions { get; }

    public bool HasWeights { get; }

    public IReadOnlyList<Row> Rows { get; }

    public static SqlCase Of(int seed)
    {
        var random = new Random(seed);
        var (calendar, around) = Calendars[random.Next(Calendars.Length)];
        var cadence = Cadences[random.Next(Cadences.Length)];
        var time = cadence == Cadence.Hour ? SqlTime.TimestampWithZone : (SqlTime)random.Next(1, 8);
        var days = cadence switch { Cadence.Hour => random.Next(1, 9), Cadence.Day => random.Next(1, 400), _ => random.Next(1, 1_200) };
        var first = around.PlusDays(-random.Next(days));
        var axis = calendar.Axis(cadence, first, first.PlusDays(days));
        var starts = axis.Select(period => period.StartInstant).Append(axis.EndInstant).ToArray();
        var rows = new List<Row>();
        var count = random.Next(0, 250);
        for (var id = 1; id <= count; id++)
        {
            // In the ticks of a second nothing is lost, whichever way the column counts.
            var step = time == SqlTime.UnixSeconds
                ? Duration.FromSeconds(1)
                : time == SqlTime.UnixMilliseconds
                ? Duration.FromMilliseconds(1)
                : Duration.FromTicks(10);
            var at = random.Next(4) switch
            {
                0 => starts[random.Next(starts.Length)],
                1 => starts[random.Next(starts.Length)] - step,
                2 when rows.Count > 0 => rows[random.Next(rows.Count)].At,
                _ =>
                    Instant.FromUnixTimeSeconds(random.NextInt64(axis.StartInstant.ToUnixTimeSeconds() - 90_000, axis.EndInstant.ToUnixTimeSeconds() + 90_000)),
            };
            if (time == SqlTime.Date)
            {
                at = calendar.PeriodOf(at, Cadence.Day).StartInstant;
            }

            var kpi = random.Next(3) == 0 ? "revenue" : $"kpi {random.Next(3)}";
            rows.Add(new(kpi, random.Next(3) switch { 0 => null, 1 => "North", _ => "South" }, at, random.Next(-1_000_000, 1_000_000) / 1_000m,
                random.Next(0, 900) / 8m, id)
            {
                Date = calendar.DateOf(at),
            });
        }

        return new(seed, axis, time, random.Next(2) == 0, random.Next(2) == 0, [.. rows]);
    }

    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"case {Seed}: {Rows.Count} rows by {Axis} ({Axis.Cadence}) in {Axis.Calendar.ZoneId}, kept as {Time}, {(HasRegions ? "with" : "without")} "
            + $"regions, {(HasWeights ? "with" : "without")} weights");
}
