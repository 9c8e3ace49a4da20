using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Every language says the same: the same sentences with the same facts. Each is found by its files.</summary>
public partial class TranslationTests
{
    private static readonly IReadOnlyDictionary<string, string> Library = Languages.Files("src/OkrKpi", "Words");

    // Who speaks these speaks of settings, not of how things stand; or of how they stand in a sentence for each, whose key every language has.
    private static readonly Dictionary<string, Type[]> Unspoken = new()
    {
        ["a setting of how something is reckoned, which no sentence shows"] =
        [
            typeof(AttainmentReading), typeof(Boundary), typeof(Rebaseline), typeof(ExtraWeek), typeof(FirstWeek), typeof(FiscalYearNaming),
            typeof(NegativeBase),
            typeof(RetailMonths), typeof(RetailYearEnd), typeof(SpanToDate), typeof(StraddlingWeek), typeof(EffectBaseline), typeof(BadRows), typeof(SameKey),
            typeof(RollupDetail), typeof(ElapsedDays),
            typeof(EmptyScore), typeof(OkrKpi.Scoring.Course), typeof(InactiveKeyResults), typeof(NotStartedKeyResults), typeof(PaceMeasure), typeof(PaceShape),
            typeof(RoundingMode), typeof(ScoringMoment), typeof(LimitScaling), typeof(RangeAverage), typeof(CentreLine), typeof(RangeScreening),
            typeof(RangesOverGaps), typeof(PointOnLimit), typeof(ConstantSeries), typeof(RulesAtOnePoint),
        ],
        ["what something is, which its sentences show without the word"] =
        [
            typeof(Additivity), typeof(UnitKind), typeof(AlignmentKind), typeof(TargetDecisionKind), typeof(Zone),
            typeof(SampleState), typeof(KeepStanding),
        ],
        ["what is wrong, which its own sentence says"] = [typeof(PortfolioFaultKind)],
        ["a sentence for each member"] =
        [
            typeof(GrowthState), typeof(KpiMovement), typeof(EffectGround),
            typeof(ForecastState), typeof(Outcome), typeof(SweetSpotReading),
            typeof(SignalKind), typeof(SignalSide), typeof(LimitState),
        ],
    };

    public static TheoryData<string, string> Sets => new() { { "src/OkrKpi", "Words" }, { "samples/Scorecard", "Words" }, { "samples/WebScorecard", "Texts" } };

    public static TheoryData<string> Translations => [.. Library.Keys.Except(["en"])];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_language_has_every_sentence_with_the_same_facts(string folder, string name)
    {
        var files = Languages.Files(folder, name);
        var english = Languages.Texts(files["en"]);
        Assert.True(files.Count > 1);
        Assert.All(files, file =>
        {
            var texts = Languages.Texts(file.Value);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
            Assert.All(english, each => Assert.Equal(Facts(each.Value), Facts(texts[each.Key])));
        });
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_library_and_the_samples_speak_the_same_languages(string folder, string name) =>
        Assert.Equal(Library.Keys.Order(StringComparer.Ordinal), Languages.Files(folder, name).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Translations))]
    public void The_built_library_speaks_the_language(string language)
    {
        var asOf = new LocalDate(2026, 8, 15);
        var kpi = Kpi.Define("meetings", "Meetings", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .WithTarget(100m, new LocalDate(2026, 1, 1));
        var need = OkrNeed.Of(kpi, MeasurementSeries.Of(kpi.Id, Measurement.On(new LocalDate(2026, 6, 30), 92m)), asOf);
        Assert.NotEqual(need.Explain().Sentence(CultureInfo.InvariantCulture), need.Explain().Sentence(CultureInfo.GetCultureInfo(language)));
    }

    [Fact]
    public void Every_language_has_the_lists_of_words_that_rules_look_for()
    {
        var lists = Languages.Files("src/OkrKpi", "FindingWords", "txt");
        Assert.Equal(Library.Keys.Order(StringComparer.Ordinal), lists.Keys.Order(StringComparer.Ordinal));
        string[] headings = [.. Headings(lists["en"])];
        Assert.All(lists.Values, file => Assert.Equal(headings, Headings(file)));
        Assert.All(headings, heading => Assert.NotEmpty(FindingWords.Of(heading)));
        Assert.Contains("launch", FindingWords.Of("work or thing"));
        Assert.Contains("triển khai", FindingWords.Of("work"));
    }

    [Fact]
    public void Every_enum_has_words_in_every_language_or_a_reason_to_have_none()
    {
        var unspoken = Unspoken.Values.SelectMany(types => types).ToHashSet();
        foreach (var (language, file) in Library)
        {
            var texts = Languages.Texts(file);
            foreach (var type in typeof(Kpi).Assembly.GetExportedTypes().Where(type => type.IsEnum))
            {
                string[] silent = [.. Enum.GetNames(type).Where(name => !texts.ContainsKey($"{type.Name}.{name}"))];
                if (unspoken.Contains(type))
                {
                    Assert.True(
                        silent.Length == Enum.GetNames(type).Length, $"{type.Name} has words in {language}; take it off the list of those that have none.");
                }
                else
                {
                    Assert.True(
                        silent.Length == 0,
                        $"{type.Name}.{string.Join($", {type.Name}.", silent)} has no word in {language}: add it to {Path.GetFileName(file)}, or say here "
                        + $"why no sentence needs it.");
                }
            }
        }
    }

    private static IEnumerable<string> Headings(string file) => File.ReadLines(file).Where(line => line.StartsWith('[')).Select(line => line.Trim('[', ']'));

    // The words for one and for more are each language's own.
    private static IEnumerable<string> Facts(string text) => Placeholder().Matches(text)
        .Select(match => match.Value).Where(fact => !fact.Contains('|', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
