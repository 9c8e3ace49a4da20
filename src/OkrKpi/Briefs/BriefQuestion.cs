namespace OkrKpi;

/// <summary>One question of a <see cref="Brief"/>, its alternatives, and the answer once the team has one.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class BriefQuestion
{
    private string[] alternatives;

    internal BriefQuestion(string code, Explanation text, string[] alternatives, string? answer)
    {
        Code = code;
        Text = text;
        this.alternatives = alternatives;
        Answer = answer;
    }

    /// <summary>
    /// The short name it is answered by: <c>group</c>, <c>channel</c>, <c>long-standing</c>, <c>enough</c>, <c>first-step</c>, or the team's own.
    /// </summary>
    public string Code { get; }

    /// <summary>The question, in the reader's language.</summary>
    public Explanation Text { get; }

    /// <summary>Possible answers, in the order given.</summary>
    public IReadOnlyList<string> Alternatives => alternatives;

    /// <summary>The answer; <see langword="null"/> while open.</summary>
    public string? Answer { get; private set; }

    /// <summary>The question with its alternatives and answer, in words.</summary>
    /// <returns>The question, resting on them.</returns>
    public Explanation Explain() =>
        Text.Resting(alternatives.Where(each => each != Answer).Select(each => Explanation.Of("brief.alternative", new Fact("text", each))))
            .Resting(Answer is null ? [] : [Explanation.Of("brief.answer", new Fact("text", Answer))]);

    /// <summary>Code and answer, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Code}: {Answer ?? "open"}";

    internal BriefQuestion Offering(string alternative) =>
        alternatives.Contains(alternative, StringComparer.Ordinal) ? this : Changed(copy => copy.alternatives = Require.Append(alternatives, alternative));

    internal BriefQuestion Answering(string answer) => Changed(copy => copy.Answer = answer);

    private BriefQuestion Changed(Action<BriefQuestion> change)
    {
        var copy = (BriefQuestion)MemberwiseClone();
        change(copy);
        return copy;
    }
}
