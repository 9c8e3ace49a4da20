using NodaTime;

namespace OkrKpi.Tests;

/// <summary>What a portfolio refuses, told fault by fault.</summary>
public sealed class PortfolioFaultTests
{
    private static readonly Kpi Sales = Kpi.Define("sales", "Sales", Unit.Money("VND"), Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Sum);

    [Fact]
    public void All_faults_are_found_with_their_places_and_the_first_is_the_refusal()
    {
        Objective[] objectives = [Bare("a").Addressing(KpiId.Of("churn")), Bare("b").AlignedTo("c").OwnedBy("Legal"), Bare("a")];
        MeasurementSeries[] series =
        [
            MeasurementSeries.Of("sales", Measurement.On(new(2026, 7, 1), 5m), Measurement.On(new(2026, 7, 1), 5m).OutOf(2m)), MeasurementSeries.Of("churn")
        ];
        var faults = Portfolio.Check(
            [Sales, Sales], objectives, series, [Learning.Worked("c", "Calling", new(2026, 7, 1))], [NeedDismissal.Of("churn", new(2026, 7, 1), "Seasonal")],
            Organisation.Of(OrganisationUnit.Team("Sales"))).ToArray();
        Assert.Equal(
            [
                (PortfolioFaultKind.KpiGivenTwice, 1, null, "sales", null),
                (PortfolioFaultKind.AddressesUnknownKpi, 0, 0, "churn", "a"),
                (PortfolioFaultKind.AlignedToUnknownObjective, 1, 0, null, "b"),
                (PortfolioFaultKind.ObjectiveGivenTwice, 2, null, null, "a"),
                (PortfolioFaultKind.MeasurementDoesNotFit, 0, 1, "sales", null),
                (PortfolioFaultKind.MeasurementsOfUnknownKpi, 1, null, "churn", null),
                (PortfolioFaultKind.LearningFromUnknownObjective, 0, null, null, "c"),
                (PortfolioFaultKind.DismissalOfUnknownKpi, 0, null, "churn", null),
                (PortfolioFaultKind.OwnerNotInOrganisation, 1, (int?)null, (string?)null, (string?)"b"),
            ],
            faults.Select(fault => (fault.Kind, fault.Item, fault.Part, fault.Kpi?.Value, fault.Objective?.Value)));
        Assert.All(faults, fault => Assert.Equal(fault.Sentence, fault.ToString()));
        Refused("kpis", faults[0], () => Portfolio.Of([Sales, Sales], objectives, series));
        Refused("objectives", faults[1], () => Portfolio.Of([Sales], objectives, series));
        Refused("measurements", faults[4], () => Portfolio.Of([Sales], [], series));
        Refused("more", faults[6], () => Portfolio.Of([], [], []).With(Learning.Worked("c", "Calling", new(2026, 7, 1))));
        Refused("more", faults[7], () => Portfolio.Of([], [], []).With(NeedDismissal.Of("churn", new(2026, 7, 1), "Seasonal")));
        Refused("organisation", faults[8], () => Portfolio.Of([], [Bare("c"), objectives[1]], []).In(Organisation.Of(OrganisationUnit.Team("Sales"))));
    }

    [Fact]
    public void What_is_right_has_no_faults() =>
        Assert.Empty(Portfolio.Check([Sales], [Bare("a").Addressing(Sales).AlignedTo("b"), Bare("b")], [MeasurementSeries.Of("sales")]));

    [Fact]
    public void Circles_are_told_once_each_and_none_is_missed()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(1, 12);
            int[][] next = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(count)).ToArray())];
            var circles = AlignmentGraph.Circles(count, each => next[each]).ToArray();

            // Whoever can come back to itself shares a group with a circle, and a circle is a way there is.
            Assert.All(circles, circle => Assert.All(circle.Zip(circle.Skip(1)), step => Assert.Contains(step.Second, next[step.First])));
            Assert.All(circles, circle => Assert.Equal(circle[0], circle[^1]));
            var told = circles.SelectMany(circle => circle.Skip(1)).ToArray();
            Assert.Equal(told.Distinct(), told);
            bool[][] reaches = [.. Enumerable.Range(0, count).Select(each => Reached(each, next))];
            for (var each = 0; each < count; each++)
            {
                Assert.True(!reaches[each][each] || told.Any(other => reaches[each][other] && reaches[other][each]), $"No circle near {each} of seed {seed}.");
            }

            Assert.Equal(circles.Length > 0, AlignmentGraph.CycleIn(count, each => next[each]) is not null);
        }
    }

    [Fact]
    public void Every_link_leading_back_costs_no_walk_of_its_own()
    {
        // Each of 3,000 objectives leads to all before it: 4.5 million ways back, and no circle through one that is told already.
        var told = AlignmentGraph.Circles(3_000, each => [.. each == 2_999 ? [] : new[] { each + 1 }, .. Enumerable.Range(0, each)])
            .Sum(circle => circle.Count);
        Assert.InRange(told, 2, 6_000);
    }

    private static bool[] Reached(int from, int[][] next)
    {
        var reached = new bool[next.Length];
        var open = new Stack<int>(next[from]);
        while (open.TryPop(out var each))
        {
            if (!reached[each])
            {
                reached[each] = true;
                Array.ForEach(next[each], open.Push);
            }
        }

        return reached;
    }

    private static void Refused(string name, PortfolioFault fault, Func<object> make)
    {
        var refusal = Assert.Throws<ArgumentException>(make);
        Assert.Equal(name, refusal.ParamName);
        Assert.StartsWith(fault.Sentence, refusal.Message, StringComparison.Ordinal);
    }

    private static Objective Bare(string id) => Objective.Define(id, id, Cycle.Quarter(2026, 3));
}
