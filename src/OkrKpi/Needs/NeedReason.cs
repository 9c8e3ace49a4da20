namespace OkrKpi;

/// <summary>Why an OKR is needed. There are two reasons and no third: <see cref="LaggingReason"/> and <see cref="TargetRaisedReason"/>.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public abstract class NeedReason
{
    private protected NeedReason()
    {
    }

    /// <summary>The period the reason speaks of.</summary>
    public abstract ReportingPeriod Period { get; }

    /// <summary>The reason in words, with its numbers.</summary>
    /// <returns>A sentence and what it rests on.</returns>
    public abstract Explanation Explain();

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
