using NodaTime;

namespace OkrKpi;

/// <summary>How far a key result is on a date, whether it keeps pace, and how sure its team is.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class KeyResultScore
{
    internal KeyResultScore(KeyResult keyResult, Cycle cycle, LocalDate asOf)
    {
        KeyResult = keyResult;
        Cycle = cycle;
        AsOf = asOf;
        IsCancelled = keyResult.IsCancelledAsOf(asOf);
        Progress = keyResult.Goal.Progress(keyResult.CheckIns, cycle, asOf);
        for (var index = keyResult.CheckIns.Count - 1; index >= 0; index--)
        {
            var checkIn = keyResult.CheckIns[index];
            if (checkIn.Date > asOf)
            {
                continue;
            }

            LastCheckIn ??= checkIn;
            LastValue ??= checkIn.Value is null ? null : checkIn;
            Confidence ??= checkIn.Confidence;
        }

        Pace = IsCancelled ? default : PaceScoring.Of(Progress.Score, keyResult.Goal.IsPaced, LastValue is not null, Progress.IsAchieved, cycle, asOf);
    }

    /// <summary>The key result.</summary>
    public KeyResult KeyResult { get; }

    /// <summary>The cycle it is worked on in.</summary>
    public Cycle Cycle { get; }

    /// <summary>The date; its close counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>How far it is: state, raw number and clamped score.</summary>
    public Progress Progress { get; }

    /// <summary>Whether it keeps pace.</summary>
    public Pace Pace { get; }

    /// <summary>The latest confidence reported; <see langword="null"/> without one.</summary>
    public Confidence? Confidence { get; }

    /// <summary>The latest check-in; <see langword="null"/> without one.</summary>
    public CheckIn? LastCheckIn { get; }

    /// <summary>The latest check-in with a value; <see langword="null"/> without one.</summary>
    public CheckIn? LastValue { get; }

    /// <summary>Whether it was cancelled, and so is out of the objective's score.</summary>
    public bool IsCancelled { get; }

    /// <summary>Whether people have reported a value.</summary>
    public bool IsCheckedIn => LastValue is not null;

    /// <summary>Why the score is what it is.</summary>
    /// <returns>A tree with goal, value and pace.</returns>
    public Explanation Explain()
    {
        var sentence = Explanation.Of(
            Progress.State switch
            {
                ProgressState.NoData => "keyResult.noData",
                ProgressState.TooFewAnswers => "keyResult.tooFewAnswers",
                ProgressState.NotStarted => "keyResult.notStarted",
                _ => "keyResult.measured",
            },
            new Fact("keyResult", KeyResult.Name),
            new Fact("score", Progress.Score),
            new Fact("raw", Progress.Raw),
            new Fact("asOf", AsOf));
        var reasons = new List<Explanation> { KeyResult.Goal.Explain(KeyResult.Unit) };
        if (IsCancelled)
        {
            reasons.Add(Explanation.Of("keyResult.cancelled", new Fact("date", KeyResult.CancelledOn)));
        }

        if (LastValue is { } last)
        {
            reasons.Add(last.Part is { } part
                ? Explanation.Of("checkIn.part", new Fact("date", last.Date), new Fact("part", part), new Fact("value", last.Value, KeyResult.Unit))
                : Explanation.Of(last.Sample is null ? "checkIn.value" : "checkIn.valueFromSample", new Fact("date", last.Date), new Fact("value", last.Value, KeyResult.Unit), new Fact("sample", last.Sample)));
        }

        if (Confidence is { } confidence)
        {
            reasons.Add(Explanation.Of("checkIn.confidence", new Fact("confidence", confidence.Probability * 10m)));
        }

        if (Pace.Status != PaceStatus.NotPaced)
        {
            reasons.Add(Explanation.Of(
                Pace.Gap is null ? "pace.status" : "pace.gap",
                new Fact("status", Pace.Status), new Fact("expected", Pace.Expected), new Fact("gap", Pace.Gap), new Fact("cycle", Cycle.Name)));
        }

        return sentence.Resting(reasons);
    }

    /// <summary>Name and progress, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{KeyResult.Name}: {Progress}";
}
