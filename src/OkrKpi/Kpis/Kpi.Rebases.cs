using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <content>From when on its process is another one.</content>
public sealed partial class Kpi
{
    private Rebase[] rebases = [];

    /// <summary>The dates from which its limits begin anew (see <see cref="Rebase"/>), in the order of the dates.</summary>
    public IReadOnlyList<Rebase> Rebases => rebases;

    /// <summary>Says that its process is another one from a date on, so that its limits begin anew there.</summary>
    /// <param name="from">The first date of the changed process.</param>
    /// <param name="because">What changed.</param>
    /// <param name="decidedOn">When it was decided to re-base; when left out, on <paramref name="from"/>.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException"><paramref name="because"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside the years 2 to 9997.</exception>
    public Kpi Rebased(LocalDate from, string because, LocalDate? decidedOn = null) =>
        Rebased([Rebase.On(from, because, decidedOn)]);

    /// <summary>Adds decisions to let its limits begin anew.</summary>
    /// <param name="decisions">The decisions; those it has already are passed over.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">A decision is <see langword="null"/>.</exception>
    public Kpi Rebased(params IEnumerable<Rebase> decisions)
    {
        var added = Require.Copy(decisions);
        return Changed(kpi => kpi.rebases = [.. rebases.Concat(added).Distinct().OrderBy(static each => each.From).ThenBy(static each => each.DecidedOn)]);
    }

    /// <summary>Takes such a decision out, as one that never was.</summary>
    /// <param name="rebase">The decision, one of <see cref="Rebases"/>.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="ArgumentException">It is not one of them.</exception>
    public Kpi Without(Rebase rebase)
    {
        Guard.Against.Null(rebase);
        return Array.IndexOf(rebases, rebase) >= 0
            ? Changed(kpi => kpi.rebases = Array.FindAll(rebases, each => !each.Equals(rebase)))
            : throw new ArgumentException($"'{Name}' was not re-based on {rebase}.", nameof(rebase));
    }
}
