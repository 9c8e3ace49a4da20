namespace OkrKpi.Tests;

/// <content>Goals to stay within: bands, limits and how often they were kept.</content>
public partial class GoalVectorTests
{
    [Theory]
    [VectorsOf(Products, "kr-progress-maintain-threshold")]
    public void Stay_above_or_below(ScoringVectorCase vector)
    {
        var (target, current) = (vector.Number("target"), vector.Number("current"));
        var isAbove = vector.Text("direction") == "stay-above";
        var goal = Goal.KeepWithin(isAbove ? Band.AtLeast(target) : Band.AtMost(target));
        goal = vector.Text("boundary") == "exclusive" ? goal.Strictly() : goal;
        if (vector.Optional("riskThreshold", "atRiskThreshold", "risk") is { } risk)
        {
            goal = goal.AtRiskOutside(isAbove ? Band.AtLeast(risk) : Band.AtMost(risk));
        }

        vector.AssertScore(goal.Progress(current).Score);
        if (vector.Expected.TryGetProperty("status", out var status))
        {
            var standing = goal.StandingOf(current) switch { KeepStanding.Kept => "OnTrack", KeepStanding.Slipping => "Behind", _ => "AtRisk" };
            Assert.Equal(status.GetString(), standing);
        }
    }

    [Theory]
    [VectorsOf(Products, "kr-progress-maintain-range")]
    public void Stay_in_a_range(ScoringVectorCase vector)
    {
        var goal = Goal.KeepWithin(Band.Between(vector.Number("min"), vector.Number("max")));
        vector.AssertScore((vector.Text("boundary") == "exclusive" ? goal.Strictly() : goal).Progress(vector.Number("current")).Score);
    }

    [Theory]
    [VectorsOf(Products, "maintain-tolerance-band")]
    [VectorsOf(Products, "kr-progress-periods-met")]
    public void Periods_met(ScoringVectorCase vector)
    {
        var target = vector.Number("target");
        var rule = vector.Text("rule");
        var band = rule switch
        {
            "maintain-below" => Band.AtMost(target),
            "maintain-above" => Band.AtLeast(target),
            _ => Band.Around(target, (vector.Optional("tolerancePercent") ?? 5m) / 100m),
        };
        if (vector.Expected.TryGetProperty("band", out var ends))
        {
            Assert.Equal([ends[0].GetDecimal(), ends[1].GetDecimal()], new[] { band.Low!.Value, band.High!.Value });
        }

        if (vector.Has("actuals"))
        {
            var goal = Goal.KeepWithin(band).Read(KeepReading.ShareUpToLatest);
            goal = vector.Text("boundary") == "exclusive" ? goal.Strictly() : goal;
            var actuals = ScoringVectorCase.Numbers(vector.Input.GetProperty("actuals"));
            vector.AssertScore(goal.Progress(actuals, actuals.Length).Score);
        }
    }

    [Theory]
    [VectorsOf(Products, "kr-progress-checkin-ratio")]
    public void Check_ins_met_of_those_planned(ScoringVectorCase vector)
    {
        var values = ScoringVectorCase.Numbers(vector.Input.GetProperty("checkIns"));
        var expected = Expected(vector, "progressPercentAfterEach");
        for (var passed = 1; passed <= values.Length; passed++)
        {
            var share = Kept(vector, "min", "max").Progress(values[..passed], (int)vector.Number("plannedCheckIns")).Score ?? 0m;
            Assert.Equal(expected[passed - 1], DisplayRounding.WholePercent.Percent(share));
        }
    }

    [Theory]
    [VectorsOf(Hand, "control-successful-checkins")]
    public void Check_ins_met_of_those_planned_by_hand(ScoringVectorCase vector)
    {
        var values = ScoringVectorCase.Numbers(vector.Input.GetProperty("checkIns"));
        var expected = Expected(vector, "cumulativeProgress");
        for (var passed = 1; passed <= values.Length; passed++)
        {
            Near(expected[passed - 1], Kept(vector, "lower", "upper").Progress(values[..passed], (int)vector.Number("plannedCheckIns")).Score ?? 0m);
        }
    }

    private static KeepWithinGoal Kept(ScoringVectorCase vector, string low, string high)
    {
        var band = (vector.Optional(low), vector.Optional(high)) switch
        {
            ({ } from, { } to) => Band.Between(from, to),
            ({ } from, null) => Band.AtLeast(from),
            (null, var to) => Band.AtMost(to!.Value),
        };
        var goal = Goal.KeepWithin(band).Read(KeepReading.ShareOfPlanned);
        var isStrict = vector.Text("boundary") == "exclusive" || (vector.Has("inclusive") && !vector.IsTrue("inclusive"));
        return isStrict ? goal.Strictly() : goal;
    }
}
