using Ardalis.GuardClauses;

namespace OkrKpi.Scoring;

/// <summary>Reads several statuses as one.</summary>
public static class StatusCombiningExtensions
{
    /// <summary>Several statuses as one: <c>StatusCombining.Worst.Of([PaceStatus.OnTrack, PaceStatus.Behind])</c> is <see cref="PaceStatus.Behind"/>.</summary>
    /// <param name="combining">How.</param>
    /// <param name="statuses">The statuses; for <see cref="StatusCombining.Latest"/> in the order of time.</param>
    /// <returns>The status; without a vote <see cref="PaceStatus.TooEarly"/> when one is too early, else <see cref="PaceStatus.NotPaced"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="combining"/> or a status is undefined.</exception>
    public static PaceStatus Of(this StatusCombining combining, IEnumerable<PaceStatus> statuses)
    {
        Require.Defined(combining);
        Guard.Against.Null(statuses);
        int behind = 0, atRisk = 0, onTrack = 0, ahead = 0, achieved = 0, missed = 0;
        var isEarly = false;
        var latest = PaceStatus.NotPaced;
        foreach (var status in statuses)
        {
            switch (Require.Defined(status, nameof(statuses)))
            {
                case PaceStatus.NotPaced: continue;
                case PaceStatus.TooEarly: isEarly = true; continue;
                case PaceStatus.Missed: missed++; break;
                case PaceStatus.Behind: behind++; break;
                case PaceStatus.AtRisk: atRisk++; break;
                case PaceStatus.OnTrack: onTrack++; break;
                case PaceStatus.Ahead: ahead++; break;
                case PaceStatus.Achieved: achieved++; break;
            }

            latest = status;
        }

        var good = onTrack + ahead + achieved;
        var bad = behind + missed;
        var all = good + atRisk + bad;
        var worst = missed > 0 ? PaceStatus.Missed : PaceStatus.Behind;
        var best = onTrack > 0 ? PaceStatus.OnTrack : ahead > 0 ? PaceStatus.Ahead : PaceStatus.Achieved;
        return all == 0 ? (isEarly ? PaceStatus.TooEarly : PaceStatus.NotPaced) : combining switch
        {
            StatusCombining.Worst => bad > 0 ? worst : atRisk > 0 ? PaceStatus.AtRisk : best,
            StatusCombining.MeanRank => MeanRank(good, atRisk, bad) switch { 1 => best, 2 => PaceStatus.AtRisk, _ => worst },
            StatusCombining.Majority => bad > 0 ? worst : atRisk >= good ? PaceStatus.AtRisk : best,
            StatusCombining.Latest => latest,
        };
    }

    // Rounded half up in whole numbers: floor(sum / all + 1/2).
    private static int MeanRank(int good, int atRisk, int bad)
    {
        var all = good + atRisk + bad;
        return ((2 * (good + (2 * atRisk) + (3 * bad))) + all) / (2 * all);
    }
}
