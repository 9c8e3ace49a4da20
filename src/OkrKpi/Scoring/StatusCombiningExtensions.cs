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

        var worst = missed > 0 ? PaceStatus.Missed : PaceStatus.Behind;
        var best = onTrack > 0 ? PaceStatus.OnTrack : ahead > 0 ? PaceStatus.Ahead : PaceStatus.Achieved;
        var (good, bad) = (onTrack + ahead + achieved, behind + missed);
        return good + atRisk + bad == 0
            ? (isEarly ? PaceStatus.TooEarly : PaceStatus.NotPaced)
            : combining.One(good, atRisk, bad, best, PaceStatus.AtRisk, worst, latest);
    }

    /// <summary>
    /// Several stated statuses as one, by the same rules: <c>StatusCombining.Worst.Of([StatedStatus.OnTrack, StatedStatus.Blocked])</c> is
    /// <see cref="StatedStatus.Blocked"/>.
    /// </summary>
    /// <remarks>
    /// Achieved is as good as on track, partly achieved as at risk, and blocked or missed as bad as off track; of those that rank alike the one that asks for
    /// more is told. Not started and dropped have no vote.
    /// </remarks>
    /// <param name="combining">How.</param>
    /// <param name="statuses">The statuses; for <see cref="StatusCombining.Latest"/> in the order of time.</param>
    /// <returns>The status; <see langword="null"/> without a vote.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="combining"/> or a status is undefined.</exception>
    public static StatedStatus? Of(this StatusCombining combining, IEnumerable<StatedStatus> statuses)
    {
        Require.Defined(combining);
        Guard.Against.Null(statuses);
        int missed = 0, offTrack = 0, blocked = 0, atRisk = 0, partly = 0, onTrack = 0, achieved = 0;
        StatedStatus? latest = null;
        foreach (var status in statuses)
        {
            switch (Require.Defined(status, nameof(statuses)))
            {
                case StatedStatus.NotStarted or StatedStatus.Dropped: continue;
                case StatedStatus.Missed: missed++; break;
                case StatedStatus.OffTrack: offTrack++; break;
                case StatedStatus.Blocked: blocked++; break;
                case StatedStatus.AtRisk: atRisk++; break;
                case StatedStatus.OnTrack: onTrack++; break;
                case StatedStatus.PartlyAchieved: partly++; break;
                case StatedStatus.Achieved: achieved++; break;
            }

            latest = status;
        }

        var worst = missed > 0 ? StatedStatus.Missed : offTrack > 0 ? StatedStatus.OffTrack : StatedStatus.Blocked;
        var middle = atRisk > 0 || partly == 0 ? StatedStatus.AtRisk : StatedStatus.PartlyAchieved;
        var best = onTrack > 0 ? StatedStatus.OnTrack : StatedStatus.Achieved;
        return latest is { } last ? combining.One(onTrack + achieved, atRisk + partly, missed + offTrack + blocked, best, middle, worst, last) : null;
    }

    private static T One<T>(this StatusCombining combining, int good, int atRisk, int bad, T best, T middle, T worst, T latest) => combining switch
    {
        StatusCombining.Worst => bad > 0 ? worst : atRisk > 0 ? middle : best,
        StatusCombining.MeanRank => MeanRank(good, atRisk, bad) switch { 1 => best, 2 => middle, _ => worst },
        StatusCombining.Majority => bad > 0 ? worst : atRisk >= good ? middle : best,
        StatusCombining.Latest => latest,
    };

    // Rounded half up in whole numbers: floor(sum / all + 1/2).
    private static int MeanRank(int good, int atRisk, int bad)
    {
        var all = good + atRisk + bad;
        return ((2 * (good + (2 * atRisk) + (3 * bad))) + all) / (2 * all);
    }
}
