using System.Text.Json;
using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Roll-ups along alignment and through organisations as products and open-source trackers publish them. Every case of these kinds is run.</summary>
public class AlignmentVectorTests
{
    private static readonly Cycle Quarter = Cycle.Quarter(2026, 3);
    private static readonly LocalDate AsOf = new(2026, 8, 15);

    public static TheoryData<string> AlignmentAverage => ListedVector.Ids(ListedVector.Products, "alignment-rollup-average");

    public static TheoryData<string> AlignmentWeighted => ListedVector.Ids(ListedVector.Products, "alignment-rollup-weighted");

    public static TheoryData<string> DescendantCount => ListedVector.Ids(ListedVector.Products, "alignment-descendant-count");

    public static TheoryData<string> MixedAverage => ListedVector.Ids(ListedVector.Products, "objective-rollup-mixed-average");

    public static TheoryData<string> Contributors => Vectors.Ids("scoring-hand.json", "objective-with-contributors");

    public static TheoryData<string> AlignmentCycle => ListedVector.Ids(ListedVector.Peers, "alignment_cycle");

    public static TheoryData<string> TreeRollup => ListedVector.Ids(ListedVector.Peers, "tree_rollup");

    public static TheoryData<string> PlanRollup => ListedVector.Ids(ListedVector.Peers, "plan_rollup");

    public static TheoryData<string> PortfolioRollup => ListedVector.Ids(ListedVector.Peers, "portfolio_rollup");

    public static TheoryData<string> CompanySeries => ListedVector.Ids(ListedVector.Peers, "company_progress_series");

    public static TheoryData<string> TeamSeries => ListedVector.Ids(ListedVector.Peers, "team_progress_series");

    [Theory]
    [MemberData(nameof(AlignmentAverage))]
    public void Key_results_and_aligned_objectives_share_equally(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "alignment-rollup-average", id);
        var parent = Enumerable.Range(0, (int)vector.Number("ownKeyResults")).Aggregate(Bare("parent"), (each, number) => Reporting(each, $"kr{number}", 50m));
        var children = Enumerable.Range(0, (int)vector.Number("childObjectives")).Select(number => At($"child{number}", 50m).AlignedTo("parent"));
        Assert.All(
            Score([parent, .. children])["parent"].Items,
            item => Near(vector.Expected.GetProperty("sharePerContributorPercent").GetDecimal(), item.Share * 100m));
    }

    [Theory]
    [MemberData(nameof(AlignmentWeighted))]
    public void Aligned_objectives_count_by_weight(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "alignment-rollup-weighted", id);
        var children = vector.Input.GetProperty("children").EnumerateArray().Select((child, number) =>
            At($"child{number}", child.GetProperty("progressPercent").GetDecimal()).AlignedTo("parent", child.GetProperty("weight").GetDecimal()));
        Near(vector.Expected.GetProperty("parentProgressPercent").GetDecimal(), Score([Bare("parent"), .. children])["parent"].Score * 100m);
    }

    [Theory]
    [MemberData(nameof(DescendantCount))]
    public void Aligned_objectives_of_all_levels_are_found(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "alignment-descendant-count", id);
        var nodes = vector.Input.GetProperty("tree").EnumerateObject().ToDictionary(node => node.Name, node => Bare(node.Name));
        foreach (var node in vector.Input.GetProperty("tree").EnumerateObject())
        {
            foreach (var child in node.Value.EnumerateArray())
            {
                nodes[child.GetString()!] = nodes.GetValueOrDefault(child.GetString()!, Bare(child.GetString()!)).AlignedTo(node.Name);
            }
        }

        Assert.Equal(vector.Expected.GetProperty("alignedSubobjectives").GetInt32(), Score(nodes.Values).AlignedTo(vector.Text("root")!).Count);
    }

    [Theory]
    [MemberData(nameof(MixedAverage))]
    public void Key_results_and_aligned_objectives_are_averaged_together(string id)
    {
        var vector = ListedVector.Case(ListedVector.Products, "objective-rollup-mixed-average", id);
        var parent = Numbers(vector.Input, "keyResultProgressPercents")
            .Select((value, number) => (value, number))
            .Aggregate(Bare("parent"), (each, next) => Reporting(each, $"kr{next.number}", next.value));
        var children = Numbers(vector.Input, "childObjectiveProgressPercents").Select((value, number) => At($"child{number}", value).AlignedTo("parent"));
        Near(vector.Expected.GetProperty("progressPercent").GetDecimal(), Score([parent, .. children])["parent"].Score * 100m, 0.5m);
    }

    [Theory]
    [MemberData(nameof(Contributors))]
    public void Key_results_together_are_one_item_beside_the_contributors(string id)
    {
        var vector = Vectors.Case("scoring-hand.json", id);
        var input = vector.GetProperty("input");
        var parent = Numbers(input, "keyResultProgress").Zip(Numbers(input, "keyResultWeights")).Select((each, number) => (each, number)).Aggregate(
            Bare("parent"), (objective, next) => Reporting(objective, $"kr{next.number}", next.each.First * 100m, next.each.Second));
        var children = Numbers(input, "contributorProgress").Select((value, number) => At($"child{number}", value * 100m).AlignedTo("parent"));
        var profile = ScoringProfile.Default.With(CombiningRule.Default.WithAlignment(AlignmentCombining.OwnKeyResultsAsOne));
        var score = Portfolio.Of([], [parent, .. children], []).Score(AsOf, profile)["parent"];
        Near(vector.GetProperty("expected").GetProperty("value").GetDecimal(), score.Score);
        Near(1m, score.Items.Sum(item => item.Share));
    }

    [Theory]
    [MemberData(nameof(AlignmentCycle))]
    public void Alignments_that_lead_back_are_refused(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "alignment_cycle", id);
        var edges = vector.Input.EnumerateObject()
            .First().Value
            .EnumerateArray()
            .Select(edge => (From: edge[0].GetString()!, To: edge[1].GetString()!))
            .ToArray();
        var isRefused = vector.Expected.EnumerateObject().First().Value.GetBoolean();
        var refusal = Record.Exception(() => Portfolio.Of([], edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Select(node =>
            edges.Where(edge => edge.From == node).Aggregate(Bare(node), (objective, edge) => objective.AlignedTo(edge.To))), []));
        Assert.Equal(isRefused, refusal is ArgumentException);
    }

    [Theory]
    [MemberData(nameof(TreeRollup))]
    public void A_tree_is_the_mean_of_its_children_all_the_way_up(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "tree_rollup", id);
        var objectives = new List<Objective> { Bare("root") };
        void Grow(JsonElement children, string parent)
        {
            foreach (var child in children.EnumerateArray())
            {
                var name = $"o{objectives.Count}";
                if (child.ValueKind == JsonValueKind.Number)
                {
                    objectives.Add(At(name, child.GetDecimal()).AlignedTo(parent));
                }
                else
                {
                    objectives.Add(Bare(name).AlignedTo(parent));
                    Grow(child.GetProperty("children"), name);
                }
            }
        }

        Grow(vector.Input.GetProperty("children"), "root");

        // Without children the tracker shows 0; here there is no score, as nothing is known.
        Near(vector.Expected.GetProperty("progress_percent").GetDecimal(), (Score(objectives)["root"].Score ?? 0m) * 100m, 0.000_5m);
    }

    [Theory]
    [MemberData(nameof(PlanRollup))]
    public void A_plan_is_the_mean_of_its_objectives_and_as_bad_as_the_worst(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "plan_rollup", id);
        var objectives = vector.Input.GetProperty("objectives").EnumerateArray().ToArray();
        Near(
            vector.Expected.GetProperty("progress_ratio").GetDecimal(),
            Score(objectives.Select((each, number) => At($"o{number}", each.GetProperty("progress_ratio").GetDecimal() * 100m))).Score);
        if (vector.Expected.TryGetProperty("status", out var status))
        {
            Assert.Equal(
                PaceVectorTests.Status(status, vector.Origin),
                StatusCombining.Worst.Of(objectives.Select(each => PaceVectorTests.Status(each.GetProperty("status"), vector.Origin))));
        }
    }

    [Theory]
    [MemberData(nameof(PortfolioRollup))]
    public void A_portfolio_is_the_mean_of_its_objectives(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "portfolio_rollup", id);
        var scores = Score(vector.Input.GetProperty("objectives").EnumerateArray().Select((each, number) => At(
            $"o{number}", each.GetProperty("progress_percent").GetDecimal())));

        // Without objectives the tracker shows 0; here there is no score, as nothing is known.
        Near(vector.Expected.GetProperty("progress_percent").GetDecimal(), (scores.Score ?? 0m) * 100m);
    }

    [Theory]
    [MemberData(nameof(CompanySeries))]
    public void A_company_is_the_mean_of_its_teams_on_each_day(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "company_progress_series", id);
        var teams = vector.Input.GetProperty("team_series").EnumerateArray().Select(team => team.EnumerateArray().ToArray()).ToArray();
        var series = Enumerable.Range(0, vector.Input.GetProperty("days").GetInt32()).Select(day => Company(teams.Select(team =>
            day < team.Length && team[day].ValueKind == JsonValueKind.Number ? team[day].GetDecimal() : (decimal?)null)));
        Assert.Equal(Series(vector), series);
    }

    [Theory]
    [MemberData(nameof(TeamSeries))]
    public void A_team_is_the_mean_of_its_objectives_on_each_day(string id)
    {
        var vector = ListedVector.Case(ListedVector.Peers, "team_progress_series", id);
        var start = vector.Date("start_date")!.Value;
        var profile = ScoringProfile.Default.WithMissing(MissingKeyResults.LeftOut).WithNotStarted(NotStartedKeyResults.AreMissing);
        var series = Enumerable.Range(0, vector.Input.GetProperty("days").GetInt32()).Select(day =>
        {
            var objectives = vector.Input.GetProperty("objectives").EnumerateArray()
                .Select((keyResults, number) => keyResults.EnumerateArray().Select((history, index) => (history, index)).Aggregate(
                Objective.Define($"o{number}", "O", Cycle.Between(start, start.PlusDays(1_000))).OwnedBy("team"),
                (objective, next) => History(objective, $"kr{next.index}", next.history, start.PlusDays(day))));
            return Portfolio.Of([], objectives, []).Score(start.PlusDays(day), profile) is { Units.Count: > 0 } scores
                ? scores.Unit("team").Score * 100m
                : null;
        });
        Assert.Equal(Series(vector), series);
    }

    private static decimal? Company(IEnumerable<decimal?> teams)
    {
        var objectives = new List<Objective>();
        var units = new List<OrganisationUnit> { OrganisationUnit.Company("company") };
        foreach (var team in teams)
        {
            var name = $"team{units.Count}";
            units.Add(OrganisationUnit.Team(name, under: "company"));
            objectives.Add((team is { } value ? At(name, value) : Bare(name)).OwnedBy(name));
        }

        var profile = ScoringProfile.Default.With(CombiningRule.Default.WithUnits(UnitCombining.MeanOfUnits));
        return Portfolio.Of([], objectives, []).In(Organisation.Of(units)).Score(AsOf, profile).Unit("company").Score * 100m;
    }

    // Start and target may differ from entry to entry; the last entry on or before the day holds.
    private static Objective History(Objective objective, string name, JsonElement history, LocalDate day)
    {
        var entries = history.EnumerateArray().Select(entry => (
            Date: NodaTime.Text.LocalDatePattern.Iso.Parse(entry.GetProperty("date").GetString()!).Value,
            Start: entry.GetProperty("start").GetDecimal(), Current: entry.GetProperty("current").GetDecimal(),
            Target: entry.GetProperty("target").GetDecimal())).OrderBy(entry => entry.Date).ToArray();
        if (entries.Length == 0)
        {
            return objective;
        }

        var known = entries.LastOrDefault(entry => entry.Date <= day, entries[0]);
        var keyResult = KeyResult.Define(name, name, Unit.Percent, Goal.FromTo(known.Start, known.Target));
        return objective.With(known.Date <= day ? keyResult.With(CheckIn.On(known.Date, known.Current)) : keyResult);
    }

    private static PortfolioScores Score(IEnumerable<Objective> objectives) => Portfolio.Of([], objectives, []).Score(AsOf);

    private static Objective Bare(string id) => Objective.Define(id, id, Quarter);

    private static Objective At(string id, decimal percent) => Reporting(Bare(id), "kr", percent);

    private static Objective Reporting(Objective objective, string keyResult, decimal percent, decimal weight = 1m) => objective
        .With(KeyResult.Define(keyResult, keyResult, Unit.Percent, Goal.FromTo(0m, 100m)).Weighing(weight))
        .CheckIn(keyResult, new LocalDate(2026, 8, 1), percent);

    private static IEnumerable<decimal> Numbers(JsonElement parent, string name) => parent.GetProperty(name).EnumerateArray().Select(each => each.GetDecimal());

    private static IEnumerable<decimal?> Series(ListedVector vector) =>
        vector.Expected.GetProperty("series").EnumerateArray().Select(each => each.ValueKind == JsonValueKind.Number ? each.GetDecimal() : (decimal?)null);

    private static void Near(decimal expected, decimal? actual, decimal tolerance = 0.000_000_001m) =>
        Assert.True(Math.Abs(expected - actual!.Value) <= tolerance, $"{expected} expected, {actual} given");
}
