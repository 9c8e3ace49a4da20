using NodaTime;

namespace OkrKpi;

/// <summary>Linear pace: expected progress is the share of the cycle that has passed.</summary>
internal static class PaceScoring
{
    // Choices of methods.md section 5: within 10 points on track, within 25 at risk, no statement in the first tenth.
    internal const decimal OnTrackGap = -0.10m;
    internal const decimal AtRiskGap = -0.25m;
    internal const decimal GraceShare = 0.1m;

    internal static Pace Of(decimal? score, bool isPaced, bool isStarted, bool isAchieved, Cycle cycle, LocalDate asOf)
    {
        if (isAchieved)
        {
            return new(isPaced ? cycle.ElapsedShare(asOf) : null, null, PaceStatus.Achieved);
        }

        if (asOf >= cycle.End)
        {
            return score is null ? default : new(1m, score - 1m, PaceStatus.Missed);
        }

        if (!isPaced || asOf < cycle.Start || score is null)
        {
            return default;
        }

        var expected = cycle.ElapsedShare(asOf);
        var gap = score.Value - expected;
        return new(expected, gap, expected < GraceShare || !isStarted ? PaceStatus.TooEarly
            : gap >= OnTrackGap ? PaceStatus.OnTrack
            : gap >= AtRiskGap ? PaceStatus.AtRisk
            : PaceStatus.Behind);
    }
}
