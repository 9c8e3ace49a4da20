using System.Globalization;
using FsCheck.Xunit;
using NodaTime;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(Calendars)], MaxTest = 1_000)]
public class PeriodProperties
{
    private static readonly CultureInfo[] Cultures =
    [
        .. new[] { "en-US", "vi-VN", "tr-TR", "th-TH", "ar-SA", "fa-IR", "sv-SE" }.Select(CultureInfo.GetCultureInfo)
    ];

    [Property]
    public void Every_instant_lies_in_exactly_one_period(Moment moment)
    {
        var period = moment.Period;
        Assert.True(period.Contains(moment.Instant));
        Assert.False(period.Next.Contains(moment.Instant));
        Assert.False(period.Previous.Contains(moment.Instant));
    }

    [Property]
    public void Periods_tile_time(Moment moment)
    {
        var period = moment.Period;
        Assert.Equal(period.EndInstant, period.Next.StartInstant);
        Assert.Equal(period.StartInstant, period.Previous.EndInstant);
        Assert.Equal(period, moment.Calendar.PeriodOf(period.StartInstant, moment.Cadence));
        Assert.Equal(period, moment.Calendar.PeriodOf(period.EndInstant - Duration.Epsilon, moment.Cadence));
        Assert.True(period.StartInstant < period.EndInstant);
    }

    [Property]
    public void Every_date_lies_in_exactly_one_period(Moment moment)
    {
        var cadence = moment.Cadence == Cadence.Hour ? Cadence.Event : moment.Cadence;
        var period = moment.Calendar.PeriodOf(moment.Date, cadence);
        Assert.True(period.Contains(moment.Date));
        Assert.Equal(period.End.PlusDays(1), period.Next.Start);
        Assert.Equal(period.Start.PlusDays(-1), period.Previous.End);
        Assert.Equal(period, moment.Calendar.PeriodOf(period.Start, cadence));
        Assert.Equal(period, moment.Calendar.PeriodOf(period.End, cadence));
    }

    [Property]
    public void Next_and_previous_undo_each_other(Moment moment)
    {
        var period = moment.Period;
        Assert.Equal(period, period.Next.Previous);
        Assert.Equal(period, period.Previous.Next);
        Assert.True(period.Previous < period && period < period.Next);
    }

    [Property]
    public void Steps_are_counted_as_they_are_made(Moment moment, short count)
    {
        var period = moment.Period;
        var other = period.Plus(count);
        Assert.Equal(count, period.StepsTo(other));
        Assert.Equal(-count, other.StepsTo(period));
        Assert.Equal(period, other.Plus(-count));
        Assert.Equal(other, period.Plus(count / 2).Plus(count - (count / 2)));
    }

    [Property]
    public void A_date_never_goes_back(Moment moment)
    {
        var date = moment.Date;
        Assert.Equal(date, moment.Calendar.PeriodOf(moment.Instant, Cadence.Day).Start);
        for (var hours = 1; hours <= 30; hours++)
        {
            var later = moment.Calendar.DateOf(moment.Instant + Duration.FromHours(hours));
            Assert.True(later >= date);
            date = later;
        }
    }

    [Property]
    public void Children_tile_their_parent(Moment moment)
    {
        foreach (var coarser in Coarser(moment))
        {
            var parent = moment.Calendar.PeriodOf(moment.Instant, coarser);
            var children = parent.Children(moment.Cadence);
            Assert.All(children, child => Assert.Equal(parent, child.Parent(coarser)));
            Assert.All(children.Zip(children.Skip(1)), pair => Assert.Equal(pair.First.Next, pair.Second));
            Assert.NotEqual(parent, children[^1].Next.Parent(coarser));
            Assert.NotEqual(parent, children[0].Previous.Parent(coarser));
            if (moment.Cadence != Cadence.Week || moment.Calendar.RetailYear is not null)
            {
                Assert.Equal((parent.StartInstant, parent.EndInstant), (children[0].StartInstant, children[^1].EndInstant));
                Assert.All(children, child => Assert.True(parent.Contains(child)));
            }
        }
    }

    [Property]
    public void A_period_is_among_the_children_of_its_parent(Moment moment)
    {
        foreach (var coarser in Coarser(moment))
        {
            Assert.Contains(moment.Period, moment.Period.Parent(coarser).Children(moment.Cadence));
        }
    }

    [Property]
    public void The_shares_of_a_week_hold_each_of_its_days_once(Moment moment)
    {
        var week = moment.Calendar.PeriodOf(moment.Instant, Cadence.Week);
        foreach (var coarser in new[] { Cadence.Month, Cadence.Quarter, Cadence.Year })
        {
            var shares = week.SharesIn(coarser, StraddlingWeek.SplitByDays);
            Assert.Equal(1m, decimal.Round(shares.Sum(share => share.Share), 20));
            Assert.Equal((week.Start, week.End), (shares[0].Start, shares[^1].End));
            Assert.All(shares, share => Assert.True(share.Period.Contains(share.Start) && share.Period.Contains(share.End)));
            var whole = Assert.Single(week.SharesIn(coarser));
            Assert.Equal((week.Parent(coarser), week.Start, week.End, 1m), (whole.Period, whole.Start, whole.End, whole.Share));
        }
    }

    [Property]
    public void Labels_parse_back_in_every_culture(Moment moment, byte culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Cultures[culture % Cultures.Length];
        try
        {
            Assert.Equal(moment.Period, moment.Calendar.Parse(moment.Period.Label));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Property]
    public void Labels_are_unique_and_sort_as_text_but_for_hours_shown_twice(Moment moment)
    {
        string[] labels = [.. Enumerable.Range(-60, 121).Select(step => moment.Period.Plus(step).Label)];
        Assert.Equal(labels.Length, labels.Distinct(StringComparer.Ordinal).Count());
        if (moment.Cadence != Cadence.Hour || !labels.Any(label => label.EndsWith('B')))
        {
            Assert.Equal(labels.Order(StringComparer.Ordinal), labels);
        }
    }

    [Property]
    public void Numbers_count_up_within_the_year(Moment moment)
    {
        var (number, next) = (moment.Period.Number, moment.Period.Next.Number);
        Assert.True(next == number + 1 || next == 1);
    }

    [Property]
    public void An_axis_finds_what_the_calendar_says(Moment moment)
    {
        var axis = Around(moment);
        var index = axis.IndexOf(moment.Instant);
        Assert.Equal(moment.Period, axis[index]);
        Assert.Equal(index, axis.IndexOf(moment.Period));
        Assert.Equal(index, axis.IndexOfUnixTicks(moment.Instant.ToUnixTimeTicks()));
        for (var each = 0; each < axis.Count; each++)
        {
            var period = axis[each];
            if (period.StartInstant < period.EndInstant)
            {
                Assert.Equal(each, axis.IndexOf(period.StartInstant));
                Assert.Equal(each, axis.IndexOf(period.EndInstant - Duration.FromTicks(1)));
            }
        }

        Assert.Equal(-1, axis.IndexOf(axis.StartInstant - Duration.FromTicks(1)));
        Assert.Equal(-1, axis.IndexOf(axis.EndInstant));
        Assert.Equal(-1, axis.IndexOf(axis.First.Previous));
        Assert.Equal(-1, axis.IndexOf(axis.Last.Next));
    }

    [Property]
    public void A_coarser_axis_holds_the_parent_of_every_period(Moment moment)
    {
        var axis = Around(moment);
        foreach (var coarser in Coarser(moment))
        {
            var parents = axis.To(coarser);
            Assert.Equal(axis.Select(period => period.Parent(coarser)), axis.IndexesIn(parents).Select(index => parents[index]));
        }
    }

    [Property]
    public void The_same_period_last_year_has_the_same_name_in_the_year_before(Moment moment)
    {
        if (moment.Period.SameLastYear is not { } earlier)
        {
            Assert.True(moment.Cadence is Cadence.Week or Cadence.Day or Cadence.Hour);
            return;
        }

        Assert.True(earlier < moment.Period);
        if (moment.Cadence >= Cadence.Week)
        {
            Assert.Equal(moment.Period.Number, earlier.Number);
            Assert.Equal(Digits(moment.Period.Label) - 1, Digits(earlier.Label));
            Assert.Equal(moment.Period.Label[^3..], moment.Cadence == Cadence.Year ? moment.Period.Label[^3..] : earlier.Label[^3..]);
        }

        static int Digits(string label) => int.Parse(label.AsSpan().TrimStart("FY")[..4], CultureInfo.InvariantCulture);
    }

    [Property]
    public void What_is_restated_or_dropped_leaves_equal_days(Moment moment)
    {
        foreach (var extraWeek in new[] { ExtraWeek.Restate, ExtraWeek.Drop })
        {
            var period = moment.Cadence == Cadence.Hour ? moment.Period.Parent(Cadence.Week) : moment.Period;
            var comparison = PeriodComparison.WithLastYear(period, extraWeek);
            Assert.True(comparison.Span.Start == period.Start && comparison.Span.End <= period.End);
            if (comparison.Against is { } against && (period.Calendar.RetailYear is not null || period.Cadence == Cadence.Week))
            {
                Assert.True(comparison.HasEqualDays);
                Assert.Equal(period.Calendar.PeriodOf(period.Start, Cadence.Day).Start.DayOfWeek, against.Start.DayOfWeek);
                Assert.InRange(Period.DaysBetween(against.Start, period.Start), 357, 378);
            }
        }
    }

    [Property]
    public void To_date_both_spans_begin_where_the_periods_begin_and_end_in_them(Moment moment, byte passed)
    {
        var period = moment.Cadence == Cadence.Hour ? moment.Period.Parent(Cadence.Day) : moment.Period;
        foreach (
            var whole in new[] { PeriodComparison.WithPrevious(period), PeriodComparison.WithLastYear(period), PeriodComparison.WithDaysBefore(period, 364) })
        {
            foreach (var span in Enum.GetValues<SpanToDate>())
            {
                var asOf = period.Start.PlusDays(passed);
                var comparison = whole.ToDate(asOf, span);
                Assert.Equal((whole.Span.Start, LocalDate.Min(asOf, whole.Span.End)), (comparison.Span.Start, comparison.Span.End));
                Assert.Equal(whole.Against?.Start, comparison.Against?.Start);
                Assert.True(comparison.Against is null || comparison.Against.End <= whole.Against!.End);
                Assert.Equal(asOf >= whole.Span.End, comparison.Equals(whole));
            }
        }
    }

    [Property]
    public void Trailing_periods_end_with_the_period_and_preceding_ones_before_it(Moment moment, byte more)
    {
        var count = more + 1;
        var trailing = moment.Period.Trailing(count);
        Assert.Equal((count, moment.Period), (trailing.Count, trailing[^1]));
        Assert.All(trailing.Zip(trailing.Skip(1)), pair => Assert.Equal(pair.First.Next, pair.Second));
        Assert.Equal(moment.Period.Previous.Trailing(count), moment.Period.Preceding(count));
    }

    private static PeriodAxis Around(Moment moment)
    {
        var days = moment.Cadence switch { Cadence.Hour => 2, Cadence.Day => 30, Cadence.Week => 200, _ => 1_200 };
        return moment.Calendar.Axis(moment.Cadence, moment.Date.PlusDays(-days), moment.Date.PlusDays(days));
    }

    // Hours are only looked at within a week: a year of them, in a thousand cases, adds minutes and no rule.
    private static IEnumerable<Cadence> Coarser(Moment moment) =>
        Enum.GetValues<Cadence>().Where(cadence => cadence > moment.Cadence && cadence <= (moment.Cadence == Cadence.Hour ? Cadence.Week : Cadence.Year));
}
