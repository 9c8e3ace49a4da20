namespace OkrKpi;

/// <summary>What a key result enters a score with, or what would stand in its place.</summary>
/// <param name="Score">What it counts; <see langword="null"/> when nothing is known.</param>
/// <param name="Raw">Its raw progress; <see langword="null"/> when nothing is known.</param>
/// <param name="IsMeasured">Whether people reported something.</param>
/// <param name="IsScored">Whether it is meant to have a score.</param>
internal readonly record struct CountedPart(decimal? Score, decimal? Raw, bool IsMeasured, bool IsScored)
{
    /// <summary>A progress as a profile counts it.</summary>
    internal static CountedPart Of(Progress progress, ScoringProfile profile) =>
        progress.State == ProgressState.NotScored ? default
        : progress.Raw is not { } raw
            || (progress.State == ProgressState.NotStarted && profile.NotStarted == NotStartedKeyResults.AreMissing) ? new(null, null, false, true)
        : new(
            new ProfileArithmetic<decimal>(profile, ScoringMoment.Running).ScoreOf(raw), ProfileArithmetic<decimal>.Held(raw),
            progress.State == ProgressState.Measured, true);
}
