namespace OkrKpi.Scoring;

/// <summary>The pace of a key result by a <see cref="PaceReading"/>, and what it rests on.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PaceReason
{
    private readonly TextByCulture text;

    internal PaceReason(PaceStatus status, TextByCulture text) => (Status, this.text) = (status, text);

    /// <summary>Ahead, on track, at risk or behind.</summary>
    public PaceStatus Status { get; }

    /// <summary>What was seen.</summary>
    /// <returns>One sentence.</returns>
    public Explanation Explain() => Explanation.Of("pace.text", new Fact("text", text));

    /// <summary>Status and what was seen, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Status}: {text}";
}
