using System.Reflection;
using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>A KPI keeps its own reading of "lags", with all its settings; a reading that only a program knows is refused.</summary>
public sealed class LaggingJsonTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddOkrKpi();

    private static readonly Lagging[] Readings =
    [
        Lagging.Default, Lagging.Missed(), Lagging.MissedBeyond(Tolerance.OfAmount(3m)), Lagging.MissesInARow(2), Lagging.MissesOutOf(2, 5),
        Lagging.BehindPace(0.2m, 0.4m), Lagging
            .BehindPace(SeasonalProfile.OfWeekdays(1, 1, 1, 1, 1, 2, 0), 0.2m, 0.4m), Lagging
            .BelowGlidePath(0.2m, 0.4m), Lagging
            .BelowTargetPath(0.2m, 0.4m),
        Lagging.RestMustExceed(0.7m, 0.4m), Lagging
            .MissedSoFar(0.2m, 0.4m), Lagging
            .ProjectedToMiss(0.2m, 0.4m), Lagging
            .ProjectedToMiss(SeasonalProfile.Even, 0.2m, 0.4m),
        Lagging.Burning(MissBudget.Of(1, 12), 12, 3, 2m), Lagging
            .Burning(MissBudget.OfShare(0.1m), 12, 3, 2m), Lagging
            .BehindPlan(0.2m), Lagging
            .Stale(3), Lagging
            .OffTrackForDeadline(4, Course.Growth, 0.2m),
        Lagging.CannotReachItsTarget(), Lagging.CannotReachItsTarget(SignalRules.Wheeler.WithFrozen(12)),
        Lagging.UnfavourableSignal(SignalRules.Nelson.With(SignalRule.BeyondLimit, SignalRule.Beyond(2m, 2, 3), SignalRule.Run(6)).Named("Ours")),
        Lagging.Hysteresis(Lagging.BehindPace(0.10m), Lagging.BehindPace(0.05m)), Lagging
            .AnyOf(Lagging.Stale(), Lagging.AllOf(Lagging.Missed(), Lagging.BehindPlan())), Lagging
            .AllOf(Lagging.Missed()),
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Readings.Length)];

    [Theory]
    [MemberData(nameof(Each))]
    public void A_reading_comes_back_as_it_was(int index)
    {
        var text = JsonSerializer.Serialize(Readings[index], Options);
        var read = JsonSerializer.Deserialize<Lagging>(text, Options)!;
        Assert.Equal(Readings[index].ToString(), read.ToString());
        Assert.Equal(text, JsonSerializer.Serialize(read, Options));
    }

    [Fact]
    public void Every_reading_is_tried()
    {
        var tried = Readings.SelectMany(All).Select(each => each.Recipe!.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] aliases = ["Default", "Missed", "MissesInARow"];
        var known = typeof(LaggingReadings).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(Lagging))
                .Select(method => method.Name.Replace("get_", "", StringComparison.Ordinal))
                .Except(aliases)
                .Distinct();
        Assert.Empty(known.Except(tried, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_reading_of_ones_own_cannot_be_written()
    {
        var kpi = Kpi.Define("a", "A", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average).Lags(new Own());
        Assert.Contains("Own", Assert.Throws<NotSupportedException>(() => PortfolioJson.Write(Portfolio.Of([kpi], [], []))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_KPI_that_is_only_watched_comes_back_so()
    {
        var read = PortfolioJson.Read(PortfolioJson.Write(
            Portfolio.Of([Kpi.Watch("visits", "Visits", Unit.Count("visit")).Every(Cadence.Week, Aggregation.Sum).PublishedAfter(3)], [], []))).Kpis[0];
        Assert.True(read.IsWatched);
        Assert.Equal(3, read.PublicationDelay);
    }

    [Theory]
    [InlineData("\"publicationDelay\":-1", "publicationDelay")]
    [InlineData("\"zeroWhenSilent\":true", "zeroWhenSilent")]
    [InlineData("\"spread\":{\"months\":[1,2]}", "spread.months")]
    [InlineData("\"businessDays\":{}", "businessDays")]
    [InlineData("\"lagging\":{\"kind\":\"missesOutOf\",\"misses\":3,\"periods\":2}", "lagging")]
    [InlineData("\"lagging\":{\"kind\":\"unfavourableSignal\",\"rules\":{\"set\":\"nhs\",\"season\":1}}", "lagging.rules.season")]
    [InlineData("\"lagging\":{\"kind\":\"unfavourableSignal\",\"rules\":{\"set\":\"nhs\",\"rules\":[{\"kind\":\"run\"}]}}", "lagging.rules.rules[0].count")]
    [InlineData("\"rebases\":[{\"from\":\"2026-01-01\",\"because\":\" \"}]", "rebases[0]")]
    [InlineData("\"lagging\":{\"kind\":\"burning\",\"budget\":{},\"longWindow\":3,\"shortWindow\":1,\"factor\":1}", "lagging.budget")]
    public void What_does_not_fit_is_refused_with_its_place(string member, string place)
    {
        var text = """{"version":1,"kpis":[{"id":"a","name":"A","unit":{"kind":"percent"},"direction":"higherIsBetter","cadence":"month","aggregation":"average",""" + member + "}]}";
        Assert.StartsWith("$.kpis[0]." + place, Assert.Throws<JsonException>(() => PortfolioJson.Read(text)).Path, StringComparison.Ordinal);
    }

    private static IEnumerable<Lagging> All(Lagging reading) => reading.Recipe!.Readings.SelectMany(All).Prepend(reading);

    private sealed class Own : Lagging
    {
        public override LaggingReason? Check(KpiAssessment assessment) => null;
    }
}
