using NodaTime;

namespace OkrKpi;

/// <summary>Learns from what was measured how an amount spreads over the months of a year or the days of a week.</summary>
internal static class SpreadLearning
{
    private const int FewestYears = 2;
    private const int FewestWeeks = 8;
    private const int MonthsAYear = 12;
    private const int DaysAWeek = 7;

    internal static LearnedSpread From(Kpi kpi, MeasurementSeries series, LocalDate asOf)
    {
        if (kpi.Aggregation.Additivity() != Additivity.Additive || kpi.Cadence.IsShort)
        {
            throw new InvalidOperationException(
                $"'{kpi.Name}' is read as {kpi.Aggregation} every {kpi.Cadence}; only amounts that add up over a week or longer spread over it.");
        }

        var isOfWeeks = kpi.Cadence.SpreadsOverDays;
        var known = MeasurementGroups.KnownOf(kpi, series, asOf);
        if (known.Length == 0)
        {
            return new(kpi, null, 0, isOfWeeks ? FewestWeeks : FewestYears, isOfWeeks);
        }

        // Whole years of twelve months each, or whole weeks, that end with what is to be known on the date and begin with the first measurement.
        var dated = Array.ConvertAll(
            known, measurement => (Date: measurement.DateIn(kpi.Calendar), Amount: kpi.Aggregation == Aggregation.Count ? 1m : measurement.Value));
        var first = dated.Min(each => each.Date);
        var through = LocalDate.Max(asOf.PlusDays(-kpi.PublicationDelay), first);
        return isOfWeeks ? OfWeeks(kpi, dated, first, through) : OfYears(kpi, dated, first, through);
    }

    private static LearnedSpread OfYears(Kpi kpi, (LocalDate Date, decimal Amount)[] dated, LocalDate first, LocalDate through)
    {
        var begin = MonthOf(first) + (first.Day > 1 && kpi.MeasuredEvery?.IsSeenWeekly == true ? 1 : 0);
        var end = MonthOf(through.PlusDays(1)) - 1;
        var years = Math.Max((end - begin + 1) / MonthsAYear, 0);
        var amounts = new decimal[MonthsAYear];
        foreach (var (date, amount) in dated)
        {
            var back = end - MonthOf(date);
            if (back >= 0 && back < years * MonthsAYear)
            {
                amounts[date.Month - 1] += amount;
            }
        }

        return new(kpi, years < FewestYears ? null : Profile(amounts, SeasonalProfile.OfMonths), years, FewestYears, isOfWeeks: false);
    }

    private static LearnedSpread OfWeeks(Kpi kpi, (LocalDate Date, decimal Amount)[] dated, LocalDate first, LocalDate through)
    {
        var weeks = (Period.DaysBetween(first, through) + 1) / DaysAWeek;
        var amounts = new decimal[DaysAWeek];
        foreach (var (date, amount) in dated)
        {
            var back = Period.DaysBetween(date, through);
            if (back >= 0 && back < weeks * DaysAWeek)
            {
                amounts[(int)date.DayOfWeek - 1] += amount;
            }
        }

        return new(kpi, weeks < FewestWeeks ? null : Profile(amounts, SeasonalProfile.OfWeekdays), weeks, FewestWeeks, isOfWeeks: true);
    }

    // Shares of the whole, so that the profile is small whatever the amounts are; a month that lost more than it gained weighs nothing.
    private static SeasonalProfile? Profile(decimal[] amounts, Func<IEnumerable<decimal>, SeasonalProfile> of)
    {
        var gained = Array.ConvertAll(amounts, amount => Math.Max(amount, 0m));
        var sum = gained.Sum();
        decimal[] shares = sum > 0m ? Array.ConvertAll(gained, amount => Math.Round(amount / sum, 6, MidpointRounding.ToEven)) : [];
        return shares.Length > 0 && shares.Max() > 0m ? of(shares) : null;
    }

    private static int MonthOf(LocalDate date) => (date.Year * MonthsAYear) + date.Month - 1;
}
