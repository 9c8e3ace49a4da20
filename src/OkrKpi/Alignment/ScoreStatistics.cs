using System.Globalization;

namespace OkrKpi.Scoring;

/// <summary>
/// How the objectives of a team or a company stand in a cycle, and their key results: how many, and how their scores, their confidence and their pace spread.
/// </summary>
/// <remarks>
/// Immutable; compared by reference. Objectives count with what is aligned to them. Key results that were given up are left out; those in words count like any
/// other.
/// <code>
/// portfolio.Score(asOf, Cycle.Quarter(2026, 2)).Unit("Sales").Statistics().KeyResultScores.In(Zone.Target)
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class ScoreStatistics
{
    /// <summary>A confidence has marks of 0 to 10.</summary>
    private const int Marks = 11;

    private readonly int[] objectivePaces;
    private readonly int[] keyResultPaces;
    private readonly int[] outcomes;
    private readonly int[] marks;

    private ScoreStatistics(AlignedScore[] objectives, KeyResultScore[] keyResults)
    {
        ObjectiveCount = objectives.Length;
        KeyResultCount = keyResults.Length;
        ObjectiveScores = ScoreSpread.Of(objectives.Select(each => each.Score));
        KeyResultScores = ScoreSpread.Of(keyResults.Select(each => each.Score));
        objectivePaces = Counts(Enum.GetValues<PaceStatus>().Length, objectives.Select(each => (int)each.Pace.Status));
        keyResultPaces = Counts(Enum.GetValues<PaceStatus>().Length, keyResults.Select(each => (int)each.Pace.Status));
        outcomes = Counts(Enum.GetValues<Outcome>().Length, objectives.Select(each => (int?)each.Outcome ?? 0));
        Confidence[] sure = [.. keyResults.Select(each => each.Confidence).OfType<Confidence>()];
        marks = Counts(Marks - 1, sure.Select(each => (int)decimal.Round(each.Probability * 10m, MidpointRounding.AwayFromZero)));
        Confidence = sure.Length == 0 ? null : OkrKpi.Confidence.Of(Math.Min(sure.Sum(each => each.Probability) / sure.Length, 1m));
    }

    /// <summary>How many objectives there are.</summary>
    public int ObjectiveCount { get; }

    /// <summary>How many key results there are, without those given up.</summary>
    public int KeyResultCount { get; }

    /// <summary>How the scores of the objectives spread.</summary>
    public ScoreSpread ObjectiveScores { get; }

    /// <summary>How the scores of the key results spread.</summary>
    public ScoreSpread KeyResultScores { get; }

    /// <summary>
    /// How many key results have which confidence, by marks of 0 to 10, rounded half up: the number at 7 is that of all from 6.5 to below 7.5 out of ten.
    /// </summary>
    public IReadOnlyList<int> ConfidenceMarks => marks;

    /// <summary>The mean of the confidences reported; <see langword="null"/> when nobody reported one.</summary>
    public Confidence? Confidence { get; }

    /// <summary>How many key results nobody reported a confidence of.</summary>
    public int WithoutConfidence => KeyResultCount - marks.Sum();

    /// <summary>How many objectives keep pace so.</summary>
    /// <param name="pace">The pace.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pace"/> is undefined.</exception>
    public int ObjectivesAt(PaceStatus pace) => objectivePaces[(int)Require.Defined(pace)];

    /// <summary>How many key results keep pace so.</summary>
    /// <param name="pace">The pace.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pace"/> is undefined.</exception>
    public int KeyResultsAt(PaceStatus pace) => keyResultPaces[(int)Require.Defined(pace)];

    /// <summary>How many objectives are a success, near, or missed by their scores.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is undefined.</exception>
    public int ObjectivesThat(Outcome outcome) => outcomes[(int)Require.Defined(outcome)];

    /// <summary>The numbers, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ObjectiveCount} objectives ({ObjectiveScores}), {KeyResultCount} key results ({KeyResultScores})");

    internal static ScoreStatistics Of(IEnumerable<AlignedScore> objectives)
    {
        AlignedScore[] all = [.. objectives];
        return new(all, [.. all.SelectMany(each => each.Own.KeyResults).Where(each => !each.IsInactive)]);
    }

    private static int[] Counts(int largest, IEnumerable<int> values)
    {
        var counts = new int[largest + 1];
        foreach (var value in values)
        {
            counts[value]++;
        }

        return counts;
    }
}
