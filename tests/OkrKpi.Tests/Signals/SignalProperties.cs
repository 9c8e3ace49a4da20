using FsCheck.Xunit;

namespace OkrKpi.Tests;

/// <summary>What holds of every series and every set of rules; each case is a seed.</summary>
[Properties(MaxTest = 300)]
public sealed class SignalProperties
{
    private static readonly SignalRules[] Sets =
    [
        SignalRules.Nhs, SignalRules.Wheeler, SignalRules.WesternElectric, SignalRules.Nelson, SignalRules.Nhs.With(RulesAtOnePoint.All),
        SignalRules.Nelson.With(RangeAverage.Median).With(CentreLine.Median).With(LimitScaling.Exact), SignalRules.Wheeler.With(PointOnLimit.Beyond),
        SignalRules.Wheeler.With(RangesOverGaps.Spanned), SignalRules.WesternElectric.With(RangeScreening.Once), SignalRules.Nelson.WithSeason(4),
        SignalRules.Nelson.WithFrozen(10), SignalRules.Nhs.WithFrozen(8).WithSeason(3), SignalRules.Nhs.With(ConstantSeries.LimitsOnCentre),
    ];

    [Property]
    public void A_series_that_is_shifted_has_the_same_signals_and_shifted_limits(int seed, int by)
    {
        var (values, rules) = (Values(seed), Rules(seed));
        var (plain, shifted) = (ProcessBehaviour.Of(values, rules), ProcessBehaviour.Of(values.Select(value => value + by), rules));
        Assert.Equal(Marks(plain), Marks(shifted));
        Close(plain.Segments[0].Centre + by, shifted.Segments[0].Centre, values, by);
        Close(plain.Segments[0].Upper + by, shifted.Segments[0].Upper, values, by);
        Close(plain.Segments[0].RangeLimit, shifted.Segments[0].RangeLimit, values, by);
    }

    [Property]
    public void A_series_in_another_unit_has_the_same_signals_and_its_limits_in_that_unit(int seed, byte by)
    {
        var (values, rules, factor) = (Values(seed), Rules(seed), (by + 1m) / 8m);
        var (plain, scaled) = (ProcessBehaviour.Of(values, rules), ProcessBehaviour.Of(values.Select(value => value * factor), rules));
        Assert.Equal(Marks(plain), Marks(scaled));
        Close(plain.Segments[0].Lower * factor, scaled.Segments[0].Lower, values, factor);
        Close(plain.Segments[0].AverageRange * factor, scaled.Segments[0].AverageRange, values, factor);
    }

    [Property]
    public void A_mirrored_series_is_judged_the_same_in_the_mirrored_direction(int seed)
    {
        var (values, rules) = (Values(seed), Rules(seed));
        var plain = ProcessBehaviour.Of(values, rules).Judged(Direction.HigherIsBetter, Target.Of(values[^1]));
        var mirrored = ProcessBehaviour.Of(values.Select(value => -value), rules).Judged(Direction.LowerIsBetter, Target.Of(-values[^1]));
        Assert.Equal(plain.Points.Select(point => point.Standing), mirrored.Points.Select(point => point.Standing));
        Assert.Equal((plain.Variation, plain.Assurance), (mirrored.Variation, mirrored.Assurance));
        Close(-plain.Segments[0].Upper, mirrored.Segments[0].Lower, values, 1m);
        var (band, other) = (Band.Between(Math.Min(values[0], values[1]), Math.Max(values[0], values[1])), -1m);
        Assert.Equal(
            plain.Judged(Direction.WithinBand, Target.Within(band)).Points.Select(point => point.Standing is Variation.Worsening or Variation.Improving),
            mirrored.Judged(Direction.WithinBand, Target.Within(Band.Between(other * band.High!.Value, other * band.Low!.Value))).Points
                .Select(point => point.Standing is Variation.Worsening or Variation.Improving));
    }

    [Property]
    public void With_a_frozen_baseline_what_comes_later_changes_no_limit(int seed, int later)
    {
        var (values, rules) = (Values(seed), Rules(seed).WithFrozen(6));
        var more = values.Concat(Values(later)).ToArray();
        if (values.Length >= 6)
        {
            var (before, after) = (ProcessBehaviour.Of(values, rules).Segments[0], ProcessBehaviour.Of(more, rules).Segments[0]);
            Assert.Equal(
                (before.Lower, before.Centre, before.Upper, before.RangeLimit, before.LimitPoints),
                (after.Lower, after.Centre, after.Upper, after.RangeLimit, after.LimitPoints));
            Assert.Equal(
                ProcessBehaviour.Of(values, rules.With(RulesAtOnePoint.All)).Signals.Select(signal => signal.CompleteAt[0].Number).Order(),
                ProcessBehaviour.Of(more, rules.With(RulesAtOnePoint.All)).Signals.Select(signal => signal.CompleteAt[0].Number)
                    .Where(number => number <= values.Length).Order());
        }
    }

    [Property]
    public void With_a_frozen_baseline_a_better_last_value_never_adds_a_bad_signal(int seed, byte by)
    {
        var (values, rules) = (Values(seed, 9), Rules(seed).WithoutSeason().WithFrozen(8).With(RulesAtOnePoint.All));
        decimal[] better = [.. values[..^1], values[^1] + (by * Math.Abs(values[0] - values[^1]) / 100m)];
        var (plain, improved) = (Of(values), Of(better));
        Assert.True(Bad(improved) <= Bad(plain), $"{plain.Points[^1]} with {Bad(plain)} and {improved.Points[^1]} with {Bad(improved)}");
        Assert.False(plain.Variation != Variation.Worsening && improved.Variation == Variation.Worsening);
        Assert.False(plain.Assurance != Assurance.NeverReaches && improved.Assurance == Assurance.NeverReaches);

        ProcessBehaviour Of(decimal[] series) => ProcessBehaviour.Of(series, rules).Judged(Direction.HigherIsBetter, Target.Of(values[0]));

        static int Bad(ProcessBehaviour behaviour) => behaviour.Signals.Count(signal => signal.Standing == Variation.Worsening);
    }

    [Property]
    public void Each_rule_sees_what_one_sees_who_looks_at_every_window(int seed)
    {
        var (values, rules) = (Values(seed), Rules(seed).WithoutSeason().With(RulesAtOnePoint.All));
        var behaviour = ProcessBehaviour.Of(values, rules);
        if (behaviour.Segments[0].Centre is null)
        {
            return;
        }

        foreach (var rule in rules.Rules)
        {
            var expected = EveryWindow.Complete(values, behaviour.Segments[0], rule, rules.OnLimit);
            var seen = behaviour.Signals.Where(signal => signal.Rule.Equals(rule))
                .SelectMany(signal => signal.CompleteAt.Select(point => (point.Number, signal.Side)));
            Assert.Equal(expected.Select(each => (each.Last, each.Side)), seen.Order());
            var members = expected.SelectMany(each => each.Members).Distinct().Order();
            Assert.Equal(members, behaviour.Points.Where(point => point.Rules.Contains(rule)).Select(point => point.Number));
            foreach (var signal in behaviour.Signals.Where(signal => signal.Rule.Equals(rule)))
            {
                var own = expected.Where(each => each.Side == signal.Side && signal.CompleteAt.Any(point => point.Number == each.Last));
                Assert.Equal(own.SelectMany(each => each.Members).Distinct().Order(), signal.Points.Select(point => point.Number));
            }
        }
    }

    [Property]
    public void Columns_in_doubles_say_the_same(int seed)
    {
        var (random, rules) = (new Random(seed), Rules(seed));
        var rows = Enumerable.Range(0, 3).Select(row => Gaps(Values(unchecked(seed + row), 40, 41), random)).ToArray();
        var columns = BehaviourColumns.Of([.. rows.SelectMany(row => row).Select(value => (double?)value ?? double.NaN)], 40, rules);
        var variations = columns.Variations(Direction.LowerIsBetter);
        for (var row = 0; row < rows.Length; row++)
        {
            var target = Target.Of(rows[row].Max()!.Value);
            var assurances = columns.Assurances(Direction.LowerIsBetter, [.. rows.Select(_ => (double)target.Value!.Value)]);
            var behaviour = ProcessBehaviour.Of(rows[row], rules).Judged(Direction.LowerIsBetter, target);
            Assert.Equal(behaviour.Segments[0].State, columns.States[row]);
            Assert.Equal((behaviour.Variation, behaviour.Assurance), (LatestIsKnown(behaviour) ? variations[row] : Variation.CannotTell, assurances[row]));
            foreach (var point in behaviour.Points)
            {
                Assert.Equal(point.Rules is [var rule, ..] ? rule : null, columns.RuleAt(row, point.Number - 1));
            }

            if (behaviour.Points[^1] is { Lower: { } lower, Centre: { } centre, Upper: { } upper })
            {
                Assert.Equal((double)lower, columns.Lowers[row], 1e-9 * (1d + Math.Abs((double)upper) + Math.Abs((double)lower)));
                Assert.Equal((double)centre, columns.Centres[row], 1e-9 * (1d + Math.Abs((double)centre)));
            }
        }

        static bool LatestIsKnown(ProcessBehaviour behaviour) => behaviour.Points[^1].Centre is not null;
    }

    [Property]
    public void In_columns_too_a_target_exactly_on_a_limit_is_reached_sometimes(int seed)
    {
        var (values, rules) = (Values(seed), Rules(seed).WithoutSeason());
        if (ProcessBehaviour.Of(values, rules).Segments[0] is not { Lower: { } lower, Upper: { } upper })
        {
            return;
        }

        double[] row = Array.ConvertAll(values, value => (double)value);
        var columns = BehaviourColumns.Of([.. row, .. row], row.Length, rules);
        foreach (var direction in new[] { Direction.HigherIsBetter, Direction.LowerIsBetter })
        {
            Assert.Equal([Assurance.SometimesReaches, Assurance.SometimesReaches], columns.Assurances(direction, [(double)lower, (double)upper]));
        }
    }

    private static decimal?[] Gaps(decimal[] values, Random random) =>
        [.. values.Select((value, index) => index is > 0 and < 39 && random.Next(8) == 0 ? (decimal?)null : value)];

    private static SignalRules Rules(int seed) => Sets[(int)((uint)seed % Sets.Length)];

    private static string Marks(ProcessBehaviour behaviour) => string.Join(
        "; ", behaviour.Points.Select(point => $"{point.Standing} {string.Join(", ", point.Rules)}")
            .Concat(behaviour.Signals.Select(signal => $"{signal.Side} {signal.Rule} {signal.First.Number} {signal.Last.Number}")));

    private static void Close(decimal? expected, decimal? actual, decimal[] values, decimal by)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } number)
        {
            var size = (values.Max(Math.Abs) + Math.Abs(by) + 1m) * (1m + Math.Abs(by));
            Assert.InRange(actual!.Value - number, -1e-18m * size, 1e-18m * size);
        }
    }

    // Noise of some steps, shifts, trends, spikes; few steps make ties, which rules must not trip over.
    private static decimal[] Values(int seed, int least = 2, int most = 60)
    {
        var random = new Random(seed);
        var values = new decimal[random.Next(least, most)];
        var (steps, level, unit) = (random.Next(1, 40), random.Next(-100, 1_000), (decimal)Math.Pow(10d, random.Next(-3, 4)));
        var (shiftAt, shift) = (random.Next(values.Length), random.Next(3) == 0 ? random.Next(-60, 60) : 0);
        var slope = random.Next(4) == 0 ? random.Next(-3, 4) : 0;
        for (var index = 0; index < values.Length; index++)
        {
            var noise = random.Next(steps) + random.Next(steps) + random.Next(steps);
            var spike = random.Next(25) == 0 ? random.Next(-300, 300) : 0;
            values[index] = (level + noise + (slope * index) + (index >= shiftAt ? shift : 0) + spike) * unit;
        }

        return values;
    }
}
