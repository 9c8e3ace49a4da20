using FsCheck.Xunit;

namespace OkrKpi.Tests;

[Properties(Arbitrary = [typeof(Amounts)])]
public class PeriodProperties
{
    [Property]
    public void Next_and_previous_undo_each_other(Moment moment)
    {
        var period = moment.Calendar.PeriodOf(moment.Date, moment.Cadence);
        Assert.Equal(period, period.Next.Previous);
        Assert.Equal(period, period.Previous.Next);
        Assert.Equal(1, period.StepsTo(period.Next));
    }

    [Property]
    public void Every_date_lies_in_exactly_one_period(Moment moment)
    {
        var period = moment.Calendar.PeriodOf(moment.Date, moment.Cadence);
        Assert.True(period.Contains(moment.Date));
        Assert.False(period.Next.Contains(moment.Date));
        Assert.False(period.Previous.Contains(moment.Date));
        Assert.Equal(period.End.PlusDays(1), period.Next.Start);
        Assert.Equal(period.Start.PlusDays(-1), period.Previous.End);
        Assert.Equal(period, moment.Calendar.PeriodOf(period.Start, moment.Cadence));
        Assert.Equal(period, moment.Calendar.PeriodOf(period.End, moment.Cadence));
    }

    [Property]
    public void Labels_are_unique(Moment moment)
    {
        var period = moment.Calendar.PeriodOf(moment.Date, moment.Cadence);
        string[] labels = [.. Enumerable.Range(-60, 121).Select(step => period.Plus(step).Label)];
        Assert.Equal(labels.Length, labels.Distinct(StringComparer.Ordinal).Count());
    }
}
