using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OkrKpi.Serialization.SystemTextJson;

namespace OkrKpi.Tests;

/// <summary>What people read: numbers, numbers with their nouns, units, and one language in a sentence.</summary>
public partial class SentenceTests
{
    private static readonly LocalDate[] Days = [new(2025, 9, 30), new(2026, 3, 31), new(2026, 7, 1), new(2026, 8, 15), new(2026, 11, 2), new(2027, 1, 20)];

    // Sentences of several, whose numbers are two or more: rules say so, and goals with parts have at least two.
    private static readonly string[] OfSeveral =
    [
        "goal.allOf", "goal.weighted", "goal.checkpoints", "goal.checkpointsNothingBelow", "finding.tooManyObjectives", "finding.tooManyKeyResults",
        "finding.onlyEasyGoals", "finding.noKpis", "finding.noKpiAddressedAnywhere", "finding.noInitiativeAnywhere", "finding.kpisNoOwner",
        "finding.objectivesNoOwner", "finding.kpisNoTarget", "finding.keyResultsNotMeasurable", "finding.fewCheckIns", "finding.cycleNotGraded",
    ];

    // Words of both languages, of the trade, and names of calculations.
    private static readonly HashSet<string> OfBoth =
        new(["kpi", "okr", "okrs", "sigma", "cho", "hai", "ba", "so", "sau", "do", "to", "in", "on", "an", "at", "a", "sang", "hay", "nay", "qua", "theo",
            "ra"],
            StringComparer.Ordinal);

    public static TheoryData<string> Documents => [.. new[] { "company-a.json", "transit.json" }];

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_sentence_holds_an_ungrouped_number_or_too_many_decimals_or_a_singular_after_another_number_than_one(string document)
    {
        var seen = 0;
        foreach (var text in Texts(document, CultureInfo.InvariantCulture))
        {
            seen++;
            var spoken = DatesAndPeriods().Replace(text, " ");
            Assert.False(Ungrouped().IsMatch(spoken), $"An ungrouped number: {text}");
            Assert.False(FiveDigits().IsMatch(spoken), $"Too many decimals: {text}");
            Assert.False(PercentDecimals().IsMatch(spoken), $"More than two decimals of percent: {text}");
            Assert.False(SingularAfterMany().IsMatch(spoken), $"A singular after a number other than 1: {text}");
            Assert.False(PluralAfterOne().IsMatch(spoken), $"A plural after 1: {text}");
        }

        Assert.True(seen > 50, "Too little was read.");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_Vietnamese_sentence_holds_an_ungrouped_number_or_too_many_decimals(string document)
    {
        foreach (var text in Texts(document, CultureInfo.GetCultureInfo("vi-VN")))
        {
            var spoken = DatesAndPeriods().Replace(text, " ");
            Assert.False(Ungrouped().IsMatch(spoken), text);
            Assert.DoesNotMatch(@"\d,\d{3,} %", spoken);
            Assert.DoesNotMatch(@"\d (mo|wk|h|d|min|s|months?|weeks?|hours?|days?|points?)\b|/(week|month|day|quarter|year)\b", spoken);
        }
    }

    [Fact]
    public void Every_English_sentence_with_a_number_before_a_noun_has_the_singular_too()
    {
        foreach (var (key, text) in Languages.Texts(Languages.Files("src/OkrKpi", "Words")["en"]))
        {
            Assert.True(
                OfSeveral.Contains(key) || !NumberBeforeNoun().IsMatch(text), $"{key}: '{text}' takes {{fact|singular|plural}} behind the number.");
        }
    }

    [Fact]
    public void No_Vietnamese_sentence_holds_an_English_word()
    {
        var files = Languages.Files("src/OkrKpi", "Words");
        var english = Languages.Texts(files["en"]).Values.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, text) in Languages.Texts(files["vi"]))
        {
            string[] foreign = [.. Words(text).Where(word => english.Contains(word) && !OfBoth.Contains(word))];
            Assert.True(foreign.Length == 0, $"{key}: {string.Join(", ", foreign)} in '{text}'");
        }

        static IEnumerable<string> Words(string text) => Word().Matches(Placeholder().Replace(text, " ")).Select(match => TitleWords.Small(match.Value));
    }

    [Fact]
    public void Vietnamese_has_one_term_for_a_thing()
    {
        foreach (var (key, text) in Languages.Texts(Languages.Files("src/OkrKpi", "Words")["vi"]))
        {
            Assert.DoesNotMatch("(?i)tụt hậu|then chốt|tự tin|check-in|đội nhóm|mức nền|theo nhịp$", text);
            Assert.False(
                key.Split('.')[0] is "need" or "kpi" or "finding" or "alignment" && BareTarget().IsMatch(text), $"{key}: mục tiêu of what? '{text}'");
        }
    }

    [Theory]
    [InlineData("2.4 months", "2,4 tháng", 2.4, "mo")]
    [InlineData("1 month", "1 tháng", 1, "mo")]
    [InlineData("5.66 %", "5,66 %", 5.6603773584905660377, "%")]
    [InlineData("975,973.40 USD", "975.973,40 USD", 975973.4, "USD")]
    [InlineData("1,000 USD", "1.000 USD", 1000, "USD")]
    [InlineData("1,234,568 VND", "1.234.568 VND", 1234567.5, "VND")]
    [InlineData("15,000", "15.000", 15000, "count")]
    [InlineData("33", "33", 33.3333, "count")]
    [InlineData("7/week", "7/tuần", 7, "rate")]
    public void An_amount_has_the_decimals_and_the_words_of_its_unit(string english, string vietnamese, double amount, string unit)
    {
        var fact = new Fact("amount", (decimal)amount, UnitOf(unit));
        Assert.Equal(english, fact.Format(null, CultureInfo.InvariantCulture));
        Assert.Equal(vietnamese, fact.Format(null, CultureInfo.GetCultureInfo("vi-VN")));
    }

    [Theory]
    [InlineData(-0.4, "mo", Direction.LowerIsBetter, "0.4 months over", "vượt 0,4 tháng")]
    [InlineData(0.4, "mo", Direction.LowerIsBetter, "0.4 months under", "thấp hơn 0,4 tháng")]
    [InlineData(-0.5724, "%", Direction.HigherIsBetter, "0.57 points below", "thấp hơn 0,57 điểm phần trăm")]
    [InlineData(1, "%", Direction.HigherIsBetter, "1 point above", "cao hơn 1 điểm phần trăm")]
    [InlineData(0, "count", Direction.HigherIsBetter, "exactly on it", "vừa đúng")]
    [InlineData(-0.2, "count", Direction.HigherIsBetter, "0.2 below", "thấp hơn 0,2")]
    [InlineData(-0.002, "count", Direction.HigherIsBetter, "0.002 below", "thấp hơn 0,002")]
    [InlineData(-0.0000002, "count", Direction.HigherIsBetter, "just below", "thấp hơn một chút")]
    [InlineData(-2, "count", Direction.WithinBand, "2 outside", "ngoài khoảng 2")]
    [InlineData(2, "count", Direction.WithinBand, "inside", "trong khoảng")]
    public void A_gap_is_said_as_what_it_is(double gap, string unit, Direction direction, string english, string vietnamese)
    {
        var fact = new Fact("gap", (decimal)gap, UnitOf(unit), direction);
        Assert.Equal(english, fact.Format("beside", CultureInfo.InvariantCulture));
        Assert.Equal(vietnamese, fact.Format("beside", CultureInfo.GetCultureInfo("vi-VN")));
    }

    [Fact]
    public void A_target_says_whether_it_is_a_floor_a_ceiling_or_a_band()
    {
        Assert.Equal("at most 2 months", Said(Target.Of(2m), Direction.LowerIsBetter));
        Assert.Equal("2 months", Said(Target.Of(2m), Direction.HigherIsBetter));
        Assert.Equal("less than 2 months", Said(Target.Below(2m), Direction.LowerIsBetter));
        Assert.Equal("between 2 months and 3 months", Said(Target.Within(Band.Between(2m, 3m)), Direction.WithinBand));

        static string Said(Target target, Direction direction) => new Fact("t", target, Unit.Months, direction).Format(null, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_name_from_right_to_left_is_isolated_and_any_other_is_left_as_it_is()
    {
        Assert.Equal("\u2068שביעות רצון\u2069", new Fact("kpi", "שביעות רצון").Format(null, CultureInfo.InvariantCulture));
        Assert.Equal("eNPS", new Fact("kpi", "eNPS").Format(null, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_same_remark_about_many_items_is_told_once_with_the_items_and_errors_come_first()
    {
        Objective[] objectives =
        [
            .. Enumerable.Range(1, 2).Select(each => Objective.Define($"o{each}", $"Title {each}", Cycle.Quarter(2026, 3)).OwnedBy("Sales")),
        ];
        var review = Portfolio.Of([], objectives, []).Review(new LocalDate(2026, 7, 1));
        var first = review.FindingGroups[0];
        Assert.Equal(("no-key-result", FindingSeverity.Error, 2), (first.Code, first.Severity, first.Findings.Count));
        Assert.Equal(
            "The objective Title 1 has no key result; add one that tells how close it is. The same remark, each with its own facts: Title 2",
            first.Explanation.Sentence());
        Assert.Equal(review.Findings.Count, review.FindingGroups.Sum(group => group.Findings.Count));
        Assert.Equal(review.Findings.Select(finding => finding.Severity).OrderDescending(), review.Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void Three_quarters_of_an_aspirational_objective_are_not_missed_at_its_end()
    {
        var objective = Objective.Define("o", "Raise engagement with new customers", Cycle.Quarter(2026, 3)).As(ObjectiveKind.Aspirational)
            .With(KeyResult.Define("k", "Open rate", Unit.Percent, Goal.FromTo(0m, 100m))).CheckIn("k", new LocalDate(2026, 9, 28), 75m);
        var score = objective.Score(new LocalDate(2026, 9, 30));
        Assert.True(score.IsSuccess);
        Assert.Equal(PaceStatus.Achieved, score.KeyResults[0].Pace.Status);
        Assert.DoesNotContain("missed", score.Explain().ToString(), StringComparison.Ordinal);
        Assert.Equal(PaceStatus.Missed, objective.As(ObjectiveKind.Committed).Score(new LocalDate(2026, 9, 30)).KeyResults[0].Pace.Status);
    }

    private static Unit UnitOf(string text) => text switch
    {
        "mo" => Unit.Months,
        "%" => Unit.Percent,
        "count" => Unit.Count("view"),
        "rate" => Unit.Count("view").Per(Cadence.Week),
        _ => Unit.Money(text),
    };

    private static IEnumerable<string> Texts(string document, CultureInfo culture)
    {
        var portfolio = PortfolioJson.Read(File.ReadAllText(Repository.PathOf("samples", "Scorecard", "data", document)));
        foreach (var day in Days)
        {
            var review = portfolio.Review(day);
            foreach (var line in review.Explain().ToText(culture).Split('\n')
                .Concat(review.Week().Explain().ToText(culture).Split('\n'))
                .Concat(review.Kpis.SelectMany(kpi => kpi.Explain().ToText(culture).Split('\n')))
                .Concat(review.Needs.Select(need => review.BriefOf(need.Kpi.Id)).OfType<Brief>()
                    .SelectMany(brief => brief.Explain().ToText(culture).Split('\n')))
                .Concat(review.LastCycle() is { } cycle ? cycle.Explain().ToText(culture).Split('\n') : []))
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex(@"\d{4}-\d\d(-\d\d)?|\d{4}-[A-Z]+\d+|\bFY ?\d{4}|\d{1,2}/\d{1,2}/\d{4}|\b(19|20)\d\d\b")]
    private static partial Regex DatesAndPeriods();

    [GeneratedRegex(@"(?<![\d.,])\d{4,}")]
    private static partial Regex Ungrouped();

    [GeneratedRegex(@"\.\d{5,}")]
    private static partial Regex FiveDigits();

    [GeneratedRegex(@"\.\d{3,} %")]
    private static partial Regex PercentDecimals();

    [GeneratedRegex(@"(?<![\d.,])(?!1 )[\d.,]+ (day|week|month|hour|minute|point|objective|key result|KPI|period|measurement|answer|vote|finding|milestone)\b(?! \d)")]
    private static partial Regex SingularAfterMany();

    [GeneratedRegex(@"(?<![\d.,/]|of )\b1 (days|weeks|months|hours|minutes|points|objectives|key results|KPIs|periods|measurements|answers|votes|findings|milestones)\b")]
    private static partial Regex PluralAfterOne();

    [GeneratedRegex(@"\{(count|all|days|kpis|objectives|periods|measurements|sample|votes|units|findings|expected|learnedFrom|needed)\} (whole |full |expected |complete |measuring |the )*(?!was|is|has)[A-Za-z]+s\b")]
    private static partial Regex NumberBeforeNoun();

    [GeneratedRegex(@"(?i)mục tiêu(?! KPI| OKR)")]
    private static partial Regex BareTarget();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\p{L}\p{M}])[A-Za-z]{2,}(?![\p{L}\p{M}])")]
    private static partial Regex Word();
}
