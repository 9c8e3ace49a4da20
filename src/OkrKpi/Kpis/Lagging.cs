using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>A reading of "the KPI lags": looks at an assessment and says what it saw, or that it saw nothing.</summary>
/// <remarks>
/// <para>Readings hold no state and compose: any of them, all of them, one that starts and a milder one that lasts. Write your own by deriving and returning
/// the reason through <c>Because</c>.</para>
/// <para>A period without a value is never a miss, and on the target or on a tolerance exactly is on the good side. Where a reading speaks of the running
/// period, it is still silent
/// while less than its grace share of the period has passed.</para>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public abstract class Lagging
{
    /// <summary>Looks at a KPI.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <returns>The reason, with its evidence; <see langword="null"/> when the KPI does not lag by this reading.</returns>
    public abstract LaggingReason? Check(KpiAssessment assessment);

    /// <summary>What it is made of, so that a document can keep it; <see langword="null"/> for a reading of one's own, which only its program knows.</summary>
    public virtual LaggingRecipe? Recipe => null;

    /// <summary>What it is made of, or the name of the type.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Recipe?.ToString() ?? GetType().Name;

    /// <summary>
    /// Whether its answer changes only on a day on which something becomes known, due or decided, or a period begins, ends or comes to be due; a reading of
    /// one's own may look at the date itself,
    /// so it is asked every day.
    /// </summary>
    internal virtual bool ChangesWithEventsOnly => false;

    /// <summary>Why a missed period is no lag by this reading; <see langword="null"/> when it has no words for that.</summary>
    internal virtual Explanation? Passing(KpiAssessment assessment) => null;

    /// <summary>
    /// Over how many periods it looked to see that the KPI lags, the one that shows it included: those are low because they were looked for.
    /// </summary>
    internal virtual int Window(KpiAssessment assessment) => 1;

    /// <summary>Makes the reason of a reading.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="evidence">The period that shows it; it has an actual and a target.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentException">The period has no actual or no target.</exception>
    protected static LaggingReason Because(KpiAssessment assessment, KpiPeriod evidence)
    {
        Guard.Against.Null(assessment);
        Guard.Against.Null(evidence);
        return evidence.Gap is null
            ? throw new ArgumentException($"{evidence.Period} has no actual or no target, so it cannot show that '{evidence.Kpi.Name}' lags.", nameof(evidence))
            : LaggingReason.Missed(assessment, evidence);
    }

    /// <summary>Makes the reason of a reading that sees something else than a missed period, in words of its own.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="evidence">The period that shows it.</param>
    /// <param name="gap">How far behind, in the KPI's unit, below 0: against what the reading looks at; <see langword="null"/> when that is no number.</param>
    /// <param name="text">What was seen, in the reader's language: "will miss by 12 at the end of the year".</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The gap is not below 0, or below -10^15.</exception>
    protected static LaggingReason Because(KpiAssessment assessment, KpiPeriod evidence, decimal? gap, string text) =>
        Because(assessment, evidence, gap, (object)Require.Text(text, "text of a reason"));

    /// <summary>Makes the reason of a reading that sees something else than a missed period, in words of its own in each language.</summary>
    /// <param name="assessment">How the KPI stands.</param>
    /// <param name="evidence">The period that shows it.</param>
    /// <param name="gap">How far behind, in the KPI's unit, below 0: against what the reading looks at; <see langword="null"/> when that is no number.</param>
    /// <param name="text">
    /// What was seen, in the language of a culture: <c>culture => $"will miss by {gap.ToString(culture)}"</c>; the invariant one reads English.
    /// </param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentException">The text in English is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The gap is not below 0, or below -10^15.</exception>
    protected static LaggingReason Because(KpiAssessment assessment, KpiPeriod evidence, decimal? gap, Func<CultureInfo, string> text)
    {
        Require.Text(Guard.Against.Null(text)(CultureInfo.InvariantCulture), "text of a reason");
        return Because(assessment, evidence, gap, new TextByCulture(text));
    }

    private static LaggingReason Because(KpiAssessment assessment, KpiPeriod evidence, decimal? gap, object text)
    {
        Guard.Against.Null(assessment);
        Guard.Against.Null(evidence);
        if (gap is { } number && Require.Amount(number, nameof(gap)) >= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(gap), number, "What is behind has a gap below 0; give no reason for what is not behind.");
        }

        return new(evidence, gap, _ => Explanation.Of("need.text", new Fact("text", text)));
    }
}
