namespace OkrKpi;

/// <summary>One key result at the close of a week beside the week before.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class KeyResultWeek
{
    internal KeyResultWeek(Objective objective, KeyResultScore before, KeyResultScore now)
    {
        Objective = objective;
        Before = before;
        Now = now;
    }

    /// <summary>The objective it belongs to.</summary>
    public Objective Objective { get; }

    /// <summary>The key result.</summary>
    public KeyResult KeyResult => Now.KeyResult;

    /// <summary>How it stood seven days ago.</summary>
    public KeyResultScore Before { get; }

    /// <summary>How it stands.</summary>
    public KeyResultScore Now { get; }

    /// <summary>Whether there was a check-in within the week.</summary>
    public bool IsCheckedIn => Now.LastCheckIn is { } last && last.Date > Before.AsOf;

    /// <summary>How much the score changed, in points of 1; <see langword="null"/> when there is no score on one of the dates.</summary>
    public decimal? ScoreChange => Now.Score - Before.Score;

    /// <summary>How much the confidence changed, as a probability; <see langword="null"/> when there is none on one of the dates.</summary>
    public decimal? ConfidenceChange => Now.Confidence?.Probability - Before.Confidence?.Probability;

    /// <summary>Whether it is at risk or behind its pace.</summary>
    public bool IsAtRisk => Now.Pace.Status is PaceStatus.AtRisk or PaceStatus.Behind;

    /// <summary>What the last check-in says is being done, or what happened; <see langword="null"/> when it says nothing.</summary>
    public string? Action => Now.LastCheckIn?.Note;

    /// <summary>What changed, in words.</summary>
    /// <returns>One sentence.</returns>
    public Explanation Explain() => Explanation.Of(
        (IsAtRisk, Now.PaceReason, Action, ScoreChange) switch
        {
            (true, null, null, _) => "week.atRiskNoAction",
            (true, null, _, _) => "week.atRisk",
            (true, _, null, _) => "week.atRiskReadNoAction",
            (true, _, _, _) => "week.atRiskRead",
            (_, _, _, null) => "week.value",
            _ => "week.changed",
        },
        new Fact("keyResult", KeyResult.Name), new Fact("objective", Objective.Title), new Fact("score", Now.Score), new Fact("change", ScoreChange),
        new Fact("value", Now.LastValue?.Value, KeyResult.Unit), new Fact("status", Now.Pace.Status), new Fact("expected", Now.Pace.Expected),
        new Fact("action", Action), new Fact("text", Now.PaceReason?.Explain()));

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
