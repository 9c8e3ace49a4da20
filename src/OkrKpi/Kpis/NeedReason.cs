using NodaTime;

namespace OkrKpi;

/// <summary>Why an OKR is needed. There are two reasons and no third: <see cref="LaggingReason"/> and <see cref="TargetRaisedReason"/>.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public abstract class NeedReason
{
    private protected NeedReason()
    {
    }

    /// <summary>The period the reason speaks of.</summary>
    public abstract ReportingPeriod Period { get; }

    /// <summary>
    /// The day the reason goes back to: the close of the first missed period, the first day of a running one, or the day a raise was decided.
    /// </summary>
    public abstract LocalDate StartedOn { get; }

    /// <summary>
    /// How far there is to go as a share of the target's size, below 0: 92 of 100 is -0.08, 100 where 300 is wanted -0.667. <see langword="null"/> when nothing
    /// was measured or the target is 0; a share below -10^27 is told as that.
    /// </summary>
    public abstract decimal? GapShare { get; }

    /// <summary>The reason in words, with its numbers.</summary>
    /// <returns>A sentence and what it rests on.</returns>
    public abstract Explanation Explain();

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
