using Ardalis.GuardClauses;

namespace OkrKpi.Scoring;

/// <summary>What the confidences of many key results say together.</summary>
public static class ConfidenceStatistics
{
    /// <summary>The fewest closed key results from which a calibration says something; a choice.</summary>
    public const int FewestForCalibration = 10;

    /// <summary>The net confidence: percent on track less percent off track, -100 to 100 (Tability): 5 on track, 2 at risk and 3 off track is 20.</summary>
    /// <param name="onTrack">How many are on track; 0 or more.</param>
    /// <param name="atRisk">How many are at risk; 0 or more.</param>
    /// <param name="offTrack">How many are off track; 0 or more.</param>
    /// <returns>The net confidence; <see langword="null"/> when there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static decimal? Net(int onTrack, int atRisk, int offTrack)
    {
        var all = (decimal)Require.AtLeast(onTrack, 0, "it is a number of key results") + Require
            .AtLeast(atRisk, 0, "it is a number of key results") + Require
            .AtLeast(offTrack, 0, "it is a number of key results");
        return all == 0m ? null : 100m * ((decimal)onTrack - offTrack) / all;
    }

    /// <summary>
    /// The Brier score of closed key results: the mean squared distance between confidence and outcome. 0 is perfect; always saying fifty-fifty gives 0.25.
    /// </summary>
    /// <remarks>
    /// Brier 1950, Verification of forecasts expressed in terms of probability. Show it from <see cref="FewestForCalibration"/> key results on.
    /// </remarks>
    /// <param name="reached">What was said of those that were reached.</param>
    /// <param name="notReached">What was said of those that were not.</param>
    /// <returns>The score, 0 to 1; <see langword="null"/> when there are none.</returns>
    public static decimal? Brier(IEnumerable<Confidence> reached, IEnumerable<Confidence> notReached)
    {
        Guard.Against.Null(reached);
        Guard.Against.Null(notReached);
        var (sum, count) = (0m, 0);
        foreach (var confidence in reached)
        {
            sum += (1m - confidence.Probability) * (1m - confidence.Probability);
            count++;
        }

        foreach (var confidence in notReached)
        {
            sum += confidence.Probability * confidence.Probability;
            count++;
        }

        return count == 0 ? null : sum / count;
    }
}
