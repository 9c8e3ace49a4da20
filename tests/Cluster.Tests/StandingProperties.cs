using Cluster.Tenants;
using NodaTime;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;
using OkrKpi.Serialization.SystemTextJson.Tests;

namespace Cluster.Tests;

public sealed class StandingProperties
{
    [Property(MaxTest = 50)]
    public void The_changes_applied_to_the_review_before_give_the_next_one(int seed, ushort day, byte days)
    {
        var portfolio = Portfolios.Of(seed);
        var before = new LocalDate(2025, 6, 1).PlusDays(day % 600);
        var yesterday = Standing.Of(portfolio.Review(before));
        var today = Standing.Of(portfolio.Review(before.PlusDays(days)));

        var changes = Json.Read<IReadOnlyList<Change>>(Json.Write(today.Since(yesterday)));

        Assert.Equal(Sorted(today), Sorted(yesterday.After(changes)));
        Assert.Equal(Sorted(yesterday), Sorted(today.After(yesterday.Since(today))));
        Assert.All(changes, change => Assert.NotEqual(change.Before, change.After));
        Assert.Empty(today.Since(today));
    }

    [Fact]
    public void A_year_of_changes_tells_how_Company_A_stands()
    {
        var portfolio = PortfolioJson.Read(ClusterApp.CompanyA);
        Standing[] weeks = [.. Enumerable.Range(0, 27).Select(week => Standing.Of(portfolio.Review(new LocalDate(2026, 1, 4).PlusWeeks(2 * week))))];

        var told = weeks.Zip(weeks.Prepend(Standing.None), (week, before) => week.Since(before)).ToList();

        Assert.Contains(told.SelectMany(changes => changes), change => change is { Of.Aspect: Aspect.Need, Before: null });
        Assert.Contains(told.SelectMany(changes => changes), change => change is { Of.Aspect: Aspect.Need, After: null });
        Assert.Equal(Sorted(weeks[^1]), Sorted(told.Aggregate(Standing.None, (standing, changes) => standing.After(changes))));
    }

    [Property(MaxTest = 25)]
    public void A_history_of_lines_added_one_by_one_is_the_portfolio_they_came_from(int seed)
    {
        var any = Portfolios.Of(seed);
        var whole = any.Measurements.Where(series => series.Measurements.Count == 0)
            .Aggregate(any, (portfolio, series) => portfolio.WithoutMeasurements(series.Kpi));
        var bare = whole.Measurements.Aggregate(whole, (portfolio, series) => portfolio.WithoutMeasurements(series.Kpi));
        Entry[] entries =
        [
            Entry.Read(EntryKind.Founding, Entry.FoundingKey, PortfolioJson.Write(bare)),
            .. JsonLines.MeasurementsOf(whole).Select((line, index) => Entry.Read(EntryKind.Measurement, $"{index}", Text(line))),
        ];

        var added = entries.Aggregate(Portfolio.Of([], [], []), (portfolio, entry) => entry.HasPlaceIn(portfolio) ? entry.AddedTo(portfolio) : portfolio);

        Assert.Equal(PortfolioJson.Write(whole), PortfolioJson.Write(added));
        Assert.All(entries, entry => Assert.Equal(entry, Entry.Read(entry.Kind, entry.Key, entry.Payload)));
    }

    private static IEnumerable<KeyValuePair<Subject, string>> Sorted(Standing standing) =>
        standing.States.OrderBy(state => state.Key.ToString(), StringComparer.Ordinal);

    private static string Text(MeasurementLine line)
    {
        using var utf8 = new MemoryStream();
        JsonLines.Write([line], utf8);
        return System.Text.Encoding.UTF8.GetString(utf8.ToArray());
    }
}
