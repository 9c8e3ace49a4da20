using NodaTime;

namespace OkrKpi;

/// <summary>
/// A span of days on which the answer of the rule for a KPI stayed the same: the same state for the same kinds of reasons, covered by the same objectives.
/// </summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class NeedSpan
{
    internal NeedSpan(OkrNeed first, LocalDate through, bool isSatisfying)
    {
        First = first;
        Through = through;
        IsSatisfying = isSatisfying;
    }

    /// <summary>The first day.</summary>
    public LocalDate From => First.Assessment.AsOf;

    /// <summary>The last day, included.</summary>
    public LocalDate Through { get; }

    /// <summary>The answer.</summary>
    public OkrNeedState State => First.State;

    /// <summary>The answer in full, as it was on the first day.</summary>
    public OkrNeed First { get; }

    /// <summary>Whether it begins because a need was satisfied: the day before there was one, and now the KPI meets its target.</summary>
    public bool IsSatisfying { get; }

    /// <summary>The span in words.</summary>
    /// <returns>A sentence, and the reasons below it.</returns>
    public Explanation Explain() => Explanation.Of(
        IsSatisfying ? "timeline.satisfied" : "timeline.span",
        new Fact("from", From), new Fact("through", Through), new Fact("state", State))
        .Resting(First.Reasons.Select(reason => reason.Explain()));

    /// <summary>The sentence, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);
}
