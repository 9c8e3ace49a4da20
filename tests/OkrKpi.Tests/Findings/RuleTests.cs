using System.Reflection;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>The rules of findings one by one: exactly on their bounds, and which words they choose.</summary>
public class RuleTests
{
    private static readonly LocalDate Today = new(2026, 8, 19);
    private static readonly Cycle Third = Cycle.Quarter(2026, 3);

    public static TheoryData<FindingRule> Rules => [.. ReviewOptions.Default.FindingRules];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_asked_with_everything_it_looks_at(FindingRule rule)
    {
        var keyResult = Calls(Goal.FromTo(0m, 10m));
        var objective = Objective.Define("o", "Engage customers", Third).With(keyResult);
        object[] all = [keyResult, objective, Sales, ContextOf(Portfolio.Of([Sales], [objective], []))];
        var checks = rule.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name == "Check");
        foreach (var check in checks)
        {
            var parameters = check.GetParameters();
            object?[] given = [.. parameters.Select(parameter => all.Single(each => parameter.ParameterType == each.GetType()))];
            Assert.Null(Record.Exception(() => Checked(check, given)));
            for (var index = 0; index < given.Length; index++)
            {
                object?[] lacking = [.. given];
                lacking[index] = null;
                var refused = Record.Exception(() => Checked(check, lacking));
                refused = refused is TargetInvocationException { InnerException: { } inner } ? inner : refused;
                Assert.Equal(parameters[index].Name, Assert.IsType<ArgumentNullException>(refused).ParamName);
            }
        }

        Finding[] Checked(MethodInfo check, object?[] given) => [.. (IEnumerable<Finding>)check.Invoke(rule, given)!];
    }

    [Theory]
    [InlineData("Win 20 new customers", "20")]
    [InlineData("Raise revenue by 20 %", "20")]
    [InlineData("Raise revenue by 20%", "20%")]
    [InlineData("Earn $2m from partners", "$2m")]
    [InlineData("Grow 10x", "10x")]
    [InlineData("Reach 1,000 readers", "1,000")]
    [InlineData("Open three new stores", "three")]
    [InlineData("RAISE SALES BY 20", "20")]
    [InlineData("OPEN THREE NEW STORES", "THREE")]
    [InlineData("Mở ba cửa hàng mới", "ba")]
    [InlineData("Sell 450 tickets in 2027", "450")]
    [InlineData("Gain 2027 users more", null)]
    [InlineData("Pass ISO 27001", null)]
    [InlineData("Achieve SOC 2", null)]
    [InlineData("Move to Web 3.0", null)]
    [InlineData("Be ready for 5G", null)]
    [InlineData("Win B2B customers", null)]
    [InlineData("Offer support 24/7", null)]
    [InlineData("Be among the top 10 employers", null)]
    [InlineData("Replace 3rd party parts", null)]
    [InlineData("Finish Phase 2", null)]
    [InlineData("Move everybody to Windows 11", null)]
    [InlineData("Make onboarding better in the next 18 months", null)]
    [InlineData("Delight customers in the first 90 days", null)]
    [InlineData("Delight customers within 18 months of work", "18")]
    [InlineData("Giữ chân khách hàng trong 18 tháng tới", null)]
    [InlineData("Be the best in 2027", null)]
    [InlineData("Make Three Rivers a place to be", null)]
    [InlineData("Make people happy", null)]
    public void An_amount_in_a_title_is_a_number_and_what_a_number_only_names_is_none(string title, string? number) =>
        Assert.Equal(number, NumberReading.Of(title));

    [Theory]
    [InlineData("deliveries", "delivery")]
    [InlineData("ties", "tie")]
    [InlineData("boxes", "box")]
    [InlineData("coaches", "coach")]
    [InlineData("axes", "axe")]
    [InlineData("meetings", "meeting")]
    [InlineData("cars", "car")]
    [InlineData("gas", "gas")]
    [InlineData("glass", "glass")]
    [InlineData("lead", "lead")]
    public void A_word_is_compared_in_the_singular(string word, string singular) => Assert.Equal(singular, NameReading.Singular(word));

    [Fact]
    public void A_measurement_that_stands_twice_is_the_same_day_segment_value_weight_and_denominator()
    {
        var day = new LocalDate(2026, 8, 3);
        Assert.True(IsTwice(Measurement.On(day, 7m), Measurement.On(day, 7m)));
        Assert.False(IsTwice(Measurement.On(day, 7m), Measurement.On(day.PlusDays(1), 7m)));
        Assert.False(IsTwice(Measurement.On(day, 7m), Measurement.On(day, 8m)));
        Assert.False(IsTwice(Measurement.On(day, 7m).For(Segment.Of("region", "North")), Measurement.On(day, 7m)));
        Assert.True(IsTwice(Measurement.On(day, 7m).For(Segment.Of("region", "North")), Measurement.On(day, 7m).For(Segment.Of("region", "North"))));
        Assert.False(IsTwice(Measurement.On(day, 7m), Measurement.AtInstant(day.AtMidnight().InUtc().ToInstant(), 7m)));
        Assert.False(IsTwice(Measurement.On(day, 7m).Keyed("a"), Measurement.On(day, 7m).Keyed("b")));
        Assert.False(IsTwice(Measurement.On(day, 7m).Keyed("a"), Measurement.On(day, 7m)));
    }

    [Fact]
    public void The_one_that_stands_twice_is_named_and_where_days_hold_several_rows_as_a_rule_there_is_none()
    {
        var day = new LocalDate(2026, 8, 3);
        Measurement[] other = [.. Enumerable.Range(1, 9).Select(days => Measurement.On(day.PlusDays(-days), days))];
        var finding = Assert.Single(FindingsOf("same-measurement-twice", [.. other, Measurement.On(day, 3m), Measurement.On(day, 7m), Measurement.On(day, 7m)]));
        Assert.Equal((7m, (object)day), (finding.Explanation.Fact("value"), finding.Explanation.Fact("date")));

        // Of ten days one has several rows, which is a tenth; then two, which is more.
        Assert.Empty(FindingsOf(
            "same-measurement-twice", [.. other, Measurement.On(day, 7m), Measurement.On(day, 7m), Measurement.On(day.PlusDays(-1), 100m)]));
        Assert.Empty(FindingsOf("same-measurement-twice", [.. Enumerable.Repeat(Measurement.On(day, 7m), 102)]));
        Assert.NotEmpty(FindingsOf("same-measurement-twice", [.. Enumerable.Repeat(Measurement.On(day, 7m), 100)]));
    }

    [Fact]
    public void Who_addresses_no_KPI_is_told_whether_there_is_any()
    {
        var objective = Objective.Define("o", "Engage customers", Third).With(Calls(Goal.FromTo(0m, 10m)));
        Assert.Contains("finding.noKpis", KeysOf("no-kpi-addressed", Portfolio.Of([], Many(objective), [])));
        Assert.Contains("finding.noKpiAddressedAnywhere", KeysOf("no-kpi-addressed", Portfolio.Of([Sales], Many(objective), [])));

        static IEnumerable<Objective> Many(Objective each) =>
            Enumerable.Range(1, 12).Select(number => Objective.Define($"o{number}", $"{each.Title} {number}", each.Cycle).With([.. each.KeyResults]));
    }

    [Fact]
    public void A_silent_key_result_is_told_whether_it_ever_spoke()
    {
        Assert.Contains("finding.neverCheckedIn", Silent());
        Assert.Contains("finding.staleCheckIn", Silent(CheckIn.On(new(2026, 8, 3), 5m)));
        Assert.DoesNotContain("finding.neverCheckedIn", Silent(CheckIn.On(Today.PlusDays(-9), 5m)));
        Assert.Empty(Silent(CheckIn.On(Today, 5m)));

        static IEnumerable<string> Silent(params CheckIn[] checkIns) => KeysOf(
            "no-check-in-for-a-week", Portfolio.Of([], [Objective.Define("o", "Engage", Third).With(checkIns.Aggregate(Calls(Goal.FromTo(0m, 10m)), With))], []));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(6, false)]
    [InlineData(12, false)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    public void A_cycle_is_usually_a_month_a_third_a_half_or_a_whole_year_or_a_quarter(int months, bool isUnusual) =>
        Assert.Equal(isUnusual, IsUnusual(new LocalDate(2026, 7, 1).PlusMonths(months).PlusDays(-1)));

    [Theory]
    [InlineData(28, false)]
    [InlineData(35, false)]
    [InlineData(91, false)]
    [InlineData(98, false)]
    [InlineData(182, false)]
    [InlineData(371, false)]
    [InlineData(42, true)]
    [InlineData(29, true)]
    [InlineData(90, true)]
    public void Or_so_many_weeks(int days, bool isUnusual) => Assert.Equal(isUnusual, IsUnusual(new LocalDate(2026, 7, 1).PlusDays(days - 1)));

    [Fact]
    public void Falling_confidence_is_told_from_the_highest_to_the_lowest_of_ten()
    {
        var keyResult = new[] { (6, 9m), (13, 8m), (20, 6m), (27, 4m) }.Aggregate(
            Calls(Goal.FromTo(0m, 10m)), (made, each) => With(made, CheckIn.On(new LocalDate(2026, 7, each.Item1), 1m).With(Confidence.OutOfTen(each.Item2))));
        var finding = Assert.Single(Findings("confidence-falling", Portfolio.Of([], [Objective.Define("o", "Engage", Third).With(keyResult)], []), new(2026, 7, 28)));
        Assert.Equal((9m, 4m), (finding.Explanation.Fact("before"), finding.Explanation.Fact("now")));
    }

    [Fact]
    public void An_objective_is_owned_by_somebody_or_all_its_key_results_are()
    {
        Assert.False(IsUnowned(Objective.Define("o", "Engage", Third).OwnedBy("A").With(Calls(Goal.FromTo(0m, 10m)).WithoutOwner())));
        Assert.False(IsUnowned(Objective.Define("o", "Engage", Third).With(Calls(Goal.FromTo(0m, 10m)))));
        Assert.True(IsUnowned(Objective.Define("o", "Engage", Third).With(Calls(Goal.FromTo(0m, 10m)).WithoutOwner())));
        Assert.True(IsUnowned(
            Objective.Define("o", "Engage", Third).With(
                Calls(Goal.FromTo(0m, 10m)), KeyResult.Define("b", "B", Unit.Count("b"), Goal.FromTo(0m, 10m)))));

        static bool IsUnowned(Objective objective) => Findings("no-owner", Portfolio.Of([], [objective], []), Today).Length > 0;
    }

    [Fact]
    public void A_target_counts_from_the_day_it_is_decided()
    {
        var kpi = Kpi.Define("k", "K", Unit.Count("k"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum).OwnedBy("A")
            .WithTarget(5m, from: new(2026, 1, 1), decidedOn: Today);
        Assert.Empty(Findings("kpi-without-target", Portfolio.Of([kpi], [], []), Today));
        Assert.Single(Findings("kpi-without-target", Portfolio.Of([kpi], [], []), Today.PlusDays(-1)));
    }

    [Fact]
    public void The_same_result_is_wanted_twice_where_cycles_have_a_day_in_common_and_one_person_owns_both()
    {
        var (first, second) = (Cycle.Between(new(2026, 7, 1), new(2026, 8, 19)), Cycle.Between(new(2026, 8, 19), new(2026, 9, 30)));
        Assert.Single(Twice(Wanted("a", first), Wanted("b", second)));
        Assert.Empty(Twice(Wanted("a", first), Wanted("b", second, owner: "Other")));
        Assert.Single(Twice(Wanted("a", first).Change("calls", (KeyResult each) => each.WithoutOwner()).OwnedBy("X"),
            Wanted("b", second).Change("calls", (KeyResult each) => each.WithoutOwner()).OwnedBy("X")));
        Assert.Empty(Twice(Wanted("a", first).Change("calls", (KeyResult each) => each.WithoutOwner()).OwnedBy("X"),
            Wanted("b", second).Change("calls", (KeyResult each) => each.WithoutOwner()).OwnedBy("Y")));
        Assert.Single(Twice(Wanted("a", first).Change("calls", (KeyResult each) => each.Measuring("sales")),
            Wanted("b", second).Change("calls", (KeyResult each) => each.Renamed("Something else").Measuring("sales"))));

        static Objective Wanted(string id, Cycle cycle, string owner = "Somebody") =>
            Objective.Define(id, "Engage", cycle).With(Calls(Goal.FromTo(0m, 10m)).OwnedBy(owner));

        static Finding[] Twice(params Objective[] objectives) => Findings("same-result-twice", Portfolio.Of([Sales], objectives, []), Today);
    }

    [Fact]
    public void Two_cycles_that_end_at_nearly_all_are_easy_and_the_lowest_is_told()
    {
        Assert.Equal(0.95m, Assert.Single(Easy(0.95m, 1m)).Explanation.Fact("lowest"));
        Assert.Empty(Easy(0.94m, 1m));
        Assert.Empty(Easy(1m));
        Assert.Empty(Easy(1m, 1m, 0.5m));
        Assert.Single(Easy(0.5m, 1m, 1m));

        // The quarters that end with the third of 2026, looked at on its last day.
        static Finding[] Easy(params decimal[] scores) => Findings("only-easy-goals", Portfolio.Of([], scores.Select((score, index) =>
        {
            var cycle = Cycle.Quarter(2026, 3 + index + 1 - scores.Length);
            return Objective.Define($"o{index}", $"Engage {index}", cycle).OwnedBy("Team").As(ObjectiveKind.Aspirational)
                .With(Calls(Goal.FromTo(0m, 10m)).With(CheckIn.On(cycle.Start, score * 10m)));
        }), []), Third.End);
    }

    [Fact]
    public void A_cycle_that_is_over_is_asked_about_from_two_weeks_after_its_end_for_a_year()
    {
        var objective = Objective.Define("o", "Engage", Third).With(Calls(Goal.FromTo(0m, 10m)));
        int[] days = [13, 14, 366, 367];
        Assert.Equal(
            [0, 1, 1, 0],
            days.Select(each => Findings("cycle-over-not-graded", Portfolio.Of([], [objective], []), Third.End.PlusDays(each)).Length));
    }

    private static readonly Kpi Sales = Kpi.Define("sales", "Sales", Unit.Count("sale"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum)
        .WithTarget(100m, from: new LocalDate(2026, 1, 1)).OwnedBy("Somebody");

    private static KeyResult Calls(Goal goal) => KeyResult.Define("calls", "Calls that were answered", Unit.Count("call"), goal).OwnedBy("Somebody");

    private static KeyResult With(KeyResult keyResult, CheckIn checkIn) => keyResult.With(checkIn);

    private static bool IsUnusual(LocalDate end) => Findings(
        "unusual-cycle-length",
        Portfolio.Of([], [Objective.Define("o", "Engage", Cycle.Between(new(2026, 7, 1), end)).With(Calls(Goal.FromTo(0m, 10m)))], []), new(2026, 7, 2)).Length > 0;

    private static bool IsTwice(params Measurement[] rows) => FindingsOf("same-measurement-twice", rows).Length > 0;

    private static Finding[] FindingsOf(string code, params Measurement[] rows) =>
        Findings(code, Portfolio.Of([Sales], [], [MeasurementSeries.Of(Sales.Id, rows)]), Today);

    private static Finding[] Findings(string code, Portfolio portfolio, LocalDate asOf) =>
        [.. portfolio.Review(asOf).Findings.Where(finding => finding.Code == code)];

    private static IEnumerable<string> KeysOf(string code, Portfolio portfolio) =>
        Findings(code, portfolio, Today).SelectMany(finding => finding.Explanation.Keys());

    private static ReviewContext ContextOf(Portfolio portfolio)
    {
        var rule = new Capturing();
        portfolio.Review(Today, ReviewOptions.Default.With(rule));
        return rule.Context!;
    }

    private sealed class Capturing : FindingRule
    {
        public ReviewContext? Context { get; private set; }

        public override IEnumerable<Finding> Check(ReviewContext context)
        {
            Context = context;
            return [];
        }
    }
}
