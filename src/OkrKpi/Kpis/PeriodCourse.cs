using NodaTime;

namespace OkrKpi;

/// <summary>
/// How far a period has come: which part of it was due by now, as whole numbers, so that a comparison need not divide, and what was measured for that part.
/// </summary>
/// <param name="Due">The weight of what is to be there and is: of the measuring periods that have measurements, or of the days through the latest
/// measurement.</param>
/// <param name="Position">The weight from the period's first day through the last of these, what is missing before it included.</param>
/// <param name="Whole">The weight of the whole period.</param>
/// <param name="Actual">The value of what was measured for it; <see langword="null"/> when that has none.</param>
internal readonly record struct PeriodCourse(decimal Due, decimal Position, decimal Whole, decimal? Actual)
{
    /// <summary>Which part of the period has passed, 0 to 1.</summary>
    internal decimal Share => Position / Whole;

    /// <summary>Whether so much of the period was due.</summary>
    internal bool HasReached(decimal share) => Position >= share * Whole;

    /// <summary>How far a running period has come on a day; <see langword="null"/> when nothing of it was due and measured yet.</summary>
    internal static PeriodCourse? Of(PeriodSituation situation, SeasonalProfile? profile)
    {
        var kpi = situation.Kpi;
        return kpi.HasParts ? OfParts(situation, profile ?? kpi.Spread) : OfDays(situation, profile ?? kpi.Spread);
    }

    private static PeriodCourse? OfDays(PeriodSituation situation, SeasonalProfile? profile)
    {
        var period = situation.Period;
        var through = situation.Known?.LatestDay ?? int.MinValue;
        if (situation.Kpi.IsZeroWhenSilent)
        {
            through = Math.Max(through, Math.Min(situation.Day - situation.Kpi.PublicationDelay, DayNumber.Of(period.End)));
        }

        // Silence before the first target or measurement says nothing, so of the first period only what follows is due.
        var first = DayNumber.Of(period.Start);
        var from = situation.Kpi.IsZeroWhenSilent ? Math.Max(first, situation.SilentFrom) : first;
        if (through < from || situation.Actual is not { } actual)
        {
            return null;
        }

        var last = LocalDate.Min(DayNumber.Date(through), period.End);
        if (profile is not null && profile.Weight(period.Start, period.End) is > 0m and var whole)
        {
            return new(profile.Weight(DayNumber.Date(from), last), profile.Weight(period.Start, last), whole, actual);
        }

        var days = DayNumber.Of(last) + 1;
        return new(days - from, days - first, period.Days, actual);
    }

    private static PeriodCourse? OfParts(PeriodSituation situation, SeasonalProfile? profile)
    {
        var parts = situation.Parts;
        var weights = parts.Weights(profile);
        var (due, position, passed) = (0m, 0m, 0m);
        var (last, counted) = (-1, 0);
        for (var part = 0; part < parts.Count; part++)
        {
            passed += weights[part];
            if (situation.IsPartDue(part) && situation.HasPart(part))
            {
                due += weights[part];
                position = passed;
                last = part;
                counted += parts.Rows?.On(part, situation.Day)?.Count ?? 0;
            }
        }

        if (last < 0)
        {
            return null;
        }

        // Mostly everything that is known belongs to what was due.
        var actual = counted == (situation.Known?.Count ?? 0) ? situation.Actual : situation.ActualOf(last);
        return new(due, position, passed, actual);
    }
}
