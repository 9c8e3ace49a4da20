using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>A decision to live with a need: no OKR, and why.</summary>
/// <remarks>
/// Immutable; compared by reference. It silences what was known on its day, and ends with that need: a target raised by a later decision speaks again, so does
/// a miss after a period that was met,
/// and a gap that has grown by more than a tenth since: dismissed at 10 % of what was due, 11 % is still silent and 11.1 % speaks.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class NeedDismissal
{
    private const decimal LargestGrowth = 0.1m;

    private NeedDismissal(KpiId kpi, LocalDate on, string because, LocalDate? through)
    {
        Kpi = kpi;
        On = on;
        Because = because;
        Through = through;
    }

    /// <summary>The KPI.</summary>
    public KpiId Kpi { get; }

    /// <summary>The day it was dismissed.</summary>
    public LocalDate On { get; }

    /// <summary>The reason, for people.</summary>
    public string Because { get; }

    /// <summary>The last day the dismissal is in force; <see langword="null"/> when it ends only with the need.</summary>
    public LocalDate? Through { get; }

    /// <summary>Dismisses the need of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="on">The day it is dismissed.</param>
    /// <param name="because">The reason.</param>
    /// <param name="through">The last day it is in force; when left out, until the need is over.</param>
    /// <returns>The dismissal.</returns>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="on"/>, or <paramref name="on"/> lies outside the
    /// years 2 to 9997.</exception>
    public static NeedDismissal Of(string kpi, LocalDate on, string because, LocalDate? through = null) => Of(KpiId.Given(kpi), on, because, through);

    /// <inheritdoc cref="Of(string, LocalDate, string, LocalDate?)"/>
    public static NeedDismissal Of(KpiId kpi, LocalDate on, string because, LocalDate? through = null)
    {
        Require.Date(on);
        if (through < on)
        {
            throw new ArgumentOutOfRangeException(
                nameof(through), through, $"A dismissal cannot end on {through.Value.Iso()}, before it begins on {on.Iso()}.");
        }

        return new(Guard.Against.Null(kpi), on, Require.Text(because, "reason for a dismissal"), through);
    }

    /// <summary>KPI, day and reason, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kpi} dismissed {On.Iso()}: {Because}";

    internal bool IsInForceOn(LocalDate date) => On <= date && !(Through < date);

    /// <summary>Whether a reason was known on the day of the dismissal and has not become another since.</summary>
    /// <param name="reason">The reason, as it is now.</param>
    /// <param name="then">The reasons there were on the day of the dismissal.</param>
    /// <param name="assessment">How the KPI stands now.</param>
    internal bool Silences(NeedReason reason, NeedReason[] then, KpiAssessment assessment) => reason is TargetRaisedReason raised
        ? raised.Decision.DecidedOn <= On && !HasGrown(raised, then.OfType<TargetRaisedReason>().FirstOrDefault())
        : then.OfType<LaggingReason>().FirstOrDefault() is { } lagging && !IsMetAfter(lagging.Evidence, assessment) && !HasGrown(reason, lagging);

    private static bool HasGrown(NeedReason now, NeedReason? then) =>
        now.GapShare is { } gap && then?.GapShare is { } before && gap < before * (1m + LargestGrowth);

    // A period that was running when it was dismissed counts too: it may have ended well.
    private static bool IsMetAfter(KpiPeriod evidence, KpiAssessment assessment)
    {
        foreach (var period in assessment.JudgedBackwards().TakeWhile(period => period.Period >= evidence.Period))
        {
            if (period is { Target: not null, IsMissed: false } && !(evidence.IsComplete && period.Period == evidence.Period))
            {
                return true;
            }
        }

        return false;
    }
}
