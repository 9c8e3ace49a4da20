using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>A decision to live with a need: no OKR, and why.</summary>
/// <remarks>
/// Immutable; compared by reference. It silences the reasons that go back to its day or before: a KPI that recovers and lags again, or a target raised anew, needs an OKR again.
/// </remarks>
public sealed class NeedDismissal
{
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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="on"/>, or <paramref name="on"/> lies outside the years 2 to 9997.</exception>
    public static NeedDismissal Of(string kpi, LocalDate on, string because, LocalDate? through = null) => Of(KpiId.Of(kpi), on, because, through);

    /// <inheritdoc cref="Of(string, LocalDate, string, LocalDate?)"/>
    public static NeedDismissal Of(KpiId kpi, LocalDate on, string because, LocalDate? through = null)
    {
        Require.Date(on);
        if (through < on)
        {
            throw new ArgumentOutOfRangeException(nameof(through), through, $"A dismissal cannot end on {through.Value.Iso()}, before it begins on {on.Iso()}.");
        }

        return new(Guard.Against.Null(kpi), on, Require.Text(because, "reason for a dismissal"), through);
    }

    /// <summary>KPI, day and reason, culture-independent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kpi} dismissed {On.Iso()}: {Because}";

    internal bool IsInForceOn(LocalDate date) => On <= date && !(Through < date);

    internal bool Silences(NeedReason reason) => reason.StartedOn <= On;
}
